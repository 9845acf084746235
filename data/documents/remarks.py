"""What a person must look at after an import: a list that is kept, and ticked off."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.documents.writing import Row, rows_in, write_table

TABLE: Final = "merknader.csv"
COLUMNS: Final = (
    *("merknad_id", "mappe", "fil", "innspill_id", "hva", "alvor", "status", "kommentar"),
)
GRAVE: Final = "viktig"
CHECK: Final = "kontroller"
INFORM: Final = "til_orientering"
NOT_DONE: Final = "ikke_gjort"


@dataclass(frozen=True, order=True)
class Remark:
    """Something in one saved file that a person must look at, in Norwegian.

    `alvor` is `GRAVE` where words are missing or may be another's, `CHECK` where the import has
    decided what a person should see over, `INFORM` where nothing need be done.
    """

    fil: str
    text: str
    alvor: str = CHECK
    innspill_id: str = ""

    def __str__(self) -> str:
        """Return the line a case worker reads."""
        return f"{self.fil}: {self.text}."


def keep(target: Path, mappe: str, remarks: Collection[Remark]) -> None:
    """Write `remarks`, all there is to say of the folder `mappe`, among those of other folders.

    What a person has written (done or not, a comment) stands. A remark that no longer holds goes,
    unless a person has touched it. Raises `SourceError` where the table there cannot be read.
    """
    path = target / TABLE
    there = {row.get("merknad_id", ""): row for row in rows_in(path)}
    now = {_id(mappe, each): each for each in sorted(set(remarks))}
    kept: list[Row] = [
        row
        for key, row in there.items()
        if row.get("mappe") != mappe or key in now or _is_touched(row)
    ]
    fresh: list[Row] = [
        {
            "merknad_id": key,
            "mappe": mappe,
            "fil": each.fil,
            "innspill_id": each.innspill_id,
            "hva": each.text,
            "alvor": each.alvor,
            "status": NOT_DONE,
        }
        for key, each in now.items()
        if key not in there
    ]
    if kept or fresh or path.exists():
        others = [name for row in kept for name in row if name not in COLUMNS]
        write_table(path, [*COLUMNS, *dict.fromkeys(others)], [*kept, *fresh])


def _id(mappe: str, remark: Remark) -> str:
    """Return a key that is the same each time the same is said of the same file."""
    content = "\0".join((mappe, remark.fil, remark.text))
    return f"M{hashlib.sha256(content.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _is_touched(row: Row) -> bool:
    return row.get("status", "") != NOT_DONE or bool(row.get("kommentar"))


def first_names(names: Sequence[str], most: int = 10) -> str:
    """Return `names` in a row, no more than `most` of them, and how many others there are."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" og {rest} til" if rest > 0 else "")
