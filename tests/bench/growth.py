"""The same questions of ten times as many municipalities and answers."""

import shutil
import time
from pathlib import Path
from statistics import median
from typing import Final

import duckdb
import polars as pl

from queries import Version, View, queries
from queries.answers import read

TIMES: Final = 10
ROUNDS: Final = 9
# What names a row, or points to one, in any table; a copy gets names of its own.
_NAMES: Final = (
    "kommunenummer",
    "innspill_id",
    "lokale_id",
    "erstatter",
    "erstattet_av",
    "nabo",
    "fra",
    "til",
)


def seconds(version: Version) -> dict[str, float]:
    """Return the median time of each query, asked of the whole country."""
    found = {}
    for query in queries().values():
        view = View(kommune="1804")
        unbound = {name: None for name in query.parameters if name not in view.parameters}
        taken = []
        for _round in range(ROUNDS):
            begun = time.perf_counter()
            read(version, query.name, view, **unbound)
            taken.append(time.perf_counter() - begun)
        found[query.name] = median(taken)
    return found


def grown(version: Version, folder: Path) -> Version:
    """Return a copy of `version` in `folder` with every municipality and answer ten times."""
    path = folder / "demo-2000-01-01-0000000.duckdb"
    shutil.copy(version.path, path)
    with duckdb.connect(path) as database:
        tables = database.sql(
            "select table_name, list(column_name) from information_schema.columns"
            " join information_schema.tables using (table_name)"
            " where table_type = 'BASE TABLE' group by table_name"
        ).fetchall()
        for table, columns in tables:
            names = [name for name in columns if name in _NAMES]
            if not names:
                continue
            rows = pl.DataFrame(pl.from_arrow(database.table(table).to_arrow_table()))
            copies = [rows.with_columns(pl.col(names) + pl.lit(f"~{i}")) for i in range(1, TIMES)]
            database.register("kopier", pl.concat(copies))
            database.table("kopier").insert_into(table)
            database.unregister("kopier")
    return Version("demo", "2000-01-01-0000000", path)
