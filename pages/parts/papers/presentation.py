"""The briefing as a PowerPoint deck: native charts and tables that their reader can edit."""

import io
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from pages.parts.drawing.card import Card
from pages.parts.drawing.qr_code import to_png
from pages.parts.papers import slides
from pages.parts.papers.briefing import Briefing, no_quotes, nothing, quoted
from pages.parts.papers.chart import beside, chart_of
from pages.parts.papers.mapimage import Picture
from pages.parts.papers.native import draw_chart
from pages.parts.papers.slide_tables import COLUMNS, draw_table
from pages.parts.papers.source import Source
from pages.parts.papers.telling import (
    TOLD_BY,
    chosen_columns,
    definition,
    lead,
    left_out,
    no_rows,
    told,
)
from pages.parts.papers.text import clean
from pages.parts.papers.together import draw_together, shared
from pages.parts.reading.language import _

MANY_FIGURES: Final = 5
# Longer names than this leave no room for their bars.
LONGEST_NAME: Final = 44
WHOLE: Final[slides.Place] = (slides.LEFT, slides.TOP, slides.INNER, slides.BODY)
LEAD: Final[slides.Place] = (slides.LEFT, slides.LEAD, slides.INNER, Inches(0.3))
# Its last line stands above the foot, however many there are.
BASIS: Final[slides.Place] = (
    slides.LEFT,
    Emu(slides.FOOT - Inches(0.46)),
    slides.INNER,
    Inches(0.42),
)
# Wide enough for a telephone at the back of a room.
CODE: Final = Inches(1.1)
# The slide has room for so much of a finding before it must shrink.
LONG_TITLE: Final = 85
LONG_LEAD: Final = 140


def to_pptx(paper: Briefing) -> bytes:
    """Return `paper` as a presentation: title slide, map, one slide per card, quotes.

    Small tables that follow each other share a slide. One card that was asked for alone is one
    slide.
    """
    deck = slides.new_deck(paper.title, paper.source)
    if not paper.alone:
        _opening(deck, paper)
    if paper.picture:
        _map(deck, paper, paper.picture)
    for cards in shared([card for card in paper.cards if card.table.rows]):
        if len(cards) == 1:
            _card(deck, cards[0], paper.source)
        else:
            draw_together(deck, cards, paper.source)
    if any(not card.table.rows for card in paper.cards) or (paper.has_quotes and not paper.quotes):
        _without_rows(deck, paper)
    if paper.quotes:
        _quotes(deck, paper)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _opening(deck: Any, paper: Briefing) -> None:
    slide = slides.new_slide(deck, paper.title, paper.source, opening=True)
    basis = nothing() if paper.empty else paper.basis
    subtitle = slide.placeholders[1].text_frame
    slides.run(
        subtitle.paragraphs[0], f"{paper.source.where}. {basis}", size=16, colour=slides.SUBTLE
    )
    if paper.missing:
        slides.run(subtitle.add_paragraph(), paper.missing, size=14)
    # Beside a map they stand on the next slide, and the cover is no other one of it.
    figures = () if paper.picture else paper.figures
    few = len(paper.figures) <= MANY_FIGURES
    across = max(4, len(paper.figures)) if few else 4
    wide, size = Emu(slides.INNER // across), 36 if few else 26
    for i, figure in enumerate(figures):
        left = Emu(slides.LEFT + i % across * wide)
        top = Emu(Inches(4.35 if few else 4.0) + i // across * Inches(1.35))
        place = (left, top, Emu(wide - Inches(0.15)), Inches(1.3))
        frame = slides.write(
            slide, figure.value, place, size=size, bold=True, name=clean(figure.label)
        )
        slides.run(frame.add_paragraph(), clean(figure.label), size=14)
        slides.run(frame.add_paragraph(), clean(figure.basis), size=12, colour=slides.SUBTLE)
    _code(slide, paper.source)
    slides.write_notes(slide, [paper.basis, paper.source.line, paper.source.url])


def _code(slide: Any, source: Source) -> None:
    """Put the QR code of the link in the upper right corner, for those who see the slide only."""
    left, top = Emu(slides.LEFT + slides.INNER - CODE), slides.TITLE
    drawn = slide.shapes.add_picture(io.BytesIO(to_png(source.url)), left, top, CODE, CODE)
    drawn.name = _("QR-kode")
    slides.describe(drawn, _("QR-kode som åpner {url}").format(url=source.url))


def _map(deck: Any, paper: Briefing, picture: Picture) -> None:
    slide = slides.new_slide(deck, paper.title, paper.source)
    _shrink(slide, paper.title)
    high = Emu(slides.FOOT - Inches(1.45))
    wide = Emu(high * picture.width // picture.height)
    drawn = slide.shapes.add_picture(
        io.BytesIO(picture.png()), slides.LEFT, Inches(1.35), height=high, width=wide
    )
    drawn.name = _("Kart")
    slides.describe(drawn, picture.alt)
    left = Emu(slides.LEFT + wide + Inches(0.5))
    place = (left, Inches(1.45), Emu(slides.LEFT + slides.INNER - left), Inches(4.5))
    frame = slides.write(slide, paper.basis, place, size=14, colour=slides.SUBTLE)
    for figure in paper.figures:
        paragraph = frame.add_paragraph()
        paragraph.space_before = Pt(14 if len(paper.figures) <= MANY_FIGURES else 6)
        slides.run(
            paragraph,
            figure.value,
            size=24 if len(paper.figures) <= MANY_FIGURES else 18,
            bold=True,
        )
        text = f"{clean(figure.label)} ({clean(figure.basis)})"
        slides.run(
            frame.add_paragraph(), text, size=13 if len(paper.figures) <= MANY_FIGURES else 11
        )
    slides.write_notes(slide, [picture.alt, paper.source.line, paper.source.url])


def _card(deck: Any, card: Card, source: Source) -> None:
    title = clean(card.title, 160)
    source = source.of(card)
    slide = slides.new_slide(deck, title, source)
    _shrink(slide, title)
    if text := lead(card):
        size = 13 if len(text) <= LONG_LEAD else 10.5
        slides.write(slide, text, LEAD, size=size, colour=slides.SUBTLE, name=_("Ingress"))
    basis = _body(slide, card)
    _basis(slide, basis)
    slides.write_notes(slide, [definition(card), basis, source.line, source.url])


def _basis(slide: Any, text: str) -> None:
    size = 10 if len(text) <= LONG_LEAD else 8.5
    frame = slides.write(slide, text, BASIS, size=size, colour=slides.SUBTLE, name=_("Grunnlag"))
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM


def _body(slide: Any, card: Card) -> str:
    """Draw the card as chart and table, and return what the numbers rest on."""
    table = told(card)
    columns = chosen_columns(card, table, COLUMNS)
    chart = chart_of(card) if table is card.table else None
    left, top, wide, high = WHOLE
    if chart and max(map(len, chart.categories)) <= LONGEST_NAME:
        if card.name not in TOLD_BY:
            columns = beside(card, chart)
        half = Emu(wide * 55 // 100)
        draw_chart(slide, card, chart, (left, top, half, Emu(high - Inches(0.3))))
        edge = Emu(left + half + Inches(0.25))
        drawn = draw_table(slide, card, table, columns, (edge, top, Emu(left + wide - edge), high))
    else:
        drawn = draw_table(slide, card, table, columns, WHOLE)
    basis = [clean(card.basis, 260).rstrip("."), left_out(table, drawn)]
    return ". ".join(text for text in basis if text)


def _without_rows(deck: Any, paper: Briefing) -> None:
    """Add one slide for all cards, and passages, of which there is nothing to show."""
    slide = slides.new_slide(deck, _("Uten innhold i utvalget"), paper.source)
    cards = [card for card in paper.cards if not card.table.rows]
    parts = [
        (clean(card.title, 160), f"{no_rows(card)} {clean(card.basis, 260).rstrip('.')}")
        for card in cards
    ]
    if paper.has_quotes and not paper.quotes:
        parts.append((quoted(paper), no_quotes()))
    frame = slides.write(slide, "", WHOLE, size=15, name=_("Tekst"))
    for i, (title, text) in enumerate(parts):
        paragraph = frame.paragraphs[0] if not i else frame.add_paragraph()
        slides.run(paragraph, title, size=15, bold=True)
        said = frame.add_paragraph()
        said.space_after = Pt(10)
        slides.run(said, text.strip(), size=14, colour=slides.SUBTLE)
    notes = [*map(definition, cards), paper.source.line, paper.source.url]
    slides.write_notes(slide, notes)


def _quotes(deck: Any, paper: Briefing) -> None:
    slide = slides.new_slide(deck, quoted(paper), paper.source)
    place = (slides.LEFT, Inches(1.3), Emu(slides.INNER * 8 // 10), slides.BODY)
    frame = slides.write(slide, "", place, size=15, name=_("Sitater"))
    for i, quote in enumerate(paper.quotes):
        paragraph = frame.paragraphs[0] if not i else frame.add_paragraph()
        slides.run(paragraph, f"«{quote.text}»", size=15)
        by = frame.add_paragraph()
        by.space_after = Pt(10)
        slides.run(by, quote.who, size=12, colour=slides.SUBTLE)
    slides.write_notes(slide, [paper.source.line, paper.source.url])


def _shrink(slide: Any, title: str) -> None:
    if len(title) > LONG_TITLE:
        for paragraph in slide.shapes.title.text_frame.paragraphs:
            paragraph.font.size = Pt(18)
