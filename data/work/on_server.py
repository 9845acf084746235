"""The store in PostgreSQL, where more than one host writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Final

import sqlalchemy as sa

from data.work.events import ClosedError, FullError
from data.work.layout import LAYOUT, VERSION, lay_out, version_of

DRIVER: Final = "postgresql+psycopg"
NAME: Final = "Arbeidsdatabasen"
# How long a writer waits for another, and anyone for an answer, in seconds.
PATIENCE: Final = 5.0
# Connections of each process, kept and at most.
KEPT: Final = 2
MOST: Final = 8
# Those who write take turns at this number, so that the order of the events is the one they came
# to be seen in: whoever has read up to one has not missed an earlier.
TURN: Final = 22535

_SAID: Final = {
    "25006": "kan leses, men ikke skrives.",
    "42501": "har ikke gitt programmet de rettighetene det trenger.",
    "42P01": "mangler tabellene sine. Hent dem tilbake med pg_restore.",
    "55P03": "er opptatt. Prøv igjen om litt.",
    "57014": "er opptatt. Prøv igjen om litt.",
}
_FULL: Final = "53100"


@contextmanager
def reading(address: sa.URL) -> Iterator[sa.Connection | None]:
    """Give the store as `database.reading` does."""
    with _told():
        if not _is_ours(address):
            yield None
            return
        read_only = _engine(address).execution_options(postgresql_readonly=True)
        with read_only.connect() as store, store.begin():
            yield store


@contextmanager
def writing(address: sa.URL) -> Iterator[sa.Connection]:
    """Give the store as `database.writing` does."""
    with _told(), _engine(address).begin() as store:
        store.execute(sa.select(sa.func.pg_advisory_xact_lock(TURN)))
        # What is answered as saved is on the disk, also where the server is told to be quicker.
        store.exec_driver_sql("set local synchronous_commit = on")
        if address in _SEEN and not sa.inspect(store).has_table(LAYOUT.name):
            raise ClosedError(f"{NAME} {_SAID['42P01']}")
        lay_out(store)
        yield store
    _SEEN.add(address)


# The stores this process has read or written; one of them that is gone has been lost.
_SEEN: Final[set[sa.URL]] = set()


def _is_ours(address: sa.URL) -> bool:
    """Return whether anything is there, laid out as ours; what has been so stays so."""
    if address in _SEEN:
        return True
    with _engine(address).begin() as store:
        found = version_of(store)
    if found and found != VERSION:
        with writing(address):
            pass
    if found:
        _SEEN.add(address)
    return bool(found)


@lru_cache(maxsize=8)
def _engine(address: sa.URL) -> sa.Engine:
    milliseconds = int(1000 * PATIENCE)
    limits = f"-c lock_timeout={milliseconds} -c statement_timeout={6 * milliseconds}"
    # What the operator has put in the address stands.
    options = " ".join((limits, *address.normalized_query.get("options", ())))
    return sa.create_engine(
        address.difference_update_query(["options"]),
        connect_args={"options": options, "connect_timeout": int(PATIENCE)},
        # Each statement of who writes sees what the one before her wrote.
        isolation_level="READ COMMITTED",
        pool_size=KEPT,
        max_overflow=MOST - KEPT,
        pool_timeout=PATIENCE,
        # One that the server has closed meanwhile is opened anew.
        pool_pre_ping=True,
    )


@contextmanager
def _told() -> Iterator[None]:
    """Say in a sentence what the database says in its own words, which may name who and where."""
    try:
        yield
    except sa.exc.SQLAlchemyError as wrong:
        state = getattr(getattr(wrong, "orig", None), "sqlstate", None)
        if state == _FULL:
            raise FullError("Disken er full, og ingenting er lagret. Meld fra.") from wrong
        if isinstance(wrong, sa.exc.TimeoutError):
            state = "55P03"
        says = _SAID.get(state or "", f"feiler ({state})." if state else "svarer ikke.")
        raise ClosedError(f"{NAME} {says} Ingenting er lagret.") from wrong
