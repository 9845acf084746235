"""Filling a new database file with tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl


@contextmanager
def filling(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection to a new database at `path`, which is whole on the disk afterwards.

    Raises `OSError` or `duckdb.Error` where the disk is full or refuses.
    """
    with duckdb.connect(path) as connection:
        # In one piece: else every table is written to the log and waited for, and then written
        # again to the file.
        connection.begin()
        yield connection
        connection.commit()
        # Closing would write the rest too, but keep to itself that there was no room for it.
        connection.execute("checkpoint")


def put(connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """Make `frame` the table `name`."""
    connection.register("ramme", frame)
    connection.table("ramme").create(name)
    connection.unregister("ramme")
