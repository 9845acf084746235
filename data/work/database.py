"""The database that the store is in: where it is, and one short transaction in it at a time.

A file of SQLite where one host writes, PostgreSQL where more than one does. Each has its module,
which says in a sentence what the database says in its own words.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from data.paths import build_dir
from data.work import in_file, on_server
from data.work.events import ClosedError

SETTING: Final = "TJENESTESTED_ARBEID"


def place() -> Path | sa.URL:
    """Return the file of the store, or the address of the server that it is on.

    `TJENESTESTED_ARBEID` is a path, or an address as SQLAlchemy writes it; without it the file lies
    beside the databases. Raises `ClosedError` for another kind of database than we have tried.
    """
    given = os.environ.get(SETTING, "")
    if "://" not in given:
        return Path(given) if given else build_dir() / "arbeid.sqlite3"
    try:
        address = sa.make_url(given)
    except sa.exc.ArgumentError as odd:
        raise ClosedError(f"{SETTING} er verken en filsti eller en databaseadresse.") from odd
    kind = address.get_backend_name()
    if kind == "postgresql":
        return address.set(drivername=on_server.DRIVER)
    if kind != "sqlite" or not address.database:
        raise ClosedError(f"{SETTING} peker til {kind}; bare SQLite-filer og PostgreSQL er prøvd.")
    return Path(address.database)


def name() -> str:
    """Return what the store is called where something is wrong with it; never its password."""
    try:
        found = place()
    except ClosedError:
        return SETTING
    return found.name if isinstance(found, Path) else on_server.NAME


@contextmanager
def reading() -> Iterator[sa.Connection | None]:
    """Give the store as it is now, or None where nothing has been written yet."""
    found = place()
    opened: AbstractContextManager[sa.Connection | None]
    opened = in_file.reading(found) if isinstance(found, Path) else on_server.reading(found)
    with opened as store:
        yield store


@contextmanager
def writing() -> Iterator[sa.Connection]:
    """Give the store alone, in one transaction that is undone when anything goes wrong in it."""
    found = place()
    opened = in_file.writing(found) if isinstance(found, Path) else on_server.writing(found)
    with opened as store:
        yield store
