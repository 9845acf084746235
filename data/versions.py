"""Data versions: immutable database files, and a small pointer to the newest of each data set.

A file is named `<dataset>-<date>-<hash>.duckdb` and never written again. The hash covers the source
files and the code that builds from them, so equal inputs have one version.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from data.paths import build_dir

DATASETS: Final = ("innspill", "demo", "kjente")
# What the tables inside are like. Raised when a query could no longer read an older file.
FORMAT: Final = 2
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
    """Return the version that the pointer of `dataset` names, or None when nothing is built."""
    pointer = _pointer(dataset)
    try:
        state = pointer.stat()
        version = _pointed_at(pointer, state.st_mtime_ns, state.st_ino)
    except (FileNotFoundError, ValueError, KeyError):
        return None
    return pinned(dataset, version)


def pinned(dataset: str, version: str) -> Version | None:
    """Return `version` of `dataset`, or None when that file is not here."""
    if dataset not in DATASETS or not VERSION.match(version):
        return None
    path = file_of(dataset, version)
    return Version(dataset, version, path) if path.exists() else None


def available() -> dict[str, Version]:
    """Return the newest version of each built data set, the one shown by default first."""
    return {d: found for d in DATASETS if (found := newest(d))}


def history(dataset: str) -> list[Version]:
    """Return every version of `dataset` that is here, the one built last first."""
    files = sorted(build_dir().glob(f"{dataset}-*.duckdb"), key=lambda path: path.stat().st_mtime)
    found = (pinned(dataset, path.stem.removeprefix(f"{dataset}-")) for path in reversed(files))
    return [version for version in found if version]


def with_hash(dataset: str, digest: str) -> Version | None:
    """Return the newest file of `dataset` whose content hash is `digest`, or None."""
    found = sorted(build_dir().glob(f"{dataset}-*-{digest}.duckdb"))
    if not found:
        return None
    return Version(dataset, found[-1].stem.removeprefix(f"{dataset}-"), found[-1])


def point_to(version: Version) -> None:
    """Make `version` the newest of its data set, atomically."""
    pointer = _pointer(version.dataset)
    draft = pointer.with_suffix(f".{os.getpid()}.tmp")
    draft.write_text(json.dumps({"versjon": version.version}) + "\n", "utf-8")
    draft.replace(pointer)


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


@lru_cache(maxsize=16)
def _pointed_at(pointer: Path, _changed: int, _inode: int) -> str:
    """Return what `pointer` says; every run asks, and it is written a few times a day at most."""
    version: str = json.loads(pointer.read_text("utf-8"))["versjon"]
    return version


def _pointer(dataset: str) -> Path:
    return build_dir() / f"{dataset}.json"
