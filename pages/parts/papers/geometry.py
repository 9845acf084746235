"""The map's shapes as files hold them, and as they are placed in a picture."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

from data.paths import GEOMETRY

Box = tuple[float, float, float, float]
Point = Sequence[float]

MARGIN: Final = 1.06


def extent(kind: str, name: str) -> Box:
    """Return the extent of a `politidistrikt`, `fylke` or `kommune`, in map kilometres."""
    return extents()[kind][name]


def fitted(box: Box, width: float, height: float) -> Box:
    """Return `box` with a margin, in the shape of a picture of `width` × `height`."""
    wide, high = (box[2] - box[0]) * MARGIN, (box[3] - box[1]) * MARGIN
    wide, high = max(wide, high * width / height), max(high, wide * height / width)
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def placed(parts: Iterable[Sequence[Point]], box: Box, scale: float, *, closed: bool) -> str:
    """Return rings or lines as the data of an SVG path, in pixels from the box's upper left."""
    west, north = box[0], box[3]
    end = "Z" if closed else ""
    return "".join(
        "M"
        + "L".join(f"{(p[0] - west) * scale:.1f} {(north - p[1]) * scale:.1f}" for p in part)
        + end
        for part in parts
    )


def meet(one: Box, other: Box) -> bool:
    """Return whether two boxes have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


@cache
def paths(name: str) -> list[list[Sequence[Point]]]:
    """Return the rings or lines of each feature of a geometry file, in the order of the file."""
    features = json.loads((GEOMETRY / name).read_text("utf-8"))["features"]
    return [_rings(feature["geometry"]) for feature in features]


def _rings(geometry: dict[str, Any]) -> list[Sequence[Point]]:
    coordinates = geometry["coordinates"]
    if geometry["type"] == "MultiPolygon":
        return [ring for polygon in coordinates for ring in polygon]
    return list(coordinates)


@cache
def extents() -> dict[str, dict[str, Box]]:
    """Return the extent of the country and of each district, county and municipality."""
    found = json.loads((GEOMETRY / "utsnitt.json").read_text("utf-8"))
    return found | {"landet": {"landet": found["landet"]}}
