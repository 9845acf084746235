"""What a process that works for others does first. It imports nothing of ours, and says why below.

AnyIO takes `__main__` away from such a process when the server was not started from a file (with
`python -c`, or by a test runner), and DuckDB cannot be loaded where there is no `__main__`.
"""

import pickle
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any


def packed(work: Callable[..., object], *given: object) -> bytes:
    """Return `work` and what it is given as `unpacked` takes them; both must be picklable."""
    return pickle.dumps((work, given), pickle.HIGHEST_PROTOCOL)


def unpacked(parcel: bytes) -> Any:
    """Return what the work in `parcel` makes; its modules are loaded only here."""
    sys.modules.setdefault("__main__", ModuleType("__main__"))
    work, given = pickle.loads(parcel)  # noqa: S301
    return work(*given)
