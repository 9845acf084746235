"""Which files of a folder are read: every one in it, and none that a link leads out to."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from data.documents.reading.encoding import decode
from data.documents.reading.files import Trouble

# Browsers save pictures and styles in a folder beside the page; an attachment may lie there too.
BESIDE: Final = ("_files", "_filer")
_LETTERS: Final = frozenset(
    (
        *(".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".xlsx", ".xls", ".ods"),
        *(".eml", ".msg", ".zip"),
    )
)
# What systems leave in folders, and what a folder says of itself.
_LEFT_BEHIND: Final = frozenset(("thumbs.db", "desktop.ini", "readme.md"))
LEADS_OUT: Final = "lenken fører ut av mappen og er ikke fulgt"
NO_FILE: Final = "dette er ikke en fil som kan leses"
CLOSED: Final = "mappen lar seg ikke åpne"


@dataclass
class Gathered:
    """The files to read, as pairs of a path and what it is called, and what cannot be read."""

    files: list[tuple[Path, str]] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def gather(folder: Path) -> Gathered:
    """Return every file below `folder` that a person may have saved, in order of their names."""
    found = Gathered()

    def closed(error: OSError) -> None:
        found.troubles.append(Trouble(_called(folder, Path(error.filename)), CLOSED))

    for where, folders, names in os.walk(folder, onerror=closed):
        folders.sort()
        for name in sorted([*names, *(each for each in folders if Path(where, each).is_symlink())]):
            _sort_in(found, folder, Path(where, name))
    found.files.sort(key=lambda each: each[1])
    return found


def _sort_in(found: Gathered, folder: Path, path: Path) -> None:
    called = _called(folder, path)
    if path.name.startswith((".", "~$")) or path.name.casefold() in _LEFT_BEHIND:
        return
    if path.is_symlink():
        # A link within the folder leads to what is read anyway.
        if not path.resolve().is_relative_to(folder.resolve()):
            found.troubles.append(Trouble(called, LEADS_OUT))
    elif not path.is_file():
        found.troubles.append(Trouble(called, NO_FILE))
    elif not _is_scenery(path.relative_to(folder)):
        found.files.append((path, called))


def _is_scenery(path: Path) -> bool:
    """Return whether `path` belongs to how a page looks, not to what it says."""
    is_beside = any(part.endswith(BESIDE) for part in path.parent.parts)
    return is_beside and path.suffix.lower() not in _LETTERS


def _called(folder: Path, path: Path) -> str:
    """Return what `path` is called within `folder`; names in an old encoding are read as that."""
    try:
        relative = path.relative_to(folder)
    except ValueError:
        relative = path
    return decode(os.fsencode(relative.as_posix()))
