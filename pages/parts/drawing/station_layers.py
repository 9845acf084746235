"""The layers of stations on a map: which there are, which are drawn, in what order and how."""

from collections.abc import Sequence
from typing import Any, Final

from pages.parts.drawing.colours import Palette

# Of the new stations, those that are open a part of the year, and those that are closed in the
# season a reader has chosen.
SEASONAL: Final = "nytt_sesong"
CLOSED: Final = "nytt_stengt"
LAYERS: Final = ("i_dag", "nedlagt", "nytt")
# What a map has that is not about stations.
TODAY: Final = ("i_dag",)
# From the bottom up: the ones that must not be hidden come last.
_ORDER: Final = ("nedlagt", "i_dag", CLOSED, "nytt", SEASONAL)


def kinds_of_new(season: str | None) -> tuple[str, ...]:
    """Return the layers that the new stations are in, besides those that are open all year."""
    if season is None:
        return (SEASONAL,)
    return (CLOSED,) if season == "helaar" else (SEASONAL, CLOSED)


def named(lag: Sequence[str], season: str | None) -> tuple[str, ...]:
    """Return the layers behind `lag`, what a reader chooses among, as a key names them."""
    return (*lag, *(kinds_of_new(season) if "nytt" in lag else ()))


def drawn(lag: Sequence[str], season: str | None) -> tuple[str, ...]:
    """Return the layers behind `lag` in the order they are drawn."""
    behind = named(lag, season)
    return tuple(each for each in _ORDER if each in behind)


def layer_of(row: dict[str, Any]) -> str:
    """Return the layer of a station (query `tjenestesteder`)."""
    if not row["aapent"]:
        return CLOSED
    return SEASONAL if row["sesong"] else str(row["lag"])


def look(layer: str, palette: Palette) -> tuple[str, str, float, float]:
    """Return a layer's points: their fill and line, their radius and width of line in pixels."""
    found: dict[str, tuple[str, str, float, float]] = {
        "i_dag": (palette.station, palette.border, 2.2, 0.8),
        "nedlagt": (palette.border, palette.district, 2.4, 1.2),
        "nytt": (palette.accent, palette.border, 5.0, 0.8),
        SEASONAL: (palette.border, palette.accent, 4.5, 2.0),
        CLOSED: (palette.border, palette.district, 4.5, 2.0),
    }
    return found[layer]
