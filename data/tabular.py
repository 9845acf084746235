"""Reading a CSV or XLSX file as plain text cells, the way people really save them.

Nothing is interpreted here: every cell is text or missing, and every row knows its number in the
file. What the cells mean is decided in `reading.py`.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

import fastexcel

from data.problems import Problem, SourceError

SUFFIXES: Final = (".csv", ".xlsx")
# A line of our own after the last; a quote that is never closed would swallow it.
END: Final = "\0slutt"
# In characters; the text of an answer is one cell, and the import reads files of 50 MB.
LONGEST_CELL: Final = 200_000_000


@dataclass(frozen=True)
class Sheet:
    """The cells of one file: headings, and rows of equal length with their row numbers."""

    fil: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    numbers: tuple[int, ...]
    problems: tuple[Problem, ...]


def find(folder: Path, name: str) -> Path | None:
    """Return the file in `folder` that holds table `name`, or None; CSV goes before XLSX.

    Raises `SourceError` when both exist, because it cannot be known which one is meant.
    """
    found = [path for suffix in SUFFIXES if (path := folder / f"{name}{suffix}").exists()]
    if len(found) > 1:
        raise SourceError(
            [Problem(found[0].name, 0, "", "", f"én fil, men {found[1].name} finnes også")]
        )
    return found[0] if found else None


def read_sheet(path: Path) -> Sheet:
    """Read `path` as text cells; empty cells are None and empty rows are left out.

    CSV may be UTF-8 (with or without BOM) or Windows-1252, with comma, semicolon or tab. XLSX is
    read from its first sheet. A row with a cell under no heading is a problem as well as a row.

    Raises `SourceError` when the file cannot be read as a table at all.
    """
    records = _excel(path) if path.suffix == ".xlsx" else _csv(path)
    headings = tuple((cell or "").strip() for cell in next(records, []))
    named = [heading for heading in headings if heading]
    rows, numbers, problems = [], [], []
    for number, record in enumerate(records, start=2):
        cells = [_clean(cell) for cell in record]
        if not any(cells):
            continue
        padded = (cells + [None] * len(headings))[: len(headings)]
        unnamed = [c for c, h in zip(padded, headings, strict=True) if c and not h]
        if surplus := [*unnamed, *filter(None, cells[len(headings) :])]:
            used = max(i for i, cell in enumerate(cells, start=1) if cell)
            expected = (
                f"høyst {len(named)} celler, men raden har {used}; mangler det anførselstegn?"
            )
            problems.append(
                Problem(path.name, number, named[-1] if named else "", surplus[0], expected)
            )
        rows.append(tuple(padded))
        numbers.append(number)
    return Sheet(path.name, headings, tuple(rows), tuple(numbers), tuple(problems))


def _clean(cell: str | None) -> str | None:
    text = (cell or "").strip()
    return text or None


def _csv(path: Path) -> Iterator[list[str]]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    lines = chain(io.StringIO(text, newline=""), [END])
    records: list[list[str]] = []
    try:
        records.extend(csv.reader(lines, delimiter=delimiter))
    except csv.Error as odd:
        expected = f"høyst {LONGEST_CELL:_} tegn i hver celle".replace("_", " ")
        raise SourceError([Problem(path.name, len(records) + 1, "", "", expected)]) from odd
    if records.pop() != [END]:
        expected = f"at anførselstegnet som åpnes i rad {len(records) + 1}, også lukkes"
        raise SourceError([Problem(path.name, 0, "", "", expected)])
    return iter(records)


def _excel(path: Path) -> Iterator[list[str]]:
    try:
        book = fastexcel.read_excel(path)
        sheet = book.load_sheet(0, header_row=None, dtypes="string", skip_whitespace_tail_rows=True)
    except fastexcel.FastExcelError as error:
        raise SourceError([Problem(path.name, 0, "", "", "en lesbar XLSX-fil")]) from error
    return iter([list(row) for row in sheet.to_polars().rows()])
