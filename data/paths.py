"""Where things lie on disk."""

import os
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).resolve().parent
SOURCES: Final = DATA / "sources"
COMMON: Final = SOURCES / "felles"
SQL: Final = DATA / "sql"
GEOMETRY: Final = DATA / "geometry"


def build_dir() -> Path:
    """Return the folder of built databases: `TJENESTESTED_BUILD`, or `data/build`."""
    return Path(os.environ.get("TJENESTESTED_BUILD") or DATA / "build")


def links_file() -> Path:
    """Return the file of readers' short links: `TJENESTESTED_LENKER`, or beside the databases."""
    return Path(os.environ.get("TJENESTESTED_LENKER") or build_dir() / "lenker.sqlite3")


def source_dir(dataset: str) -> Path:
    """Return the folder of `dataset`'s files; `TJENESTESTED_INNSPILL` moves the ministry's."""
    if dataset == "innspill" and os.environ.get("TJENESTESTED_INNSPILL"):
        return Path(os.environ["TJENESTESTED_INNSPILL"])
    return SOURCES / dataset
