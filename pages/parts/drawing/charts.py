"""What all Plotly charts share: type and colours of the page, and their place among its pieces."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from pages.parts.drawing.card import Card, foot, framed, heading
from pages.parts.drawing.document import place, write
from pages.parts.reading.language import spoken
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import separators

CONFIG: Final = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
# Plotly looks at all that is put into a figure, which takes longer than all the rest of a page that
# has been seen before. A figure takes some tens of kB.
REMEMBERED: Final = 128
# Plotly's word for transparent.
CLEAR: Final = "rgba(0,0,0,0)"
FONT: Final = "Inter, sans-serif"


def charted(
    name: str,
    card: Callable[[Reader], Card],
    draw: Callable[[Reader], go.Figure | None],
    reader: Reader,
) -> None:
    """Show `card`, called `name`, with what `draw` returns as its figure, below what is written.

    A part of the chart whose custom data is a link leads there when it is pressed (`charts.js`).
    Without a chart the card has its words alone.
    """
    write("figurhode", lambda reader: framed(name, heading(card(reader)), reader), reader)
    chart, alt = _drawn(spoken(), draw, card, reader)
    if chart is not None:
        place()
        st.plotly_chart(chart, key=f"figur-{name}", theme=None, config=CONFIG, alt=alt)
    write("figurfot", lambda reader: foot(card(reader), reader), reader)


@lru_cache(maxsize=REMEMBERED)
def _drawn(
    _lang: str,
    draw: Callable[[Reader], go.Figure | None],
    card: Callable[[Reader], Card],
    reader: Reader,
) -> tuple[go.Figure | None, str]:
    return draw(reader), card(reader).alt


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
) -> go.Figure:
    """Return the chart of `parts`, traces as Plotly describes them, in the type of the page.

    `margin` and `layout` are what differs from what all charts start from: the reader's separators,
    the colours of the page, and no tool bar. All is given at once, since Plotly goes through the
    whole figure for each thing that is added to it: that took six times as long.
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
        # All is said here; Plotly's own would be looked through and sent with each figure.
        "template": {},
    }
    return go.Figure({"data": parts, "layout": base | layout})
