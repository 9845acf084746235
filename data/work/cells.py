"""The cells of the tables people decide in: what a spreadsheet does to them, and back again."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import polars as pl
import xlsxwriter

from data.coding.spans import is_at, locate
from data.problems import Problem, SourceError
from data.work.passages import PLACE

# A spreadsheet runs what begins with one of these; an apostrophe in front makes it text.
_FORMULA: Final = ("=", "+", "-", "@")
# What a cell of a workbook has room for.
_CELL: Final = 32_767


class RowError(Exception):
    """What is wrong with a row: column, value, and what was expected."""


def bare(cell: str | None) -> str:
    """Return the words of a cell, as they are also when it has been in a file."""
    return " ".join(plain((cell or "").strip()).split())


def plain(text: str) -> str:
    """Return `text` without the apostrophe that keeps a spreadsheet from running it."""
    return text[1:] if text[:1] == "'" and text[1:].lstrip().startswith(_FORMULA) else text


def placed(row: Mapping[str, Any], texts: Mapping[int, str]) -> dict[str, Any]:
    """Return the passage of a row with its place, found in the texts of its letter by question.

    Raises `RowError` where it does not stand there.
    """
    passage = str(row["utdrag"])
    words = plain(passage)
    question, start, end = (row[name] for name in PLACE[1:])
    if None not in (question, start, end):
        text = texts.get(question, "")
        if is_at(words, text, start, end):
            return dict(zip(PLACE, (text[start:end], question, start, end), strict=True))
    numbers = [question] if question is not None else sorted(texts)
    for number in numbers:
        if found := locate(words, texts.get(number, "")):
            there = texts[number][slice(*found)]
            return dict(zip(PLACE, (there, number, *found), strict=True))
    raise RowError("utdrag", passage, "et utdrag som står ordrett i brevet")


def to_csv(table: pl.DataFrame, file: Path) -> None:
    """Write `table` as Norwegian Excel reads it: UTF-8 with BOM, semicolon, decimal comma."""
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows([_cell(cell) for cell in row] for row in table.iter_rows())


def to_xlsx(table: pl.DataFrame, file: Path) -> None:
    """Write `table` as a workbook; `SourceError` where a cell has no room for a text."""
    for name in table.columns:
        for number, cell in enumerate(table[name], start=2):
            if isinstance(cell, str) and len(cell) > _CELL:
                expected = f"høyst {_CELL} tegn i en celle; ta ut som .csv"
                raise SourceError([Problem(file.name, number, name, cell, expected)])
    with xlsxwriter.Workbook(
        file, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        table.write_excel(book, "Tabell", freeze_panes=(1, 0), table_style=None)


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    text = str(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
