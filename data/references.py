"""What must hold between the source tables: no row points at nothing, no field is coded twice."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from data import vocabulary
from data.problems import Problem
from data.reading import ROW, Table


@dataclass(frozen=True)
class Reference:
    """Values of `table.column` must exist in `target.key`; `many` when split by |."""

    table: str
    column: str
    target: str
    key: str
    expected: str
    many: bool = False


KOMMUNE: Final = "et kommunenummer i inndelingen 2020–2023"
INNSPILL: Final = "en innspill_id som finnes i tabellen innspill"
REFERENCES: Final = (
    Reference(
        "kommuner", "politidistrikt", "politidistrikter", "politidistrikt", "et kjent distrikt"
    ),
    Reference("tjenestesteder", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("nye_tjenestesteder", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("innspill", "kommunenumre", "kommuner", "kommunenummer", KOMMUNE, many=True),
    Reference("innspill", "erstatter", "innspill", "innspill_id", INNSPILL),
    Reference("svar", "innspill_id", "innspill", "innspill_id", INNSPILL),
    Reference("koding", "innspill_id", "innspill", "innspill_id", INNSPILL),
    Reference("koding", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("lokaler", "innspill_id", "innspill", "innspill_id", INNSPILL),
    Reference("lokaler", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("raad", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
)


def broken_references(tables: dict[str, Table]) -> list[Problem]:
    """Return a problem for each accepted row of `tables` that contradicts another table."""
    found: list[Problem] = []
    for reference in REFERENCES:
        if reference.table in tables and reference.target in tables:
            found += _dangling(tables[reference.table], tables[reference.target], reference)
    if "koding" in tables:
        found += _coded_twice(tables["koding"])
    return found


def _dangling(table: Table, target: Table, reference: Reference) -> Iterator[Problem]:
    column = reference.column
    rows = table.frame.select(ROW, pl.col(column).cast(pl.String)).drop_nulls()
    if reference.many:
        rows = rows.with_columns(pl.col(column).str.split("|")).explode(column)
    known = target.frame[reference.key].cast(pl.String)
    for rad, value in rows.filter(~pl.col(column).is_in(known.implode())).rows():
        near = difflib.get_close_matches(value, known.to_list(), n=1, cutoff=0.85)
        hint = f" (mente du «{near[0]}»?)" if near else ""
        yield Problem(table.fil, rad, column, value, reference.expected + hint)


def _coded_twice(koding: Table) -> Iterator[Problem]:
    key = ["innspill_id", "kommunenummer", "felt"]
    single = koding.frame.filter(~pl.col("felt").cast(pl.String).is_in(vocabulary.FLERE))
    again = single.filter(pl.struct(key).is_first_distinct().not_())
    for rad, innspill_id, felt in again.select(ROW, "innspill_id", "felt").rows():
        expected = f"at feltet er kodet én gang for {innspill_id}, men det står også på en rad over"
        yield Problem(koding.fil, rad, "felt", str(felt), expected)
