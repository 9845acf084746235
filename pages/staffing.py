"""Bemanning og tilfredshet: satisfaction between districts, counties, sizes and distances."""

from markupsafe import Markup

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, key_figures, opening
from pages.parts.drawing.layout import columns
from pages.parts.openings.answers import staffing
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current


def page(reader: Reader) -> Markup:
    said = staffing(reader)
    behind = answers_behind(reader, [*EVERY_MEASURE, "grunn"])
    if said.empty:
        return opening(reader, said) + empty(reader) + behind
    return (
        opening(reader, said)
        + key_figures(said.figures, reader)
        + columns(
            show(reader, "politidistrikt", "fylke", "grunner"),
            show(reader, "avstandspunkter", "avstand", "storrelse", "innbyggerundersokelse"),
        )
        + show(reader, "misnoye")
        + behind
    )


write("innhold", page, current())
