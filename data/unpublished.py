"""What is not published of a version: the letters as they came, with what is coded of them.

A database of its own beside the public ones, which no route serves. Only `queries/review`, which
asks for an `Access`, opens it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import duckdb
import polars as pl

from data.drafts import draft_of
from data.filling import filling, put
from data.paths import build_dir
from data.private import private_folder
from data.versions import Version

TABLES: Final = ("innspill", "svar", "koding", "lokaler")
# Those of them that are kept as they were read in too, before anybody changed them, and under what
# name. A database of an earlier program has neither these nor `APPLIED`.
READ: Final = {
    "innspill": "innspill_innlest",
    "svar": "svar_innlest",
    "avlesning": "avlesning",
}
# Which decisions are in the version.
APPLIED: Final = "avgjort"


def unpublished_file(version: Version) -> Path:
    """Return where what is not published of `version` lies, or would lie."""
    return build_dir() / "upublisert" / f"{version.dataset}-{version.version}.duckdb"


def write_unpublished(
    frames: Mapping[str, pl.DataFrame],
    read: Mapping[str, pl.DataFrame],
    applied: pl.DataFrame,
    version: Version,
) -> None:
    """Write what is not published of `version`: the letters before anything is left out.

    `frames` are as they are built, `read` those of `READ` as they were read in, and `applied` which
    decisions are in the version.
    """
    every = {name: frames[name] for name in TABLES}
    every |= {READ[name]: frame for name, frame in read.items()} | {APPLIED: applied}
    file = unpublished_file(version)
    private_folder(file.parent)
    with draft_of(file) as draft, filling(draft) as connection:
        for name, frame in every.items():
            put(connection, name, _plain(frame))


def read_unpublished(file: Path) -> dict[str, pl.DataFrame]:
    """Return every table of the database that there is one of, also of an earlier program's."""
    with duckdb.connect(file, read_only=True) as store:
        there = {name for (name,) in store.execute(_THERE).fetchall()}
        wanted = (*TABLES, *READ.values(), APPLIED)
        found = {
            name: pl.DataFrame(store.table(name).to_arrow_table())
            for name in wanted
            if name in there
        }
    # What it did not keep is as it was built, or nothing.
    as_read = {READ[name]: found[name] for name in ("innspill", "svar")}
    nothing = {name: pl.DataFrame(schema=schema) for name, schema in _EMPTY.items()}
    return nothing | as_read | found


_THERE: Final = "select table_name from duckdb_tables()"
_EMPTY: Final[dict[str, dict[str, Any]]] = {
    APPLIED: dict.fromkeys(("innspill_id", "slag", "felt", "hendelse", "til"), pl.String),
    "avlesning": dict.fromkeys(("innspill_id", "hva", "grunn", "tvil"), pl.String)
    | {"sikkerhet": pl.Float64},
}


def _plain(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.col(pl.Enum).cast(pl.String))
