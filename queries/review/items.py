"""What is told of a letter besides its codes: who sent it and when, its division, its premises.

Each is suggested, decided and undone as a code is, from events of a kind of its own.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from data.work import dividing, premises, senders
from data.work.dividing import Division, Layout, divided, layout
from data.work.events import Event
from data.work.passages import PLACE, Span, found, found_near, sayable, span_of
from queries.review.letters import Basis, Letter
from queries.review.undoing import steps

SENDER: Final = senders.KIND
DIVISION: Final = dividing.KIND
PREMISES: Final = premises.KIND
KINDS: Final = (SENDER, DIVISION, PREMISES)

Said = Mapping[str, Any]
# A division that moves nothing.
_AS_READ: Final[Said] = {"flyttet": [], "tekster": {}}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing told of a letter: what is suggested, what was decided, and each step on the way.

    What is `suggested` and `said` has the parts of a decision of its kind. `undoable` is how many
    steps may be taken back, and `before` the JSON of what stood before the last of them, as it may
    be said again now.
    """

    slag: str
    key: str
    suggested: Said | None
    # As it is in the version that is published.
    published: Said | None
    basis: Basis
    # What is suggested may be a person's own word from a file, or as it was published.
    status: str
    said: Said | None
    is_published: bool
    # Whether the passage it rests on is gone from the letter.
    is_lost: bool
    undoable: int
    before: str | None
    history: tuple[Event, ...]

    @property
    def value(self) -> Said | None:
        """Return what stands; None where nothing does, or it was refused."""
        if self.said:
            return self.said if self.said["status"] == "bekreftet" else None
        return self.suggested if self.status != "avvist" else None

    @property
    def is_settled(self) -> bool:
        """Return whether somebody has decided it, here or in the file that it came with."""
        if self.said:
            return not self.is_lost
        return self.suggested is not None and self.status in ("bekreftet", "avvist")

    @property
    def is_open(self) -> bool:
        """Return whether something is suggested, and nobody has decided it."""
        return self.suggested is not None and not self.is_settled

    @property
    def seen(self) -> int:
        """Return the number of the last event about it."""
        return self.history[-1].nr if self.history else 0

    @property
    def place(self) -> Span | None:
        """Return where the passage it rests on stands, None where it rests on none."""
        source = self.said or self.suggested
        return span_of(source) if source else None

    @property
    def own(self) -> dict[str, Span]:
        """Return where the passages of the details of premises stand that have one."""
        source = self.said or self.suggested or {}
        spans = {name: span_of(each) for name, each in source.get(premises.OWN, {}).items()}
        return {name: span for name, span in spans.items() if span}


class Divided:
    """How one reading of a letter has been divided, from the events about it."""

    def __init__(self, letter: Letter, events: Sequence[Event]) -> None:
        said = [
            (event.nr, divided(json.loads(event.til)) if event.til else None)
            for event in events
            if event.slag == DIVISION
        ]
        # What nobody has written of here is as it was published.
        self._said = [(0, None), *said] if said else [(0, letter.division)]
        self._made: dict[int, Layout] = {}
        self._letter = letter
        self.now = self._layout(len(self._said) - 1)

    def at(self, nr: int) -> Layout:
        """Return how it stood when event number `nr` was written."""
        return self._layout(self._before(nr))

    def is_changed(self, nr: int) -> bool:
        """Return whether it is divided otherwise than when event number `nr` was written."""
        return self._said[self._before(nr)][1] != self._said[-1][1]

    def carried(self, said: dict[str, Any], nr: int) -> tuple[dict[str, Any], bool]:
        """Return a decision as it may be said now, and whether its passage is gone.

        It was said in event number `nr`. Where the passage is gone its words stay, but not those
        of one detail of premises, which rests on the passage of the premises then.
        """
        made, is_lost = self._followed(said, nr)
        if premises.OWN not in said:
            return made, is_lost
        own = {name: self._followed(each, nr) for name, each in said[premises.OWN].items()}
        kept = {name: each for name, (each, gone) in own.items() if not gone}
        return made | {premises.OWN: kept}, is_lost or len(kept) < len(own)

    def _followed(self, said: dict[str, Any], nr: int) -> tuple[dict[str, Any], bool]:
        span, passage = span_of(said), said.get("utdrag")
        if span is None or passage is None:
            return said, False
        here = self.now.followed(passage, span, self.at(nr))
        if here is None:
            return said | dict.fromkeys(PLACE[1:]), True
        words = self.now.texts[here[0]][here[1] : here[2]]
        return said | dict(zip(PLACE, (words, *here), strict=True)), False

    def _before(self, nr: int) -> int:
        return max(at for at, (when, _said) in enumerate(self._said) if when <= nr)

    def _layout(self, at: int) -> Layout:
        # The same division as before is the same layout.
        same = next((i for i in self._made if self._said[i][1] == self._said[at][1]), None)
        if same is not None:
            return self._made[same]
        division: Division | None = self._said[at][1]
        made = layout(self._letter.texts, division)
        self._made[at] = made
        return made


def items(letter: Letter, events: Sequence[Event], texts: Divided) -> tuple[Item, ...]:
    """Return everything told of `letter` besides its codes, in the order of the desk."""
    said: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        if event.slag in KINDS:
            said.setdefault((event.slag, event.felt), []).append(event)
    return (
        *_of_sender(letter, said, texts),
        *_of_division(letter, said, texts),
        *_of_premises(letter, said, texts),
    )


_By = Mapping[tuple[str, str], Sequence[Event]]


def _of_sender(letter: Letter, said: _By, texts: Divided) -> Iterator[Item]:
    for key in senders.KEYS:
        suggested, built = (_told(key, row) for row in (letter.read, letter.built))
        basis = letter.basis.get(key, Basis())
        yield _item(letter, SENDER, key, said, texts, senders.decided, suggested, built, basis)


def _of_division(letter: Letter, said: _By, texts: Divided) -> Iterator[Item]:
    if not letter.texts:
        return
    # Who reads the second time is not told that the division is suggested.
    suggested: Said | None = _AS_READ if letter.read else None
    built = _as_said(letter.division) if letter.read else None
    basis = letter.basis.get("deling", Basis())
    yield _item(
        letter, DIVISION, dividing.KEY, said, texts, _division, suggested, built, basis
    )  # fmt: skip


def _of_premises(letter: Letter, said: _By, texts: Divided) -> Iterator[Item]:
    rows = {row["lokale_id"]: row for row in letter.rooms}
    added = [key for kind, key in said if kind == PREMISES and key not in rows]
    for key in (*rows, *added):
        row = rows.get(key)
        suggested = _offer(row, texts.now.texts) if row else None
        status = row["status"] if row else ""
        built = suggested if status != "avvist" else None
        basis = Basis(row["regel"] or "", row["sikkerhet"]) if row else Basis()
        made = _item(
            letter, PREMISES, key, said, texts, premises.decided, suggested, built, basis, status
        )  # fmt: skip
        # What was added and taken back is nothing.
        if row or made.said:
            yield made


def _item(
    letter: Letter,
    slag: str,
    key: str,
    said: _By,
    texts: Divided,
    decided: Callable[[Event], dict[str, Any] | None],
    suggested: Said | None,
    published: Said | None,
    basis: Basis,
    status: str = "forslag",
) -> Item:
    history = tuple(said.get((slag, key), ()))
    last = decided(history[-1]) if history else None
    now, is_lost = texts.carried(last, history[-1].nr) if last else (None, False)
    done = steps(history)
    first = decided(done[-2]) if len(done) > 1 else None
    before = texts.carried(first, done[-2].nr)[0] if first else None
    return Item(
        slag=slag,
        key=key,
        suggested=suggested,
        published=published,
        basis=basis,
        status=status,
        said=now,
        is_published=not history or history[-1].id in letter.applied,
        is_lost=is_lost,
        undoable=len(done),
        before=json.dumps(sayable(before), ensure_ascii=False) if before else None,
        history=history,
    )


def _told(key: str, row: Said) -> Said | None:
    """Return what a row of `innspill` says of `key`, None where it says nothing."""
    if not row:
        return None
    if key == senders.SENDER:
        return {name: row[name] for name in senders.WHO}
    return {"verdi": row[key].isoformat()} if row[key] else None


def _offer(row: Said, texts: Mapping[int, str]) -> dict[str, Any]:
    """Return a row of `lokaler` as a decision says it, with where its passage stands."""
    told = {name: row[name] for name in premises.PARTS}
    free = told["ledig_fra"]
    told["ledig_fra"] = free.isoformat() if isinstance(free, dt.date) else None
    place = found(row["utdrag"], texts) if row["utdrag"] else None
    told[premises.OWN] = _own(row, place, texts)
    return told | dict(zip(PLACE, (row["utdrag"], *(place or (None,) * 3)), strict=True))


def _own(row: Said, near: Span | None, texts: Mapping[int, str]) -> dict[str, Any]:
    """Return the passages of the details that have one, each with where it stands."""
    own = {}
    for name in premises.SUPPORTED:
        words = row.get(premises.own_column(name))
        if words and (here := found_near(words, near, texts)):
            own[name] = dict(zip(PLACE, (words, *here), strict=True))
    return own


def _division(event: Event) -> dict[str, Any] | None:
    said: dict[str, Any] | None = json.loads(event.til) if event.til else None
    return {**_AS_READ, **said} if said and divided(said) else None


def _as_said(division: Division | None) -> Said | None:
    if division is None:
        return _AS_READ
    if division.is_refused:
        return None
    moves = [[move.fra, move.start, move.slutt, move.til] for move in division.moves]
    return {"flyttet": moves, "tekster": {str(n): known for n, known in division.hashes.items()}}
