"""The station that is open: what it is, where from, and what is uncertain about it."""

from typing import Any, Final

from pages.parts.drawing.mapdata import station_line
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import attribute, registered
from pages.parts.wording import station_words
from pages.parts.wording.words import district_name

_STATION: Final = Markup(
    '<section class="kommune"><a class="lukk" href="{back}">{away}</a><h2>{name}</h2>'
    '<dl class=fakta>{facts}</dl><p><a href="{kommune}">{all}</a></p></section>'
)
_FACT: Final = Markup("<div><dt>{}</dt><dd{}>{}</dd></div>")


def station(reader: Reader, row: dict[str, Any]) -> Markup:
    """Return the station of `row` (query `tjenestesteder`) as HTML, with a way back."""
    facts = {
        _("Hva"): station_line(row, reader.view.sesong),
        _("Sted"): row["sted"],
        _("Kommune"): row["kommune"],
        _("Politidistrikt"): district_name(row["politidistrikt"]),
        _("Kunngjort"): row["kunngjort"],
        _("Nedlagt"): row["nedlagt"],
        _("Punktet på kartet"): station_words.precisions()[row["presisjon"]],
        _("Merknad"): registered(row["merknad"]),
        _("Kilde"): registered(row["kilde"]),
    }
    lines = [_FACT.format(name, attribute(value), value) for name, value in facts.items() if value]
    return _STATION.format(
        back=reader.link(sted=None),
        away=_("Tilbake til rekkevidden"),
        name=row["navn"],
        facts=Markup("").join(lines),
        kommune=reader.link("kommune", kommune=row["kommunenummer"]),
        all=_("Alt om {name}").format(name=row["kommune"]),
    )
