"""Plain text, and tables of answers in CSV or XLSX: one row there is one sender's answer."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import fastexcel

from data.documents.document import Document, LeftOut, counted, norwegian_date, tidy
from data.documents.reading.encoding import decode
from data.documents.reading.limits import Unreadable

LETTERHEAD_LINES: Final = 12
OTHER_COLUMNS: Final = "avsender, dato og andre kolonner i tabellen"
HIDDEN_SHEETS: Final = "skjulte ark i arbeidsboken"
# A title may stand above the headings, as statistics offices write it.
HEADING_ROWS: Final = 5
_SENDER: Final = re.compile(
    r"(?:avsendar|avsender|innsender|instans|fra|frå|kommune|kommunenavn|kommunenamn"
    r"|navn|namn|høringsinstans)",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"(?:dato|mottatt|motteke|mottatt dato|sendt)", re.IGNORECASE)
_TEXT: Final = re.compile(
    r"(?:tekst|svar|svartekst|innspill|innspel|høringssvar|uttalelse|fråsegn|merknad|merknader"
    r"|kommentar|kommentarer)",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(
    r"(?:(?:svar(?: på)?|spørsmål|spm\.?|sp\.?|sporsmal|q)[ _]*)*([1-5])\b.*", re.IGNORECASE
)
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2}).*")

Rows = Sequence[Sequence[str]]


def read_text(content: bytes, fil: str) -> list[Document]:
    """Return the letter that the text file `content` is, or the answers, when it is a table."""
    text = decode(content)
    rows = _cells(text)
    if rows is not None:
        return _answers(rows, fil)
    body = tidy(text)
    head = "\n".join(filter(None, map(str.strip, body.splitlines())))
    letterhead = "\n".join(head.splitlines()[:LETTERHEAD_LINES])
    return [Document(fil, body, fil, letterhead=letterhead, characters=counted(body))]


def read_workbook(content: bytes, fil: str) -> list[Document]:
    """Return the answers in the XLSX `content`, or its sheets as one letter, when it is no table.

    Raises `Unreadable` when it is damaged.
    """
    try:
        book = fastexcel.read_excel(content)
        sheets = [
            book.load_sheet(i, header_row=None, dtypes="string")
            for i in range(len(book.sheet_names))
        ]
    except fastexcel.FastExcelError as error:
        raise Unreadable("Excel-filen er skadet eller låst") from error
    shown = [rows for sheet in sheets if sheet.visible == "visible" and (rows := _rows_of(sheet))]
    hidden = sum(
        sum(counted(tidy(cell)) for row in _rows_of(sheet) for cell in row)
        for sheet in sheets
        if sheet.visible != "visible"
    )
    if not shown:
        raise Unreadable("arbeidsboken er tom")
    found = []
    for place, rows in enumerate(shown, start=1):
        where = fil if len(shown) == 1 else f"{fil}/ark {place}"
        found += _answers(rows, where) if _headings(rows) is not None else [_letter(rows, where)]
    if hidden:
        left_out = (*found[0].left_out, LeftOut(hidden, HIDDEN_SHEETS))
        note = f"{hidden} tegn er ikke lest: {HIDDEN_SHEETS}"
        found[0] = replace(
            found[0],
            left_out=left_out,
            characters=found[0].characters + hidden,
            notes=(*found[0].notes, note),
        )
    return found


def _cells(text: str) -> Rows | None:
    """Return the rows of `text` when it is a table with a sender in each, else None."""
    first = text[:2000].splitlines()[:HEADING_ROWS]
    for delimiter in ";\t,":
        if any(delimiter in line for line in first):
            csv.field_size_limit(max(len(text) + 1, 131_072))
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            if _headings(rows) is not None:
                return rows
    return None


def _rows_of(sheet: fastexcel.ExcelSheet) -> list[list[str]]:
    rows = [[cell or "" for cell in row] for row in sheet.to_polars().rows()]
    return [row for row in rows if any(cell.strip() for cell in row)]


def _headings(rows: Rows) -> int | None:
    """Return the place of the row that names a sender's and a text's column, None without one."""
    for place, row in enumerate(rows[:HEADING_ROWS]):
        names = [cell.strip() for cell in row]
        has_text = any(_TEXT.fullmatch(name) or _QUESTION.fullmatch(name) for name in names)
        if has_text and any(_SENDER.fullmatch(name) for name in names):
            return place
    return None


def _answers(rows: Rows, fil: str) -> list[Document]:
    heading = _headings(rows) or 0
    names = [cell.strip() for cell in rows[heading]]
    return [
        _answer(names, row, f"{fil}/rad {number}")
        for number, row in enumerate(rows[heading + 1 :], start=heading + 2)
        if any(cell.strip() for cell in row)
    ]


def _answer(names: Sequence[str], row: Sequence[str], fil: str) -> Document:
    texts, title, received, other, added = [], "", None, 0, 0
    # A row with more cells than there are headings has text that somebody forgot to quote.
    for name, cell in zip([*names, *["tekst"] * (len(row) - len(names))], row, strict=False):
        question = _QUESTION.fullmatch(name)
        if not cell.strip():
            continue
        if question:
            label = f"Spørsmål {question[1]}"
            texts.append(f"{label}\n{tidy(cell)}")
            added += counted(label)
        elif _TEXT.fullmatch(name):
            texts.append(tidy(cell))
        else:
            other += counted(tidy(cell))
            if _SENDER.fullmatch(name) and not title:
                is_bare = name.casefold().startswith("kommune") and "kommune" not in cell.casefold()
                title = f"{cell.strip()} kommune" if is_bare else cell.strip()
            elif _DATE.fullmatch(name):
                received = norwegian_date(_ISO.sub(r"\3.\2.\1", cell.strip()))
    left_out = (LeftOut(other, OTHER_COLUMNS),) if other else ()
    whole = sum(counted(tidy(cell)) for cell in row)
    return Document(
        fil,
        "\n\n".join(texts),
        fil,
        title=title,
        received=received,
        left_out=left_out,
        characters=whole,
        added=added,
    )


def _letter(rows: Rows, fil: str) -> Document:
    lines = ["\t".join(_filled(row)) for row in rows]
    text = tidy("\n".join(lines))
    whole = sum(counted(tidy(cell)) for row in rows for cell in row)
    head = "\n".join(lines[:LETTERHEAD_LINES])
    return Document(fil, text, fil, letterhead=head, characters=whole)


def _filled(row: Sequence[str]) -> Iterator[str]:
    return (cell.strip() for cell in row if cell.strip())
