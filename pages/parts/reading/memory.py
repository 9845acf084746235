"""What is worked out for one reader is there for the next who asks the same, within a bound."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from threading import Lock
from typing import Final, ParamSpec, TypeVar

from pages.parts.reading.language import spoken

# Views that some hundred readers look at within minutes; a value is a kB or two.
REMEMBERED: Final = 512
P = ParamSpec("P")
T = TypeVar("T")


def remembered(make: Callable[P, T], *, most: int = REMEMBERED) -> Callable[P, T]:
    """Return `make` as a function that works the same out once, in each language.

    For frozen arguments and small values that nobody changes; the last `most` of them are kept.
    """

    @lru_cache(maxsize=most)
    def known(_lang: str, *given: P.args, **named: P.kwargs) -> T:
        return make(*given, **named)

    @wraps(make)
    def ask(*given: P.args, **named: P.kwargs) -> T:
        return known(spoken(), *given, **named)  # type: ignore[arg-type]

    return ask


class Memory:
    """Bytes by frozen key; those not asked for longest are let go when they become too many."""

    def __init__(self, most: int) -> None:
        """Hold at most `most` bytes of content; keys are not counted."""
        self.most = most
        self.held = 0
        self._found: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Return what `key` stands for, made by `make` if it is not remembered.

        Two readers who ask at once may both make it; the same is kept either way.
        """
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        made = make()
        with self._lock:
            self.held += len(made) - len(self._found.pop(key, b""))
            self._found[key] = made
            while self.held > self.most:
                _key, gone = self._found.popitem(last=False)
                self.held -= len(gone)
        return made
