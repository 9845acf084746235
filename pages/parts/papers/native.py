"""Native charts and tables on a slide: what their reader can edit in Office."""

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

from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import BLANK, Ink
from pages.parts.drawing.table import Column, Table
from pages.parts.papers import slides
from pages.parts.papers.chart import Chart
from pages.parts.papers.telling import LIMITS, cells, most_rows, weights
from pages.parts.papers.text import CELL, clean
from pages.parts.reading.language import _
from pages.parts.wording.numbers import Kind

# Rows that can be read from the back of a room.
ROWS: Final = 16
# The longest text in a cell of a slide.
LONGEST: Final = 320
# Sizes to write a table in, in points, and how wide a letter is of its size.
SIZES: Final = (16, 14, 12, 11, 10, 9)
LETTER: Final = 0.56
EMU_PER_POINT: Final = 12_700
LEADING: Final = 1.25
PADDING: Final = 0.7
MARGIN: Final = Inches(0.07)
# What the numbers rest on stands below the table.
BASIS: Final = Inches(0.35)
_FORMATS: Final[dict[Kind, str]] = {"share": "0%", "km": "0.0", "whole": "#,##0", "minutes": "0"}
_NO_GRID: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_LIGHT: Final = 150


def draw_chart(slide: Any, card: Card, chart: Chart, place: slides.Place) -> None:
    """Draw `chart` as a native chart whose numbers are the card's own."""
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
    # Python-pptx gives axes negative numbers, which the format does not know.
    for axis in drawn._chartSpace.xpath("//c:axId | //c:crossAx"):
        axis.set("val", axis.get("val").removeprefix("-"))


def _axes(drawn: Any, chart: Chart) -> None:
    value, category = drawn.value_axis, drawn.category_axis
    value.has_major_gridlines = chart.form == "lines"
    value.minimum_scale = 0
    if chart.form == "lines":
        value.tick_labels.number_format = _FORMATS.get(chart.kind, "General")
        value.tick_labels.number_format_is_linked = False
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


def draw_table(
    slide: Any, card: Card, table: Table, columns: Sequence[int], place: slides.Place
) -> int:
    """Draw some columns of `table` as a native table, and return how many rows there is room for.

    Few rows are written large, and rows of long texts take as many lines as they need.
    """
    left, top, wide, high = place
    rows = cells(table, columns, most_rows(card, ROWS), min(LONGEST, LIMITS.get(card.name, CELL)))
    headings = [clean(table.columns[i].heading, 60) for i in columns]
    size, widths, heights = _fitted(headings, rows, wide, Emu(high - BASIS))
    rows = rows[: len(heights) - 1]
    shape = slide.shapes.add_table(len(heights), len(columns), left, top, wide, Emu(sum(heights)))
    shape.name = _("Tabell")
    slides.describe(shape, clean(f"{card.title}. {card.basis}", 500))
    grid = shape.table
    grid.horz_banding = False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_GRID
    for j, width in enumerate(widths):
        grid.columns[j].width = width
    for i, texts in enumerate([headings, *rows]):
        grid.rows[i].height = heights[i]
        for j, text in enumerate(texts):
            right = table.columns[columns[j]].is_number
            _cell(grid.cell(i, j), text, size, head=not i, right=right)
    return len(rows)


def _fitted(
    headings: Sequence[str], rows: Sequence[Sequence[str]], wide: Length, high: Length
) -> tuple[float, list[Emu], list[Emu]]:
    """Return the size of the text, the widths of the columns and the heights of heading and rows.

    The largest size at which all rows have room; at the smallest, the rows that have.
    """
    for size in SIZES:
        letter = size * LETTER * EMU_PER_POINT
        room = int(wide / letter)
        needs = weights(headings, rows, room)
        widths = [Emu(int(wide * need / sum(needs))) for need in needs]
        widths[-1] = Emu(widths[-1] + wide - sum(widths))
        heights = [_height(texts, widths, size) for texts in (headings, *rows)]
        if sum(heights) <= high and sum(needs) <= room:
            return size, widths, heights
    while sum(heights) > high and len(heights) > 2:
        heights.pop()
    return size, widths, heights


def _height(texts: Sequence[str], widths: Sequence[Emu], size: float) -> Emu:
    """Return how high a row must be for its longest text."""
    lines = max(
        -(-int(len(text) * size * LETTER * EMU_PER_POINT) // max(1, width - 2 * MARGIN))
        for text, width in zip(texts, widths, strict=True)
    )
    return Emu(int((max(1, lines) * LEADING + PADDING) * size * EMU_PER_POINT))


def _cell(cell: Any, text: str, size: float, *, head: bool, right: bool) -> None:
    cell.margin_left, cell.margin_right = MARGIN, MARGIN
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


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())


def _on(ink: Ink) -> RGBColor:
    """Return the colour of text on `ink`: ink on what is light, white on what is dark."""
    if ink.fill == BLANK:
        return slides.INK
    red, green, blue = _rgb(ink.fill)
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return slides.INK if light > _LIGHT else RGBColor(255, 255, 255)
