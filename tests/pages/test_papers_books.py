"""Spreadsheets read back have the numbers of the screen's cards, for the same random Views."""

import csv
import datetime as dt
import io
from typing import Any

import openpyxl
import pytest

from pages.parts.drawing.table import Column
from pages.parts.openings import PAGES, at
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers.sides import SIDES
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export
from pages.parts.wording.rates import Rate
from queries import Version
from tests.pages.test_papers_numbers import CASES, ORIGIN

NUMBERS = {"whole", "decimal", "share", "bound", "km", "minutes", "m2"}
# Long lists are compared from their beginning, and their length whole.
MOST = 40


def number_in(text: str, column: Column) -> float:
    """Return what Norwegian Excel reads in a cell of a CSV file."""
    value = float(text.replace(",", "."))
    return value / 100 if column.kind in ("share", "bound") else value


@pytest.mark.parametrize("case", range(len(CASES)), ids=lambda i: f"{CASES[i][0]}-{i}")
def test_a_page_as_spreadsheets_has_its_numbers(case: int, versions: dict[str, Version]) -> None:
    side, view = CASES[case]
    reader = at(Reader(view, versions[view.data]), SIDES[side].path)
    speak(view.lang)
    for name in PAGES[reader.path].opening(reader).cards:
        card = EVERY_CARD[name](reader)
        columns, rows = card.table.columns, card.table.rows
        book: Any = openpyxl.load_workbook(io.BytesIO(export.to_xlsx(card, reader, ORIGIN)))
        found = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
        text = export.to_csv(card, reader, ORIGIN).decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text), delimiter=";"))[1 : 1 + len(rows)]
        assert len(found) == len(lines) == len(rows)
        for row, cells, line in list(zip(rows, found, lines, strict=True))[:MOST]:
            for column, cell, read, written in zip(columns, row, cells, line, strict=True):
                if cell is None:
                    assert read is None
                    assert not written
                elif isinstance(cell, Rate) and (cell.is_few or cell.value is None):
                    assert (read or "") == (cell.text if cell.of else "")
                elif column.kind in NUMBERS:
                    number = cell.value if isinstance(cell, Rate) else cell
                    assert read == pytest.approx(number)
                    assert number_in(written, column) == pytest.approx(number, abs=0.006)
                elif isinstance(cell, dt.date):
                    assert read.date() == cell
                    assert written == f"{cell:%d.%m.%Y}" or view.lang == "en"
                else:
                    # An empty text is an empty cell.
                    assert (read or "") == column.text(cell)
                    assert written.removeprefix("'") == column.text(cell).removeprefix("'")
    speak("")
