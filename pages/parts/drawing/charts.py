"""What all Plotly charts share: type and colours of the page, and their place among its pieces."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from pages.parts.drawing.card import Card, foot, framed, heading
from pages.parts.drawing.document import place, write
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import separators

CONFIG: Final = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
# Plotly's word for transparent.
CLEAR: Final = "rgba(0,0,0,0)"
FONT: Final = "Inter, sans-serif"


def charted(
    name: str,
    card: Callable[[Reader], Card],
    draw: Callable[[Reader], go.Figure | None],
    reader: Reader,
    *,
    on_pick: Callable[..., None] | None = None,
) -> None:
    """Show `card`, called `name`, with what `draw` returns as its figure, below what is written.

    With `on_pick`, pressing a part of the chart changes the View as the part's custom data, which
    are the code and the group, say. Without a chart the card has its words alone.
    """
    write("figurhode", lambda reader: framed(name, heading(card(reader)), reader), reader)
    chart = draw(reader)
    if chart is not None:
        place()
        _show(name, chart, card(reader).alt, on_pick)
    write("figurfot", lambda reader: foot(card(reader), reader), reader)


def _show(name: str, chart: go.Figure, alt: str, on_pick: Callable[..., None] | None) -> None:
    key = f"figur-{name}"
    if on_pick is None:
        st.plotly_chart(chart, key=key, theme=None, config=CONFIG, alt=alt)
        return

    def picked() -> None:
        for point in st.session_state[key].selection.points[:1]:
            kode, gruppe = point["customdata"]
            on_pick(kode=kode, gruppe=gruppe, samtidig=None)

    st.plotly_chart(
        chart,
        key=key,
        theme=None,
        config=CONFIG,
        alt=alt,
        on_select=picked,
        selection_mode="points",
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


def base_layout(reader: Reader, *, height: int) -> dict[str, Any]:
    """Return the layout every chart starts from, with the reader's separators and no tool bar."""
    theme = theme_of(reader)
    return {
        "height": height,
        "showlegend": True,
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "itemclick": False},
        "separators": separators(),
        "font": {"family": FONT, "size": 13, "color": theme.text},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "margin": {"l": 0, "r": 12, "t": 36, "b": 44},
        "hoverlabel": {"font": {"family": FONT, "size": 13}},
        "dragmode": False,
    }
