"""The sources that may be supplied and that hold for every data set: where they lie, how read."""

from collections.abc import Mapping
from pathlib import Path

from data import grid, local_surveys, offences, paths, schemas
from data.problems import Problem, SourceError
from data.reading import Table, absent, read_table
from data.tabular import find


def read_optional(common: Mapping[str, Table]) -> dict[str, Table]:
    """Return every optional table, without rows where nobody has supplied it.

    `common` are the tables all data sets share. Raises `SourceError` where a file cannot be read
    at all or lies in two places.
    """
    return {name: _read(name, common) for name in schemas.OPTIONAL}


def supplied_files() -> list[Path]:
    """Return every file that holds an optional table."""
    return [
        path
        for folder in _folders()
        for path in folder.glob("*")
        if path.stem.lower() in schemas.OPTIONAL
    ]


def _read(name: str, common: Mapping[str, Table]) -> Table:
    schema = schemas.OPTIONAL[name]
    found = [path for folder in _folders() if (path := find(folder, name))]
    if len(found) > 1:
        both = " og ".join(str(path.parent) for path in found)
        raise SourceError(
            [Problem(found[0].name, 0, "", "", f"én slik fil, men den finnes i både {both}")]
        )
    if not found:
        return absent(name, schema)
    if name == offences.NAME:
        return offences.read(found[0], schema, common)
    if name == grid.NAME:
        return grid.read(found[0], schema, _inhabitants(common))
    if name == local_surveys.NAME:
        return local_surveys.read(found[0], schema)
    return read_table(found[0], name, schema)


def _inhabitants(common: Mapping[str, Table]) -> int:
    return int(common["kommuner"].frame["innbyggere_2022"].sum())


def _folders() -> tuple[Path, Path]:
    return paths.COMMON, paths.source_dir("innspill")
