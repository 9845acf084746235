"""Native charts on a slide: what their reader can edit in Office."""

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
from pptx.util import Pt

from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import BLANK, Ink
from pages.parts.drawing.table import Column
from pages.parts.papers import slides
from pages.parts.papers.chart import Chart
from pages.parts.papers.text import clean
from pages.parts.reading.language import _
from pages.parts.wording.numbers import Kind

# As the screen writes them: one decimal below ten kilometres, none from there.
_FORMATS: Final[dict[Kind, str]] = {
    "share": "0%",
    "km": "[>=9.95]0;0.0",
    "decimal": "0.0",
    "whole": "#,##0",
    "minutes": "0",
}
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
