"""An answer's text under its questions, and the way back from there to the letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tests.quality.corpus import Letter

QUESTIONS: Final = range(6)
BETWEEN: Final = "\n\n"
UNPLACED: Final = (0,)
# A wrong stretch as long as a clause is an answer under another question, not a line too many.
CLAUSE: Final = 40


@dataclass(frozen=True)
class Stretch:
    """The characters `start` to `end` of a letter, under question `sporsmal`; 0 is undivided.

    `also` are further questions that the same words are said to answer.
    """

    sporsmal: int
    start: int
    end: int
    also: tuple[int, ...] = ()


@dataclass(frozen=True)
class Split:
    """A letter's stretches, in the order of the letter."""

    text: str
    stretches: tuple[Stretch, ...]

    @property
    def svar(self) -> dict[int, str]:
        """Return the text under each question as the import keeps it.

        Stretches of one question stand without white space around, an empty line between them.
        """
        return {number: BETWEEN.join(self._said(number)) for number in self._answered()}

    def place(self, sporsmal: int, start: int, end: int) -> tuple[int, int]:
        """Return where in the letter `svar[sporsmal][start:end]` begins and ends."""
        return self._place(sporsmal, start), self._place(sporsmal, end - 1) + 1

    def _answered(self) -> list[int]:
        return sorted({each.sporsmal for each in self._trimmed})

    def _said(self, sporsmal: int) -> list[str]:
        return [
            self.text[each.start : each.end] for each in self._trimmed if each.sporsmal == sporsmal
        ]

    @cached_property
    def _trimmed(self) -> list[Stretch]:
        found = []
        for each in self.stretches:
            said = self.text[each.start : each.end]
            if stripped := said.strip():
                start = each.start + said.index(stripped)
                found.append(Stretch(each.sporsmal, start, start + len(stripped)))
        return found

    def _place(self, sporsmal: int, at: int) -> int:
        last = len(self.text)
        for each in self._trimmed:
            if each.sporsmal != sporsmal:
                continue
            if at < each.end - each.start:
                # What lies between two stretches belongs to the end of the first.
                return each.start + at if at >= 0 else last
            last = each.end - 1
            at -= each.end - each.start + len(BETWEEN)
        return last


@dataclass(frozen=True)
class Placed:
    """How many characters of a letter are under which question: `cells[label, said]`.

    White space is not counted. A stretch labelled with several questions is right under each of
    them, and else counted under the first. `sure` is whether the machine said so.
    """

    letter: str
    cells: dict[tuple[int, int], int]
    sure: bool

    @property
    def total(self) -> int:
        """Return how many characters the letter has."""
        return sum(self.cells.values())

    @property
    def right(self) -> int:
        """Return how many are where the label has them."""
        return sum(times for (label, said), times in self.cells.items() if label == said)

    @property
    def astray(self) -> int:
        """Return how many answer one question and are under another; undivided text is not."""
        return sum(
            times for (label, said), times in self.cells.items() if label and said and label != said
        )

    @property
    def silently_wrong(self) -> bool:
        """Return whether an answer is under another's question and nobody is told."""
        return self.sure and self.astray > CLAUSE


def labelled_split(letter: Letter) -> Split:
    """Return the division a person made; what answers several questions stands under the first."""
    return Split(
        letter.tekst,
        tuple(Stretch(part.sporsmal[0], part.fra, part.til) for part in letter.deling),
    )


def placed(letter: Letter, said: Split, *, sure: bool) -> Placed:
    """Return where the machine put each character of `letter` beside where the label has it."""
    labels = _by_character([(part.sporsmal, part.fra, part.til) for part in letter.deling])
    answers = _by_character(
        [((each.sporsmal, *each.also), each.start, each.end) for each in said.stretches]
    )
    cells = {(label, answer): 0 for label in QUESTIONS for answer in QUESTIONS}
    for place, character in enumerate(letter.tekst):
        if not character.isspace():
            label, answer = labels.get(place, UNPLACED), answers.get(place, UNPLACED)
            shared = next((number for number in answer if number in label), None)
            cells[(label[0], answer[0]) if shared is None else (shared, shared)] += 1
    return Placed(letter.navn, cells, sure)


def _by_character(
    stretches: Iterable[tuple[Sequence[int], int, int]],
) -> dict[int, Sequence[int]]:
    return {place: asked for asked, start, end in stretches for place in range(start, end)}
