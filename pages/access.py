"""Tilgjengelighet: what municipalities want of each of the five channels of question 4."""

from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import key_figures, nothing, opening
from pages.parts.drawing.layout import columns
from pages.parts.openings.answers import channels as said_of
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.wording.answer_words import channels


def page(reader: Reader) -> Markup:
    said = said_of(reader)
    if not said.answered:
        return nothing(reader, said)
    return (
        opening(reader, said)
        + key_figures(said.figures, reader)
        + columns(
            show(reader, "kanaler", "kanal_avstand"),
            show(reader, "kanal_politidistrikt", "kanal_storrelse"),
            shares=(0.52, 0.48),
        )
        + show(reader, "annet_sted")
    )


reader = current()
write("innhold", page, reader)
write("bak", lambda reader: answers_behind(reader, [*channels(), "svar"]), reader)
