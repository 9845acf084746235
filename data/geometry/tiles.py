"""Gives each municipality a cell in a grid, all of one size: `python -m data.geometry.tiles`.

Writes `ruter.csv`. Neighbours are drawn together until none overlaps, moved to the nearest free
cells (an assignment of least cost), and then changed places by simulated annealing, so that true
neighbours stand beside each other in their true direction and every police district hangs
together. The same input gives the same bytes; it takes some minutes. `tile_shapes` makes the map
files of it.
"""

import csv
import math
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from data.geometry.projection import to_map

HERE: Final = Path(__file__).resolve().parent
KOMMUNER_CSV: Final = HERE.parent / "sources" / "felles" / "kommuner.csv"

# So many rows fit a map 690 pixels high with 24 pixels to each, which a finger can hit.
ROWS: Final = 26
COLUMNS: Final = 22
# An island without a border on land is held by the nearest others.
ISLAND_TIES: Final = 2
SETTLING: Final = 1500
STEPS: Final = 3_000_000
WARM: Final = 3.0
COLD: Final = 0.02
# What a move may cost, against one cell of distance between two neighbours.
DIRECTION: Final = 1.2
TORN: Final = 6.0
LOOSE: Final = 0.25
# Per square cell away from where it stood at first, so that no part of the country is folded.
ASTRAY: Final = 0.03

Cell = tuple[int, int]
Points = NDArray[np.float64]


def main() -> None:
    """Write `ruter.csv`: a column and a row for each municipality, the north-west cell first."""
    with KOMMUNER_CSV.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["kommunenummer"])
    numbers = [row["kommunenummer"] for row in rows]
    centres = np.column_stack(
        to_map([float(row["lat"]) for row in rows], [float(row["lon"]) for row in rows])
    )
    ties = tied(numbers, centres)
    start = assigned(settled(centres, ties))
    grid = Annealing(start, ties, centres, [row["politidistrikt"] for row in rows])
    grid.run(random.Random(2022))
    cells = cropped(grid.cells)
    with (HERE / "ruter.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kommunenummer", "kolonne", "rad"])
        writer.writerows((nr, *cell) for nr, cell in zip(numbers, cells, strict=True))


def tied(numbers: Sequence[str], centres: Points) -> list[tuple[int, int]]:
    """Give every two municipalities that must stay together, by their places in `numbers`."""
    place = {nr: i for i, nr in enumerate(numbers)}
    with (HERE / "naboer.csv").open(encoding="utf-8", newline="") as file:
        found = {
            (place[row["kommunenummer"]], place[row["nabo"]])
            for row in csv.DictReader(file)
            if row["kommunenummer"] < row["nabo"]
        }
    connected = {i for pair in found for i in pair}
    for i in set(range(len(numbers))) - connected:
        distances = np.hypot(*(centres - centres[i]).T)
        nearest = np.argsort(distances, kind="stable")[1 : 1 + ISLAND_TIES]
        found |= {(min(i, int(j)), max(i, int(j))) for j in nearest}
    return sorted(found)


def settled(centres: Points, ties: Sequence[tuple[int, int]]) -> Points:
    """Give each municipality room for one cell, where its neighbours still are its neighbours."""
    one, other = np.array(ties).T
    spread = np.median(np.hypot(*(centres[one] - centres[other]).T))
    points = centres / spread
    for _turn in range(SETTLING):
        move = np.zeros_like(points)
        between = points[other] - points[one]
        length = np.maximum(np.hypot(*between.T), 1e-9)[:, None]
        pull = between * (np.maximum(length - 1, 0) / length) * 0.1
        np.add.at(move, one, pull)
        np.add.at(move, other, -pull)
        apart = points[:, None] - points[None]
        distance = np.hypot(apart[..., 0], apart[..., 1])
        np.fill_diagonal(distance, 9)
        close = np.where(distance < 1, (1 - distance) / np.maximum(distance, 1e-6), 0)
        move += (apart * close[..., None]).sum(axis=1) * 0.3
        points = points + move
    return points


def assigned(points: Points) -> list[Cell]:
    """Give each point a cell of its own, so that all together move as little as possible."""
    low, high = points.min(axis=0), points.max(axis=0)
    scale = np.minimum((np.array([COLUMNS, ROWS]) - 1) / (high - low), 1.0)
    columns = (points[:, 0] - low[0]) * scale[0]
    rows = (high[1] - points[:, 1]) * scale[1]
    columns += (COLUMNS - 1 - columns.max()) / 2
    rows += (ROWS - 1 - rows.max()) / 2
    free = [(column, row) for row in range(ROWS) for column in range(COLUMNS)]
    at = np.array(free, dtype=float)
    cost = (columns[:, None] - at[:, 0]) ** 2 + (rows[:, None] - at[:, 1]) ** 2
    _points, chosen = linear_sum_assignment(cost)
    return [free[k] for k in chosen]


class Annealing:
    """Cells that change places while it helps, and at first sometimes when it does not."""

    def __init__(
        self,
        cells: list[Cell],
        ties: Sequence[tuple[int, int]],
        centres: Points,
        districts: Sequence[str],
    ) -> None:
        self.cells = cells
        self.homes = tuple(cells)
        self.holder = {cell: i for i, cell in enumerate(cells)}
        self.districts = districts
        self.members: dict[str, list[int]] = defaultdict(list)
        for i, name in enumerate(districts):
            self.members[name].append(i)
        self.near: dict[int, list[tuple[int, float, float]]] = defaultdict(list)
        for i, j in ties:
            x, y = centres[j] - centres[i]
            length = math.hypot(x, y)
            # Rows count southwards.
            self.near[i].append((j, x / length, -y / length))
            self.near[j].append((i, -x / length, y / length))

    def run(self, chance: random.Random) -> None:
        """Try `STEPS` moves, colder and colder."""
        for step in range(STEPS):
            heat = WARM * (COLD / WARM) ** (step / STEPS)
            i = chance.randrange(len(self.cells))
            cell = self.wish(i, chance)
            if cell == self.cells[i] or not (0 <= cell[0] < COLUMNS and 0 <= cell[1] < ROWS):
                continue
            moved = [i, self.holder[cell]] if cell in self.holder else [i]
            before, old = self.strain(moved), self.cells[i]
            whole = self.pieces(moved)
            self.put(moved, cell)
            worse = self.strain(moved) - before
            allowed = -heat * math.log(1 - chance.random())
            # No move joins more than the pieces there are, so most can be told apart by this alone.
            if worse - TORN * whole <= allowed:
                worse += TORN * (self.pieces(moved) - whole)
            if worse > allowed:
                self.put(moved, old)

    def wish(self, i: int, chance: random.Random) -> Cell:
        """Give a cell beside one of the neighbours of `i`, or beside its own."""
        beside = chance.choice(self.near[i])[0] if chance.random() < 0.5 else i
        column, row = self.cells[beside]
        return column + chance.randint(-1, 1), row + chance.randint(-1, 1)

    def put(self, moved: Sequence[int], cell: Cell) -> None:
        """Move the first of `moved` to `cell`, and the second, if any, to where that one was."""
        left = self.cells[moved[0]]
        del self.holder[left]
        for i, to in zip(moved, (cell, left), strict=False):
            self.cells[i] = to
            self.holder[to] = i

    def strain(self, moved: Sequence[int]) -> float:
        """Give how far from the next cell, off course and loose those in `moved` are."""
        total = 0.0
        for i in moved:
            column, row = self.cells[i]
            for j, east, south in self.near[i]:
                x, y = self.cells[j][0] - column, self.cells[j][1] - row
                length = math.hypot(x, y)
                total += (length - 1) ** 1.5 + DIRECTION * (1 - (x * east + y * south) / length)
            total += LOOSE * (4 - len(self.beside(self.cells[i])))
            home = self.homes[i]
            total += ASTRAY * ((column - home[0]) ** 2 + (row - home[1]) ** 2)
        return total

    def pieces(self, moved: Sequence[int]) -> int:
        """Give in how many pieces beyond one the districts of those in `moved` lie."""
        return sum(self.parts(name) - 1 for name in {self.districts[i] for i in moved})

    def parts(self, district: str) -> int:
        """Give in how many pieces a district lies; corners alone do not join."""
        left = {self.cells[i] for i in self.members[district]}
        found = 0
        while left:
            found += 1
            edge = [left.pop()]
            while edge:
                for side in sides(edge.pop()):
                    if side in left:
                        left.remove(side)
                        edge.append(side)
        return found

    def beside(self, cell: Cell) -> list[int]:
        """Give the municipalities in the four cells beside `cell`."""
        return [self.holder[side] for side in sides(cell) if side in self.holder]


def sides(cell: Cell) -> tuple[Cell, Cell, Cell, Cell]:
    """Give the four cells that share a side with `cell`."""
    column, row = cell
    return (column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row)


def cropped(cells: Sequence[Cell]) -> list[Cell]:
    """Give the cells without empty columns to the west or rows to the north."""
    west, north = min(c for c, _r in cells), min(r for _c, r in cells)
    return [(column - west, row - north) for column, row in cells]


if __name__ == "__main__":
    main()
