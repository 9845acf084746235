"""Which version of each data set is shown: the newest that can be read, and why if another.

A set whose pointer or database is spoilt is served by its last good version, and told of once in
the log, in `/helse` and to its readers, by the same reference; the other sets never notice.
"""

import hashlib
import logging
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Final

import duckdb

from data import versions
from data.pointers import PointerError
from data.soundness import State, flaw_of, state_of
from data.versions import DATASETS, Version

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a data set or a store, and the reference that readers are given."""

    dataset: str
    says: str
    reference: str


@dataclass(frozen=True)
class Served:
    """The version of a data set that is shown, and why it is not the one that should be."""

    version: Version | None
    trouble: Trouble | None


def served(dataset: str) -> Served:
    """Return what is shown of `dataset`: nothing and no trouble where it was never built."""
    says, first = "", None
    try:
        pointer = versions.pointed(dataset)
    except PointerError as spoilt:
        pointer, says = None, f"pekeren {dataset}.json {spoilt}"
    if pointer:
        first = versions.pinned(dataset, pointer.version)
        if first is None:
            says = f"{dataset}-{pointer.version}.duckdb mangler"
        elif wrong := flaw(first):
            says = f"{first.path.name} {wrong}"
        if not says:
            return Served(first, None)
    known = versions.history(dataset)
    if not says and not known:
        return Served(None, None)
    good = next((version for version in known if version != first and readable(version)), None)
    return Served(good, tell(dataset, says or f"pekeren {dataset}.json mangler"))


def newest(dataset: str) -> Version | None:
    """Return the version of `dataset` that is shown to those who pin none, or None."""
    return served(dataset).version


def available() -> dict[str, Version]:
    """Return the version of each data set that can be shown, the one shown by default first."""
    return {d: found for d in DATASETS if (found := newest(d))}


def troubles() -> tuple[Trouble, ...]:
    """Return what is wrong with any data set."""
    return tuple(trouble for d in DATASETS if (trouble := served(d).trouble))


def pinned(dataset: str, version: str) -> Version | None:
    """Return `version` of `dataset`, or None when it is not here or cannot be read."""
    found = versions.pinned(dataset, version)
    return found if found and readable(found) else None


def readable(version: Version) -> bool:
    """Return whether `version` is whole and of the kind these queries are written for."""
    return not flaw(version)


def flaw(version: Version) -> str:
    """Return what is wrong with the database of `version`, as `data.soundness`; looked at once."""
    return _flaw(version, state_of(version.path))


@lru_cache(maxsize=256)
def tell(dataset: str, says: str) -> Trouble:
    """Return the trouble with `dataset` that `says` tells of, logged the first time it is met."""
    reference = hashlib.sha256(f"{dataset} {says}".encode()).hexdigest()[:6].upper()
    _LOG.error("Feil %s i %s: %s", reference, dataset, says, extra={"referanse": reference})
    return Trouble(dataset, says, reference)


def connect(version: Version) -> duckdb.DuckDBPyConnection:
    """Return a cursor of one's own on the read-only database of `version`."""
    with _LOCK:
        held = _OPEN.get(version) or _opened(version)
        return held[1].cursor()


_LOCK: Final = Lock()
# A connection is shared by all threads for as long as its file is the same.
_OPEN: Final[dict[Version, tuple[State | None, duckdb.DuckDBPyConnection]]] = {}


def _opened(version: Version) -> tuple[State | None, duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(version.path, read_only=True)
    # Some hundreds of rows are not worth sharing out, and other readers have use for the cores. Set
    # and not configured, since a file can be open once only with one configuration.
    connection.execute("set threads = 1")
    # Filters that one side of a join makes for the other take longer to make than so few rows take
    # to read: a fourth of what a page's questions cost.
    connection.execute("set disabled_optimizers = 'join_filter_pushdown'")
    _OPEN[version] = state_of(version.path), connection
    return _OPEN[version]


@lru_cache(maxsize=256)
def _flaw(version: Version, state: State | None) -> str:
    with _LOCK:
        held = _OPEN.get(version)
        if held and held[0] != state:
            # DuckDB would give out what is open instead of what now lies there.
            del _OPEN[version]
            held[1].close()
    return flaw_of(version)
