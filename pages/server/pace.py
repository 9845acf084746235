"""So many a second, and some at once before that counts."""


class Pace:
    """Count what comes, and tell how far it is ahead of its pace."""

    def __init__(self, a_second: float, at_once: int) -> None:
        self._a_second, self._at_once = a_second, at_once
        self._left, self._at = float(at_once), 0.0

    def wait(self, now: float, number: int = 1) -> float:
        """Count `number` more at `now`, and return for how many seconds they must wait."""
        gained = (now - self._at) * self._a_second
        self._left = min(float(self._at_once), self._left + gained) - number
        self._at = now
        return max(0.0, -self._left / self._a_second)
