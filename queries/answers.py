"""Asking: a query, a View and a data version give a table with the declared columns."""

import warnings
from collections.abc import Mapping
from functools import lru_cache

import polars as pl

from data.versions import Version
from queries.loader import Query, QueryFileError, queries
from queries.serving import available, connect, newest, pinned
from queries.view import View

# A run asks some ten questions and a reader looks at some tens of Views; answers are a few kB.
REMEMBERED = 4096
# One municipality's sheet asks some ten questions, some of them again; two are made at a time.
REMEMBERED_BRIEFLY = 64

# It warns of a copy, which for our few rows costs less than planning twice.
warnings.filterwarnings("ignore", "Arrow output on a DB-API result")

Bound = tuple[tuple[str, object], ...]


def ask(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
    """Return the answer to query `name` for `view`, from the data in `version`.

    `extra` binds what the View does not hold. Answers are remembered: a version never changes.
    Raises `KeyError` for an unknown query and `QueryFileError` for an unexpected column.
    """
    return _answer(version, name, _bound(name, view, extra))


def read(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
    """Return the same as `ask` without remembering it, for answers too large to keep."""
    return _fresh(version, name, _bound(name, view, extra))


def ask_anew(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
    """Return the same as `ask` without remembering it, for answers too large or too many to keep.

    The caller keeps what it needs.
    """
    return _answer.__wrapped__(version, name, _bound(name, view, extra))


def ask_briefly(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
    """Return the same as `ask`, remembered among few others only.

    For a run through so many answers that remembering them would push out what others ask again.
    """
    return _passing(version, name, _bound(name, view, extra))


def resolve(view: View) -> tuple[Version | None, bool]:
    """Return the version that `view` is about, and whether it is the one it asked for.

    A pinned version that is gone, or that these queries cannot read, gives the newest and False. No
    data at all gives None.
    """
    if view.versjon:
        found = pinned(view.data, view.versjon)
        if found:
            return found, True
    return newest(view.data), view.versjon is None


def warm_up() -> None:
    """Open the newest data and check every query against it, before the first reader comes.

    Raises `QueryFileError` where a query's answer has other columns than its file declares.
    """
    for version in available().values():
        for query in queries().values():
            _check(version, query)


@lru_cache(maxsize=REMEMBERED)
def _answer(version: Version, name: str, bound: Bound) -> pl.DataFrame:
    return _fresh(version, name, bound)


@lru_cache(maxsize=REMEMBERED_BRIEFLY)
def _passing(version: Version, name: str, bound: Bound) -> pl.DataFrame:
    return _fresh(version, name, bound)


def _fresh(version: Version, name: str, bound: Bound) -> pl.DataFrame:
    query = queries()[name]
    parameters = {p: list(v) if isinstance(v, tuple) else v for p, v in bound}
    # `sql` would plan the query twice: once for its columns, once to run it.
    table = connect(version).execute(query.sql, parameters).to_arrow_table()
    frame = pl.DataFrame(pl.from_arrow(table))
    if dict(frame.schema) != dict(query.schema):
        raise QueryFileError(f"{name}.sql: ventet {query.schema}, fikk {frame.schema}")
    return frame[query.schema.names()]


def _check(version: Version, query: Query) -> None:
    everything = View().parameters()
    ask(version, query.name, View(), **{p: None for p in query.parameters if p not in everything})


def _bound(name: str, view: View, extra: Mapping[str, object]) -> Bound:
    offered = {**view.parameters(), **extra}
    return tuple(sorted((p, _frozen(offered[p])) for p in queries()[name].parameters))


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
