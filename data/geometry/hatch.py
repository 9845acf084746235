"""Parallel 45° lines inside a municipality, the sign for "has not answered"."""

import math
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

# A municipality too small for this many lines gets its lines closer together.
MIN_LINES: Final = 2

# A piece shorter than this share of the spacing is a speck on the map and is left out, unless
# the municipality would lose its last lines.
_SPECK: Final = 0.5

_MAX_HALVINGS: Final = 8


def hatch(area: BaseGeometry, spacing_km: float) -> list[list[list[float]]]:
    """Give lines y = x + c, `spacing_km` apart, clipped to an area in map kilometres.

    The lines of all areas with one spacing lie on one common grid, so neighbours continue each
    other. The spacing is halved until the area has `MIN_LINES` lines.
    """
    for halvings in range(_MAX_HALVINGS):
        spacing = spacing_km / 2**halvings
        pieces = _clipped(area, spacing)
        long_enough = [piece for piece in pieces if _length(piece) >= spacing * _SPECK]
        if len({_grid_number(piece, spacing) for piece in long_enough}) >= MIN_LINES:
            return long_enough
    raise ValueError(f"an area of {area.area:.2f} km² cannot be hatched")


def _clipped(area: BaseGeometry, spacing: float) -> list[list[list[float]]]:
    """Clip the grid's lines to the area, ordered from the lower right to the upper left."""
    xmin, ymin, xmax, ymax = area.bounds
    step = spacing * math.sqrt(2)
    numbers = np.arange(math.ceil((ymin - xmax) / step), math.floor((ymax - xmin) / step) + 1)
    if numbers.size == 0:
        return []
    offsets = numbers * step
    starts = np.column_stack([np.full_like(offsets, xmin), xmin + offsets])
    ends = np.column_stack([np.full_like(offsets, xmax), xmax + offsets])
    grid = shapely.linestrings(np.stack([starts, ends], axis=1))
    parts = shapely.get_parts(shapely.intersection(grid, area))
    lines = [part for part in parts if part.geom_type == "LineString" and part.length > 0]
    pieces = [[list(point) for point in sorted(line.coords)] for line in lines]
    return sorted(pieces, key=lambda piece: (_grid_number(piece, spacing), piece[0][0]))


def _grid_number(piece: list[list[float]], spacing: float) -> int:
    x, y = piece[0]
    return round((y - x) / (spacing * math.sqrt(2)))


def _length(piece: list[list[float]]) -> float:
    return math.dist(piece[0], piece[-1])
