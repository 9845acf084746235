"""The list of neighbours says what the borders say."""

import csv
import json

from shapely.geometry import Point, box, shape

from data.geometry.build import neighbours
from data.paths import COMMON, GEOMETRY


def listed() -> list[tuple[str, str]]:
    with (GEOMETRY / "naboer.csv").open(encoding="utf-8", newline="") as file:
        return [(row["kommunenummer"], row["nabo"]) for row in csv.DictReader(file)]


def test_the_list_is_what_the_fine_borders_give() -> None:
    features = json.loads((GEOMETRY / "kommuner-fin.geojson").read_text("utf-8"))["features"]
    shapes = {f["properties"]["nr"]: shape(f["geometry"]) for f in features}
    assert neighbours(shapes) == listed()


def test_every_pair_stands_both_ways_and_nobody_is_her_own_neighbour() -> None:
    pairs = set(listed())
    assert len(pairs) == len(listed())
    assert pairs == {(b, a) for a, b in pairs}
    assert not [a for a, b in pairs if a == b]


def test_to_meet_in_a_corner_is_not_to_be_neighbours() -> None:
    areas = {"1": box(0, 0, 1, 1), "2": box(1, 0, 2, 1), "3": box(1, 1, 2, 2), "4": box(5, 5, 6, 6)}
    assert neighbours(areas) == [("1", "2"), ("2", "1"), ("2", "3"), ("3", "2")]
    assert neighbours({"1": areas["1"], "2": Point(0, 0).buffer(0.5)}) == [("1", "2"), ("2", "1")]


def test_names_belong_to_municipalities_there_are() -> None:
    def numbers(name: str) -> set[str]:
        with (COMMON / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return {row["kommunenummer"] for row in csv.DictReader(file)}

    assert numbers("kommunenavn") <= numbers("kommuner")
    assert {a for a, _b in listed()} <= numbers("kommuner")
