"""Adding rows to a source table that people also edit in a spreadsheet."""

import csv
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from data.problems import Problem, SourceError
from data.tabular import Sheet, find, read_sheet

Row = Mapping[str, str]


def ids_in(path: Path) -> frozenset[str]:
    """Return every `innspill_id` in the table at `path`, none when there is no such file.

    Raises `SourceError` when the table cannot be read, or lies there as XLSX.
    """
    sheet = _sheet(path)
    if sheet is None or "innspill_id" not in sheet.headings:
        return frozenset()
    column = sheet.headings.index("innspill_id")
    return frozenset(row[column] or "" for row in sheet.rows)


def add_rows(path: Path, rows: Sequence[Row]) -> None:
    """Write `rows` after those in the CSV at `path`; what stands there keeps its words and columns.

    The file is written anew as Norwegian Excel reads it: UTF-8 with BOM and semicolon. Raises
    `SourceError` where a row there has more cells than headings, since they would be lost.
    """
    if not rows:
        return
    sheet = _sheet(path)
    headings = list(sheet.headings) if sheet else []
    headings += [name for name in rows[0] if name not in headings]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        write = csv.writer(file, delimiter=";")
        write.writerow(headings)
        for cells in sheet.rows if sheet else ():
            write.writerow([*(cell or "" for cell in cells), *[""] * (len(headings) - len(cells))])
        write.writerows([row.get(name, "") for name in headings] for row in rows)
    draft.replace(path)


def _sheet(path: Path) -> Sheet | None:
    found = find(path.parent, path.stem) if path.parent.exists() else None
    if found is None:
        return None
    if found.suffix != ".csv":
        expected = f"{path.name}; lagre arket som CSV, så kan importen legge til rader"
        raise SourceError([Problem(found.name, 0, "", "", expected)])
    sheet = read_sheet(found)
    if sheet.problems:
        raise SourceError(sheet.problems)
    return sheet
