"""Adding rows to a source table that people also edit in a spreadsheet."""

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from data.drafts import draft_of
from data.problems import Problem, SourceError
from data.tabular import Sheet, find, read_sheet

Row = Mapping[str, str]


def rows_in(path: Path) -> list[dict[str, str]]:
    """Return every row of the table at `path`, none when there is no such file.

    Raises `SourceError` when the table cannot be read, or lies there as XLSX.
    """
    sheet = _sheet(path)
    if sheet is None:
        return []
    return [
        {name: cell or "" for name, cell in zip(sheet.headings, row, strict=True) if name}
        for row in sheet.rows
    ]


def add_rows(path: Path, rows: Sequence[Row], instead_of: Collection[str] = ()) -> None:
    """Write `rows` after those in the CSV at `path`; what stands there keeps its words and columns.

    Only rows whose `innspill_id` is in `instead_of` go. The file is written anew as Norwegian Excel
    reads it: UTF-8 with BOM and semicolon. Raises `SourceError` where a row there has more cells
    than headings, since they would be lost.
    """
    if not rows and not instead_of:
        return
    sheet = _sheet(path)
    added = (name for row in rows for name in row)
    headings = list(dict.fromkeys([*(sheet.headings if sheet else ()), *added]))
    there: list[Row] = (
        [
            {name: cell or "" for name, cell in zip(sheet.headings, cells, strict=True)}
            for cells in sheet.rows
        ]
        if sheet
        else []
    )
    kept = [row for row in there if row.get("innspill_id") not in instead_of]
    write_table(path, headings, [*kept, *rows])


def write_table(path: Path, headings: Sequence[str], rows: Sequence[Row]) -> None:
    """Write the CSV at `path`, whole or not at all; a table that is so already is left alone."""
    made = io.StringIO(newline="")
    write = csv.writer(made, delimiter=";")
    write.writerow(headings)
    write.writerows([row.get(name) or "" for name in headings] for row in rows)
    content = made.getvalue().encode("utf-8-sig", "replace")
    if path.exists() and path.read_bytes() == content:
        return
    with draft_of(path) as draft:
        draft.write_bytes(content)


def _sheet(path: Path) -> Sheet | None:
    found = find(path.parent, path.stem) if path.parent.exists() else None
    if found is None:
        return None
    if found.suffix.lower() != ".csv":
        expected = f"{path.name}; lagre arket som CSV, så kan importen legge til rader"
        raise SourceError([Problem(found.name, 0, "", "", expected)])
    sheet = read_sheet(found)
    if sheet.problems:
        raise SourceError(sheet.problems)
    return sheet
