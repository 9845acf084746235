"""The card about what others have measured in a police district: beside the answers."""

from collections.abc import Sequence
from typing import Any, Final

from markupsafe import Markup

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import reported, words
from pages.parts.wording.numbers import NONE, decimal, whole

Row = dict[str, Any]
LEVELS: Final = ("distrikt", "landet")
_TABLE: Final = Markup(
    '<div class="tabell varme" tabindex="0"><table><caption>{caption}</caption>'
    "<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
)
_HEAD: Final = Markup('<th scope="col"{}>{}</th>')
_ROW: Final = Markup('<tr><th scope="row">{}</th>{}</tr>')
_CELL: Final = Markup('<td class="tall" data-navn="{}">{}</td>')


def in_district(reader: Reader) -> Card:
    """Return offences reported in the one district chosen, per 1 000, the country beside.

    Sums of the municipalities that have a number, over the inhabitants of these alone. The table
    has no rows where nobody has supplied the figures, or where not one district is chosen.
    """
    rows = reader.ask("distrikt_anmeldt").to_dicts()
    found = {(row["lovbruddsgruppe"], row["nivaa"]): row for row in rows}
    groups = [group for group in reported.groups() if (group, "distrikt") in found]
    return Card(
        name="distriktanmeldt",
        query="distrikt_anmeldt",
        title=_title(found) if rows else _("Ingen har lagt inn tall for anmeldte lovbrudd"),
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
                Column(_("Hvorfor tallet mangler")),
            ],
            [
                (
                    reported.groups()[group],
                    _levels(reader)[level],
                    row["antall"],
                    row["per_tusen"],
                    row["lavest"],
                    row["hoyest"],
                    row["innbyggere"],
                    row["med_tall"],
                    row["kommuner"],
                    reported.lacking(row["merke"]) if row["per_tusen"] is None else None,
                )
                for group in groups
                for level in LEVELS
                if (row := found.get((group, level)))
            ],
        ),
        figure=_figure(found, groups) if rows else Markup(""),
        aside=True,
    )


def _levels(reader: Reader) -> dict[str, str]:
    names = [words.district_name(each) for each in reader.view.distrikt]
    return {
        "distrikt": _("{name} politidistrikt").format(name=names[0])
        if names
        else _("Politidistriktet"),
        "landet": _("Hele landet"),
    }


def _title(found: dict[tuple[str, str], Row]) -> str:
    """Return the number and what it is set beside; nothing is claimed of which is greater."""
    here, country = (found.get(("alle", level), {}).get("per_tusen") for level in LEVELS)
    if here is None or country is None:
        return _("Anmeldte lovbrudd: summen for distriktet mangler")
    return _("{n} anmeldte lovbrudd per 1 000 innbyggere, {country} i hele landet").format(
        n=decimal(here), country=decimal(country)
    )


def _basis(found: dict[tuple[str, str], Row], groups: Sequence[str]) -> str:
    """Return for how many groups there is a number, and how many municipalities the sums hold."""
    known = sum(found[group, "distrikt"]["per_tusen"] is not None for group in groups)
    told = ngettext(
        "Tall for {n} av {all} gruppe", "Tall for {n} av {all} grupper", len(groups)
    ).format(n=known, all=len(groups))
    sums = [
        says.format(n=whole(row["med_tall"]), all=whole(row["kommuner"]))
        for says, row in (
            (_("distriktet er {n} av {all} kommuner"), found[groups[0], "distrikt"]),
            (_("landet er {n} av {all} kommuner"), found[groups[0], "landet"]),
        )
    ]
    return "; ".join((told, *sums))


def _figure(found: dict[tuple[str, str], Row], groups: Sequence[str]) -> Markup:
    heads = (
        _("Anmeldt per 1 000"),
        _("Distriktet"),
        _("Anmeldt per år"),
        _("Kommuner med tall"),
        _("Landet"),
    )
    body = []
    for group in groups:
        here, country = (found.get((group, level)) for level in LEVELS)
        cells = (_rate(here), _count(here), _covered(here), _rate(country, bare=True))
        body.append(
            _ROW.format(
                reported.groups()[group],
                Markup("").join(map(_CELL.format, heads[1:], cells)),
            )
        )
    return _TABLE.format(
        caption=_title(found),
        head=Markup("").join(
            _HEAD.format(Markup(' class="tall"') if at else "", text)
            for at, text in enumerate(heads)
        ),
        body=Markup("").join(body),
    )


def _rate(row: Row | None, *, bare: bool = False) -> str:
    if row is None or row["per_tusen"] is None:
        return reported.lacking(row["merke"] if row else None)
    if bare:
        return decimal(row["per_tusen"])
    return reported.per_thousand(row["per_tusen"], row["lavest"], row["hoyest"])


def _count(row: Row | None) -> str:
    return NONE if row is None or row["antall"] is None else decimal(row["antall"])


def _covered(row: Row | None) -> str:
    if row is None:
        return NONE
    return _("{n} av {of}").format(n=whole(row["med_tall"]), of=whole(row["kommuner"]))
