"""What has changed between two versions of the same data set, for the reader's selection."""

from dataclasses import dataclass, replace
from typing import Any, Final

from pages.parts.reading.reader import Reader
from pages.parts.wording.groups import everyone
from queries import Version, history, readable
from queries.view import MAAL, SATISFACTION

NUMBERS: Final = ("kommuner", "svart", "onsker", "onsker_ikke", "tilbyr", "lokaler")


@dataclass(frozen=True)
class Changed:
    """One municipality's value of one measure, before and after; None before means no answer."""

    kommunenummer: str
    navn: str
    measure: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    """Everything that differs between an older version and a newer one."""

    older: Version
    newer: Version
    # Municipalities that answered since, and those whose answer is gone: number and name.
    answered: tuple[tuple[str, str], ...]
    withdrawn: tuple[tuple[str, str], ...]
    codes: tuple[Changed, ...]
    # Premises that came and went: municipality's number and name, type of premises.
    offered: tuple[tuple[str, str, str], ...]
    gone: tuple[tuple[str, str, str], ...]
    # Key figures that moved: name, before, after.
    numbers: tuple[tuple[str, float | None, float | None], ...]

    @property
    def nothing(self) -> bool:
        """Return whether the two versions say the same about the selection."""
        return not any(
            (self.answered, self.withdrawn, self.codes, self.offered, self.gone, self.numbers)
        )


def changes(reader: Reader, older: Version, newer: Version) -> Changes:
    """Return how `newer` differs from `older` for what the reader has chosen."""
    before, after = replace(reader, version=older), replace(reader, version=newer)
    old = {row["kommunenummer"]: row for row in before.ask("innspill").to_dicts()}
    new = {row["kommunenummer"]: row for row in after.ask("innspill").to_dicts()}
    return Changes(
        older,
        newer,
        answered=tuple((nr, row["navn"]) for nr, row in new.items() if nr not in old),
        withdrawn=tuple((nr, row["navn"]) for nr, row in old.items() if nr not in new),
        codes=tuple(
            Changed(nr, row["navn"], measure, old[nr][measure], row[measure])
            for nr, row in new.items()
            if nr in old
            for measure in MAAL
            if old[nr][measure] != row[measure]
        ),
        offered=_rooms(after, before),
        gone=_rooms(before, after),
        numbers=tuple((name, was, now) for name, was, now in _figures(before, after) if was != now),
    )


def pair(reader: Reader) -> tuple[Version, Version] | None:
    """Return the versions to compare: the reader's and the newest, or the last two."""
    built = [v for v in history(reader.version.dataset) if readable(v)]
    if len(built) < 2:
        return None
    older = reader.version if reader.version != built[0] else built[1]
    return older, built[0]


def _rooms(having: Reader, lacking: Reader) -> tuple[tuple[str, str, str], ...]:
    """Return the premises in `having` that are not in `lacking`, told apart by all that is said."""

    def rooms(reader: Reader) -> list[dict[str, Any]]:
        every = reader.having(lokaltype=(), onsker=(), sok="")
        return every.ask("lokaler").to_dicts()

    def told(row: dict[str, Any]) -> tuple[Any, ...]:
        return row["kommunenummer"], row["lokaltype"], row["adresse"], row["areal_m2"]

    known = {told(row) for row in rooms(lacking)}
    return tuple(
        (row["kommunenummer"], row["kommune"], row["lokaltype"])
        for row in rooms(having)
        if told(row) not in known
    )


def _figures(before: Reader, after: Reader) -> list[tuple[str, float | None, float | None]]:
    old, new = (r.ask("nokkeltall").row(0, named=True) for r in (before, after))
    shares = [
        (measure, everyone(before, measure).share, everyone(after, measure).share)
        for measure in SATISFACTION
    ]
    return [(name, old[name], new[name]) for name in NUMBERS] + shares
