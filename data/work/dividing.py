"""What people have said of how a letter is divided on the five questions, and the texts it gives.

A division says where pieces of the text as it was read in belong, so the same pieces are found
whatever has been moved before, and a passage is followed from one division to the next. It is one
value for a letter: two who divide it at once are asked.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, Self

from data.work.events import PREFIX, STATUSES, Event
from data.work.passages import Span, found, stands

KIND: Final = "deling"
# What events about it have for a field.
KEY: Final = "deling"
# What is not divided lies under this number.
UNDIVIDED: Final = 0
QUESTIONS: Final = range(6)
MOST: Final = 500
_PARTS: Final = {"status", "flyttet", "tekster"}
# Between two pieces that did not stand together.
_BETWEEN: Final = "\n\n"


@dataclass(frozen=True)
class Move:
    """Characters of a question's text as it was read in, which belong under another question."""

    fra: int
    start: int
    slutt: int
    til: int


@dataclass(frozen=True)
class Division:
    """How a letter is divided: what is moved, and the texts it was moved in, by their exact hash.

    One that `is_refused` leaves all of the text undivided.
    """

    moves: tuple[Move, ...] = ()
    hashes: Mapping[int, str] = field(default_factory=dict)
    is_refused: bool = False


@dataclass(frozen=True, eq=False)
class Layout:
    """A letter as it is divided: the text of each question, and where its pieces were read in.

    A piece is where it begins in the question's text, and its place in what was read in.
    """

    texts: Mapping[int, str]
    pieces: Mapping[int, tuple[tuple[int, Span], ...]]

    def source(self, span: Span) -> Span | None:
        """Return where the characters at `span` were read in, None where they are of two pieces."""
        question, start, end = span
        for begins, (number, first, last) in self.pieces.get(question, ()):
            if begins <= start and end <= begins + last - first:
                return number, first + start - begins, first + end - begins
        return None

    def place(self, source: Span) -> Span | None:
        """Return where what was read in at `source` stands, None where it is not together."""
        number, start, end = source
        for question, pieces in self.pieces.items():
            for begins, (of, first, last) in pieces:
                if of == number and first <= start and end <= last:
                    return question, begins + start - first, begins + end - first
        return None

    def followed(self, passage: str, span: Span, before: "Layout") -> Span | None:
        """Return where `passage` stands that stood at `span` in `before`, None where it is gone.

        What has been moved is followed; what has moved otherwise is looked for.
        """
        if before is self:
            return span if stands(passage, span, self.texts) else found(passage, self.texts)
        source = before.source(span)
        here = self.place(source) if source else None
        if here and stands(passage, here, self.texts):
            return here
        return span if stands(passage, span, self.texts) else found(passage, self.texts)


def layout(read: Mapping[int, str], division: Division | None = None) -> Layout:
    """Return how the texts `read`, by question, are laid out when they are divided so.

    Moves in a text that is not the same any more are left out: it stands as it was read in.
    """
    runs: dict[int, list[Span]] = {}
    for number, text in sorted(read.items()):
        moves = _moves_in(number, text, division)
        for start, end, til in _runs(number, text, moves):
            runs.setdefault(til, []).append((number, start, end))
    texts, pieces = {}, {}
    for til, spans in sorted(runs.items()):
        whole = [_trimmed(read, span) for span in spans]
        kept = [span for span in whole if span[1] < span[2]]
        if not kept:
            continue
        text, placed = "", []
        for number, start, end in kept:
            text += _BETWEEN if text else ""
            placed.append((len(text), (number, start, end)))
            text += read[number][start:end]
        texts[til], pieces[til] = text, tuple(placed)
    return Layout(texts, pieces)


def exact_hash(text: str) -> str:
    """Return what stands for `text` to the character, line breaks too."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def divided(said: Any) -> Division | None:
    """Return the division that an event's value says, None where it says none."""
    if not isinstance(said, dict) or flaw(said):
        return None
    if said["status"] == "avvist":
        return Division(is_refused=True)
    moves = tuple(Move(*each) for each in said.get("flyttet", ()))
    return Division(moves, {int(n): known for n, known in said.get("tekster", {}).items()})


def flaw(said: Mapping[str, Any], read: Mapping[int, str] | None = None) -> str:
    """Return what is wrong with a division, as a sentence, or nothing.

    With `read`, the texts as they were read in, each piece must be one of theirs.
    """
    if said.get("status") not in STATUSES or not said.keys() <= _PARTS:
        return "Delingen har ikke den formen som ventes."
    moves, hashes = said.get("flyttet", []), said.get("tekster", {})
    if not isinstance(moves, list) or not isinstance(hashes, dict) or len(moves) > MOST:
        return "Delingen har ikke den formen som ventes."
    if not all(isinstance(each, list) and _is_move(each) for each in moves):
        return "Delingen har ikke den formen som ventes."
    if any(n not in map(str, QUESTIONS) or not isinstance(h, str) for n, h in hashes.items()):
        return "Delingen har ikke den formen som ventes."
    ordered = sorted(moves)
    if any(one[0] == other[0] and one[2] > other[1] for one, other in pairwise(ordered)):
        return "Det samme er flyttet to steder."
    if any(str(each[0]) not in hashes for each in moves):
        return "Delingen sier ikke hvilken tekst den gjelder."
    for fra, _start, slutt, _til in moves if read is not None else ():
        text = read.get(fra, "") if read else ""
        if slutt > len(text) or hashes[str(fra)] != exact_hash(text):
            return "Teksten er endret siden du leste den. Se på delingen igjen."
    return ""


@dataclass(frozen=True)
class Divisions:
    """What has been said of the division of each letter, in order."""

    said: Mapping[str, tuple[tuple[int, Division | None], ...]]

    @classmethod
    def of(cls, events: Iterable[Event]) -> Self:
        """Return what `events`, in order, say of the letters themselves."""
        made: dict[str, list[tuple[int, Division | None]]] = {}
        for event in events:
            if event.slag == KIND and event.gjelder.startswith(PREFIX):
                letter = event.gjelder.removeprefix(PREFIX)
                said = divided(json.loads(event.til)) if event.til else None
                made.setdefault(letter, []).append((event.nr, said))
        return cls({letter: tuple(each) for letter, each in made.items()})

    def at(self, letter: str, nr: int) -> Division | None:
        """Return how `letter` was divided when event number `nr` was written."""
        before = [division for when, division in self.said.get(letter, ()) if when <= nr]
        return before[-1] if before else None

    def last(self, letter: str) -> Division | None:
        """Return how `letter` is divided now, None where nobody has said."""
        said = self.said.get(letter, ())
        return said[-1][1] if said else None


@dataclass(frozen=True)
class Letters:
    """The texts of the letters as they were read in, and as they are divided at any time."""

    read: Mapping[str, Mapping[int, str]]
    divisions: Divisions

    def as_read(self, letter: str) -> Layout:
        """Return a letter as it was read in."""
        return layout(self.read.get(letter, {}))

    def at(self, letter: str, nr: int) -> Layout:
        """Return a letter as it stood when event number `nr` was written."""
        return layout(self.read.get(letter, {}), self.divisions.at(letter, nr))

    def now(self, letter: str) -> Layout:
        """Return a letter as it stands."""
        return layout(self.read.get(letter, {}), self.divisions.last(letter))


def _moves_in(number: int, text: str, division: Division | None) -> list[Move]:
    if division is None:
        return []
    if division.is_refused:
        return [Move(number, 0, len(text), UNDIVIDED)]
    moves = [move for move in division.moves if move.fra == number]
    same = not moves or division.hashes.get(number) == exact_hash(text)
    return sorted(moves, key=lambda move: move.start) if same else []


def _runs(number: int, text: str, moves: Iterable[Move]) -> list[tuple[int, int, int]]:
    """Return the text in pieces that belong together: first and last character, and question."""
    cut: list[tuple[int, int, int]] = []
    at = 0
    for move in [*moves, Move(number, len(text), len(text), number)]:
        for start, end, til in ((at, move.start, number), (move.start, move.slutt, move.til)):
            if start >= end:
                continue
            if cut and cut[-1][2] == til:
                cut[-1] = (cut[-1][0], end, til)
            else:
                cut.append((start, end, til))
        at = max(at, move.slutt)
    return cut


def _trimmed(read: Mapping[int, str], span: Span) -> Span:
    """Return a piece without the white space around it; a text that is whole stays as it is."""
    number, start, end = span
    text = read[number]
    if (start, end) == (0, len(text)):
        return span
    piece = text[start:end]
    return number, start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _is_move(each: list[Any]) -> bool:
    if len(each) != 4 or not all(type(number) is int for number in each):
        return False
    fra, start, slutt, til = each
    return fra in QUESTIONS and til in QUESTIONS and fra != til and 0 <= start < slutt
