"""The store of what people write: append and read, and nothing else.

What somebody sees is derived from the events; what she does becomes one more. An event that has
been answered for is on the disk; one that is sent again is the one that was kept.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

import sqlalchemy as sa

from data.work.database import reading, writing
from data.work.events import (
    AT_ONCE,
    MOST,
    ConflictError,
    Event,
    FullError,
    RefusedError,
    checked,
    same,
)
from data.work.layout import EVENTS


def append(events: Sequence[Event], *, seen: int | None = None) -> tuple[Event, ...]:
    """Keep all of `events`, or none, and return them as they are kept, with `nr` and `tid`.

    One that is there already is returned as it was kept. With `seen`, the highest number the writer
    had read, raises `ConflictError` when something else about the same `gjelder` and `felt` is
    newer. Raises `RefusedError`, `FullError` or `ClosedError` as told there.
    """
    if len(events) > AT_ONCE:
        raise RefusedError(f"Det er {len(events)} hendelser på en gang; {AT_ONCE} er det meste.")
    wanted = {event.id: checked(event) for event in events}
    if not wanted:
        return ()
    with writing() as store:
        kept = _by_id(store, wanted)
        for known in kept.values():
            if not same(known, wanted[known.id]):
                raise RefusedError("Noe annet er lagret med den samme id-en.")
        new = [event for event in wanted.values() if event.id not in kept]
        if seen is not None and (newer := _newer(store, new, seen)):
            raise ConflictError(newer)
        last = store.execute(_LAST).scalar_one() or 0
        if last + len(new) > MOST:
            raise FullError(f"Lageret har {last} hendelser, og {MOST} er det meste.")
        now = dt.datetime.now(dt.UTC)
        if new:
            # Who writes is alone, so counting here leaves no holes, whatever the database.
            placed = [replace(event, nr=nr, tid=now) for nr, event in enumerate(new, last + 1)]
            store.execute(_ADD, [_row(event) for event in placed])
            kept |= {event.id: event for event in placed}
    return tuple(kept[event.id] for event in events)


def since(datasett: str, nr: int, slag: str | None = None) -> tuple[Event, ...]:
    """Return everything after number `nr`, or what of it is of one kind, in order."""
    if slag is None:
        return _read(_SINCE, datasett=datasett, after=nr)
    return _read(_SINCE_OF_KIND, datasett=datasett, after=nr, slag=slag)


def all(datasett: str) -> tuple[Event, ...]:  # noqa: A001 – what is asked for, by its name
    """Return everything about the data set, in order."""
    return _read(_SINCE, datasett=datasett, after=0)


# Put together once: that took longer than to have them answered.
_EVERY: Final = sa.select(EVENTS).order_by(EVENTS.c.nr)
_SINCE: Final = _EVERY.where(
    EVENTS.c.datasett == sa.bindparam("datasett"), EVENTS.c.nr > sa.bindparam("after")
)
_SINCE_OF_KIND: Final = _SINCE.where(EVENTS.c.slag == sa.bindparam("slag"))
_OF_FIELD: Final = _SINCE.where(
    EVENTS.c.gjelder == sa.bindparam("gjelder"), EVENTS.c.felt == sa.bindparam("felt")
)
_OF_IDS: Final = _EVERY.where(EVENTS.c.id.in_(sa.bindparam("ids", expanding=True)))
_LAST: Final = sa.select(sa.func.max(EVENTS.c.nr))
_ADD: Final = EVENTS.insert()


def _read(statement: sa.Select[Any], **values: object) -> tuple[Event, ...]:
    with reading() as store:
        return _found(store, statement, **values) if store is not None else ()


def _found(store: sa.Connection, statement: sa.Select[Any], **values: object) -> tuple[Event, ...]:
    rows = store.execute(statement, values).mappings()
    return tuple(
        Event(**dict(row) | {"tid": dt.datetime.fromisoformat(row["tid"])}) for row in rows
    )


# Databases take so many values in one question.
_MANY: Final = 500


def _by_id(store: sa.Connection, ids: Iterable[str]) -> dict[str, Event]:
    wanted = list(ids)
    parts = (wanted[at : at + _MANY] for at in range(0, len(wanted), _MANY))
    return {event.id: event for part in parts for event in _found(store, _OF_IDS, ids=part)}


def _newer(store: sa.Connection, events: Sequence[Event], seen: int) -> list[Event]:
    about_what = {(e.datasett, e.gjelder, e.felt) for e in events}
    newer = [
        event
        for datasett, gjelder, felt in about_what
        for event in _found(
            store, _OF_FIELD, datasett=datasett, after=seen, gjelder=gjelder, felt=felt
        )
    ]
    return sorted(newer, key=lambda event: event.nr)


def _row(event: Event) -> dict[str, object]:
    # A shallow one; `asdict` copies each value.
    return vars(event) | {"tid": event.tid.isoformat()}
