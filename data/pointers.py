"""The small file beside the databases that names the newest of a data set, and those before it.

Which version came after which is told here, where each build writes it, and nowhere else: the
date of a file changes when it is copied, and an old version that is put back keeps its old one.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.drafts import draft_of

# A pointer is some hundred bytes; what is larger is something else.
LARGEST: Final = 100_000


@dataclass(frozen=True)
class Pointer:
    """The newest version, and every one that has been the newest, in the order they last were."""

    version: str
    history: tuple[str, ...]


class PointerError(Exception):
    """The pointer is there and cannot be understood; the text says why, in Norwegian."""


def read(path: Path) -> Pointer | None:
    """Return what the pointer at `path` says, or None when there is none.

    Raises `PointerError` for anything there that is no pointer. One from before there was a history
    has only itself in it.
    """
    try:
        if path.stat().st_size > LARGEST and path.is_file():
            raise PointerError("er for stor til å være en peker")
        said = json.loads(path.read_text("utf-8-sig"))
        version, history = said["versjon"], said.get("historie", [])
    except FileNotFoundError:
        return None
    except OSError as refused:
        raise PointerError(f"kan ikke leses ({refused.strerror})") from refused
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as odd:
        raise PointerError("har ikke form av en peker") from odd
    if not isinstance(version, str) or not isinstance(history, list):
        raise PointerError("har ikke form av en peker")
    before = [name for name in history if isinstance(name, str) and name != version]
    return Pointer(version, (*dict.fromkeys(before), version))


def write(path: Path, pointer: Pointer) -> None:
    """Make the file at `path` say what `pointer` says, at once; the old one stays if that fails."""
    said = {"versjon": pointer.version, "historie": list(pointer.history)}
    with draft_of(path) as draft:
        draft.write_text(json.dumps(said) + "\n", "utf-8")
