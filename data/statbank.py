"""A table as Statistics Norway's StatBank gives it out, cell by cell.

Its readers choose which variables go down and which go across, and whether codes stand before the
texts; a workbook leaves out the names of the variables that go down, and says a region once for all
its rows. What each column is, is therefore seen by what stands in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data import vocabulary as v
from data.problems import Problem, SourceError
from data.tabular import lines_of

PERIOD: Final = re.compile(r"\b((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?\b")
# A dash is nought in their tables.
NOUGHT: Final = ("-", "–")
NUMBER: Final = re.compile(r"[-–−]?\d+(?:[.,]\d+)?")
# What the StatBank calls the variable that says where.
_REGION: Final = re.compile(r"(?i:region|gjernings?(?:sted|kommune)|kommune(?:nummer|nr)?\b)")
_HEADINGS: Final = ("region", "gjerningssted", "kommune", "kommunenummer", "lovbruddsgruppe", "år")
_CODED: Final = re.compile(r"(?:K-)?(\d{1,4})(?:\s+(\S.*))?", re.DOTALL)
# So many rows may stand above the first region: a title, notes, and headings in storeys.
_ABOVE: Final = 20


@dataclass(frozen=True)
class Cell:
    """One value, or a sign for one that is not there: where it stands, and all that is said of it.

    `kode` is the region's number and may be empty; `sagt` are the texts beside and above the value.
    """

    rad: int
    kolonne: str
    kode: str
    navn: str
    sagt: tuple[str, ...]
    verdi: str


def cells_of(path: Path) -> tuple[list[Cell], tuple[str, ...]]:
    """Return the values of the table at `path`, and what to know of how the file was read.

    Rows of notes and empty cells are left out. Raises `SourceError` when there is no row that
    begins with a region's number.
    """
    lines, notes = lines_of(path, _HEADINGS)
    rows = [[(cell or "").strip() for cell in line] for line in lines]
    region, first = _first(path.name, rows)
    width = max(map(len, rows))
    headings = _headings(rows[:first], width)
    body = [(i, row + [""] * (width - len(row))) for i, row in enumerate(rows[first:], first + 1)]
    values = [at for at in range(width) if at != region and _holds_values(at, headings[at], body)]
    beside = [at for at in range(width) if at not in (region, *values)]
    return list(_cells(body, headings, region, values, beside)), tuple(notes)


def _first(fil: str, rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return the column with the regions, and the first row with one and a value beside it."""
    for at, row in enumerate(rows[:_ABOVE]):
        for column, cell in enumerate(row[:4]):
            named = any(
                _REGION.match(r[column]) for r in rows[:at] if column < len(r) and r[column]
            )
            told = (match := _CODED.fullmatch(cell)) and (match[2] or named or cell.startswith("K"))
            if told and sum(map(bool, row)) > 1:
                return column, at
    expected = (
        "rader som begynner med kommunens nummer og navn, for eksempel «0301 Oslo»; "
        "velg kode og tekst for region når tabellen hentes i Statistikkbanken"
    )
    raise SourceError([Problem(fil, 0, "", "", expected)])


def _headings(above: Sequence[Sequence[str]], width: int) -> list[str]:
    """Return what stands above each column; a heading over several is said once, to the left."""
    # A title stands alone to the left.
    storeys = [row for row in above if any(row[1:])]
    full = []
    for number, row in enumerate(storeys):
        cells = [*row, *[""] * (width - len(row))]
        if number < len(storeys) - 1:
            for at in range(1, width):
                cells[at] = cells[at] or cells[at - 1]
        full.append(cells)
    return [" ".join(filter(None, (row[at] for row in full))) for at in range(width)]


def _holds_values(at: int, heading: str, body: Sequence[tuple[int, Sequence[str]]]) -> bool:
    seen = [row[at] for _rad, row in body if row[at] and sum(map(bool, row)) > 1]
    told = [cell for cell in seen if is_value(cell)]
    # A column of years holds numbers too, but nothing else, and its name says no more than «år».
    years = all(PERIOD.fullmatch(cell) for cell in seen) and not PERIOD.search(heading)
    is_time = years and (not heading or len(heading.split()) == 1)
    return bool(seen) and not is_time and 2 * len(told) >= len(seen)


def is_value(cell: str) -> bool:
    """Return whether `cell` is a number or stands for one that is not there."""
    return cell in v.STANDARDTEGN or cell in NOUGHT or bool(NUMBER.fullmatch(plain(cell)))


def plain(cell: str) -> str:
    """Return `cell` without the spaces that set thousands apart."""
    return re.sub(r"\s", "", cell)


def _cells(
    body: Sequence[tuple[int, Sequence[str]]],
    headings: Sequence[str],
    region: int,
    values: Sequence[int],
    beside: Sequence[int],
) -> Iterator[Cell]:
    last = [""] * len(headings)
    for rad, row in body:
        if not any(row[at] for at in values):
            # A note below the table, or a line that only opens a part of it.
            continue
        for at in (region, *beside):
            last[at] = row[at] or last[at]
        match = _CODED.fullmatch(last[region])
        code, name = (match[1], match[2] or "") if match else ("", last[region])
        said = tuple(filter(None, (last[at] for at in beside)))
        for at in values:
            if row[at]:
                yield Cell(rad, headings[at], code, name, (*said, headings[at]), row[at])
