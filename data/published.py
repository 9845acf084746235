"""What people have written and the leader has published, as rows of the tables that are built."""

from dataclasses import replace
from typing import Any

import polars as pl

from data.problems import Problem, SourceError
from data.reading import ROW, Table
from data.work import advice
from data.work.events import WorkError


def published_advice(dataset: str) -> list[dict[str, Any]]:
    """Return the published rows of table `raad`; `SourceError` when the store cannot be read."""
    try:
        return advice.published(dataset)
    except WorkError as closed:
        says = f"et lager som kan leses: {closed}"
        raise SourceError([Problem("det som er skrevet", 0, "", "", says)]) from closed


def with_published(dataset: str, delivered: Table) -> Table:
    """Return the advice that was delivered in a file, and what is published here after it."""
    rows = published_advice(dataset)
    if not rows:
        return delivered
    first = max(delivered.raw[ROW].to_list(), default=1) + 1
    added = (
        pl.DataFrame(rows, schema=delivered.frame.drop(ROW).schema, orient="row")
        .with_columns(pl.int_range(first, first + pl.len(), dtype=pl.Int64).alias(ROW))
        .select(delivered.frame.columns)
    )
    return replace(
        delivered,
        frame=pl.concat([delivered.frame, added]),
        raw=pl.concat([delivered.raw, added.cast(pl.String).cast({ROW: pl.Int64})], how="diagonal"),
    )
