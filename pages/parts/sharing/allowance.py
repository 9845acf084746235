"""How many short links a session may make: a key that only its own pages hold, and a count."""

import secrets
from collections import OrderedDict
from threading import Lock
from typing import Final

MOST_LINKS: Final = 20
MOST_SESSIONS: Final = 10_000


class Allowance:
    """Gives out keys and counts what is done with each; the oldest is forgotten when they are many.

    A request without a key comes from another site or from nobody who reads the pages.
    """

    def __init__(self) -> None:
        self._made: OrderedDict[str, int] = OrderedDict()
        self._lock = Lock()

    def issue(self) -> str:
        """Return a new key that nothing has been done with."""
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._made[key] = 0
            while len(self._made) > MOST_SESSIONS:
                self._made.popitem(last=False)
        return key

    def knows(self, key: str) -> bool:
        """Return whether `key` was given out and is still remembered."""
        return key in self._made

    def take(self, key: str) -> bool:
        """Count one more against `key`; False, and nothing counted, when it has had its share."""
        with self._lock:
            made = self._made.get(key, MOST_LINKS)
            if made >= MOST_LINKS:
                return False
            self._made[key] = made + 1
            return True

    def give_back(self, key: str) -> None:
        """Count one less against `key`, for what came to nothing."""
        with self._lock:
            if self._made.get(key):
                self._made[key] -= 1


ALLOWANCE: Final = Allowance()
