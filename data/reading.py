"""Turning text cells into a typed table, with every mistake named.

A row is accepted whole or rejected whole; rows in = rows accepted + rows rejected.
"""

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import dataframely as dy
import polars as pl

from data import vocabulary
from data.problems import Problem
from data.tabular import Sheet, read_sheet

ROW: Final = "rad"
DATE_FORMATS: Final = ("%Y-%m-%d", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S")


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

    @property
    def rows_in(self) -> int:
        """Return the number of rows in the file, the heading and empty rows not counted."""
        return self.raw.height

    def without(self, problems: list[Problem]) -> "Table":
        """Return the table less the rows that `problems` name."""
        bad = [p.rad for p in problems if p.fil == self.fil]
        kept = self.frame.filter(~pl.col(ROW).is_in(bad))
        return Table(self.name, self.fil, kept, self.raw, (*self.problems, *problems))


def read_table(path: Path, name: str, schema: type[dy.Schema]) -> Table:
    """Read the file at `path` as table `name` and check it against `schema`."""
    return check_sheet(read_sheet(path), name, schema)


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
        return Table(name, sheet.fil, empty, raw, tuple(problems))

    typed = raw.select(
        ROW,
        *(_cast(spec, c) if c in raw.columns else _missing(spec, c) for c, spec in columns.items()),
    )
    miscast = [
        Problem(sheet.fil, rad, c, value, expectation(spec))
        for c, spec in columns.items()
        if c in raw.columns
        for rad, value in raw.filter(raw[c].is_not_null() & typed[c].is_null())
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
    bad_rows = [p.rad for p in miscast]
    frame = good.filter(~pl.col(ROW).is_in(bad_rows)).select(ROW, *columns)
    return Table(name, sheet.fil, frame, raw, tuple(sorted([*problems, *miscast, *broken])))


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


def _heading_problems(sheet: Sheet, schema: type[dy.Schema]) -> list[Problem]:
    known = list(schema.columns())
    problems = []
    for heading in sheet.headings:
        if heading and heading not in known:
            near = difflib.get_close_matches(heading, known, n=1)
            hint = f"«{near[0]}»" if near else "en av: " + ", ".join(known)
            problems.append(Problem(sheet.fil, 1, heading, heading, f"kjent kolonne, {hint}"))
    twice = {h for h in sheet.headings if h and sheet.headings.count(h) > 1}
    problems += [Problem(sheet.fil, 1, h, h, "kolonnen bare én gang") for h in twice]
    problems += [
        Problem(sheet.fil, 1, column, "", "kolonnen, men den mangler")
        for column, spec in schema.columns().items()
        if column not in sheet.headings and not spec.nullable
    ]
    return problems


def _numbered(schema: type[dy.Schema]) -> type[dy.Schema]:
    """Return `schema` with the row number as a column, so that failures can be placed."""
    return type(f"Numbered{schema.__name__}", (schema,), {ROW: dy.Int64()})


def _missing(spec: dy.Column, name: str) -> pl.Expr:
    return pl.lit(None, dtype=spec.dtype).alias(name)


def _cast(spec: dy.Column, name: str) -> pl.Expr:
    column = pl.col(name)
    if isinstance(spec, dy.Int64):
        # Excel writes whole numbers as 12.0, and people write 5 425 270.
        digits = column.str.replace_all(r"[\s\u00a0\u202f]", "").str.replace(r"[.,]0+$", "")
        return digits.cast(pl.Int64, strict=False)
    if isinstance(spec, dy.Float64):
        return column.str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
    if isinstance(spec, dy.Date):
        tries = [column.str.to_date(form, strict=False) for form in DATE_FORMATS]
        return pl.coalesce(tries).alias(name)
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
        column, _, check = rule.partition("|")
        if rule == "primary_key":
            key = schema.primary_key()
            value = ", ".join(str(row[c]) for c in key)
            column, expected = ", ".join(key), "en nøkkel som bare finnes én gang"
        elif rule == "kommune_har_nummer":
            column, value = "kommunenumre", ""
            expected = "minst ett kommunenummer når avsendertypen er «kommune»"
        elif rule == "verdi_hoerer_til_felt":
            column, value = "verdi", str(row["verdi"])
            allowed = vocabulary.FELT.get(str(row["felt"]), ())
            expected = f"for feltet «{row['felt']}» en av: " + ", ".join(allowed)
        else:
            value = "" if row[column] is None else str(row[column])
            expected = "en verdi" if check == "nullability" else expectation(columns[column])
        problems.append(Problem(fil, int(str(row[ROW])), column, value, expected))
    return problems
