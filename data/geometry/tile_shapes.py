"""Builds the map files of the grid from `ruter.csv`: `python -m data.geometry.tile_shapes`.

They have the form of those that show Norway as it lies, so that whoever draws one draws the other.
"""

import csv
import json
from collections.abc import Sequence
from typing import Final

import shapely
from shapely.geometry.base import BaseGeometry

from data.geometry.build import (
    HERE,
    KOMMUNER_CSV,
    Row,
    Shapes,
    boxes_of,
    feature,
    municipality_features,
    write,
    write_features,
)
from data.geometry.hatch import hatch

# The side of a cell and the space between hatch lines, in map kilometres.
SIDE: Final = 30
HATCH: Final = 6.0


def main() -> None:
    """Write the grid's map files and print their sizes."""
    with KOMMUNER_CSV.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["kommunenummer"])
    shapes = squares()
    write_features("ruter.geojson", municipality_features(rows, shapes))
    write_features("ruter-grenser.geojson", [feature({}, borders(rows, shapes))])
    hatched = [shapely.multilinestrings(hatch(shapes[row["kommunenummer"]], HATCH)) for row in rows]
    write_features("ruter-skravur.geojson", [feature({"i": i}, h) for i, h in enumerate(hatched)])
    boxes = boxes_of(rows, shapes)
    write("ruter-utsnitt.json", json.dumps(boxes, ensure_ascii=False, indent=1))


def squares() -> Shapes:
    """Give each municipality its cell as a square, the whole grid around (0, 0)."""
    with (HERE / "ruter.csv").open(encoding="utf-8", newline="") as file:
        cells = {
            row["kommunenummer"]: (int(row["kolonne"]), int(row["rad"]))
            for row in csv.DictReader(file)
        }
    wide, high = (1 + max(cell[axis] for cell in cells.values()) for axis in (0, 1))
    found: Shapes = {}
    for number, (column, row) in cells.items():
        x, y = SIDE * (column - wide / 2), SIDE * (high / 2 - row)
        found[number] = shapely.box(x, y - SIDE, x + SIDE, y)
    return found


def borders(rows: Sequence[Row], shapes: Shapes) -> BaseGeometry:
    """Give the sides that two districts share, as lines."""
    districts: dict[str, list[BaseGeometry]] = {}
    for row in rows:
        districts.setdefault(row["politidistrikt"], []).append(shapes[row["kommunenummer"]])
    areas = [shapely.union_all(cells) for _name, cells in sorted(districts.items())]
    shared = [
        shapely.intersection(one.boundary, other.boundary)
        for i, one in enumerate(areas)
        for other in areas[:i]
    ]
    lines = [
        part
        for each in shared
        for part in shapely.get_parts(each)
        if part.geom_type == "LineString"
    ]
    return shapely.line_merge(shapely.multilinestrings(lines))


if __name__ == "__main__":
    main()
