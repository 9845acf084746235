"""The account of an import: what each file holds, what was placed, and why the rest was not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.documents.document import Document, LeftOut
from data.documents.placing import Placed
from data.documents.reading.files import Trouble
from data.documents.writing import Row, rows_in, write_table

TABLE: Final = "regnskap.csv"
SAME_LETTER: Final = "samme svar som «{}»"
COLUMNS: Final = (
    *("fil", "mappe", "innspill_id", "tegn_inn", "lagt_til", "plassert", "utelatt"),
    *("grunn", "uleste_sider", "sikkerhet"),
)


@dataclass(frozen=True)
class Account:
    """One file: `characters + added` in, `placed` in the answer `innspill_id`, the rest left out.

    `characters` is None where the file could not be read.
    """

    fil: str
    innspill_id: str
    characters: int | None
    added: int = 0
    placed: int = 0
    left_out: tuple[LeftOut, ...] = ()
    unread: tuple[int, ...] = ()
    confidence: float | None = None
    why: str = ""

    @property
    def missing(self) -> int:
        """Return how many characters are neither placed nor left out with a reason."""
        gone = sum(each.characters for each in self.left_out)
        return (self.characters or 0) + self.added - self.placed - gone


def of_all(placed: Sequence[Placed], troubles: Sequence[Trouble]) -> list[Account]:
    """Return an account for each file that was read, and for each that could not be."""
    read = [_account(each, part) for each in placed for part in each.answer.parts]
    return [*read, *(Account(each.fil, "", None, why=each.why) for each in troubles)]


def _account(placed: Placed, part: Document) -> Account:
    count = placed.answer.placed[part.fil]
    added, left_out = part.added, part.left_out
    if placed.copy_of:
        # What stands twice is placed once.
        twice = LeftOut(count - added, SAME_LETTER.format(placed.copy_of))
        count, added, left_out = 0, 0, (*left_out, twice)
    return Account(
        part.fil,
        placed.innspill_id,
        part.characters,
        added,
        count,
        left_out,
        part.unread,
        part.ocr_confidence,
    )


def keep(target: Path, mappe: str, accounts: Sequence[Account]) -> None:
    """Write `accounts`, of every file in the folder `mappe`, among those of other folders.

    Raises `SourceError` where the table there cannot be read.
    """
    path = target / TABLE
    others = [row for row in rows_in(path) if row.get("mappe") != mappe]
    rows = [_row(mappe, each) for each in sorted(accounts, key=lambda each: each.fil)]
    write_table(path, COLUMNS, [*others, *rows])


def summary(accounts: Sequence[Account]) -> str:
    """Return in Norwegian what came in, what was placed and what was left out, and why."""
    read = [each for each in accounts if each.characters is not None]
    inn = sum((each.characters or 0) + each.added for each in read)
    placed = sum(each.placed for each in read)
    reasons: dict[str, int] = {}
    for each in read:
        for left in each.left_out:
            why = left.reason.partition(" «")[0]
            reasons[why] = reasons.get(why, 0) + left.characters
    gone = sum(reasons.values())
    first = f"{_spaced(inn)} tegn i {len(read)} filer"
    lines = [f"{first} = {_spaced(placed)} plassert + {_spaced(gone)} utelatt"]
    lines += [f"  {_spaced(n)} {why}" for why, n in sorted(reasons.items(), key=lambda e: -e[1])]
    return "\n".join(lines)


def _row(mappe: str, account: Account) -> Row:
    reasons = [f"{each.characters} {each.reason}" for each in account.left_out]
    is_read = account.characters is not None
    numbers: Mapping[str, int | None] = {
        "tegn_inn": account.characters,
        "lagt_til": account.added if is_read else None,
        "plassert": account.placed if is_read else None,
        "utelatt": sum(each.characters for each in account.left_out) if is_read else None,
    }
    sure = account.confidence
    return {
        "fil": account.fil,
        "mappe": mappe,
        "innspill_id": account.innspill_id,
        **{name: "" if n is None else str(n) for name, n in numbers.items()},
        "grunn": account.why or "; ".join(reasons),
        "uleste_sider": ", ".join(map(str, account.unread)),
        "sikkerhet": "" if sure is None else f"{sure:.0f}",
    }


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")
