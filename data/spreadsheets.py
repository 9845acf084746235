"""The one sheet of a workbook that is read, and what is told of the others."""

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

import fastexcel

from data.problems import Problem, SourceError

# What a workbook calls its errors, and what Excel shows; Norwegian Excel has names of its own.
_ERRORS: Final = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
    "GettingData": "#HENTER_DATA",
}
ERROR: Final = re.compile(
    r"#(?:N/?A|I/T|(?:DIV/0|REF|VALUE|VERDI|NUM|TALL|NULL|SPILL|OVERFLYT|CALC|BEREGN|FIELD|FELT"
    r"|UNKNOWN|UKJENT|BLOCKED|BLOKKERT|CONNECT)!?|(?:NAME|NAVN)\??|HENTER_DATA|GETTING_DATA|#{2,})|Err:\d{3}",
    re.IGNORECASE,
)
# So many rows may hold a title, a note and the headings.
HEADING_ROWS: Final = 13
_DETAIL: Final = re.compile(r"Error\((\w+)\)")


def rows_of(
    path: Path, known: Collection[str] = ()
) -> tuple[list[list[str | None]], tuple[str, ...]]:
    """Return every row of one visible sheet of the workbook at `path`, and what to know.

    It is the sheet with the most of the `known` headings, the first where no sheet has any.

    Rows keep their place, those in front that are empty too. A cell with an error has its name.
    Raises `SourceError` when the workbook cannot be read or has no visible sheet.
    """
    try:
        book = fastexcel.read_excel(path)
        sheets = [
            book.load_sheet(name, header_row=None, dtypes="string", skip_rows=0)
            for name in book.sheet_names
        ]
    except fastexcel.FastExcelError as error:
        raise SourceError([Problem(path.name, 0, "", "", "en lesbar XLSX-fil")]) from error
    visible = [sheet for sheet in sheets if sheet.visible == "visible"]
    if not visible:
        raise SourceError([Problem(path.name, 0, "", "", "et ark som ikke er skjult")])
    names = {name.casefold() for name in known}
    chosen = max(visible, key=lambda sheet: _held(sheet, names))
    batch, errors = chosen.to_arrow_with_errors()
    columns = [column.to_pylist() for column in batch.columns]
    rows = [list(row) for row in zip(*columns, strict=True)]
    for found in errors.errors if errors else ():
        row, column = found.offset_position
        detail = _DETAIL.search(found.detail)
        rows[row][column] = _ERRORS.get(detail[1], "#VALUE!") if detail else "#VALUE!"
    return rows, tuple(_others(path.name, chosen.name, sheets))


def _held(sheet: fastexcel.ExcelSheet, names: AbstractSet[str]) -> int:
    """Return how many of `names` one of the first rows of `sheet` has."""
    first = sheet.to_polars().head(HEADING_ROWS).rows() if names else []
    return max(
        (len({str(c or "").strip().casefold() for c in row} & names) for row in first), default=0
    )


def _others(fil: str, chosen: str, sheets: Sequence[fastexcel.ExcelSheet]) -> list[str]:
    """Return a sentence for each sheet with rows that is not the `chosen` one."""
    return [
        f"{fil}: arket «{sheet.name}» har {sheet.total_height} rader"
        f"{'' if sheet.visible == 'visible' else ', er skjult'} og er ikke lest, bare «{chosen}»."
        for sheet in sheets
        if sheet.name != chosen and sheet.total_height
    ]
