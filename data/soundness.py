"""Whether a database can be trusted: every block of it is read once, before readers depend on it.

DuckDB finds a damaged block only when a query needs it, which may be on one page of many.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

import duckdb

from data import versions
from data.versions import Version

State = tuple[int, int, int]

# In rows; what is read is dropped at once.
_AT_A_TIME: Final = 50_000
_TABLES: Final = "select table_name from duckdb_tables() order by table_name"
_ABOUT: Final = "select datasett, versjon, format from meta"


def state_of(path: Path) -> State | None:
    """Return what changes when the file at `path` does, or None when it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size


def flaw(path: Path) -> str:
    """Return what is wrong with the database at `path`, in words to follow its name, or nothing.

    The file is read through once, and again when it has changed. A process that has it open must
    close it first, since DuckDB gives out what is open already.
    """
    return _flaw(path, state_of(path))


def flaw_of(version: Version) -> str:
    """Return what is wrong with the database of `version`, as `flaw`; it must be what it is named.

    One of another format is sound and yet of no use to the queries of this edition.
    """
    return flaw(version.path) or _misnamed(version, state_of(version.path))


@lru_cache(maxsize=256)
def _flaw(path: Path, state: State | None) -> str:
    if state is None:
        return "mangler"
    try:
        with duckdb.connect(path, read_only=True) as opened:
            for (name,) in opened.execute(_TABLES).fetchall():
                for _batch in opened.table(name).to_arrow_reader(_AT_A_TIME):
                    pass
    except (duckdb.Error, OSError) as damaged:
        return f"er skadd ({' '.join(str(damaged).split())[:100]})"
    return ""


@lru_cache(maxsize=256)
def _misnamed(version: Version, _state: State | None) -> str:
    try:
        with duckdb.connect(version.path, read_only=True) as opened:
            found = opened.execute(_ABOUT).fetchall()
    except duckdb.Error:
        return "er ikke bygd av Tjenestested"
    for dataset, name, format_ in found:
        if (dataset, name) != (version.dataset, version.version):
            return f"inneholder {dataset} {name}"
        if format_ != versions.FORMAT:
            return f"er bygd av en {'eldre' if format_ < versions.FORMAT else 'nyere'} utgave"
    return "" if found else "er ikke bygd av Tjenestested"
