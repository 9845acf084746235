"""The store in a file of SQLite, where one host writes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from data.work.events import ClosedError, FullError
from data.work.layout import VERSION, lay_out, version_of

# How long a writer waits for another, in seconds.
PATIENCE: Final = 5.0


@contextmanager
def reading(file: Path) -> Iterator[sa.Connection | None]:
    """Give the store as `database.reading` does."""
    if not file.exists():
        if file in _SEEN:
            raise ClosedError(f"{file.name} er borte. Hent den tilbake med python -m data restore.")
        yield None
        return
    with _told(file):
        if not _is_ours(file):
            with _engine(file, write=True).begin() as store:
                lay_out(store)
        with _engine(file, write=False).begin() as store:
            yield store
        _SEEN.add(file)


@contextmanager
def writing(file: Path) -> Iterator[sa.Connection]:
    """Give the store as `database.writing` does."""
    if not file.exists() and file in _SEEN:
        raise ClosedError(f"{file.name} er borte. Hent den tilbake med python -m data restore.")
    with _told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with _engine(file, write=True).begin() as store:
            lay_out(store)
            yield store
        _SEEN.add(file)


@contextmanager
def at(file: Path) -> Iterator[sa.Connection]:
    """Give a database at another place than ours, in one transaction, as `database.writing`."""
    # Put together for one use, and in one file when it is done.
    engine = sa.create_engine(f"sqlite:///{file}", poolclass=sa.pool.NullPool)
    with _told(file), engine.begin() as store:
        yield store


# The stores this process has read or written; one of them that is gone has been lost.
_SEEN: Final[set[Path]] = set()


def _is_ours(file: Path) -> bool:
    """Return whether the store is laid out as ours; what has been so stays so."""
    if file in _SEEN:
        return True
    with _engine(file, write=False).begin() as store:
        return version_of(store) == VERSION


@lru_cache(maxsize=8)
def _engine(file: Path, *, write: bool) -> sa.Engine:
    """Return what opens the store; each transaction opens the file for itself.

    So a file that is put back from a copy is read by the next who asks.
    """

    def opened() -> sqlite3.Connection:
        return _opened(file, write=write)

    engine = sa.create_engine("sqlite://", creator=opened, poolclass=sa.pool.NullPool)

    @sa.event.listens_for(engine, "begin")
    def begin(store: sa.Connection) -> None:
        store.exec_driver_sql("begin immediate" if write else "begin")

    return engine


def _opened(file: Path, *, write: bool) -> sqlite3.Connection:
    place = file.resolve().as_uri()
    mode = "rwc" if write else "ro"
    # SQLAlchemy says when a transaction begins, not the driver.
    how: dict[str, Any] = {"timeout": PATIENCE, "isolation_level": None, "uri": True}
    connection = sqlite3.connect(f"{place}?mode={mode}", **how)
    try:
        if write:
            connection.execute("pragma journal_mode = wal")
            # What is answered as saved is on the disk, also when the power goes.
            connection.execute("pragma synchronous = full")
        else:
            connection.execute("select count(*) from sqlite_master")
    except sqlite3.Error:
        connection.close()
        beside = file.with_name(f"{file.name}-wal")
        # In a folder where nothing may be written, a store nobody has open is read as it lies.
        if write or (beside.exists() and beside.stat().st_size) or os.access(file.parent, os.W_OK):
            raise
        connection = sqlite3.connect(f"{place}?immutable=1", **how)
    return connection


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Say in a sentence what the database says in its own words."""
    try:
        yield
    except (sa.exc.DatabaseError, sqlite3.Error, OSError) as wrong:
        says = str(getattr(wrong, "orig", None) or wrong)
        if "full" in says or getattr(wrong, "errno", 0) == 28:
            raise FullError("Disken er full, og ingenting er lagret. Meld fra.") from wrong
        raise ClosedError(f"{file.name} {_reason(says)} Ingenting er lagret.") from wrong


def _reason(says: str) -> str:
    if "locked" in says or "busy" in says:
        return "er opptatt. Prøv igjen om litt."
    if "not a database" in says or "malformed" in says:
        return "er skadet. Hent den tilbake med python -m data restore."
    if "readonly" in says:
        return "kan leses, men ikke skrives."
    return f"kan ikke åpnes ({says})."
