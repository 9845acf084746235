"""Surveys by municipality, of residents or of municipalities: each for itself, never added up."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import dataframely as dy
import polars as pl

from data.problems import Problem
from data.reading import ROW, Table, read_table

NAME: Final = "undersokelse_kommune"
# The normal quantile of a 95 per cent interval.
_Z: Final = 1.959964


def read(path: Path, schema: type[dy.Schema]) -> Table:
    """Return the table at `path`; a share above 100 or outside its own interval is a mistake."""
    table = read_table(path, NAME, schema)
    found = []
    for row in table.frame.iter_rows(named=True):
        rad, value = row[ROW], row["verdi"]
        if row["enhet"] == "prosent" and value > 100:
            found.append(Problem(table.fil, rad, "verdi", str(value), "en andel fra 0 til 100"))
        elif (row["lavest"] is None) != (row["hoyest"] is None):
            lacking = "lavest" if row["lavest"] is None else "hoyest"
            found.append(Problem(table.fil, rad, lacking, "", "begge ender av intervallet"))
        elif row["lavest"] is not None and not row["lavest"] <= value <= row["hoyest"]:
            told = f"{row['lavest']} til {row['hoyest']}"
            found.append(
                Problem(table.fil, rad, "lavest, hoyest", told, f"et intervall rundt {value}")
            )
    return table.without(found)


def frames(tables: Mapping[str, Table]) -> dict[str, pl.DataFrame]:
    """Return the figures by the table's name in the database, each share with an interval.

    Where none is given, a share has that of Wilson (J. Am. Stat. Assoc. 22, 1927), 95 per cent,
    as if those who answered were drawn at random; a mean has none. `regnet` says that it is ours.
    """
    rows = (
        tables[NAME]
        .frame.drop(ROW)
        .with_columns(pl.col("enhet", "spurt").cast(pl.String), p=pl.col("verdi") / 100)
    )
    ours = pl.col("lavest").is_null() & (pl.col("enhet") == "prosent") & (pl.col("n") > 0)
    middle = pl.col("p") + _Z**2 / (2 * pl.col("n"))
    variance = pl.col("p") * (1 - pl.col("p")) / pl.col("n")
    root = _Z * (variance + (_Z / (2 * pl.col("n"))) ** 2).sqrt()
    whole = 1 + _Z**2 / pl.col("n")
    found = rows.with_columns(
        pl.when(ours).then(100 * (middle - root) / whole).otherwise("lavest").alias("lavest"),
        pl.when(ours).then(100 * (middle + root) / whole).otherwise("hoyest").alias("hoyest"),
        ours.alias("regnet"),
    )
    return {NAME: found.drop("p").sort("kommunenummer", "undersokelse", "aar", "sporsmal")}
