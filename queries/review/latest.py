"""What was last derived of each thing, for as long as what it was derived from is the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final, Generic, TypeVar

from data.work.events import Event

# The letters of some versions, in two readings each.
MOST: Final = 2048
K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Latest(Generic[K, T]):
    """One value for each key, made anew when the events it follows from are others.

    Unlike `lru_cache` it looks the events up by nothing: those of a thing only ever become more, so
    only the last is kept, and the same tuple is known at a glance.
    """

    def __init__(self) -> None:
        self._found: OrderedDict[K, tuple[tuple[Event, ...], T]] = OrderedDict()
        self._lock = Lock()

    def of(self, key: K, events: tuple[Event, ...], make: Callable[[], T]) -> T:
        """Return what `make` gives for `key`, which must depend on that and on `events` alone."""
        found = self._found.get(key)
        if found and (found[0] is events or found[0] == events):
            return found[1]
        made = make()
        with self._lock:
            self._found[key] = events, made
            self._found.move_to_end(key)
            while len(self._found) > MOST:
                self._found.popitem(last=False)
        return made
