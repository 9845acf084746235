"""Oversikt: who answered, how satisfied, who wants a station, who offers premises, and where."""

from markupsafe import Markup

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS, show
from pages.parts.cards.coded import answers_behind
from pages.parts.drawing import municipality_panel
from pages.parts.drawing.card import foot
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, key_figures, opening
from pages.parts.drawing.layout import columns, joined
from pages.parts.drawing.map import country_map
from pages.parts.openings.answers import overview
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current


def beside(reader: Reader) -> Markup:
    said = overview(reader)
    key = empty(reader) if said.empty else key_figures(said.figures, reader)
    if reader.view.kommune:
        return key + joined(municipality_panel.municipality(reader))
    return key if said.empty else key + show(reader, "politidistrikt")


def below(reader: Reader) -> Markup:
    cards = Markup("")
    if not overview(reader).empty:
        cards = columns(show(reader, "punkter"), show(reader, "onsker")) + show(reader, "innspill")
    return cards + answers_behind(reader, EVERY_MEASURE)


def on_map(reader: Reader) -> Markup:
    chosen = reader.view.kommune
    card = CARDS["kart"](reader)
    alt = f"{card.title}. {card.basis}"
    return country_map(reader, alt=alt, outlined=(chosen,) if chosen else ())


reader = current()
write("funn", lambda reader: opening(reader, overview(reader)), reader)
write("kart", on_map, reader)
write("kartfot", lambda reader: foot(CARDS["kart"](reader), reader), reader)
write("ved", beside, reader)
write("under", below, reader)
