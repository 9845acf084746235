"""Bemanning og tilfredshet: satisfaction between districts, counties, sizes and distances."""

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, key_figures, opening
from pages.parts.drawing.layout import columns
from pages.parts.openings.answers import staffing
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current


def page(reader: Reader) -> Markup:
    said = staffing(reader)
    if said.empty:
        return opening(reader, said) + empty(reader)
    return (
        opening(reader, said)
        + key_figures(said.figures, reader)
        + columns(
            show(reader, "politidistrikt", "grunner", "innbyggerundersokelse"),
            show(reader, "fylke", "avstand", "storrelse"),
        )
    )


reader = current()
write("innhold", page, reader)
write("bak", lambda reader: answers_behind(reader, [*EVERY_MEASURE, "grunn"]), reader)
if not staffing(reader).empty:
    write("lister", lambda reader: show(reader, "avstandspunkter", "misnoye"), reader)
