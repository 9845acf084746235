"""What is not published of a version: the letters as they came, with what is coded of them.

A database of its own beside the public ones, which no route serves. Only `queries/review`, which
asks for an `Access`, opens it.
"""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from data.coding.proposing import Coded
from data.drafts import draft_of
from data.filling import filling, put
from data.paths import build_dir
from data.reading import ROW, Table
from data.versions import Version

TABLES = ("innspill", "svar", "koding", "lokaler")


def unpublished_file(version: Version) -> Path:
    """Return where what is not published of `version` lies, or would lie."""
    return build_dir() / "upublisert" / f"{version.dataset}-{version.version}.duckdb"


def write_unpublished(tables: Mapping[str, Table], coded: Coded, version: Version) -> None:
    """Write what is not published of `version`: the source tables before anything is left out."""
    frames = {name: tables[name].frame.drop(ROW) for name in ("innspill", "svar")}
    frames |= {"koding": coded.koding, "lokaler": coded.lokaler}
    with draft_of(unpublished_file(version)) as draft, filling(draft) as connection:
        for name in TABLES:
            put(connection, name, _plain(frames[name]))


def _plain(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.col(pl.Enum).cast(pl.String))
