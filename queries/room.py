"""Whether there is room on the disks that are written to, told before anything is refused."""

import shutil
from pathlib import Path

from data.paths import build_dir, links_file
from data.work.database import place
from data.work.events import ClosedError
from queries import budgets
from queries.serving import Trouble, tell


def trouble() -> Trouble | None:
    """Return what folder there is almost no room in, told of in the log, or None."""
    folders = (build_dir(), links_file().parent, *_of_work())
    full = next((folder for folder in folders if _is_full(folder)), None)
    return tell("disk", f"det er nesten ikke plass igjen i mappen {full.name}") if full else None


def _of_work() -> tuple[Path, ...]:
    try:
        found = place()
    except ClosedError:
        return ()
    return (found.parent,) if isinstance(found, Path) else ()


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < budgets.ROOM
    except OSError:
        # A folder that is not there is made by who writes in it, or told of by who reads.
        return False
