"""Utfordringer og samarbeid: what municipalities name in questions 1 and 3."""

from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.cards.topics import choice
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import key_figures, nothing, opening
from pages.parts.drawing.layout import columns
from pages.parts.openings.answers import challenges
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.wording.answer_words import subjects


def page(reader: Reader) -> Markup:
    said = challenges(reader)
    if not said.answered:
        return nothing(reader, said)
    return (
        opening(reader, said)
        + key_figures(said.figures, reader)
        + columns(show(reader, "temaer"), show(reader, "samarbeid", "ressurser"))
        + choice(reader)
        + show(reader, "tema_distrikt")
        + columns(show(reader, "tema_storrelse"), show(reader, "tema_par"))
    )


reader = current()
write("innhold", page, reader)
write("bak", lambda reader: answers_behind(reader, [*subjects(), "svar"]), reader)
