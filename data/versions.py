"""Data versions: immutable database files, and a small pointer to the newest of each data set.

A file is named `<dataset>-<date>-<hash>.duckdb` and never written again. The hash covers the source
files and the code that builds from them, so equal inputs have one version.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from data import pointers
from data.paths import build_dir
from data.pointers import Pointer, PointerError

DATASETS: Final = ("innspill", "demo", "kjente")
# What the tables inside are like. Raised when a query could no longer read an older file.
FORMAT: Final = 8
VERSION: Final = re.compile(r"^\d{4}-\d{2}-\d{2}-[0-9a-f]{7}$")


@dataclass(frozen=True)
class Version:
    """One built database: which data set, which version, and the file that holds it."""

    dataset: str
    version: str
    path: Path


def file_of(dataset: str, version: str) -> Path:
    """Return where the database of `dataset` in `version` lies or would lie."""
    return build_dir() / f"{dataset}-{version}.duckdb"


def newest(dataset: str) -> Version | None:
    """Return the version that the pointer of `dataset` names, or None when that leads nowhere."""
    try:
        pointer = pointed(dataset)
    except PointerError:
        return None
    return pinned(dataset, pointer.version) if pointer else None


def pointed(dataset: str) -> Pointer | None:
    """Return what the pointer of `dataset` says, or None when there is none.

    Raises `PointerError` when what is there is no pointer.
    """
    path = _pointer(dataset)
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    except OSError as refused:
        raise PointerError(f"kan ikke leses ({refused.strerror})") from refused
    pointer = _read(path, state.st_mtime_ns, state.st_ino, state.st_size)
    if pointer:
        _UNDERSTOOD[path] = pointer
    return pointer


def pinned(dataset: str, version: str) -> Version | None:
    """Return `version` of `dataset`, or None when that file is not here."""
    if dataset not in DATASETS or not VERSION.fullmatch(version):
        return None
    path = file_of(dataset, version)
    return Version(dataset, version, path) if path.is_file() else None


def history(dataset: str) -> list[Version]:
    """Return every version of `dataset` that is here, the one that was last the newest first.

    Those that no pointer tells of come last, by the date in their names.
    """
    found = (pinned(dataset, name) for name in _names(dataset))
    return [version for version in found if version]


def with_hash(dataset: str, digest: str) -> Version | None:
    """Return the newest file of `dataset` whose content hash is `digest`, or None."""
    found = sorted(build_dir().glob(f"{dataset}-*-{digest}.duckdb"))
    if not found:
        return None
    return Version(dataset, found[-1].stem.removeprefix(f"{dataset}-"), found[-1])


def point_to(version: Version) -> None:
    """Make `version` the newest of its data set, atomically, and remember which were before it."""
    earlier = [name for name in reversed(_names(version.dataset)) if name != version.version]
    told = Pointer(version.version, (*earlier, version.version))
    pointers.write(_pointer(version.dataset), told)


def digest_of(files: Iterable[Path], root: Path, marks: Iterable[str] = ()) -> str:
    """Return seven hexadecimal digits over the names (below `root`) and bytes of `files`.

    `marks` set apart what is built differently from the same files.
    """
    total = hashlib.sha256("\0".join(marks).encode())
    for path in sorted(files):
        name = path.relative_to(root) if path.is_relative_to(root) else path.name
        total.update(f"{name}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:7]


def _names(dataset: str) -> list[str]:
    """Return the names of all versions known of `dataset`, also of files that are gone."""
    try:
        pointer = pointed(dataset)
    except PointerError:
        pointer = _UNDERSTOOD.get(_pointer(dataset))
    here = (path.stem.removeprefix(f"{dataset}-") for path in build_dir().glob(f"{dataset}-*"))
    untold = sorted((name for name in here if VERSION.fullmatch(name)), reverse=True)
    told = reversed(pointer.history) if pointer else ()
    return list(dict.fromkeys([*told, *untold]))


# What each pointer said when it could last be read, for as long as the process lives: the order of
# the versions stands nowhere else.
_UNDERSTOOD: Final[dict[Path, Pointer]] = {}


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int, _inode: int, _size: int) -> Pointer | None:
    """Return what the pointer says; every run asks, and it is written a few times a day at most."""
    return pointers.read(path)


def _pointer(dataset: str) -> Path:
    return build_dir() / f"{dataset}.json"
