"""Small tables that follow each other share a slide, which one of them would leave nearly empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx.util import Emu, Inches, Length

from pages.parts.drawing.card import Card
from pages.parts.papers import slides
from pages.parts.papers.chart import chart_of
from pages.parts.papers.slide_tables import COLUMNS, draw_table, height
from pages.parts.papers.source import Source
from pages.parts.papers.telling import chosen_columns, definition, lead, told
from pages.parts.papers.text import clean
from pages.parts.reading.language import _

# The largest of these at which no word of the table is divided.
SMALL: Final = (12, 11, 10, 9)
# From the title of one card to its table, without and with a lead, and from there to the next.
HEADING: Final = Inches(0.42)
LEAD: Final = Inches(0.28)
NOTE: Final = Inches(0.24)
BETWEEN: Final = Inches(0.2)
# Programs that write with another font may need one line more in a row here and there.
SPARE: Final = Inches(0.3)
# A card that fills more than this has a slide of its own.
MOST: Final = Emu(slides.BODY * 3 // 5)
# The first title stands where all slides have theirs.
ROOM: Final = Emu(slides.FOOT - slides.LEAD + HEADING - SPARE)


@dataclass(frozen=True)
class _Small:
    """A card that is told by a table alone, and how high it is."""

    card: Card
    lead: str
    # In which size its table is written, and how high it is then.
    size: float
    table: Length

    @property
    def high(self) -> int:
        """Return how much of a slide the card takes, its title with it."""
        return HEADING + (LEAD if self.lead else 0) + self.table + NOTE + BETWEEN


def shared(cards: Sequence[Card]) -> Iterator[tuple[Card, ...]]:
    """Yield the cards of each slide, in their order: those that share one, and each other alone."""
    slide: list[_Small] = []
    for card in cards:
        small = _small(card)
        if slide and (not small or sum(each.high for each in slide) + small.high > ROOM):
            yield tuple(each.card for each in slide)
            slide = []
        if small:
            slide.append(small)
        else:
            yield (card,)
    if slide:
        yield tuple(each.card for each in slide)


def draw_together(deck: Any, cards: Sequence[Card], paper: Source) -> None:
    """Add a slide with the tables of `cards`, each under its title, and what it rests on."""
    smalls = [small for small in map(_small, cards) if small]
    about = _of_all(cards, paper)
    slide = slides.new_slide(deck, clean(cards[0].title, 160), about)
    top: Length = slides.LEAD
    for i, small in enumerate(smalls):
        if i:
            title = clean(small.card.title, 160)
            place: slides.Place = (slides.LEFT, top, slides.INNER, HEADING)
            slides.write(slide, title, place, size=18, bold=True, name=_("Tittel"))
            top = Emu(top + HEADING)
        if small.lead:
            place = (slides.LEFT, top, slides.INNER, LEAD)
            slides.write(slide, small.lead, place, size=12, colour=slides.SUBTLE, name=_("Ingress"))
            top = Emu(top + LEAD)
        table = told(small.card)
        columns = chosen_columns(small.card, table, COLUMNS)
        place = (slides.LEFT, top, slides.INNER, slides.BODY)
        draw_table(slide, small.card, table, columns, place, sizes=(small.size,))
        top = Emu(top + small.table)
        place = (slides.LEFT, top, slides.INNER, NOTE)
        basis = clean(small.card.basis, 260)
        slides.write(slide, basis, place, size=10, colour=slides.SUBTLE, name=_("Grunnlag"))
        top = Emu(top + NOTE + BETWEEN)
    slides.write_notes(slide, [*map(definition, cards), about.line, about.url])


def _small(card: Card) -> _Small | None:
    """Return `card` as one of several on a slide, None where it needs one of its own."""
    table = told(card)
    if chart_of(card) and table is card.table:
        return None
    columns = chosen_columns(card, table, COLUMNS)
    for size in SMALL:
        if high := height(card, table, columns, slides.INNER, size):
            return _Small(card, lead(card), size, high) if high <= MOST else None
    return None


def _of_all(cards: Sequence[Card], paper: Source) -> Source:
    """Return the source of a slide with several cards: each source of theirs, once."""
    own = [paper.of(card) for card in cards]
    return replace(
        own[0],
        source=". ".join(dict.fromkeys(each.source.rstrip(".") for each in own)),
        where=". ".join(dict.fromkeys(each.where for each in own)),
        machine=next((each.machine for each in own if each.machine), ""),
    )
