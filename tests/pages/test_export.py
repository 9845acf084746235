"""Files: the same rows as on the screen, as Norwegian Excel reads them, and harmless to open."""

import csv
import datetime as dt
import io
import re

import openpyxl
import polars as pl
import pytest

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export, whole_tables
from queries import queries

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")')


@pytest.fixture
def card() -> Card:
    """Return a card with a column of each kind, and cells that could do harm."""
    columns = (
        Column("Kommune"),
        Column("Innbyggere", "whole"),
        Column("Andel", "share"),
        Column("Luftlinje", "km"),
        Column("Areal", "m2"),
        Column("Dato", "date"),
        Column("Delt med"),
    )
    rows = [
        ("Bodø", 52803, 0.625, 12.345, 90, dt.date(2022, 6, 1), ["nav", "skatt"]),
        ("Våler; «Øst»", 0, None, None, None, None, []),
        *((text, -5, 0.0, 1.5, 1200, dt.date(2023, 1, 2), [text]) for text in FORMULAS),
    ]
    return Card("kart", "kart", "Tittel <b>", "Grunnlag", Table.of(columns, rows))


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def book_of(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_csv_is_what_norwegian_excel_expects(card: Card, demo: Reader) -> None:
    data = export.to_csv(card, demo)
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert not data[3:].startswith(b"sep=")
    heading, first, second, *_rest = rows_of(data)
    assert heading == [
        "Kommune", "Innbyggere", "Andel (%)", "Luftlinje (km)", "Areal (m²)", "Dato", "Delt med",
    ]  # fmt: skip
    assert first == ["Bodø", "52803", "62,5", "12,35", "90", "01.06.2022", "nav, skatt"]
    assert second == ["Våler; «Øst»", "0", "", "", "", "", ""]


def test_csv_never_holds_a_formula(card: Card, demo: Reader) -> None:
    for row in rows_of(export.to_csv(card, demo))[1:]:
        for cell in row:
            number = re.fullmatch(r"-?[\d,]+", cell)
            assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell
    assert [row[0] for row in rows_of(export.to_csv(card, demo))[3 : 3 + len(FORMULAS)]] == [
        f"'{text}" for text in FORMULAS
    ]


def test_a_title_cannot_be_a_formula_either(demo: Reader) -> None:
    card = Card("kart", "kart", "=1+1", "", Table.of([Column("=cmd|' /C calc'!A0")], []))
    cells = [cell for row in rows_of(export.to_csv(card, demo)) for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_a_file_says_where_it_comes_from(
    card: Card, dataset: str, form: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(dataset).having(distrikt=("Nordland",))
    if form == "csv":
        text = "\n".join(row[0] for row in rows_of(export.to_csv(card, reader)) if row)
    elif form == "xlsx":
        about = book_of(export.to_xlsx(card, reader))["Om tallene"]
        text = "\n".join(f"{a.value}: {b.value}" for a, b in about.iter_rows())
        assert f"Definisjon: {queries()[card.query].paragraphs[0]}" in text
    else:
        text = export.to_html(card, reader).decode()
    assert "Nordland politidistrikt" in text
    assert f"Data {reader.version.version}" in text
    assert f"versjon={reader.version.version}" in text
    assert ("DEMODATA" in text) is reader.is_demo
    assert "Kilde:" in text


def test_xlsx_has_real_numbers_and_dates(card: Card, demo: Reader) -> None:
    sheet = book_of(export.to_xlsx(card, demo))["Tall"]
    first = [cell.value for cell in sheet[2]]
    assert first == ["Bodø", 52803, 0.625, 12.345, 90, dt.datetime(2022, 6, 1), "nav, skatt"]  # noqa: DTZ001
    assert [cell.value for cell in sheet[3]][1:6] == [0, None, None, None, None]
    assert sheet["C2"].number_format == "0 %"
    assert sheet["F2"].number_format == "dd.mm.yyyy"
    # A control character is written by its number.
    assert [sheet.cell(4 + i, 1).value for i in range(4)] == list(FORMULAS[:4])
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_xlsx_can_be_read_and_filtered_at_once(card: Card, demo: Reader) -> None:
    book = book_of(export.to_xlsx(card, demo))
    sheet = book["Tall"]
    assert book.sheetnames == ["Tall", "Om tallene"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:G{1 + len(card.table.rows)}"
    assert sheet["A1"].font.bold
    assert all(sheet.column_dimensions[c].width >= 10 for c in "ABCDEFG")


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
@pytest.mark.parametrize("name", EVERY_CARD)
def test_every_card_can_be_had_as_every_file(name: str, form: str, demo: Reader) -> None:
    write = {"csv": export.to_csv, "xlsx": export.to_xlsx, "html": export.to_html}[form]
    nobody = demo.having(distrikt=("Oslo",), innbyggere=("liten",))
    for reader in (demo, demo.having(kommune="1804"), nobody):
        assert write(EVERY_CARD[name](reader), reader)


def test_the_page_escapes_what_it_shows(card: Card, demo: Reader) -> None:
    page = export.to_html(card, demo.having(sok="<script>alert(1)</script>")).decode()
    assert "<script" not in page
    assert "<h1>Tittel &lt;b&gt;</h1>" in page
    assert '<html lang="nb">' in page
    assert page.count("<h1") == 1


def test_a_file_is_named_after_what_is_in_it(card: Card, demo: Reader) -> None:
    name = export.file_name(card, demo, "csv")
    assert name == f"demo-kart-{demo.version.version}.csv"


def test_a_text_longer_than_a_cell_says_in_the_file_that_it_is_cut(demo: Reader) -> None:
    long = "Vi vil ha mer politi. " * 3_000
    table = Table.of([Column("Svar")], [(long,), ("Nei.",)])
    card = Card("svar", "kildefiler", "Svar", "ett svar", table)
    book = book_of(export.to_xlsx(card, demo))
    cell = str(book["Tall"]["A2"].value)
    assert len(cell) == 32_767
    assert cell.endswith("Hele teksten står i CSV-filen.]")
    assert "66\u00a0000" in cell
    assert any("1 tekst er avkortet" in str(row[1].value) for row in book["Om tallene"].rows)
    frame = pl.DataFrame({"tekst": [long, long, "Nei."]})
    whole = openpyxl.load_workbook(io.BytesIO(whole_tables.to_xlsx(frame, "Svar")))
    assert str(whole["Tabell"]["A3"].value) == cell
    assert "2 tekster er avkortet" in str(whole["Om tabellen"]["A2"].value)
    assert long.strip() in whole_tables.to_csv(frame, "").decode()
