"""The station that is open: what it is, where from, and what is uncertain about it."""

from html import escape
from typing import Any

from pages.parts.drawing.mapdata import station_line
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import attribute, registered
from pages.parts.wording import station_words
from pages.parts.wording.words import district_name


def station(reader: Reader, row: dict[str, Any]) -> str:
    """Return the station of `row` (query `tjenestesteder`) as HTML, with a way back."""
    facts = {
        _("Hva"): station_line(row),
        _("Sted"): row["sted"],
        _("Kommune"): row["kommune"],
        _("Politidistrikt"): district_name(row["politidistrikt"]),
        _("Kunngjort"): row["kunngjort"],
        _("Nedlagt"): row["nedlagt"],
        _("Punktet på kartet"): station_words.precisions()[row["presisjon"]],
        _("Merknad"): registered(row["merknad"]),
        _("Kilde"): registered(row["kilde"]),
    }
    lines = "".join(
        f"<div><dt>{escape(name)}</dt><dd{attribute(value)}>{escape(str(value))}</dd></div>"
        for name, value in facts.items()
        if value
    )
    kommune = reader.link("kommune", kommune=row["kommunenummer"])
    return (
        f'<section class="kommune"><a class="lukk" href="{escape(reader.link(sted=None))}">'
        f"{escape(_('Tilbake til rekkevidden'))}</a><h2>{escape(row['navn'])}</h2>"
        f"<dl class=fakta>{lines}</dl>"
        f'<p><a href="{escape(kommune)}">{escape(_("Alt om {name}").format(name=row["kommune"]))}'
        f"</a></p></section>"
    )
