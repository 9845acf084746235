"""How many short links are made: by a session, from an address, and by all in an hour.

A session is known by a key that only its own pages hold. Sessions cost nothing, so an address has
its share too, and all addresses together: the store never fills faster than somebody can notice.
"""

import secrets
from collections import Counter, OrderedDict
from threading import Lock
from time import monotonic
from typing import Final

from queries import budgets

MOST_LINKS: Final = budgets.LINKS_A_SESSION
MOST_SESSIONS: Final = 10_000
# In seconds.
HOUR: Final = 3600.0


class Allowance:
    """Gives out keys and counts what is done with each; the oldest is forgotten when they are many.

    A request without a key comes from another site or from nobody who reads the pages.
    """

    def __init__(self) -> None:
        self._made: OrderedDict[str, int] = OrderedDict()
        self._from: Counter[str] = Counter()
        self._since = monotonic()
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

    def take(self, key: str, address: str = "") -> bool:
        """Count one more against `key` and `address`; False, and nothing counted, when one is full.

        What is counted for addresses is forgotten every hour.
        """
        with self._lock:
            if monotonic() - self._since > HOUR:
                self._from.clear()
                self._since = monotonic()
            made = self._made.get(key, MOST_LINKS)
            of_address, of_all = self._from[address], self._from.total()
            if made >= MOST_LINKS or of_all >= budgets.LINKS_AN_HOUR:
                return False
            if of_address >= budgets.LINKS_AN_ADDRESS:
                return False
            self._made[key] = made + 1
            self._from[address] += 1
            return True

    def give_back(self, key: str, address: str = "") -> None:
        """Count one less against `key` and `address`, for what came to nothing."""
        with self._lock:
            if self._made.get(key):
                self._made[key] -= 1
            if self._from[address]:
                self._from[address] -= 1


ALLOWANCE: Final = Allowance()
