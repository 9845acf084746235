"""Cards as files: CSV and XLSX for spreadsheets, HTML to read and print.

Made from the same card as the screen, so the numbers, their order and the filter are the same.
"""

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from pages.parts.drawing.card import Card, basis_line, definition, meaning
from pages.parts.drawing.table import Cell, Column, Table
from pages.parts.reading.language import _, spoken
from pages.parts.reading.markup import Markup
from pages.parts.reading.origin import absolute
from pages.parts.reading.reader import Reader
from pages.parts.sharing.cells import cut_short, fitted
from pages.parts.wording import numbers
from pages.parts.wording.rates import Rate
from pages.server.sheet import sheet

# A spreadsheet runs what begins with one of these; an apostrophe in front makes it text.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_NUMBERS: Final = {
    "whole": "#,##0",
    "decimal": "#,##0.0",
    "share": "0 %",
    "bound": "0 %",
    # As on the screen: a decimal below ten.
    "km": "[<9.95]#,##0.0;#,##0",
    "minutes": "#,##0",
    "m2": "#,##0",
}
# Excel takes a longer address for a damaged file.
_LONGEST_LINK: Final = 2000
_MOST_DECIMALS: Final = 6
_BODY: Final = Markup(
    "<p>{where}. {basis}</p>{table}<section><h2>{about}</h2>{definition}<dl>{rest}</dl></section>"
)
_FACT: Final = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
_UNITS: Final = {"share": "%", "bound": "%", "km": "km", "minutes": "min", "m2": "m²"}


def to_csv(card: Card, reader: Reader, origin: str = "") -> bytes:
    """Return the card's table as Norwegian Excel reads it.

    UTF-8 with BOM, semicolon, decimal comma and no grouping of thousands. Shares are in per cent.
    The last rows say what the table rests on and where it came from.
    """
    text = io.StringIO()
    write = csv.writer(text, delimiter=";", lineterminator="\r\n")
    write.writerow(_harmless(_heading(c)) for c in card.table.columns)
    for row in card.table.rows:
        write.writerow(_plain(c, cell) for c, cell in zip(card.table.columns, row, strict=True))
    write.writerow([])
    write.writerows(
        (_harmless(f"{name}: {value}"),) for name, value in _provenance(card, reader, origin)
    )
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(card: Card, reader: Reader, origin: str = "") -> bytes:
    """Return the card as a workbook: real numbers and dates, and a sheet about them."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet = book.add_worksheet(_("Tall"))
    _write_table(book, sheet, card.table, bold)
    about = book.add_worksheet(_("Om tallene"))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    about.set_column(0, 0, 18)
    about.set_column(1, 1, 90)
    defined = (_("Definisjon"), "\n\n".join(meaning(card)))
    facts = [*_provenance(card, reader, origin), defined]
    if lost := cut_short(_texts(card.table)):
        facts.append((_("Avkortet"), lost))
    for i, (name, value) in enumerate(facts):
        about.write_string(i, 0, name, bold)
        if value.startswith("http") and len(value) <= _LONGEST_LINK:
            about.write_url(i, 1, value, wrapped, value)
        else:
            about.write_string(i, 1, value, wrapped)
    book.close()
    return out.getvalue()


def to_html(card: Card, reader: Reader, origin: str = "") -> bytes:
    """Return the whole table as a page of its own, fit for print."""
    # The page may be kept as a file, where an address without its server leads nowhere.
    links = [absolute(origin, link) if link else "" for link in card.links]
    ways = {place: absolute(origin, link) for place, link in card.ways.items() if link}
    body = _BODY.format(
        where=reader.sentence(card.name),
        basis=basis_line(card, reader),
        table=card.table.html(card.title, links, ways),
        about=_("Om tallene"),
        definition=definition(card),
        rest=Markup("").join(
            _FACT.format(name, value) for name, value in _provenance(card, reader, origin)
        ),
    )
    return sheet(card.title, body, lang=spoken()).encode()


def file_name(card: Card, reader: Reader, form: str) -> str:
    """Return a file name that tells the data set, the card and the version."""
    return f"{reader.version.dataset}-{card.name}-{reader.version.version}.{form}"


def _provenance(card: Card, reader: Reader, origin: str) -> list[tuple[str, str]]:
    return [
        (_("Tittel"), card.title),
        (_("Utvalg"), reader.sentence(card.name)),
        *(((_("Viser"), card.lead),) if card.lead else ()),
        (_("Grunnlag"), basis_line(card, reader)),
        (_("Lenke"), absolute(origin, reader.pinned.to_card(card.name))),
    ]


def _texts(table: Table) -> list[str]:
    """Return what a workbook of `table` has as text."""
    return [
        column.text(cell)
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if isinstance(cell, str)
    ]


def _write_table(book: Any, sheet: Any, table: Table, bold: Any) -> None:
    formats = {kind: book.add_format({"num_format": f}) for kind, f in _NUMBERS.items()}
    formats["date"] = book.add_format({"num_format": "dd.mm.yyyy"})
    for j, column in enumerate(table.columns):
        sheet.write_string(0, j, _heading(column, percent=False), bold)
        widest = max([len(column.heading) / 2] + [len(column.text(r[j])) for r in table.rows])
        sheet.set_column(j, j, min(60, max(10, widest + 2)))
        for i, row in enumerate(table.rows, start=1):
            cell = row[j]
            if cell is None:
                continue
            if isinstance(cell, dt.date):
                sheet.write_datetime(i, j, cell, formats["date"])
            elif isinstance(cell, Rate) and (cell.is_few or cell.value is None):
                # Of few answers there is no share to calculate with.
                sheet.write_string(i, j, cell.text if cell.of else "")
            elif column.kind in _NUMBERS:
                number = cell.value if isinstance(cell, Rate) else cell
                kind = _as_shown(column, number)
                if kind not in formats:
                    formats[kind] = book.add_format({"num_format": kind})
                sheet.write_number(i, j, number, formats[kind])
            else:
                sheet.write_string(i, j, fitted(column.text(cell)))
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _as_shown(column: Column, number: Any) -> str:
    """Return which format writes `number` as the screen does: «under 1 %» is a format of its own.

    A spreadsheet that rounds for itself would write nearly none as none.
    """
    text = numbers.share(number)
    if column.kind in ("share", "bound") and not text[:1].isdigit():
        return f'"{text}"'
    return column.kind


def _heading(column: Column, *, percent: bool = True) -> str:
    unit = _UNITS.get(column.kind)
    if not unit or (unit == "%" and not percent):
        return column.heading
    return f"{column.heading} ({unit})"


def _plain(column: Column, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Rate):
        # Of few answers a share would say more than is known.
        return _harmless(cell.text) if cell.is_few else _per_cent(cell.value)
    if column.kind in ("share", "bound"):
        return _per_cent(float(str(cell)))
    if column.kind in _NUMBERS:
        return str(cell if isinstance(cell, int) else round(float(str(cell)), 2)).replace(".", ",")
    return _harmless(column.text(cell))


def _per_cent(value: float | None) -> str:
    """Return per cent with one decimal, or as many as it takes to tell some from none and all."""
    if value is None:
        return ""
    places = 1
    while places < _MOST_DECIMALS and 0 < value < 1 and _percent(value, places) in (0, 100):
        places += 1
    return f"{_percent(value, places):f}".replace(".", ",")


def _percent(value: float, places: int) -> Decimal:
    return numbers.rounded(Decimal(str(value)) * 100, places)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
