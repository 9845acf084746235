"""The card about what others have measured in the municipality: beside the answers."""

from typing import Final

from pages.parts.cards.reported_rows import ALL, Reported
from pages.parts.drawing.card import Card
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import reported, words
from pages.parts.wording.numbers import decimal

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
    found = Reported(reader, "kommune_anmeldt", _levels(reader))
    title = _title(found)
    sums = [found.held(_("landet er {n} av {all} kommuner"), "landet")]
    return found.card("kommuneanmeldt", title, sums, _figure(found, title))


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


def _title(found: Reported) -> str:
    """Return the number and what it is set beside; nothing is claimed of which is greater."""
    here, country = (found.per_thousand(ALL, level) for level in ("kommune", "landet"))
    if here is None:
        return _("Anmeldte lovbrudd: summen for kommunen mangler")
    if country is None:
        return _("{n} anmeldte lovbrudd per 1 000 innbyggere").format(n=decimal(here))
    return _("{n} anmeldte lovbrudd per 1 000 innbyggere, {country} i hele landet").format(
        n=decimal(here), country=decimal(country)
    )


def _figure(found: Reported, caption: str) -> Markup:
    """Return the rates as a narrow table; what is not there says why."""
    # A phone has the name before each number.
    short = {**found.levels, "distrikt": _("Distriktet"), "landet": _("Landet")}
    body = [
        _ROW.format(
            reported.groups()[group],
            Markup("").join(
                _RATE.format(name, found.rate(group, level, bounds=level == "kommune"))
                for level, name in short.items()
            ),
        )
        for group in found.groups
    ]
    return _TABLE.format(
        caption=caption,
        what=_("Anmeldt per 1 000"),
        head=Markup("").join(map(_HEAD.format, found.levels.values())),
        body=Markup("").join(body),
    )
