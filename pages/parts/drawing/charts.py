"""What all Plotly charts share: type and colours of the page, and their place in the document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from plotly.io import to_json

from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import separators
from pages.server.assets import plotly_url

# A chart as Plotly's script takes it: the traces under «data», the rest under «layout».
Figure = dict[str, Any]
# Plotly's word for transparent.
CLEAR: Final = "rgba(0,0,0,0)"
FONT: Final = "Inter, sans-serif"
# As high as the chart will be, so that nothing moves when it is drawn.
_PLACE: Final = Markup(
    '<div class="diagram" role="img" aria-label="{alt}" data-egen="diagram" data-plotly="{plotly}"'
    ' data-figur="{figure}" style="height:{height}px"></div>'
)


def chart(figure: Figure | None, alt: str) -> Markup:
    """Return where `charts.js` is to draw `figure` in the document; nothing where it is None.

    `alt` says what the chart shows. A part of it whose custom data is a link leads there when it is
    pressed. Plotly needs longer to draw than the rest of a page takes, so the browser does it when
    the words stand, and only for who has come near the chart.
    """
    if figure is None:
        return Markup("")
    # The tests let Plotly look through every figure; each reader need not wait for that.
    told = to_json(figure, validate=False)
    return _PLACE.format(
        alt=alt, plotly=plotly_url(), figure=told, height=figure["layout"]["height"]
    )


@dataclass(frozen=True)
class Theme:
    """The colours a chart takes from the page."""

    text: str
    faint: str
    line: str
    accent: str
    ground: str


def theme_of(reader: Reader) -> Theme:
    """Return the chart colours of the reader's page, as in `look/`."""
    if reader.dark:
        return Theme("#e9ebed", "#8a9098", "#2b323a", "#7db8f5", "#14181d")
    return Theme("#292c30", "#77797b", "#e3e5e7", "#0062ba", "#ffffff")


def chart_of(
    reader: Reader,
    parts: list[dict[str, Any]],
    *,
    height: int,
    margin: Mapping[str, int] | None = None,
    **layout: Any,
) -> Figure:
    """Return the chart of `parts`, traces as Plotly describes them, in the type of the page.

    `margin` and `layout` are what differs from what all charts start from: the reader's separators,
    the colours of the page, and no tool bar.
    """
    theme = theme_of(reader)
    base = {
        "height": height,
        "showlegend": True,
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "itemclick": False},
        "separators": separators(),
        "font": {"family": FONT, "size": 13, "color": theme.text},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "margin": {"l": 0, "r": 12, "t": 36, "b": 44, **(margin or {})},
        "hoverlabel": {"font": {"family": FONT, "size": 13}, "align": "left"},
        "hovermode": "closest",
        "dragmode": False,
    }
    return {"data": parts, "layout": base | layout}
