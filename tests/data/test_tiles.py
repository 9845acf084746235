"""The grid: every municipality has a cell of its own, beside those it lies beside, north up."""

import csv
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import shapely

from data.geometry import tile_shapes
from data.geometry.projection import to_map
from data.geometry.tiles import COLUMNS, ROWS, Annealing, assigned, cropped, settled, tied

GEOMETRY = Path(__file__).parents[2] / "data" / "geometry"
Cell = tuple[int, int]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def cells() -> dict[str, Cell]:
    return {
        row["kommunenummer"]: (int(row["kolonne"]), int(row["rad"]))
        for row in read(GEOMETRY / "ruter.csv")
    }


@cache
def register() -> list[dict[str, str]]:
    return read(GEOMETRY.parent / "sources" / "felles" / "kommuner.csv")


@cache
def neighbours() -> list[tuple[str, str]]:
    return [(row["kommunenummer"], row["nabo"]) for row in read(GEOMETRY / "naboer.csv")]


def pieces(wanted: set[Cell]) -> int:
    left, found = set(wanted), 0
    while left:
        found += 1
        edge = [left.pop()]
        while edge:
            column, row = edge.pop()
            for side in (
                (column + 1, row),
                (column - 1, row),
                (column, row + 1),
                (column, row - 1),
            ):
                if side in left:
                    left.remove(side)
                    edge.append(side)
    return found


def test_every_municipality_has_a_cell_of_its_own() -> None:
    assert sorted(cells()) == sorted(row["kommunenummer"] for row in register())
    assert len(set(cells().values())) == 356


def test_the_grid_is_small_enough_for_a_finger_on_each_cell() -> None:
    columns, rows = zip(*cells().values(), strict=True)
    assert min(columns) == min(rows) == 0
    assert max(columns) < COLUMNS
    assert max(rows) < ROWS


def test_neighbours_stand_beside_each_other() -> None:
    apart = np.array(
        [
            max(abs(a - b) for a, b in zip(cells()[one], cells()[other], strict=True))
            for one, other in neighbours()
        ]
    )
    assert (apart == 1).mean() > 0.75
    assert (apart <= 2).mean() > 0.95
    assert apart.max() <= 4


@pytest.mark.parametrize("district", sorted({row["politidistrikt"] for row in register()}), ids=str)
def test_a_district_hangs_together(district: str) -> None:
    own = {cells()[row["kommunenummer"]] for row in register() if row["politidistrikt"] == district}
    assert pieces(own) == 1


def test_north_is_up_and_east_is_right() -> None:
    numbers = [row["kommunenummer"] for row in register()]
    east, north = to_map(
        [float(row["lat"]) for row in register()], [float(row["lon"]) for row in register()]
    )
    column, row = np.array([cells()[nr] for nr in numbers]).T
    assert np.corrcoef(north, -row)[0, 1] > 0.9
    assert np.corrcoef(east, column)[0, 1] > 0.85
    # Among districts as among municipalities: none is folded over another.
    middle = {
        name: np.mean([(e, n, c, -r) for e, n, c, r, each in zip(
            east, north, column, row, register(), strict=True
        ) if each["politidistrikt"] == name], axis=0)
        for name in {each["politidistrikt"] for each in register()}
    }  # fmt: skip
    for one, other in combinations(middle.values(), 2):
        true, drawn = (one - other)[:2], (one - other)[2:]
        if np.hypot(*true) > 200:
            assert np.dot(true, drawn) > 0


def test_the_files_of_the_grid_are_made_of_its_cells() -> None:
    squares = tile_shapes.squares()
    assert sorted(squares) == sorted(cells())
    assert shapely.union_all(list(squares.values())).area == 356 * tile_shapes.SIDE**2
    west, north = (
        min(s.bounds[0] for s in squares.values()),
        max(s.bounds[3] for s in squares.values()),
    )
    for nr, (column, row) in cells().items():
        left, _low, _right, top = squares[nr].bounds
        assert (left, top) == (west + tile_shapes.SIDE * column, north - tile_shapes.SIDE * row)


def test_moves_mend_what_is_torn() -> None:
    # Four in a row whose grid has the second and the third the wrong way around.
    centres = np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0]])
    ties = [(0, 1), (1, 2), (2, 3)]
    grid = Annealing([(0, 0), (2, 0), (1, 0), (3, 0)], ties, centres, ["a", "a", "b", "b"])
    wrong = grid.strain([1, 2]) + grid.pieces([1, 2])
    grid.put([1, 2], (1, 0))
    assert grid.cells == [(0, 0), (1, 0), (2, 0), (3, 0)]
    assert grid.strain([1, 2]) + grid.pieces([1, 2]) < wrong


def test_each_point_gets_a_cell_and_the_grid_starts_at_its_corner() -> None:
    points = np.array([[0.0, 0.0], [0.1, 0.0], [5.0, 5.0]])
    found = assigned(settled(points, [(0, 1), (1, 2)]))
    assert len(set(found)) == 3
    assert cropped([(3, 4), (5, 4)]) == [(0, 0), (2, 0)]


def test_an_island_is_held_by_the_nearest() -> None:
    numbers = [row["kommunenummer"] for row in register()]
    centres = np.column_stack(
        to_map([float(r["lat"]) for r in register()], [float(r["lon"]) for r in register()])
    )
    held = {numbers[i] for pair in tied(numbers, centres) for i in pair}
    assert held == set(numbers)
