"""Oversikt: who answered, how satisfied, who wants a station, who offers premises, and where."""

from typing import Any

from pages.parts.answers.coded import numbers_behind
from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS, show
from pages.parts.cards.coded import answers_behind
from pages.parts.drawing import municipality_panel
from pages.parts.drawing.card import foot
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, key_figures, onward, opening
from pages.parts.drawing.layout import columns, joined
from pages.parts.drawing.map import country_map
from pages.parts.drawing.map_place import show_map
from pages.parts.openings.answers import overview
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.wording import first_places


def numbers(reader: Reader) -> Markup:
    said = overview(reader)
    if said.empty:
        return empty(reader)
    # The answers behind a number stand within the first screen, where the way on would stand.
    way = Markup("") if reader.view.kode else onward(first_places.foretold(reader), reader)
    return key_figures(said.figures, reader) + way


def beside(reader: Reader) -> Markup:
    if reader.view.kommune:
        return joined(municipality_panel.municipality(reader))
    return Markup("") if overview(reader).empty else show(reader, "politidistrikt")


def below(reader: Reader) -> Markup:
    if overview(reader).empty:
        return Markup("")
    return columns(show(reader, "punkter"), show(reader, "onsker")) + show(reader, "innspill")


def on_map(reader: Reader) -> dict[str, Any]:
    chosen = reader.view.kommune
    card = CARDS["kart"](reader)
    alt = f"{card.title}. {card.basis}"
    return country_map(
        reader,
        alt=alt,
        outlined=(chosen,) if chosen else (),
        behind=numbers_behind(reader),
    )


reader = current()
write("funn", lambda reader: opening(reader, overview(reader)), reader)
write("tall", numbers, reader)
show_map(on_map, reader)
write("kartfot", lambda reader: foot(CARDS["kart"](reader), reader), reader)
write("bak", lambda reader: answers_behind(reader, EVERY_MEASURE), reader)
write("ved", beside, reader)
write("under", below, reader)
