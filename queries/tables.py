"""Whole tables to pass on, read from the database that is fit for it and never from the other."""

from functools import lru_cache
from pathlib import Path

import duckdb
import polars as pl

from data.sharing import BROUGHT, DEMO_MARK, INVENTED, TABLES, shared_file
from data.soundness import flaw
from data.versions import Version
from queries.serving import Trouble, available, tell

__all__ = [
    "BROUGHT",
    "DEMO_MARK",
    "INVENTED",
    "TABLES",
    "database",
    "offered",
    "table",
    "trouble",
    "troubles",
]


def database(version: Version) -> Path | None:
    """Return the file with all tables of `version` to pass on, or None when there is none whole."""
    path = shared_file(version)
    return path if path.exists() and not trouble(version) else None


def offered(version: Version) -> tuple[str, ...]:
    """Return the tables of `version` to pass on that are worth it: what may be brought, if it is.

    None when there is no file to pass on.
    """
    path = database(version)
    return _with_rows(path) if path else ()


@lru_cache(maxsize=64)
def _with_rows(path: Path) -> tuple[str, ...]:
    # A version never changes, and neither does the file beside it.
    with duckdb.connect(path, read_only=True) as connection:
        return tuple(
            n for n in TABLES if n not in BROUGHT or connection.table(n).limit(1).fetchall()
        )


def trouble(version: Version) -> Trouble | None:
    """Return what is wrong with the file to pass on, told of in the log; None when it is not there.

    A set is shown all the same, since its pages do not need that file.
    """
    path = shared_file(version)
    wrong = flaw(path) if path.exists() else ""
    return tell(f"{version.dataset}-deling", f"deling/{path.name} {wrong}") if wrong else None


def troubles() -> tuple[Trouble, ...]:
    """Return what is wrong with the file to pass on of any version that is shown."""
    return tuple(found for version in available().values() if (found := trouble(version)))


def table(version: Version, name: str) -> pl.DataFrame | None:
    """Return the whole table `name` of `version` to pass on, or None when there is none.

    Raises `KeyError` for a name that is not among `TABLES`.
    """
    if name not in TABLES:
        raise KeyError(name)
    path = database(version)
    if path is None:
        return None
    with duckdb.connect(path, read_only=True) as connection:
        return pl.DataFrame(pl.from_arrow(connection.table(name).to_arrow_table()))
