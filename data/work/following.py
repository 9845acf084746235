"""What has been written, followed: kept in memory, so that only what is new is read.

Events are never changed, so what was read once stands. The last one known is read again each time:
where it is another, somebody has put another store in the place, and all of that is read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, overload

import sqlalchemy as sa

from data.work import store
from data.work.database import place
from data.work.events import Event


@dataclass(frozen=True, eq=False)
class Known(Sequence[Event]):
    """Everything about a data set, in order, as it stood when it was asked for.

    `about` has the same by what it is about. What nobody has written of since is the same tuple
    in the next value, so that what follows from it can be remembered.
    """

    events: tuple[Event, ...] = ()
    about: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)

    def with_new(self, events: Sequence[Event]) -> "Known":
        """Return this with `events` after the others."""
        more: dict[str, list[Event]] = {}
        for event in events:
            more.setdefault(event.gjelder, []).append(event)
        about = {gjelder: (*self.about.get(gjelder, ()), *new) for gjelder, new in more.items()}
        return Known((*self.events, *events), {**self.about, **about})

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, at: int | slice) -> Event | tuple[Event, ...]:
        return self.events[at]


def known(datasett: str) -> Known:
    """Return everything about the data set that is kept now. Raises `ClosedError`."""
    where = place()
    held_of, held = _HELD.get(datasett, (where, _NOTHING))
    if held_of != where:
        held = _NOTHING
    newer = store.since(datasett, held[-1].nr - 1 if held else 0)
    if held and newer[:1] != held[-1:]:
        held, newer = _NOTHING, store.all(datasett)
    new = newer[1:] if held else newer
    if new or not held:
        # Two who ask at once may both read what is new; either is whole.
        held = held.with_new(new)
        _HELD[datasett] = where, held
    return held


_NOTHING: Final = Known()
_HELD: Final[dict[str, tuple[Path | sa.URL, Known]]] = {}
