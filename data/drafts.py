"""Files that are whole or not there: written beside their place and moved into it when done."""

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

# A draft carries the process that writes it, so that what a killed one left is known by its name;
# DuckDB adds names of its own for what it has not yet written or has no memory for.
_DRAFT: Final = re.compile(r".*\.(?P<process>\d+)\.tmp(\.wal|\.tmp)?")
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """Give a path to write to, which takes the place of `target` at once when all has gone well.

    Whatever goes wrong, `target` is as it was and nothing is left of the draft.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        yield draft
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(target)
    finally:
        for left in draft.parent.glob(f"{draft.name}*"):
            _remove(left)


def sweep(*folders: Path) -> None:
    """Remove the drafts in `folders` that no living process writes."""
    for folder in folders:
        for path in folder.glob("*.tmp*"):
            found = _DRAFT.fullmatch(path.name)
            if found and not _lives(int(found["process"])):
                _remove(path)


def refusal(error: OSError | duckdb.Error) -> str:
    """Return in Norwegian why something could not be written or read, for who runs the build."""
    number = error.errno if isinstance(error, OSError) else None
    text = " ".join(str(error).split())
    if number in _FULL or any(os.strerror(n) in text for n in _FULL):
        return f"det er ikke plass på disken ({text})"
    if number in _CLOSED or any(os.strerror(n) in text for n in _CLOSED):
        return f"mappen eller filen kan ikke leses eller skrives ({text})"
    return f"filsystemet svarte med en feil ({text})"


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
