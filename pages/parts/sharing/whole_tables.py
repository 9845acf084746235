"""Whole tables and the database as files: CSV and XLSX for spreadsheets, Parquet for the rest.

They come from the database that is made to be passed on, so nothing private is in them; see
`data/sharing.py`.
"""

import csv
import datetime as dt
import io
from typing import Final

import polars as pl
import xlsxwriter
from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from data.versions import DATASETS, VERSION, Version
from pages.parts.reading.language import _
from pages.parts.reading.requested import found_in, gone, headers, refused
from pages.parts.sharing.cells import cut_short, fitted
from pages.server.costly import briefly
from queries import pinned
from queries.tables import DEMO_MARK, INVENTED, TABLES, database, table, trouble

# A spreadsheet runs what begins with one of these; an apostrophe in front makes it text.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
# What is real in the demo set too. Everything else is marked there.
REAL: Final = frozenset(TABLES) - frozenset(INVENTED)


def to_csv(frame: pl.DataFrame, _about: str) -> bytes:
    """Return `frame` as Norwegian Excel reads it: UTF-8 with BOM, semicolon, decimal comma."""
    text = io.StringIO()
    write = csv.writer(text, delimiter=";", lineterminator="\r\n")
    write.writerow(frame.columns)
    for row in frame.iter_rows():
        write.writerow([_harmless(_text(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(frame: pl.DataFrame, about: str) -> bytes:
    """Return `frame` as a workbook: real numbers and dates, and a sheet that says what it is."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    date = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet = book.add_worksheet(_("Tabell"))
    for j, name in enumerate(frame.columns):
        sheet.write_string(0, j, name, bold)
        for i, cell in enumerate(frame[name], start=1):
            if cell is None:
                continue
            if isinstance(cell, dt.date):
                sheet.write_datetime(i, j, cell, date)
            elif isinstance(cell, int | float) and not isinstance(cell, bool):
                sheet.write_number(i, j, cell)
            else:
                sheet.write_string(i, j, fitted(_text(cell)))
    sheet.freeze_panes(1, 0)
    if frame.height:
        sheet.autofilter(0, 0, frame.height, frame.width - 1)
    told = book.add_worksheet(_("Om tabellen"))
    told.write_string(0, 0, about)
    told.write_string(1, 0, cut_short([_text(cell) for row in frame.rows() for cell in row]))
    book.close()
    return out.getvalue()


def to_parquet(frame: pl.DataFrame, about: str) -> bytes:
    """Return `frame` as Parquet, with what it is in the file's own metadata."""
    out = io.BytesIO()
    frame.write_parquet(out, metadata={"tjenestested": about})
    return out.getvalue()


FORMS: Final = {
    "csv": (to_csv, "text/csv; charset=utf-8"),
    "xlsx": (to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": (to_parquet, "application/vnd.apache.parquet"),
}


async def download_table(request: Request) -> Response:
    """Answer with the whole table `table` as `format`, of the data the query string asks for.

    404 for a table or form there is none of, and when the version has no tables to pass on; 503
    when those are damaged, and else as `found_in`.
    """
    name, form = request.path_params["table"], request.path_params["format"]
    if name not in TABLES or form not in FORMS:
        raise HTTPException(404)
    asked = {key: request.query_params.getlist(key) for key in request.query_params}
    return await briefly(request, _respond, name, form, asked)


async def download_database(request: Request) -> Response:
    """Answer with all tables of one version as a DuckDB file, named by data set and version."""
    dataset, _dash, number = str(request.path_params["file"]).partition("-")
    return await to_thread.run_sync(_database, dataset, number)


def _database(dataset: str, number: str) -> Response:
    version = pinned(dataset, number)
    if version is None and dataset in DATASETS and VERSION.fullmatch(number):
        raise gone(dataset, number)
    if version is None:
        raise HTTPException(404)
    _refuse_damaged(version)
    path = database(version)
    if path is None:
        raise HTTPException(404)
    name = file_name(version, "tabeller", "duckdb")
    return FileResponse(path, media_type="application/octet-stream", filename=name)


def file_name(version: Version, name: str, form: str) -> str:
    """Return a file name that tells the data set, the table and the version."""
    invented = version.dataset == "demo" and name not in REAL
    return f"{'DEMODATA' if invented else version.dataset}-{name}-{version.version}.{form}"


def _respond(name: str, form: str, asked: dict[str, list[str]]) -> Response:
    reader, remarks = found_in(asked)
    version = reader.version
    _refuse_damaged(version)
    frame = table(version, name)
    if frame is None:
        raise HTTPException(404)
    write, media_type = FORMS[form]
    about = _("Tabellen {name} fra Tjenestested, data {version}").format(
        name=name, version=version.version
    )
    if version.dataset == "demo" and name not in REAL:
        about = f"{DEMO_MARK}. {about}"
    disposition = f'attachment; filename="{file_name(version, name, form)}"'
    return Response(
        write(frame, about),
        media_type=media_type,
        headers=headers(remarks) | {"content-disposition": disposition},
    )


def _refuse_damaged(version: Version) -> None:
    if found := trouble(version):
        says = _("Meld fra med referansen {reference}.").format(reference=found.reference)
        raise refused(503, _("Tabellene er skadet"), says)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nei"
    if isinstance(cell, pl.Series | list | tuple):
        return "|".join(map(str, cell))
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def _harmless(text: str) -> str:
    # A negative number begins like a formula and is none.
    if text.startswith(_FORMULA) and not text[1:].replace(",", "").isdigit():
        return f"'{text}"
    return text
