"""The card about what others have measured in a police district: beside the answers."""

from typing import Final

from pages.parts.cards.reported_rows import ALL, Reported
from pages.parts.drawing.card import Card
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import reported, words
from pages.parts.wording.numbers import NONE, decimal, whole

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
    found = Reported(reader, "distrikt_anmeldt", _levels(reader))
    title = _title(found)
    sums = [
        found.held(_("distriktet er {n} av {all} kommuner"), "distrikt"),
        found.held(_("landet er {n} av {all} kommuner"), "landet"),
    ]
    return found.card("distriktanmeldt", title, sums, _figure(found, title))


def _levels(reader: Reader) -> dict[str, str]:
    names = [words.district_name(each) for each in reader.view.distrikt]
    return {
        "distrikt": _("{name} politidistrikt").format(name=names[0])
        if names
        else _("Politidistriktet"),
        "landet": _("Hele landet"),
    }


def _title(found: Reported) -> str:
    """Return the number and what it is set beside; nothing is claimed of which is greater."""
    here, country = (found.per_thousand(ALL, level) for level in found.levels)
    if here is None or country is None:
        return _("Anmeldte lovbrudd: summen for distriktet mangler")
    return _("{n} anmeldte lovbrudd per 1 000 innbyggere, {country} i hele landet").format(
        n=decimal(here), country=decimal(country)
    )


def _figure(found: Reported, caption: str) -> Markup:
    heads = (
        _("Anmeldt per 1 000"),
        _("Distriktet"),
        _("Anmeldt per år"),
        _("Kommuner med tall"),
        _("Landet"),
    )
    body = [
        _ROW.format(reported.groups()[group], Markup("").join(map(_CELL.format, heads[1:], cells)))
        for group in found.groups
        for cells in [
            (
                found.rate(group, "distrikt", bounds=True),
                *_counted(found, group),
                found.rate(group, "landet", bounds=False),
            )
        ]
    ]
    return _TABLE.format(
        caption=caption,
        head=Markup("").join(
            _HEAD.format(Markup(' class="tall"') if at else "", text)
            for at, text in enumerate(heads)
        ),
        body=Markup("").join(body),
    )


def _counted(found: Reported, group: str) -> tuple[str, str]:
    """Return how many were reported a year, and in how many municipalities of how many."""
    row = found.at(group, "distrikt")
    if row is None:
        return NONE, NONE
    return (
        NONE if row["antall"] is None else decimal(row["antall"]),
        _("{n} av {of}").format(n=whole(row["med_tall"]), of=whole(row["kommuner"])),
    )
