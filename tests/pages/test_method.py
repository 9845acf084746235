"""Data og metode: every row accounted for, every definition there, and files that can be read."""

import csv
import datetime as dt
import io
import re
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import openpyxl
import polars as pl
import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import Message

from data import pipeline
from pages.parts.drawing import data_sections
from pages.parts.drawing.card import basis_line
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.reader import Reader
from pages.parts.sharing import whole_tables
from queries import Version, View, queries
from queries.columns import source_tables
from queries.tables import DEMO_MARK, INVENTED, TABLES, table
from tests.pages.app import headings, html, opened
from tests.small_set import places, write

Endpoint = Callable[[Request], Awaitable[Response]]


def asked(endpoint: Endpoint, query: str = "", **path: str) -> Response:
    """Return what `endpoint` answers when the route has found `path` in the address."""
    scope = {"type": "http", "path_params": path, "query_string": query.encode(), "headers": []}

    async def stays() -> Message:
        """Say nothing: who asks waits for the answer."""
        await anyio.sleep_forever()
        raise AssertionError

    # A thread of its own, since the browser tests leave a running loop in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, endpoint, Request(scope, stays)).result()


def taken(name: str, form: str) -> bytes:
    """Return the demo's whole table `name` as `form`."""
    answer = asked(whole_tables.download_table, "data=demo", table=name, format=form)
    return bytes(answer.body)


def test_the_page_opens_with_who_has_answered() -> None:
    assert headings(opened("data", data="demo")) == [
        "209 av 356 kommuner har svart, med 50\u00a0% av innbyggerne"
    ]
    assert "uttalt seg" in headings(opened("data", data="kjente"))[0]


def test_every_version_says_what_it_is(two: tuple[Version, Version]) -> None:
    _older, newer = two
    told = data_sections.all_versions(Reader(View(data=newer.dataset), newer))
    states = re.findall(r"<td[^>]*data-navn=\"Status\"[^>]*>([^<]*)</td>", told)
    assert states == ["vises nå, nyeste", "eldre"]


def test_rows_in_are_rows_accepted_and_set_aside(demo: Reader, kjente: Reader) -> None:
    for reader in (demo, kjente):
        rows = EVERY_CARD["kildefiler"](reader).table.rows
        assert rows
        for _table, _file, read, accepted, aside in rows:
            assert read == accepted + aside  # type: ignore[operator]


def test_coverage_sums_to_the_country(demo: Reader) -> None:
    rows = EVERY_CARD["dekning"](demo).table.rows
    assert len(rows) == 12
    assert sum(int(str(row[1])) for row in rows) == 356
    assert sum(int(str(row[2])) for row in rows) == 209
    assert sum(int(str(row[3])) for row in rows) == 5_425_270


def test_every_definition_and_every_column_is_there(demo: Reader) -> None:
    shown = data_sections.definitions()
    for query in queries().values():
        assert f"queries/{query.name}.sql" in shown
    columns = data_sections.columns()
    for name in source_tables():
        assert f"<summary>{name}</summary>" in columns


def test_every_shared_source_has_its_origin(demo: Reader) -> None:
    origins = {str(row[0]) for row in EVERY_CARD["kilder"](demo).table.rows}
    files = {
        str(row[0]) for row in EVERY_CARD["kildefiler"](demo).table.rows if ".csv" in str(row[1])
    }
    assert files - {"kilder"} <= origins


def test_published_figures_stand_each_on_its_own_and_are_not_called_invented(demo: Reader) -> None:
    for name in ("innbyggerundersokelse", "svartelling", "ordforerundersokelse"):
        card = EVERY_CARD[name](demo)
        assert "oppdiktede" not in basis_line(card, demo)
        assert "publisert og virkelige" in basis_line(card, demo)
        assert all(row[-1] for row in card.table.rows), "each figure names where it was found"
    assert EVERY_CARD["svartelling"](demo).title == (
        "Avisene telte 33 som ønsket tjenestested, 133 som ikke gjorde det"
    )
    assert "39\u00a0% mot 66\u00a0%" in EVERY_CARD["innbyggerundersokelse"](demo).title
    # What was not published is missing and not zero.
    assert ">–</td>" in str(EVERY_CARD["innbyggerundersokelse"](demo).figure)


def test_the_residents_stand_beside_satisfaction_by_size() -> None:
    assert "opplever sjeldnere at politiet kommer raskt" in html(opened("bemanning", data="demo"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_taken_along_in_every_form(name: str) -> None:
    text = taken(name, "csv")
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))
    parquet = pl.read_parquet(io.BytesIO(taken(name, "parquet")))
    assert rows[0] == parquet.columns
    assert len(rows) - 1 == parquet.height
    book = openpyxl.load_workbook(io.BytesIO(taken(name, "xlsx")))
    assert book["Tabell"].max_row == parquet.height + 1
    assert ("merke" in parquet.columns) is (name in INVENTED)


def test_invented_tables_are_marked_in_name_and_rows() -> None:
    answer = asked(whole_tables.download_table, "data=demo", table="svar", format="csv")
    assert 'filename="DEMODATA-svar-' in answer.headers["content-disposition"]
    assert bytes(answer.body).decode().count(DEMO_MARK) == 918
    assert "DEMODATA" not in taken("kommune", "csv").decode()


@pytest.mark.parametrize(
    ("table_name", "form"),
    [("meta", "csv"), ("sokeord", "csv"), ("svar", "exe"), ("../svar", "csv"), ("", "csv")],
)
def test_no_other_table_can_be_taken(table_name: str, form: str) -> None:
    with pytest.raises(HTTPException) as refused:
        asked(whole_tables.download_table, table=table_name, format=form)
    assert refused.value.status_code == 404


@pytest.mark.parametrize(
    ("file", "status"),
    [
        ("demo", 404),
        ("demo-2020-01-01-0000000", 410),
        ("../demo-2020-01-01-0000000", 404),
        ("x-1", 404),
        ("", 404),
        ("demo-*", 404),
    ],
)
def test_no_other_file_can_be_taken(file: str, status: int) -> None:
    with pytest.raises(HTTPException) as refused:
        asked(whole_tables.download_database, file=file)
    assert refused.value.status_code == status


def test_the_database_is_the_one_to_pass_on(demo: Reader) -> None:
    answer = asked(whole_tables.download_database, file=f"demo-{demo.version.version}")
    assert isinstance(answer, FileResponse)
    assert 'filename="DEMODATA-tabeller-' in answer.headers["content-disposition"]
    content = Path(answer.path).read_bytes()
    assert answer.path != demo.version.path
    # Nobody is named in the one that serves, either; nor is a rejected row passed on.
    assert b"Navn Navnesen" not in demo.version.path.read_bytes() + content
    assert b"innhold" in demo.version.path.read_bytes()
    assert b"innhold" not in content


def test_cells_are_written_for_spreadsheets() -> None:
    frame = pl.DataFrame(
        {
            "t": ["=1+1", "-rus", None],
            "n": [-1.5, 2.0, None],
            "d": [dt.date(2022, 6, 1), None, None],
            "l": [["1804", "1811"], None, []],
            "b": [True, False, None],
        }
    )
    rows = list(
        csv.reader(io.StringIO(whole_tables.to_csv(frame, "").decode("utf-8-sig")), delimiter=";")
    )
    assert rows[1] == ["'=1+1", "-1,5", "2022-06-01", "1804|1811", "ja"]
    assert rows[2] == ["'-rus", "2,0", "", "", "nei"]
    assert rows[3] == ["", "", "", "", ""]


def test_a_version_without_tables_says_so(demo: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_sections, "database", lambda _version: None)
    assert "kunne lastes ned" in data_sections.downloads(demo)
    assert "/last-ned/tabell" not in data_sections.downloads(demo)
    with pytest.raises(KeyError):
        table(demo.version, "meta")


def test_what_must_be_looked_at_is_listed_without_naming_private_persons(tmp_path: Path) -> None:
    answers = (
        "innspill_id,avsender,avsendertype,kommunenumre,dato,malform,erstatter,kilde,merknad\n"
        "A,Rana kommune,kommune,1833,,bokmaal,,rana.pdf,\n"
        "B,Kari Nordmann,privatperson,,,bokmaal,,kari nordmann.pdf,\n"
    )
    listed = (
        "merknad_id,mappe,fil,innspill_id,hva,alvor,status,kommentar\n"
        "M1,brev,rana.pdf,A,side 2 er ikke lest,viktig,ikke_gjort,\n"
        "M2,brev,kari nordmann.pdf,B,samme som «kari nordmann 2.pdf»,kontroller,gjort,\n"
        "M3,brev,ola dunk.pdf,,ikke lest: skadet,viktig,ikke_gjort,\n"
        "M4,brev,rana.pdf,A,bare til orientering,til_orientering,ikke_gjort,\n"
    )
    sources = write(tmp_path / "innspill", innspill=answers, merknader=listed)
    with places(tmp_path / "build", sources):
        reader = Reader(View(data="innspill"), pipeline.build("innspill").version)
        card = EVERY_CARD["merknader"](reader)
    shown = [[str(cell) for cell in row] for row in card.table.rows]
    assert shown == [
        ["M3", "ikke lest: skadet", "Viktig", "nei"],
        ["rana.pdf", "side 2 er ikke lest", "Viktig", "nei"],
        ["M2", "samme som «…»", "Kontroller", "ja"],
    ]
    assert card.title == "2 ting må ses på etter innlesingen"
