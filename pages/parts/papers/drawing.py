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

from pages.parts.card import Card
from pages.parts.colours import BLANK, Ink
from pages.parts.language import _
from pages.parts.papers import slides
from pages.parts.papers.briefing import cells
from pages.parts.papers.chart import Chart
from pages.parts.papers.text import clean
from pages.parts.table import Column, Kind, Table

# Rows that can be read from the back of a room.
ROWS: Final = 14
LONG_CELL: Final = 60
_FORMATS: Final[dict[Kind, str]] = {"share": "0%", "km": "0.0", "whole": "#,##0", "minutes": "0"}
_NO_GRID: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_LIGHT: Final = 150


def rows_of(table: Table, columns: Sequence[int]) -> int:
    """Return how many rows a slide has room for; rows of long texts take two lines."""
    long = any(len(str(row[i])) > LONG_CELL for row in table.rows for i in columns)
    return ROWS // 2 if long else ROWS


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
) -> None:
    """Draw some columns of `table` as a native table, as many rows as there is room for."""
    rows = cells(table, columns, rows_of(table, columns))
    left, top, wide, high = place
    row_height = min(
        Inches(0.36 if rows_of(table, columns) >= ROWS else 0.72),
        Emu((high - Inches(0.35)) // (len(rows) + 1)),
    )
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


def _widths(headings: list[str], rows: list[list[str]], wide: Length) -> list[Emu]:
    """Return widths in proportion to what stands in the columns, the last one taking the rest."""
    needs = []
    for j, heading in enumerate(headings):
        longest = max((len(row[j]) for row in rows), default=0)
        word = max((len(w) for w in heading.split()), default=0)
        needs.append(min(34, max(longest, word + 2, len(heading) // 2)) + 4)
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


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())


def _on(ink: Ink) -> RGBColor:
    """Return the colour of text on `ink`: ink on what is light, white on what is dark."""
    if ink.fill == BLANK:
        return slides.INK
    red, green, blue = _rgb(ink.fill)
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return slides.INK if light > _LIGHT else RGBColor(255, 255, 255)
