"""Hva er endret: what differs between the version a link was made of and the newest."""

from pages.parts.cards import show
from pages.parts.drawing.card import drawn
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import opening
from pages.parts.openings.moved_on_page import page_card
from pages.parts.openings.texts import changed
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current


def page(reader: Reader) -> Markup:
    said = changed(reader)
    if not said.answered:
        return opening(reader, said)
    side = drawn(page_card(reader), reader) if reader.view.fra else Markup("")
    rest = show(reader, "endringer-tall", "endringer-svar", "endringer-lokaler")
    return opening(reader, said) + side + rest


write("innhold", page, current())
