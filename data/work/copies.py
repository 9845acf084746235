"""A copy of the store while people work, and the store brought back from one.

A copy is a file of SQLite, whatever the store is in; so one that began in a file moves to a server
as a copy that is brought back there.
"""

import datetime as dt
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from data.private import private_file
from data.work import on_server
from data.work.database import place, reading, writing
from data.work.events import ClosedError, FullError, RefusedError
from data.work.in_file import at
from data.work.layout import EVENTS, lay_out


def backup(target: Path, *, replace: bool = False) -> int:
    """Copy the store to `target` as it is at one moment, and return how many events it has.

    Raises `RefusedError` when `target` is there and not to be replaced, `ClosedError` when there is
    nothing to copy, or the copy is not whole, `FullError` when the disk is full; the target is then
    as it was.
    """
    source = place()
    if target.exists() and not replace:
        raise RefusedError(f"{target} finnes. Velg et annet navn, eller bruk --erstatt.")
    if isinstance(source, Path) and not source.exists():
        raise ClosedError(f"{source} finnes ikke: ingen har skrevet noe ennå.")
    with _draft(target) as draft:
        if isinstance(source, Path):
            _copy(source, draft)
        else:
            _take_out(draft)
        n = len(_events(draft))
        draft.replace(target)
    return n


def restore(copy: Path, *, replace: bool = False) -> int:
    """Bring what is in `copy` into the store, and return how many events it did not have.

    A copy of an earlier version is brought to ours first, and is itself left as it is. Raises
    `RefusedError` when the store has what the copy lacks; with `replace` a file is then set aside
    under another name, for which nobody should be writing, while a server has its own means.
    `ClosedError` when the copy is not whole.
    """
    target = place()
    if not copy.exists():
        raise ClosedError(f"{copy} finnes ikke.")
    if not isinstance(target, Path):
        if replace:
            says = "settes ikke til side herfra; bruk pg_dump og pg_restore, som i Drift."
            raise RefusedError(f"{on_server.NAME} {says}")
        with tempfile.TemporaryDirectory() as folder:
            return _added(_of_copy(copy, Path(folder, copy.name)))
    target.parent.mkdir(parents=True, exist_ok=True)
    with _draft(target) as draft:
        rows = _of_copy(copy, draft)
        if replace:
            _set_aside(target)
        if target.exists():
            return _added(rows)
        draft.replace(target)
    return len(rows)


def _of_copy(copy: Path, draft: Path) -> list[sa.RowMapping]:
    """Return every event in `copy`, which is brought to our version at `draft`."""
    _copy(copy, draft)
    if not _events(draft):
        raise ClosedError(f"{copy.name} er ingen kopi av arbeidslageret, eller den er tom.")
    with at(draft) as store:
        lay_out(store)
    return _events(draft)


def _added(rows: list[sa.RowMapping]) -> int:
    """Add what is missing of `rows` to the store, in one transaction."""
    with writing() as store:
        held = {row["id"]: row for row in store.execute(sa.select(EVENTS)).mappings()}
        copied = {row["id"]: row for row in rows}
        if any(copied.get(known) != row for known, row in held.items()):
            newer = sum(known not in copied for known in held)
            raise RefusedError(
                f"Lageret har {newer} hendelser som kopien mangler. Ta en kopi av lageret først, "
                "og bruk --erstatt om det likevel skal settes til side."
            )
        missing = [dict(row) for known, row in copied.items() if known not in held]
        if missing:
            store.execute(EVENTS.insert(), missing)
    return len(missing)


def _take_out(draft: Path) -> None:
    """Copy what a server holds at one moment."""
    with reading() as store:
        if store is None:
            raise ClosedError(f"{on_server.NAME} er tom: ingen har skrevet noe ennå.")
        rows = [dict(row) for row in store.execute(sa.select(EVENTS)).mappings()]
    with at(draft) as copy:
        lay_out(copy)
        if rows:
            copy.execute(EVENTS.insert(), rows)


def _copy(source: Path, target: Path) -> None:
    """Copy a database by SQLite's own means, which others may write to meanwhile."""
    try:
        read = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
        with closing(read), closing(sqlite3.connect(target)) as written:
            read.backup(written)
            (found,) = written.execute("pragma integrity_check(1)").fetchone()
    except sqlite3.Error as wrong:
        if "full" in str(wrong):
            raise FullError("Disken er full, og ingenting er kopiert.") from wrong
        raise ClosedError(f"{source.name} kan ikke leses: {wrong}.") from wrong
    if found != "ok":
        raise ClosedError(f"{source.name} er skadet: {found}.")


def _events(file: Path) -> list[sa.RowMapping]:
    """Return every event in a store of any version; of an earlier one only what it has."""
    with at(file) as store:
        if not sa.inspect(store).has_table(EVENTS.name):
            return []
        every = sa.select(sa.text("*")).select_from(EVENTS).order_by(EVENTS.c.nr)
        return list(store.execute(every).mappings())


@contextmanager
def _draft(target: Path) -> Iterator[Path]:
    """Give a place beside `target` to write on, gone afterwards unless it has been renamed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    private_file(draft)
    try:
        yield draft
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            draft.with_name(draft.name + end).unlink(missing_ok=True)


def _set_aside(file: Path) -> None:
    now = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    for end in ("", "-wal", "-shm"):
        part = file.with_name(file.name + end)
        if part.exists():
            part.rename(file.with_name(f"{file.name}.til-side-{now}{end}"))
