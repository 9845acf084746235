"""The rooms a municipality offers or considers: type, who shares it, place, size, date, state, terms."""

from collections.abc import Sequence

from data.coding.suggestion import Room
from data.coding.voice import Heard


def rooms(heard: Sequence[Heard]) -> tuple[Room, ...]:
    """Return the rooms that the sentences of `heard` offer."""
    return ()
