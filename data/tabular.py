"""Reading a CSV or XLSX file as plain text cells, the way people really save them.

Nothing is interpreted here: every cell is text or missing, and every row knows its number in the
file. What the cells mean is decided in `reading.py`.
"""

import csv
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

from data.documents.reading.encoding import decode
from data.problems import Problem, SourceError
from data.spreadsheets import ERROR, rows_of

SUFFIXES: Final = (".csv", ".xlsx")
# Tables that people also save, and that are not read here.
UNREAD: Final = (
    *(".xls", ".xlsm", ".xlsb", ".ods", ".fods", ".numbers", ".tsv", ".tab", ".txt", ".json"),
    *(".parquet", ".gsheet", ".xml", ".mdb", ".accdb", ".sav", ".dta"),
)
# A line of our own after the last; a quote that is never closed would swallow it.
END: Final = "\0slutt"
# In characters; the text of an answer is one cell, and the import reads files of 50 MB.
LONGEST_CELL: Final = 200_000_000
# So many rows above the headings may hold a title, a note and a date.
_ABOVE: Final = 12

_Row: TypeAlias = Sequence[str | None]


@dataclass(frozen=True)
class Sheet:
    """The cells of one file: headings, and rows of equal length with their row numbers.

    `notes` are sentences about what was read otherwise than one may think; nothing is wrong then.
    """

    fil: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    numbers: tuple[int, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    heading_row: int = 1


def is_table(path: Path, suffixes: Collection[str] = SUFFIXES) -> bool:
    """Return whether `path` has the name of a table, in capitals or not, and is not Excel's own.

    Excel keeps «~$innspill.xlsx» beside a workbook that is open.
    """
    return path.suffix.lower() in suffixes and not path.name.startswith(("~$", "."))


def find(folder: Path, name: str) -> Path | None:
    """Return the file in `folder` that holds table `name`, or None; its name may be in capitals.

    Raises `SourceError` when there are several, because it cannot be known which one is meant.
    """
    if not folder.is_dir():
        return None
    found = [p for p in folder.iterdir() if is_table(p) and p.stem.lower() == name.lower()]
    found.sort(key=lambda path: (path.suffix.lower(), path.name))
    if len(found) > 1:
        raise SourceError(
            [Problem(found[0].name, 0, "", "", f"én fil, men {found[1].name} finnes også")]
        )
    return found[0] if found else None


def read_sheet(path: Path, known: Collection[str] = ()) -> Sheet:
    """Read `path` as text cells; empty cells are None and empty rows are left out.

    CSV may be in any encoding a Norwegian office writes, with comma, semicolon or tab. XLSX is
    read from the visible sheet with the most of the `known` headings, the first where none has.
    Rows above the headings are told and left out when the headings are among the `known`.
    A row with a cell under no heading, or with one of a
    spreadsheet's errors in a cell, is a problem as well as a row.

    Raises `SourceError` when the file cannot be read as a table at all.
    """
    records, notes = lines_of(path, known)
    numbered: list[tuple[int, _Row]] = [
        (number, row) for number, row in enumerate(records, start=1) if any(map(_clean, row))
    ]
    at = _heading(numbered, known)
    nothing: tuple[int, _Row] = (1, ())
    heading_row, heads = numbered[at] if numbered else nothing
    headings = tuple(_clean(cell) or "" for cell in heads)
    above = [" ".join(filter(None, map(_clean, row))) for _number, row in numbered[:at]]
    if above:
        told = f"{path.name}: overskriftene står i rad {heading_row}; over dem står «{above[0]}»"
        notes = (*notes, f"{told}, som ikke er lest.")
    rows, numbers, problems = [], [], []
    for number, record in numbered[at + 1 :]:
        cells = [_clean(cell) for cell in record]
        problems += _row_problems(path.name, number, headings, cells)
        rows.append(tuple((cells + [None] * len(headings))[: len(headings)]))
        numbers.append(number)
    return Sheet(
        path.name, headings, tuple(rows), tuple(numbers), tuple(problems), notes, heading_row
    )


def lines_of(
    path: Path, known: Collection[str] = ()
) -> tuple[Sequence[Sequence[str | None]], tuple[str, ...]]:
    """Return every row of the file at `path` as it lies there, and what to know about it.

    What stands between the cells of a CSV is found by the line with most of the `known` headings.
    Raises `SourceError` when the file cannot be read as a table at all.
    """
    return rows_of(path, known) if path.suffix.lower() == ".xlsx" else _csv(path, known)


def _heading(numbered: Sequence[tuple[int, _Row]], known: Collection[str]) -> int:
    """Return which of the rows holds the headings: the first with most of its cells `known`."""
    names = {name.lower() for name in known}
    for at, (_number, row) in enumerate(numbered[:_ABOVE]):
        cells = [cell.lower() for cell in map(_clean, row) if cell]
        if 2 * sum(cell in names for cell in cells) >= len(cells):
            return at
    return 0


def _row_problems(
    fil: str, number: int, headings: Sequence[str], cells: Sequence[str | None]
) -> list[Problem]:
    named = [heading for heading in headings if heading]
    found = []
    unnamed = [c for c, h in zip(cells, headings, strict=False) if c and not h]
    if surplus := [*unnamed, *filter(None, cells[len(headings) :])]:
        used = max(i for i, cell in enumerate(cells, start=1) if cell)
        expected = f"høyst {len(named)} celler, men raden har {used}; mangler det anførselstegn?"
        found.append(Problem(fil, number, named[-1] if named else "", surplus[0], expected))
    found += [
        Problem(fil, number, heading, cell, "en verdi, men cellen har en feil fra regnearket")
        for heading, cell in zip(headings, cells, strict=False)
        if heading and cell and ERROR.fullmatch(cell)
    ]
    return found


def _clean(cell: str | None) -> str | None:
    # A mark of the byte order that a program wrote once more is no part of the first cell.
    text = (cell or "").strip().lstrip("\ufeff").strip()
    return text or None


def _csv(path: Path, known: Collection[str]) -> tuple[list[list[str | None]], tuple[str, ...]]:
    raw = path.read_bytes()
    text = decode(raw)
    csv.field_size_limit(LONGEST_CELL)
    lines = chain(io.StringIO(text, newline=""), [END])
    records: list[list[str | None]] = []
    try:
        records.extend([*row] for row in csv.reader(lines, delimiter=_delimiter(text, known)))
    except csv.Error as odd:
        expected = f"høyst {LONGEST_CELL:_} tegn i hver celle".replace("_", " ")
        raise SourceError([Problem(path.name, len(records) + 1, "", "", expected)]) from odd
    if records.pop() != [END]:
        expected = f"at anførselstegnet som åpnes i rad {len(records) + 1}, også lukkes"
        raise SourceError([Problem(path.name, 0, "", "", expected)])
    return records, _unlike(path.name, raw, text)


def _delimiter(text: str, known: Collection[str]) -> str:
    """Return what stands between the headings, in the line that has most of the `known` ones."""
    first = [line for line in text[:20_000].splitlines() if line.strip(" ,;\t")][:_ABOVE] or [""]
    names = {name.lower() for name in known}

    def held(line: str) -> int:
        words = line.lower().replace(";", ",").replace("\t", ",").split(",")
        return sum(word.strip(' "') in names for word in words)

    line = max(first, key=held) if names else first[0]
    # A heading in quotes may itself hold commas.
    bare = re.sub(r'"[^"]*"', "", line)
    return max((",", ";", "\t"), key=bare.count)


def _unlike(fil: str, raw: bytes, text: str) -> tuple[str, ...]:
    """Return a sentence about the rows that are in another encoding than UTF-8, where some are."""
    try:
        plain = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        odd = [i for i, line in enumerate(raw.splitlines(), start=1) if not _is_utf8(line)]
        if not odd or len(odd) == sum(not line.isascii() for line in raw.splitlines()):
            return ()
        where = _listed(odd)
        return (
            f"{fil}: {where} er i en eldre tegnkoding enn resten; se over at æ, ø og å er rett.",
        )
    if "\0" in plain or plain == text:
        return ()
    pairs = zip(plain.splitlines(), text.splitlines(), strict=False)
    where = _listed([i for i, (one, other) in enumerate(pairs, start=1) if one != other])
    return (f"{fil}: {where} var lagret to ganger i UTF-8; se over at æ, ø og å er rett.",)


def _listed(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:10]))
    return f"linje {shown}" + (f" og {len(lines) - 10} til" if len(lines) > 10 else "")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True
