"""Which numbers on a page differ between two data versions: its own cards, compared row by row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _
from pages.parts.wording.opening import Figure

# A cell is shown so far; the rest of a long answer is read where it stands.
LONGEST: Final = 120
Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Move:
    """One number that moved: its row and column, and what stood and stands there."""

    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Moved:
    """One figure with the numbers in it that moved; key figures have no card."""

    title: str
    card: str
    # What its rows are, in the words of the table, such as «Politidistrikt».
    subject: str
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class PageMoved:
    """The figures of a page that moved, and how many were looked at."""

    figures: tuple[Moved, ...]
    compared: int

    @property
    def count(self) -> int:
        """Return how many numbers moved."""
        return sum(len(figure.moves) for figure in self.figures)


def compared(old: Table, new: Table) -> tuple[Move, ...]:
    """Return each cell that differs, in the order of `new`, then the rows that are gone."""
    width = _key_width(old, new)
    was, now = _rows(old, width), _rows(new, width)
    columns = _columns_of_both(old, new)
    moves = []
    for key, row in now.items():
        name = ", ".join(part for part in key if part)
        if key not in was:
            moves.append(Move(name, _("Hele raden"), _("ikke med"), _("med")))
            continue
        for i, j in columns:
            before, after = old.columns[i].text(was[key][i]), new.columns[j].text(row[j])
            if before != after:
                heading = new.columns[j].heading
                moves.append(Move(name, heading, _short(before), _short(after)))
    gone = (key for key in was if key not in now)
    moves += [
        Move(", ".join(part for part in key if part), _("Hele raden"), _("med"), _("ikke med"))
        for key in gone
    ]
    return tuple(moves)


def compared_figures(old: Sequence[Figure], new: Sequence[Figure]) -> tuple[Move, ...]:
    """Return each key figure whose value or basis differs."""
    was = {figure.label: figure for figure in old}
    if len(old) == len(new):
        # A label may count too, «1 kommune» or «2 kommuner».
        was = {now.label: before for before, now in zip(old, new, strict=True)}
    moves = []
    for now in new:
        before = was.get(now.label, Figure("", now.label, ""))
        if before.value != now.value:
            moves.append(Move(now.label, _("Verdi"), before.value, now.value))
        if before.basis != now.basis:
            moves.append(Move(now.label, _("Grunnlag"), before.basis, now.basis))
    return tuple(moves)


def _key_width(old: Table, new: Table) -> int:
    """Return how many of the first columns tell rows apart: as few as do, of those with texts."""
    texts = 0
    for column in new.columns:
        if column.is_number:
            break
        texts += 1
    for width in range(1, texts + 1):
        if all(
            max(Counter(_key(t.columns, row, width) for row in t.rows).values(), default=1) == 1
            for t in (old, new)
        ):
            return width
    return max(1, texts)


def _rows(table: Table, width: int) -> dict[Key, tuple[object, ...]]:
    """Return the rows by key; those that are alike are told apart by their order."""
    found: dict[Key, tuple[object, ...]] = {}
    for row in table.rows:
        key = _key(table.columns, row, width)
        again = 1
        while key in found:
            again += 1
            key = (*_key(table.columns, row, width), f"({again})")
        found[key] = row
    return found


def _key(columns: Sequence[Column], row: Sequence[object], width: int) -> Key:
    return tuple(columns[i].text(row[i]) for i in range(min(width, len(columns))))


def _columns_of_both(old: Table, new: Table) -> list[tuple[int, int]]:
    headings = [column.heading for column in old.columns]
    if headings == [column.heading for column in new.columns]:
        return [(i, i) for i in range(len(headings))]
    return [
        (headings.index(column.heading), j)
        for j, column in enumerate(new.columns)
        if column.heading in headings
    ]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
