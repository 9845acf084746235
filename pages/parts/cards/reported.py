"""Cards about what others have measured in the municipality: beside the answers, never in them."""

from collections.abc import Sequence
from typing import Any, Final

from markupsafe import Markup

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import reported, words
from pages.parts.wording.numbers import decimal, whole

Row = dict[str, Any]
LEVELS: Final = ("kommune", "distrikt", "landet")
_TABLE: Final = Markup(
    '<div class="tabell varme" tabindex="0"><table><caption>{caption}</caption>'
    '<thead><tr><th scope="col">{what}</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
)
_HEAD: Final = Markup('<th scope="col" class="tall">{}</th>')
_ROW: Final = Markup('<tr><th scope="row">{}</th>{}</tr>')
_RATE: Final = Markup('<td class="tall" data-navn="{}">{}</td>')


def offences(reader: Reader) -> Card:
    """Return offences reported in the municipality per 1 000, its district and the country beside.

    The table has no rows where nobody has supplied the figures.
    """
    rows = reader.ask("kommune_anmeldt").to_dicts()
    found = {(row["lovbruddsgruppe"], row["nivaa"]): row for row in rows}
    names = reported.groups()
    groups = [group for group in names if (group, "kommune") in found]
    title = _title(found) if rows else _("Ingen har lagt inn tall for anmeldte lovbrudd")
    return Card(
        name="kommuneanmeldt",
        query="kommune_anmeldt",
        title=title,
        lead=reported.lead(rows[0]) if rows else "",
        basis=_basis(found, groups) if rows else "",
        source=reported.source(rows),
        real=_("DEMODATA – men tallene her er lagt inn fra SSB"),
        table=Table.of(
            [
                Column(_("Lovbruddsgruppe")),
                Column(_("Gjelder")),
                Column(_("Anmeldt per år"), "decimal"),
                Column(_("Per 1 000 innbyggere"), "decimal"),
                *(Column(heading, "decimal") for heading in reported.bounds()),
                Column(_("Innbyggere"), "whole"),
                Column(_("Kommuner med tall"), "whole"),
                Column(_("Av"), "whole"),
                Column(_("SSBs eget tall per 1 000"), "decimal"),
                Column(_("Hvorfor tallet mangler")),
            ],
            [
                (
                    names[group],
                    _levels(reader)[level],
                    row["antall"],
                    row["per_tusen"],
                    row["lavest"],
                    row["hoyest"],
                    row["innbyggere"],
                    row["med_tall"],
                    row["kommuner"],
                    row["ssb"],
                    reported.lacking(row["merke"]) if row["per_tusen"] is None else None,
                )
                for group in groups
                for level in LEVELS
                if (row := found.get((group, level)))
            ],
        ),
        figure=_figure(reader, found, groups, title) if rows else Markup(""),
        aside=True,
    )


def _levels(reader: Reader) -> dict[str, str]:
    facts = next(iter(reader.ask("kommune_fakta").to_dicts()), None)
    return {
        "kommune": facts["navn"] if facts else _("Kommunen"),
        "distrikt": _("{name} politidistrikt").format(
            name=words.district_name(facts["politidistrikt"])
        )
        if facts
        else _("Politidistriktet"),
        "landet": _("Hele landet"),
    }


def _title(found: dict[tuple[str, str], Row]) -> str:
    """Return the number and what it is set beside; nothing is claimed of which is greater."""
    rates = [found.get(("alle", level), {}).get("per_tusen") for level in LEVELS]
    if rates[0] is None:
        return _("Anmeldte lovbrudd: summen for kommunen mangler")
    if rates[2] is None:
        return _("{n} anmeldte lovbrudd per 1 000 innbyggere").format(n=decimal(rates[0]))
    return _("{n} anmeldte lovbrudd per 1 000 innbyggere, {country} i hele landet").format(
        n=decimal(rates[0]), country=decimal(rates[2])
    )


def _basis(found: dict[tuple[str, str], Row], groups: Sequence[str]) -> str:
    """Return for how many groups there is a number, and how many municipalities a sum holds."""
    known = sum(found[group, "kommune"]["per_tusen"] is not None for group in groups)
    told = ngettext(
        "Tall for {n} av {all} gruppe", "Tall for {n} av {all} grupper", len(groups)
    ).format(n=known, all=len(groups))
    country = found[groups[0], "landet"]
    over = _("landet er {n} av {all} kommuner").format(
        n=whole(country["med_tall"]), all=whole(country["kommuner"])
    )
    return f"{told}; {over}"


def _figure(
    reader: Reader, found: dict[tuple[str, str], Row], groups: Sequence[str], caption: str
) -> Markup:
    """Return the rates as a narrow table; what is not there says why."""
    levels, names = _levels(reader), reported.groups()
    # A phone has the name before each number.
    short = levels | {"distrikt": _("Distriktet"), "landet": _("Landet")}
    body = [
        _ROW.format(
            names[group],
            Markup("").join(
                _RATE.format(short[level], _rate(found.get((group, level)))) for level in LEVELS
            ),
        )
        for group in groups
    ]
    return _TABLE.format(
        caption=caption,
        what=_("Anmeldt per 1 000"),
        head=Markup("").join(map(_HEAD.format, levels.values())),
        body=Markup("").join(body),
    )


def _rate(row: Row | None) -> str:
    if row is None or row["per_tusen"] is None:
        return reported.lacking(row["merke"] if row else None)
    if row["nivaa"] != "kommune":
        return decimal(row["per_tusen"])
    return reported.per_thousand(row["per_tusen"], row["lavest"], row["hoyest"])
