"""The briefing as a PowerPoint deck: native charts and tables that their reader can edit."""

import io
from collections.abc import Sequence
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Length, Pt

from pages.parts.card import Card
from pages.parts.colours import BLANK, Ink
from pages.parts.language import _
from pages.parts.papers import slides
from pages.parts.papers.briefing import (
    Briefing,
    cells,
    chosen_columns,
    definition,
    lead,
    left_out,
    no_quotes,
    no_rows,
    nothing,
    quoted,
    told,
)
from pages.parts.papers.chart import Chart, beside, chart_of
from pages.parts.papers.mapimage import Picture
from pages.parts.papers.source import Source
from pages.parts.papers.text import clean
from pages.parts.table import Column, Kind, Table

# Rows that can be read from the back of a room.
ROWS: Final = 13
COLUMNS: Final = 8
LONG_CELL: Final = 60
MANY_FIGURES: Final = 5
# The slide has room for so much of a finding before it must shrink.
LONG_TITLE: Final = 85
_FORMATS: Final[dict[Kind, str]] = {"share": "0%", "km": "0.0", "whole": "#,##0", "minutes": "0"}
_NO_GRID: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
Place = tuple[Length, Length, Length, Length]


def to_pptx(paper: Briefing) -> bytes:
    """Return `paper` as a presentation: title slide, map, one slide per card, quotes."""
    deck = slides.new_deck(paper.title, paper.source)
    _opening(deck, paper)
    if paper.picture:
        _map(deck, paper, paper.picture)
    for card in paper.cards:
        _card(deck, card, paper.source)
    if paper.has_quotes:
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
    wide = Emu(slides.INNER // max(4, len(paper.figures)))
    size = 36 if len(paper.figures) <= MANY_FIGURES else 26
    for i, figure in enumerate(paper.figures):
        left = Emu(slides.LEFT + i * wide)
        place = (left, Inches(4.35), Emu(wide - Inches(0.15)), Inches(1.5))
        frame = slides.write(
            slide, figure.value, place, size=size, bold=True, name=clean(figure.label)
        )
        slides.run(frame.add_paragraph(), clean(figure.label), size=14)
        slides.run(frame.add_paragraph(), clean(figure.basis), size=12, colour=slides.SUBTLE)
    slides.write_notes(slide, [paper.basis, paper.source.line, paper.source.url])


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
        slides.run(paragraph, figure.value, size=24 if len(paper.figures) <= MANY_FIGURES else 18, bold=True)
        text = f"{clean(figure.label)} ({clean(figure.basis)})"
        slides.run(frame.add_paragraph(), text, size=13)
    slides.write_notes(slide, [picture.alt, paper.source.line, paper.source.url])


def _card(deck: Any, card: Card, source: Source) -> None:
    title = clean(card.title, 160)
    slide = slides.new_slide(deck, title, source)
    _shrink(slide, title)
    text = lead(card)
    if text:
        place = (slides.LEFT, slides.LEAD, slides.INNER, Inches(0.3))
        slides.write(slide, text, place, size=13, colour=slides.SUBTLE, name=_("Ingress"))
    table = told(card)
    columns = chosen_columns(card, table, COLUMNS)
    chart = chart_of(card) if table is card.table else None
    if not card.table.rows:
        place = (slides.LEFT, slides.TOP, slides.INNER, Inches(0.5))
        slides.write(slide, no_rows(), place, size=16)
    elif chart:
        wide = Emu(slides.INNER * 58 // 100)
        _chart(slide, card, chart, (slides.LEFT, slides.TOP, wide, Emu(slides.BODY - Inches(0.3))))
        left = Emu(slides.LEFT + wide + Inches(0.25))
        room = Emu(slides.LEFT + slides.INNER - left)
        table, columns = card.table, beside(card, chart)
        _table(slide, card, table, columns, (left, slides.TOP, room, slides.BODY))
    else:
        _table(slide, card, table, columns, (slides.LEFT, slides.TOP, slides.INNER, slides.BODY))
    rows = _rows(table, columns)
    shown = [clean(card.basis, 260).rstrip("."), left_out(table, rows)]
    basis = ". ".join(text for text in shown if text)
    place = (slides.LEFT, Emu(slides.FOOT - Inches(0.3)), slides.INNER, Inches(0.25))
    slides.write(slide, basis, place, size=10, colour=slides.SUBTLE, name=_("Grunnlag"))
    slides.write_notes(slide, [definition(card), basis, source.line, source.url])


def _rows(table: Table, columns: Sequence[int]) -> int:
    """Return how many rows a slide has room for; rows of long texts take two lines."""
    long = any(len(str(row[i])) > LONG_CELL for row in table.rows for i in columns)
    return ROWS // 2 if long else max(ROWS, len(table.rows) if len(table.rows) == ROWS + 1 else 0)


def _quotes(deck: Any, paper: Briefing) -> None:
    slide = slides.new_slide(deck, quoted(paper), paper.source)
    place = (slides.LEFT, Inches(1.3), Emu(slides.INNER * 8 // 10), slides.BODY)
    if not paper.quotes:
        slides.write(slide, no_quotes(), place, size=16)
        return
    frame = slides.write(slide, "", place, size=15, name=_("Sitater"))
    for i, quote in enumerate(paper.quotes):
        paragraph = frame.paragraphs[0] if not i else frame.add_paragraph()
        slides.run(paragraph, f"«{quote.text}»", size=15)
        by = frame.add_paragraph()
        by.space_after = Pt(10)
        slides.run(by, quote.who, size=12, colour=slides.SUBTLE)
    slides.write_notes(slide, [paper.source.line, paper.source.url])


def _chart(slide: Any, card: Card, chart: Chart, place: Place) -> None:
    data = CategoryChartData(number_format=_FORMATS.get(chart.kind, "General"))
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    kind = {
        "stacked": XL_CHART_TYPE.BAR_STACKED_100,
        "bars": XL_CHART_TYPE.BAR_CLUSTERED,
        "lines": XL_CHART_TYPE.LINE,
    }[chart.form]
    shape = slide.shapes.add_chart(kind, *place, data)
    shape.name = _("Diagram")
    slides.describe(shape, clean(card.alt or f"{card.title}. {_spoken(chart)}", 1500))
    drawn = shape.chart
    drawn.font.size, drawn.font.name = Pt(11), slides.FONT
    drawn.font.color.rgb = slides.INK
    drawn.has_title = False
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
    _axes(drawn, chart)
    for series, made in zip(chart.series, drawn.plots[0].series, strict=True):
        _paint(made, series.ink, lines=chart.form == "lines")
    if chart.form != "lines":
        _labels(drawn.plots[0], chart)


def _axes(drawn: Any, chart: Chart) -> None:
    value, category = drawn.value_axis, drawn.category_axis
    value.has_major_gridlines = chart.form == "lines"
    value.minimum_scale = 0
    if chart.form == "lines":
        value.major_gridlines.format.line.color.rgb = slides.LINE
        value.format.line.fill.background()
        return
    value.visible = False
    # A bar chart counts from below; ours, like the tables, begin at the top.
    category.reverse_order = True
    category.format.line.fill.background()
    category.major_tick_mark = category.minor_tick_mark = XL_TICK_MARK.NONE
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW




def _labels(plot: Any, chart: Chart) -> None:
    plot.gap_width = 35 if chart.form == "stacked" else 45
    plot.overlap = 100 if chart.form == "stacked" else -5
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value = True
    labels.font.size = Pt(10)
    # Nothing is written for a segment that is not there.
    labels.number_format = "0;;" if chart.form == "stacked" else _FORMATS.get(chart.kind, "0")
    labels.number_format_is_linked = False
    if chart.form == "bars":
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        return
    for series, made in zip(chart.series, plot.series, strict=True):
        own = made.data_labels
        own.show_value, own.number_format, own.number_format_is_linked = True, "0;;", False
        own.font.size = Pt(10)
        own.font.color.rgb = _on(series.ink)


def _paint(made: Any, ink: Ink, *, lines: bool) -> None:
    if lines:
        made.format.line.color.rgb = _rgb(ink.outline)
        made.format.line.width = Pt(2.25)
        made.smooth = False
        return
    fill = made.format.fill
    if ink.hatched:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = slides.LINE, RGBColor(255, 255, 255)
    else:
        fill.solid()
        fill.fore_color.rgb = RGBColor(255, 255, 255) if ink.fill == BLANK else _rgb(ink.fill)
    made.format.line.color.rgb = _rgb(ink.outline)
    made.format.line.dash_style = MSO_LINE.SOLID
    made.invert_if_negative = False


def _table(slide: Any, card: Card, table: Table, columns: list[int], place: Place) -> None:
    rows = cells(table, columns, _rows(table, columns))
    left, top, wide, high = place
    row_height = min(Inches(0.36 if _rows(table, columns) >= ROWS else 0.72), Emu((high - Inches(0.35)) // (len(rows) + 1)))
    shape = slide.shapes.add_table(
        len(rows) + 1, len(columns), left, top, wide, Emu(row_height * (len(rows) + 1))
    )
    shape.name = _("Tabell")
    slides.describe(shape, clean(f"{card.title}. {card.basis}", 500))
    grid = shape.table
    grid.horz_banding = False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_GRID
    size = 11 if len(columns) <= 5 and len(rows) <= ROWS else 10
    headings = [clean(table.columns[i].heading, 60) for i in columns]
    for j, width in enumerate(_widths(headings, rows, wide)):
        grid.columns[j].width = width
    for i, texts in enumerate([headings, *rows]):
        grid.rows[i].height = row_height
        for j, text in enumerate(texts):
            right = table.columns[columns[j]].is_number
            _cell(grid.cell(i, j), clean(text, 130), size, head=not i, right=right)


def _widths(headings: list[str], rows: list[list[str]], wide: Length) -> list[Length]:
    """Return widths in proportion to what stands in the columns, the last one taking the rest."""
    needs = []
    for j, heading in enumerate(headings):
        longest = max((len(row[j]) for row in rows), default=0)
        word = max((len(w) for w in heading.split()), default=0)
        needs.append(min(34, max(longest, word + 1, len(heading) // 2)) + 4)
    widths = [Emu(wide * need // sum(needs)) for need in needs]
    widths[-1] = Emu(widths[-1] + wide - sum(widths))
    return widths


def _cell(cell: Any, text: str, size: float, *, head: bool, right: bool) -> None:
    cell.margin_left, cell.margin_right = Inches(0.03), Inches(0.06)
    cell.margin_top = cell.margin_bottom = Inches(0.01)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    slides.run(paragraph, text, size=size - 1 if head else size, bold=head)
    _rule(cell, heavy=head)


def _rule(cell: Any, *, heavy: bool) -> None:
    """Draw the line below a cell; tables have no other."""
    properties = cell._tc.get_or_add_tcPr()
    line = properties.makeelement(qn("a:lnB"), {"w": str(Pt(1 if heavy else 0.5))})
    fill = line.makeelement(qn("a:solidFill"), {})
    colour = fill.makeelement(qn("a:srgbClr"), {"val": "292C30" if heavy else "BBBCBD"})
    fill.append(colour)
    line.append(fill)
    properties.insert(0, line)


def _spoken(chart: Chart) -> str:
    """Return the chart in words, bar by bar."""
    write = Column("", chart.kind).text
    return "; ".join(
        f"{name}: " + ", ".join(f"{each.name} {write(each.values[i])}" for each in chart.series)
        for i, name in enumerate(chart.categories)
    )


def _shrink(slide: Any, title: str) -> None:
    if len(title) > LONG_TITLE:
        for paragraph in slide.shapes.title.text_frame.paragraphs:
            paragraph.font.size = Pt(18)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())


def _on(ink: Ink) -> RGBColor:
    """Return the colour of text on `ink`: ink on what is light, white on what is dark."""
    if ink.fill == BLANK:
        return slides.INK
    red, green, blue = _rgb(ink.fill)
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return slides.INK if light > 150 else RGBColor(255, 255, 255)
