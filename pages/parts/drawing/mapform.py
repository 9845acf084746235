"""The two forms of the map: Norway as it lies, and a grid where each municipality is as large."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from data.paths import GEOMETRY
from queries import View

Box = tuple[float, float, float, float]
Point = tuple[float, float]

# The side of a municipality in the grid, in map kilometres; the stations in it stand along its
# lower edge, this far apart.
SIDE: Final = 30.0
APART: Final = 5.0
IN_A_ROW: Final = 5


@dataclass(frozen=True)
class MapForm:
    """The files a form of the map is drawn from, by their names in data/geometry."""

    shapes: str
    borders: str
    # Hatching for the whole country, and for what is seen closer.
    hatching: tuple[str, str]
    extents: str
    # A part of the country that is enlarged beside it, in map kilometres.
    part: Box | None = None

    @property
    def land(self) -> Box:
        """Return the extent of the country, in map kilometres."""
        west, south, east, north = _read(self.extents)["landet"]
        return west, south, east, north

    def box(self, view: View) -> Box:
        """Return the extent of the districts or counties chosen in `view`, or of the country."""
        boxes = _read(self.extents)
        chosen = [boxes["politidistrikt"][name] for name in view.distrikt]
        chosen = chosen or [boxes["fylke"][name] for name in view.fylke] or [boxes["landet"]]
        west, south, east, north = zip(*chosen, strict=True)
        return min(west), min(south), max(east), max(north)

    def municipality(self, number: str) -> Box:
        """Return the extent of municipality `number`, in map kilometres."""
        west, south, east, north = _read(self.extents)["kommune"][number]
        return west, south, east, north

    def spot(self, number: str, x: float, y: float) -> Point:
        """Return where a point of municipality `number` at `x`, `y` in Norway stands."""
        if self is LAND:
            return x, y
        west, south, east, north = self.municipality(number)
        return (west + east) / 2, (south + north) / 2

    def stations(self, numbers: Sequence[str], points: Sequence[Point]) -> list[Point]:
        """Return where stations stand that lie at `points` in the municipalities `numbers`."""
        if self is LAND:
            return list(points)
        found, before = [], dict.fromkeys(numbers, 0)
        for number in numbers:
            west, south, _east, _north = self.municipality(number)
            row, place = divmod(before[number], IN_A_ROW)
            found.append((west + APART * (1 + place), south + APART * (1 + row)))
            before[number] += 1
        return found


LAND: Final = MapForm(
    "kommuner-fin.geojson",
    "distriktsgrenser.geojson",
    ("skravur-land.geojson", "skravur-distrikt.geojson"),
    "utsnitt.json",
    # Around the Oslofjord, where the country's smallest municipalities lie.
    part=(-345.0, -665.0, -205.0, -525.0),
)
GRID: Final = MapForm(
    "ruter.geojson",
    "ruter-grenser.geojson",
    ("ruter-skravur.geojson", "ruter-skravur.geojson"),
    "ruter-utsnitt.json",
)


def form_of(view: View) -> MapForm:
    """Return the form of the map that is chosen in `view`."""
    return GRID if view.kartform == "ruter" else LAND


@cache
def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GEOMETRY / name).read_text("utf-8"))
    return found
