"""The store in a file of SQLite, where one host writes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final

import sqlalchemy as sa

from data.private import private_file
from data.work.events import ClosedError, FullError
from data.work.layout import VERSION, lay_out, version_of

# How long a writer waits for another, in seconds.
PATIENCE: Final = 5.0


@contextmanager
def reading(file: Path) -> Iterator[sa.Connection | None]:
    """Give the store as `database.reading` does."""
    if not file.exists():
        _refuse_lost(file)
        yield None
        return
    with _told(file):
        held = _held(file)
        # A program of before may have laid it out; then it is made ours once.
        if not held.is_ours and not _is_ours(held):
            with held.engine(write=True).begin() as store:
                lay_out(store)
        with held.engine(write=False).begin() as store:
            held.is_ours = True
            yield store
        _SEEN.add(file)


@contextmanager
def writing(file: Path) -> Iterator[sa.Connection]:
    """Give the store as `database.writing` does."""
    if not file.exists():
        _refuse_lost(file)
    with _told(file), _turn():
        file.parent.mkdir(parents=True, exist_ok=True)
        held = _held(file)
        with held.engine(write=True).begin() as store:
            if not held.is_ours:
                lay_out(store)
            yield store
        held.is_ours = True
        _SEEN.add(file)


def _refuse_lost(file: Path) -> None:
    if file in _SEEN:
        raise ClosedError(f"{file.name} er borte. Hent den tilbake med python -m data restore.")


@contextmanager
def at(file: Path) -> Iterator[sa.Connection]:
    """Give a database at another place than ours, in one transaction, as `database.writing`."""
    # Put together for one use, and in one file when it is done.
    engine = sa.create_engine(f"sqlite:///{file}", poolclass=sa.pool.NullPool)
    with _told(file), engine.begin() as store:
        yield store


# The stores this process has read or written; one of them that is gone has been lost.
_SEEN: Final[set[Path]] = set()


# Who writes in this process; in turn, since those who wait for a file of SQLite try again after
# longer and longer pauses, while others who come later are let in.
_TURN: Final = Lock()


@contextmanager
def _turn() -> Iterator[None]:
    if not _TURN.acquire(timeout=PATIENCE):
        # As SQLite says it where another process writes.
        raise sqlite3.OperationalError("database is locked")
    try:
        yield
    finally:
        _TURN.release()


class _Held:
    """What is open to a file as it was found, to be used again for as long as it is that file."""

    def __init__(self, file: Path, mark: tuple[int, ...]) -> None:
        self.file, self.mark = file, mark
        # Whether it is laid out as ours, as far as is known.
        self.is_ours = False
        # Where nothing may be written a file is read as it lies, and must be opened each time.
        self._is_kept = bool(mark) and os.access(file.parent, os.W_OK)
        self._engines: dict[bool, sa.Engine] = {}

    def engine(self, *, write: bool) -> sa.Engine:
        """Return what gives a transaction, one that writes or one that only reads."""
        if write not in self._engines:
            self._engines[write] = self._made(write)
        return self._engines[write]

    def close(self) -> None:
        """Close what nobody is using."""
        for engine in self._engines.values():
            engine.dispose()

    def _made(self, write: bool) -> sa.Engine:
        def opened() -> sqlite3.Connection:
            return _opened(self.file, write=write)

        kept: dict[str, Any] = {"poolclass": sa.pool.QueuePool, "max_overflow": -1}
        once: dict[str, Any] = {"poolclass": sa.pool.NullPool}
        engine = sa.create_engine("sqlite://", creator=opened, **kept if self._is_kept else once)

        @sa.event.listens_for(engine, "begin")
        def begin(store: sa.Connection) -> None:
            store.exec_driver_sql(f"pragma busy_timeout = {1000 * PATIENCE:.0f}")
            store.exec_driver_sql("begin immediate" if write else "begin")

        return engine


def _held(file: Path) -> _Held:
    """Return what is open to the file that is there now.

    One that is put back from a copy is another file, or of another time: the next who asks opens
    it. What is written goes to the file beside it first, so that this one seldom changes.
    """
    try:
        found = file.stat()
        mark: tuple[int, ...] = (
            found.st_dev,
            found.st_ino,
            found.st_mode,
            found.st_size,
            found.st_mtime_ns,
        )
    except FileNotFoundError:
        mark = ()
    with _HOLDING:
        held = _HELD.pop(file, None)
        if held is None or held.mark != mark:
            if held:
                held.close()
            held = _Held(file, mark)
        _HELD[file] = held
        while len(_HELD) > _MOST:
            _HELD.pop(next(iter(_HELD))).close()
        return held


# The stores that are open, the last one used last; there is one but where somebody moves it.
_HELD: Final[dict[Path, _Held]] = {}
_HOLDING: Final = Lock()
_MOST: Final = 4


def _is_ours(held: _Held) -> bool:
    with held.engine(write=False).begin() as store:
        return version_of(store) == VERSION


def _opened(file: Path, *, write: bool) -> sqlite3.Connection:
    place = file.resolve().as_uri()
    mode = "rwc" if write else "ro"
    # SQLAlchemy says when a transaction begins, not the driver.
    how: dict[str, Any] = {
        "timeout": PATIENCE,
        "isolation_level": None,
        "uri": True,
        # One transaction at a time has it, whichever thread that is in.
        "check_same_thread": False,
    }
    if write:
        private_file(file)
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
