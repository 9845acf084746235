"""Which part of the map a picture shows, so that its key hides nothing of what is chosen."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pages.parts.papers.geometry import MARGIN, Box, Point, fitted

# Between the key and the edges of the picture, in pixels.
EDGE: Final = 12.0


def framed(
    chosen: Box,
    rows: Sequence[dict[str, Any]],
    shapes: Sequence[Sequence[Sequence[Point]]],
    key: tuple[float, float],
    size: tuple[int, int],
) -> tuple[Box, Point]:
    """Return what to show of the map, and where the upper left of the key stands in the picture.

    `chosen` is what must be seen, `rows` the municipalities in the order of their `shapes`. Where
    no corner is free, the map makes way for the key: below or to the right, whichever costs it
    less.
    """
    points = [
        point
        for i, row in enumerate(rows)
        if row["i_utvalg"]
        for ring in shapes[i]
        for point in ring
    ]
    width, height = size
    wide, high = key
    best, least = None, 0.0
    for room in ((width, height), (width, height - high - EDGE), (width - wide - EDGE, height)):
        box, scale = _aside(chosen, room, size)
        for corner in _corners(key, size):
            hidden = _inside(points, box, scale, corner, key)
            # A free corner of the largest map; else of the two that make way, the larger.
            if not hidden and room == size:
                return box, corner
            if not hidden and scale > least:
                best, least = (box, corner), scale
    if best is None:
        return fitted(chosen, width, height), next(_corners(key, size))
    return best


def _aside(chosen: Box, room: Sequence[float], size: tuple[int, int]) -> tuple[Box, float]:
    """Return the map with `chosen` in the upper left `room`, and its pixels per kilometre."""
    wide, high = chosen[2] - chosen[0], chosen[3] - chosen[1]
    scale = min(room[0] / (wide * MARGIN), room[1] / (high * MARGIN))
    west = chosen[0] - wide * (MARGIN - 1) / 2
    north = chosen[3] + high * (MARGIN - 1) / 2
    return (west, north - size[1] / scale, west + size[0] / scale, north), scale


def _corners(key: tuple[float, float], size: tuple[int, int]) -> Iterator[Point]:
    """Yield where the key may stand, the lower right first: there the country leaves room."""
    right, low = size[0] - key[0] - EDGE, size[1] - key[1] - EDGE
    yield from ((right, low), (EDGE, EDGE), (right, EDGE), (EDGE, low))


def _inside(
    points: Sequence[Point], box: Box, scale: float, corner: Point, key: tuple[float, float]
) -> bool:
    west, north = box[0] + (corner[0] - EDGE) / scale, box[3] - (corner[1] - EDGE) / scale
    east, south = west + (key[0] + 2 * EDGE) / scale, north - (key[1] + 2 * EDGE) / scale
    return any(west < p[0] < east and south < p[1] < north for p in points)
