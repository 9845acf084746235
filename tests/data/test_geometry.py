"""The map files hold every municipality, in one order, whole, and in the right place."""

import csv
import json
import math
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

from data.geometry.hatch import MIN_LINES, hatch
from data.geometry.projection import to_map

GEOMETRY = Path(__file__).parents[2] / "data" / "geometry"
KOMMUNER_CSV = GEOMETRY.parent / "sources" / "felles" / "kommuner.csv"
MUNICIPALITY_FILES = ["kommuner-fin.geojson", "kommuner-grov.geojson"]
HATCH_FILES = ["skravur-land.geojson", "skravur-distrikt.geojson"]

# The unsimplified municipalities, cleaned, in EPSG:25833.
LAND_KM2 = 323_500
ROUNDING_KM = 0.01


@cache
def rows() -> list[dict[str, str]]:
    with KOMMUNER_CSV.open(encoding="utf-8", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["kommunenummer"])


@cache
def load(name: str) -> Any:
    return json.loads((GEOMETRY / name).read_text(encoding="utf-8"))


@cache
def shapes(name: str) -> list[BaseGeometry]:
    return [shape(feature["geometry"]) for feature in load(name)["features"]]


@cache
def centres() -> list[BaseGeometry]:
    return [shapely.points(*to_map(float(row["lat"]), float(row["lon"]))) for row in rows()]


def spacing_of(lines: Iterable[BaseGeometry]) -> float:
    """Give the distance between neighbouring 45° lines."""
    offsets = sorted({round(line.coords[0][1] - line.coords[0][0], 1) for line in lines})
    steps = [b - a for a, b in pairwise(offsets) if b - a > 0.1]
    return min(steps) / math.sqrt(2)


@pytest.mark.parametrize("name", MUNICIPALITY_FILES)
def test_every_municipality_is_there_in_the_order_of_the_register(name: str) -> None:
    properties = [feature["properties"] for feature in load(name)["features"]]
    assert properties == [
        {"i": i, "nr": row["kommunenummer"], "navn": row["kommunenavn"]}
        for i, row in enumerate(rows())
    ]
    assert len(properties) == 356


@pytest.mark.parametrize("name", MUNICIPALITY_FILES)
def test_every_shape_is_a_sound_polygon(name: str) -> None:
    unsound = [i for i, area in enumerate(shapes(name)) if not area.is_valid or area.area < 1]
    assert unsound == []
    assert {area.geom_type for area in shapes(name)} <= {"Polygon", "MultiPolygon"}


@pytest.mark.parametrize(
    ("name", "part"), [(MUNICIPALITY_FILES[0], 0.002), ("kommuner-grov.geojson", 0.01)]
)
def test_the_land_is_as_large_as_before_simplification(name: str, part: float) -> None:
    assert sum(area.area for area in shapes(name)) == pytest.approx(LAND_KM2, rel=part)


@pytest.mark.parametrize("name", MUNICIPALITY_FILES)
def test_neighbours_share_their_border(name: str) -> None:
    union = shapely.union_all(shapes(name))
    overlap = sum(area.area for area in shapes(name)) - union.area
    assert overlap == pytest.approx(0, abs=0.01)
    # What the land encloses is sea in the original too: five inlets. A sliver would be thinner.
    gaps = [shapely.Polygon(ring) for part in shapely.get_parts(union) for ring in part.interiors]
    assert [gap for gap in gaps if gap.area < 1] == []


@pytest.mark.parametrize("name", MUNICIPALITY_FILES)
def test_every_centre_lies_in_its_own_municipality(name: str) -> None:
    for row, area, centre in zip(rows(), shapes(name), centres(), strict=True):
        assert area.distance(centre) < 1, row["kommunenavn"]


def test_what_is_clicked_covers_what_is_drawn() -> None:
    fine, coarse = map(shapes, MUNICIPALITY_FILES)
    shares = [c.intersection(f).area / f.area for f, c in zip(fine, coarse, strict=True)]
    assert min(shares) > 0.6
    assert sum(shares) / len(shares) > 0.88


def test_what_is_clicked_is_light_enough_to_be_clicked() -> None:
    assert sum(map(shapely.get_num_coordinates, shapes("kommuner-grov.geojson"))) < 7_000


def test_district_borders_run_between_districts_and_not_along_the_coast() -> None:
    (feature,) = load("distriktsgrenser.geojson")["features"]
    borders = shape(feature["geometry"])
    districts: dict[str, list[BaseGeometry]] = {}
    for row, area in zip(rows(), shapes("kommuner-fin.geojson"), strict=True):
        districts.setdefault(row["politidistrikt"], []).append(area)
    outlines = [shapely.union_all(areas).boundary for areas in districts.values()]
    coast = shapely.union_all(shapes("kommuner-fin.geojson")).boundary
    # Each border is the outline of two districts; all other outline is coast or frontier.
    inner = (sum(line.length for line in outlines) - coast.length) / 2
    assert len(districts) == 12
    assert borders.length == pytest.approx(inner, rel=0.001)
    assert borders.intersection(coast).length == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("name", HATCH_FILES)
def test_hatching_lies_inside_its_own_municipality(name: str) -> None:
    for i, (feature, area) in enumerate(
        zip(load(name)["features"], shapes("kommuner-fin.geojson"), strict=True)
    ):
        lines = shape(feature["geometry"])
        assert feature["properties"] == {"i": i}
        assert len(lines.geoms) >= MIN_LINES
        assert lines.difference(area.buffer(2 * ROUNDING_KM)).length == pytest.approx(0, abs=0.01)
        for line in lines.geoms:
            (x0, y0), (x1, y1) = line.coords
            assert y1 - y0 == pytest.approx(x1 - x0, abs=2 * ROUNDING_KM)


@pytest.mark.parametrize("district", ["Oslo", "Øst", "Nordland", "Finnmark"])
def test_hatching_is_as_dense_on_the_screen_in_every_district(district: str) -> None:
    xmin, ymin, xmax, ymax = load("utsnitt.json")["politidistrikt"][district]
    px_per_km = min(670 / (xmax - xmin), 730 / (ymax - ymin))
    largest = max(
        (i for i, row in enumerate(rows()) if row["politidistrikt"] == district),
        key=lambda i: shapes("kommuner-fin.geojson")[i].area,
    )
    lines = shapes("skravur-distrikt.geojson")[largest].geoms
    assert spacing_of(lines) * px_per_km == pytest.approx(6.5, abs=0.5)


def test_hatching_gets_denser_until_a_small_area_has_two_lines() -> None:
    small = box(100.2, 50.1, 102, 52)
    lines = hatch(small, 13.5)
    assert len(lines) >= MIN_LINES
    assert all(small.buffer(1e-9).covers(shapely.linestrings(line)) for line in lines)


def test_hatching_of_neighbours_continues() -> None:
    spacing = 10.0
    for areas in (box(0, 0, 60, 60), box(60, 0, 120, 60)):
        for (x, y), _ in hatch(areas, spacing):
            lines_from_origin = (y - x) / (spacing * math.sqrt(2))
            assert lines_from_origin == pytest.approx(round(lines_from_origin), abs=1e-9)


def test_boxes_hold_what_they_are_named_after() -> None:
    boxes = load("utsnitt.json")
    assert sorted(boxes) == ["fylke", "kommune", "landet", "politidistrikt"]
    for key, column in (
        ("politidistrikt", "politidistrikt"),
        ("fylke", "fylkesnavn"),
        ("kommune", "kommunenummer"),
    ):
        assert sorted(boxes[key]) == sorted({row[column] for row in rows()})
        for name, bounds in boxes[key].items():
            members = [
                area
                for row, area in zip(rows(), shapes("kommuner-fin.geojson"), strict=True)
                if row[column] == name
            ]
            assert bounds == pytest.approx(list(shapely.total_bounds(members)), abs=ROUNDING_KM)
    assert boxes["landet"] == pytest.approx(
        list(shapely.total_bounds(shapes("kommuner-fin.geojson"))), abs=ROUNDING_KM
    )
