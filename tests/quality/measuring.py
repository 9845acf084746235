"""From letters and what the machine says of them to everything that is measured."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from data import vocabulary as v
from tests.quality.answer import Answer
from tests.quality.corpus import Letter
from tests.quality.judging import WHO, judged_codes, judged_sender, strangers
from tests.quality.rooms import ROOM_FIELDS, judged_rooms
from tests.quality.scoring import Judged, Share, Tally
from tests.quality.splitting import Placed, labelled_split, placed


@dataclass(frozen=True)
class Coded:
    """What came of the codes and the rooms on one split, and quotations that stand nowhere."""

    codes: Mapping[str, Sequence[Judged]]
    rooms: Mapping[str, Sequence[Judged]]
    strangers: int


@dataclass(frozen=True)
class Measured:
    """Everything measured of one half, on the machine's split (`own`) and the label's (`given`)."""

    letters: int
    who: Mapping[str, Sequence[Judged]]
    places: Sequence[Placed]
    own: Coded
    given: Coded

    @property
    def in_place(self) -> Share:
        """Return the share of characters that are under the right question."""
        return Share(sum(p.right for p in self.places), sum(p.total for p in self.places))

    @property
    def silently_astray(self) -> int:
        """Return in how many letters an answer is under another's question and nobody is told."""
        return sum(each.silently_wrong for each in self.places)


def measure(letters: Sequence[Letter], answer: Callable[[Letter], Answer]) -> Measured:
    """Return what `answer` gets right of `letters`."""
    said = [(letter, answer(letter)) for letter in letters]
    return Measured(
        letters=len(said),
        who=_by_field(WHO, (each for pair in said for each in judged_sender(*pair))),
        places=[placed(letter, each.split, sure=each.sure) for letter, each in said],
        own=_coded(said, own=True),
        given=_coded(said, own=False),
    )


def passages(coded: Coded) -> Share:
    """Return how many of the right codes rest on the right passage."""
    tallies = [Tally.of(judged).passages for judged in coded.codes.values()]
    return Share(sum(t.part for t in tallies), sum(t.whole for t in tallies))


def _coded(said: Sequence[tuple[Letter, Answer]], *, own: bool) -> Coded:
    codes: list[Judged] = []
    rooms: list[Judged] = []
    lost = 0
    for letter, answer in said:
        split = answer.split if own else labelled_split(letter)
        suggestions = answer.own if own else answer.given
        codes += judged_codes(letter, split, suggestions)
        rooms += judged_rooms(letter, split, suggestions.rooms)
        lost += strangers(split, suggestions)
    return Coded(_by_field(v.FELT, codes), _by_field(ROOM_FIELDS, rooms), lost)


def _by_field(fields: Iterable[str], judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = {felt: [] for felt in fields}
    for each in judged:
        found[each.felt].append(each)
    return found
