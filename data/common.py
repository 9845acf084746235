"""The tables that all data sets share."""

from functools import lru_cache
from pathlib import Path
from typing import Final

import dataframely as dy

from data import paths, schemas
from data.documents.who import Register
from data.problems import Problem, SourceError
from data.reading import Table, read_table
from data.tabular import find

# The tables that tell which municipality a name means.
REGISTER: Final = ("kommuner", "kommunenavn", "stedsnavn", "kommuneendringer")


def read_common() -> dict[str, Table]:
    """Read and check every table that all data sets share; mistakes are in them, not raised.

    Raises `SourceError` where a file is not there or cannot be read at all.
    """
    return {name: _table(name) for name in schemas.COMMON}


def register() -> Register:
    """Return the municipalities' names, as saved answers are told apart by."""
    return Register.of(*(_table(name).frame for name in REGISTER))


def _table(name: str) -> Table:
    # Which municipalities are neighbours follows from the borders and lies with them.
    path = find(paths.COMMON, name) or find(paths.GEOMETRY, name)
    if path is None:
        raise SourceError(
            [Problem(f"{name}.csv", 0, "", "", "at filen finnes blant felles kilder")]
        )
    at = path.stat()
    return _unchanged(path, name, schemas.COMMON[name], (at.st_ino, at.st_mtime_ns, at.st_size))


@lru_cache(maxsize=32)
def _unchanged(
    path: Path, name: str, schema: type[dy.Schema], _stamp: tuple[int, int, int]
) -> Table:
    """Return the table in a file that several sets are built of, read anew only when it changes."""
    return read_table(path, name, schema)
