"""Turning text cells into a typed table, with every mistake named.

A row is accepted whole or rejected whole; rows in = rows accepted + rows rejected.
"""

import datetime as dt
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import dataframely as dy
import polars as pl

from data import vocabulary
from data.problems import Problem
from data.tabular import Sheet, read_sheet

ROW: Final = "rad"
SPACES: Final = r"[\s\u00a0\u202f]"
# Excel counts days from here, since it takes 1900 for a leap year; these are 1954 to 2064.
EXCEL_EPOCH: Final = dt.date(1899, 12, 30)
EXCEL_DAYS: Final = range(20_000, 60_001)
_NUMBERS: Final = re.compile(r"\d{4}(?:\D{1,4}\d{4})+")
DATE_FORMATS: Final = (
    *("%Y-%m-%d", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S"),
    *("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M"),
)


@dataclass(frozen=True)
class Table:
    """One source table as read: the accepted rows, and what was wrong with the others.

    `frame` has the schema's columns and `rad`; `raw` has every row as text and `rad`.
    """

    name: str
    fil: str
    frame: pl.DataFrame
    raw: pl.DataFrame
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def rows_in(self) -> int:
        """Return the number of rows in the file, the heading and empty rows not counted."""
        return self.raw.height

    def without(self, problems: list[Problem]) -> "Table":
        """Return the table less the rows that `problems` name."""
        mine = [p for p in problems if p.fil == self.fil]
        kept = self.frame.filter(~pl.col(ROW).is_in([p.rad for p in mine]))
        return Table(self.name, self.fil, kept, self.raw, (*self.problems, *mine), self.notes)


def read_table(path: Path, name: str, schema: type[dy.Schema]) -> Table:
    """Read the file at `path` as table `name` and check it against `schema`."""
    return check_sheet(read_sheet(path, tuple(schema.columns())), name, schema)


@cache
def absent(name: str, schema: type[dy.Schema]) -> Table:
    """Return table `name` as it is when nobody has supplied it: without rows."""
    columns = tuple(schema.columns())
    return check_sheet(Sheet(f"{name} (ikke levert)", columns, (), (), ()), name, schema)


def check_sheet(sheet: Sheet, name: str, schema: type[dy.Schema]) -> Table:
    """Check the cells of `sheet` against `schema`; nothing is raised, mistakes become problems."""
    problems = [*sheet.problems, *_heading_problems(sheet, schema)]
    raw = pl.DataFrame(
        {h: [row[i] for row in sheet.rows] for i, h in enumerate(sheet.headings) if h},
        schema_overrides={h: pl.String for h in sheet.headings if h},
    ).with_columns(pl.Series(ROW, sheet.numbers, dtype=pl.Int64))
    columns = schema.columns()
    # A required column that is not there would repeat one mistake on every row of the file.
    absent = [c for c, spec in columns.items() if c not in raw.columns and not spec.nullable]
    if absent:
        empty = schema.create_empty().with_columns(pl.lit(0, dtype=pl.Int64).alias(ROW))
        return Table(name, sheet.fil, empty, raw, tuple(problems), sheet.notes)

    # In a row with too many cells, each may stand under a heading that is not its own.
    whole = raw.filter(~pl.col(ROW).is_in([p.rad for p in sheet.problems]))
    typed = whole.select(
        ROW,
        *(_cast(spec, c) if c in raw.columns else _missing(spec, c) for c, spec in columns.items()),
    )
    # Most columns have no such cell, which the number of empty ones tells without looking at each.
    read = [c for c in columns if c in raw.columns]
    suspect = [c for c in read if typed[c].null_count() > whole[c].null_count()]
    miscast = [
        Problem(sheet.fil, rad, c, value, expectation(columns[c]) + _hint(columns[c], value))
        for c in suspect
        for rad, value in whole.filter(whole[c].is_not_null() & typed[c].is_null())
        .select(ROW, c)
        .rows()
    ]
    seen = {(p.rad, p.kolonne) for p in miscast}
    good, failures = _numbered(schema).filter(typed, cast=True)
    broken = [
        problem
        for row in failures.details().iter_rows(named=True)
        for problem in _row_problems(sheet.fil, row, schema)
        if (problem.rad, problem.kolonne) not in seen
    ]
    repeated = list(_repeated(sheet.fil, typed, schema.primary_key()))
    bad_rows = [p.rad for p in (*miscast, *repeated)]
    frame = good.filter(~pl.col(ROW).is_in(bad_rows)).select(ROW, *columns)
    found = sorted([*problems, *miscast, *repeated, *broken])
    return Table(name, sheet.fil, frame, raw, tuple(found), sheet.notes)


def expectation(spec: dy.Column) -> str:
    """Return in Norwegian what a column of type `spec` accepts."""
    if spec.metadata and "ventet" in spec.metadata:
        return str(spec.metadata["ventet"])
    if isinstance(spec, dy.Enum):
        return "en av: " + ", ".join(spec.categories)
    if isinstance(spec, dy.Date):
        return "en dato som 2022-05-31 eller 31.05.2022"
    if isinstance(spec, dy.Int64 | dy.Float64):
        kind = "et helt tall" if isinstance(spec, dy.Int64) else "et tall"
        low, high = spec.min, spec.max
        if low is not None and high is not None:
            return f"{kind} fra {low} til {high}"
        return kind if low is None else f"{kind} fra {low} og oppover"
    return "tekst"


def _hint(spec: dy.Column, value: str) -> str:
    """Return the date that Excel shows for a number, when a date was expected."""
    # What stands behind the point is the time of day.
    serial = re.sub(r"[.,]\d+$", "", value)
    if isinstance(spec, dy.Date) and serial.isdigit() and int(serial) in EXCEL_DAYS:
        day = EXCEL_EPOCH + dt.timedelta(days=int(serial))
        return f"; {serial} er {day:%d.%m.%Y} som Excel-tall, så formater kolonnen som dato"
    return ""


def _heading_problems(sheet: Sheet, schema: type[dy.Schema]) -> list[Problem]:
    known = list(schema.columns())
    absent = [c for c in known if c not in sheet.headings]
    problems = []
    for heading in sheet.headings:
        if heading and heading not in known:
            near = difflib.get_close_matches(heading.lower(), absent, n=1)
            hint = f"kolonnen «{near[0]}»" if near else "en av kolonnene " + ", ".join(known)
            problems.append(Problem(sheet.fil, sheet.heading_row, heading, heading, hint))
            # A misspelled column is one mistake, not one too many and one missing.
            absent = [c for c in absent if c not in near]
    twice = {h for h in sheet.headings if h and sheet.headings.count(h) > 1}
    problems += [
        Problem(sheet.fil, sheet.heading_row, h, h, "kolonnen bare én gang") for h in twice
    ]
    problems += [
        Problem(sheet.fil, sheet.heading_row, column, "", "en kolonne med dette navnet")
        for column in absent
        if not schema.columns()[column].nullable
    ]
    return problems


@cache
def _numbered(schema: type[dy.Schema]) -> type[dy.Schema]:
    """Return `schema` with the row number as a column, so that failures can be placed.

    It joins the key, since a repeated key is found by `_repeated`, which spares its first row.
    """
    return type(f"Numbered{schema.__name__}", (schema,), {ROW: dy.Int64(primary_key=True)})


def _repeated(fil: str, typed: pl.DataFrame, key: list[str]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], int] = {}
    for rad, *values in typed.select(ROW, *key).rows():
        at = first.setdefault(tuple(values), rad)
        if key and None not in values and at != rad:
            expected = f"en nøkkel som bare finnes én gang, men den står også i rad {at}"
            yield Problem(fil, rad, ", ".join(key), ", ".join(map(str, values)), expected)


def _missing(spec: dy.Column, name: str) -> pl.Expr:
    return pl.lit(None, dtype=spec.dtype).alias(name)


def _cast(spec: dy.Column, name: str) -> pl.Expr:
    column = pl.col(name)
    if isinstance(spec, dy.Int64):
        # Excel writes whole numbers as 12.0, and people write 5 425 270; 12.000 may mean either
        # twelve or twelve thousand.
        digits = column.str.replace_all(SPACES, "").str.replace(r"[.,]0{1,2}$", "")
        return digits.cast(pl.Int64, strict=False)
    if isinstance(spec, dy.Float64):
        digits = column.str.replace_all(SPACES, "").str.replace(",", ".", literal=True)
        return digits.cast(pl.Float64, strict=False)
    if isinstance(spec, dy.Date):
        date = pl.coalesce([column.str.to_date(form, strict=False) for form in DATE_FORMATS])
        # 31.05.22 would be read as the year 22.
        return pl.when(date.dt.year().is_between(1900, 2100)).then(date).alias(name)
    if isinstance(spec, dy.Enum):
        return column.cast(pl.Enum(spec.categories), strict=False)
    return column


def _row_problems(fil: str, row: dict[str, object], schema: type[dy.Schema]) -> list[Problem]:
    """Return a problem for each rule that `row` of dataframely's failure details breaks."""
    columns = schema.columns()
    problems = []
    for rule, outcome in row.items():
        if outcome != "invalid" or rule in columns or rule == ROW:
            continue
        column = rule.partition("|")[0]
        if rule == "kommune_har_nummer":
            column, value = "kommunenumre", ""
            expected = "minst ett kommunenummer når avsendertypen er «kommune»"
        elif rule == "erstatter_et_annet":
            column, value = "erstatter", str(row["erstatter"])
            expected = "innspill_id for et annet innspill enn dette"
        elif rule == "verdi_hoerer_til_felt":
            column, value = "verdi", str(row["verdi"])
            allowed = vocabulary.FELT.get(str(row["felt"]), ())
            expected = f"for feltet «{row['felt']}» en av: " + ", ".join(allowed)
        else:
            value = "" if row[column] is None else str(row[column])
            expected = expectation(columns[column])
            if column == "kommunenumre" and _NUMBERS.fullmatch(value):
                numbers = re.findall(r"\d{4}", value)
                expected += f" (skriv «{'|'.join(numbers)}»)"
        problems.append(Problem(fil, int(str(row[ROW])), column, value, expected))
    return problems
