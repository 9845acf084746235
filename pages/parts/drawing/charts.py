"""What all Plotly charts share: type, colours of the page, and nothing that is not needed."""

from dataclasses import dataclass
from typing import Any, Final

from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import separators

# Plotly's word for transparent.
CLEAR: Final = "rgba(0,0,0,0)"
FONT: Final = "Inter, sans-serif"


@dataclass(frozen=True)
class Theme:
    """The colours a chart takes from the page."""

    text: str
    faint: str
    line: str
    accent: str


def theme_of(reader: Reader) -> Theme:
    """Return the chart colours of the reader's page, as in `look.css`."""
    if reader.dark:
        return Theme("#e9ebed", "#8a9098", "#2b323a", "#7db8f5")
    return Theme("#292c30", "#77797b", "#e3e5e7", "#0062ba")


def base_layout(reader: Reader, *, height: int) -> dict[str, Any]:
    """Return the layout every chart starts from, with the reader's separators and no tool bar."""
    theme = theme_of(reader)
    return {
        "height": height,
        "showlegend": False,
        "separators": separators(),
        "font": {"family": FONT, "size": 13, "color": theme.text},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "margin": {"l": 0, "r": 12, "t": 4, "b": 44},
        "hoverlabel": {"font": {"family": FONT, "size": 13}},
        "dragmode": False,
    }
