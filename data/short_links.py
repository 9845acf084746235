"""Short links that readers name: a small store, written to while the pages are read.

One SQLite file, opened for one short transaction at a time, so that threads and processes may share
it. A link that is made is never changed; the database itself refuses.
"""

import datetime as dt
import logging
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from data.paths import links_file

MOST: Final = 100_000
LONGEST: Final = 2_000
# How long a writer waits for another, in seconds.
PATIENCE: Final = 2.0
# Nothing that can be taken for something else, read aloud or off a slide.
ALPHABET: Final = "23456789abcdefghjkmnpqrstuvwxyz"
RANDOM_LENGTH: Final = 6

_TABLE: Final = """
create table if not exists lenke (
    navn text primary key,
    side text not null,
    valg text not null,
    laget text not null,
    tilfeldig integer not null
) strict, without rowid
"""
_FIXED: Final = """
create trigger if not exists lenke_endres_ikke before update on lenke
begin select raise(abort, 'en lenke endres ikke'); end
"""
_FIND: Final = "select navn, side, valg, laget from lenke where navn = ?"
_SAME: Final = """
select navn, side, valg, laget from lenke
where tilfeldig = 1 and side = ? and valg = ? order by navn limit 1
"""
_THERE: Final = "select 1 from sqlite_master where name = 'lenke'"
_FIRST: Final = "select navn from lenke order by laget, navn limit 1"
_CHECK: Final = "pragma quick_check(1)"
_COUNT: Final = "select count(*) from lenke"
_ADD: Final = "insert into lenke (navn, side, valg, laget, tilfeldig) values (?, ?, ?, ?, ?)"

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class ShortLink:
    """A name, and the page and choices it stands for."""

    name: str
    page: str
    query: str
    made: dt.date


class TakenError(Exception):
    """The name stands for something else."""


class ClosedError(Exception):
    """The store can not be read or written now."""


class FullError(Exception):
    """The store holds as much as it may, or the link is longer than it takes."""


def find(name: str) -> ShortLink | None:
    """Return the link called `name`, or None; `ClosedError` when the store can not be read.

    A store that was never there has no links; one that has been there is lost.
    """
    file = links_file()
    if not file.exists() and file not in _FIRST_IN:
        return None
    with _open(write=False) as store:
        return _one(store, _FIND, name)


def flaw() -> str:
    """Return what is wrong with the store, in words to follow its name, or nothing.

    A store that is not there yet is none. One that no longer has the oldest link this process has
    seen in it, has lost them all: no link is ever taken out. The file is looked through again when
    it has changed.
    """
    file = links_file()
    try:
        state = file.stat()
    except FileNotFoundError:
        return "er borte" if file in _FIRST_IN else ""
    except OSError as refused:
        return f"kan ikke leses ({refused.strerror})"
    first = _FIRST_IN.get(file, "")
    try:
        return _flaw(file, first, state.st_mtime_ns, state.st_size, state.st_ino)
    except ClosedError as closed:
        # Another may have it for a while, which changes nothing in the file: asked again each time.
        return f"kan ikke leses ({closed.__cause__})"


@lru_cache(maxsize=4)
def _flaw(_file: Path, first: str, *_state: int) -> str:
    with _open(write=False) as store:
        known = _one(store, _FIND, first)
        ((found,),) = store.execute(_CHECK).fetchall()
    if found != "ok":
        return f"er skadet ({found})"
    return "er begynt på nytt, uten lenkene som var i den" if first and not known else ""


def add(page: str, query: str, name: str = "") -> ShortLink:
    """Keep a link to `page` with `query` as `name`, or under a random name, and return it.

    A link that is there already is returned as it is. Raises `TakenError`, `FullError` or
    `ClosedError`, and has then kept nothing.
    """
    if len(query) > LONGEST:
        raise FullError(query)
    with _open(write=True) as store:
        known = _one(store, _FIND, name) if name else _one(store, _SAME, page, query)
        if known and (known.page, known.query) != (page, query):
            raise TakenError(name)
        if known:
            return known
        if store.execute(_COUNT).fetchone()[0] >= MOST:
            raise FullError(name)
        made = ShortLink(name or _free(store), page, query, dt.datetime.now(dt.UTC).date())
        row = (made.name, page, query, made.made.isoformat(), int(not name))
        store.execute(_ADD, row)
        return made


def _one(store: sqlite3.Connection, sql: str, *bound: str) -> ShortLink | None:
    row = store.execute(sql, bound).fetchone()
    return ShortLink(row[0], row[1], row[2], dt.date.fromisoformat(row[3])) if row else None


def _free(store: sqlite3.Connection) -> str:
    while True:
        name = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_LENGTH))
        if not _one(store, _FIND, name):
            return name


# The stores that this process has read or written, and the oldest link it saw in each, if any. One
# of them that is gone, or no longer has it, has been lost.
_FIRST_IN: Final[dict[Path, str]] = {}


@contextmanager
def _open(*, write: bool) -> Iterator[sqlite3.Connection]:
    """Give the store in one transaction, which is undone when anything goes wrong in it."""
    file = links_file()
    try:
        if write:
            file.parent.mkdir(parents=True, exist_ok=True)
        address = f"{file.resolve().as_uri()}?mode={'rwc' if write else 'ro'}"
        opened = sqlite3.connect(address, PATIENCE, isolation_level=None, uri=True)
        with closing(opened) as store:
            store.execute("begin immediate" if write else "begin")
            if write:
                _laid_out(store, file)
            yield store
            if not _FIRST_IN.get(file):
                _FIRST_IN[file] = next(iter(store.execute(_FIRST).fetchone() or ()), "")
            store.execute("commit")
    except (sqlite3.Error, OSError) as wrong:
        raise ClosedError(file) from wrong


def _laid_out(store: sqlite3.Connection, file: Path) -> None:
    """Make the store ready to be written to; one that is begun is told of in the log."""
    if not store.execute(_THERE).fetchone():
        _LOG.warning("Filen med kortlenker begynnes: %s fantes ikke, eller var tom", file.name)
    store.execute(_TABLE)
    store.execute(_FIXED)
