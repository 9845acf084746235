"""How far two who have read the same letters agree, field by field, and where they do not.

The two readings are compared as they stood when both were finished, so that what is settled
afterwards does not make the measure better than the reading was.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import krippendorff
import numpy as np

from data import vocabulary as v
from data.work import dividing, premises, senders
from data.work.events import PREFIX, Event
from data.work.kinds import KINDS
from queries.review.items import Item
from queries.review.latest import Latest
from queries.review.letters import Letter
from queries.review.second import SECOND, blind
from queries.review.state import DONE, Field, State, by_subject, folded

# What two readers are compared in besides the codes; premises by their type.
TOLD: Final = (*senders.KEYS, dividing.KEY, premises.KIND)
# What is said of a type of premises that the letter offers.
OFFERED: Final = "ja"
# What a reader who has finished says of a field that she has given no value.
NOTHING: Final = ""


@dataclass(frozen=True)
class Pair:
    """What two readers said of one code of one letter, and whether it has been settled since.

    A value is `NOTHING` where she has read the letter and not coded it.
    """

    letter: Letter
    key: str
    first: str
    second: str
    first_reader: str
    second_reader: str
    settled: bool

    @property
    def felt(self) -> str:
        """Return the coded field."""
        return self.key.partition(":")[0]


@dataclass(frozen=True)
class Agreement:
    """How far two readers agree on one field.

    `n` are the pairs compared: letters for a field of one value, letters times values for one that
    may have several. `alpha` is Krippendorff's, for values without order: 1 is full agreement, 0
    what chance gives. None where both have said one and the same of all, for then it has no value.
    """

    felt: str
    n: int
    same: int
    alpha: float | None


def pairs(every: Iterable[Letter], events: Iterable[Event]) -> tuple[Pair, ...]:
    """Return what two have said of each letter that both have finished, code by code.

    Left out are letters whose text was not the same for both, and fields where the first reader
    left a suggestion without taking a stand on it. `events` are all of the data set, in order.
    """
    about = by_subject(events)
    return tuple(
        pair
        for letter in every
        for pair in _of_letter(
            letter,
            tuple(about.get(PREFIX + letter.innspill_id, ())),
            tuple(about.get(SECOND + letter.innspill_id, ())),
        )
    )


def agreement(found: Sequence[Pair]) -> tuple[Agreement, ...]:
    """Return how far the two agree on each field that both have read, in the fields' order."""
    made = []
    for felt in (*v.FELT, *TOLD):
        here = [pair for pair in found if pair.felt == felt]
        if here:
            same = sum(pair.first == pair.second for pair in here)
            made.append(Agreement(felt, len(here), same, alpha(here)))
    return tuple(made)


def disagreements(found: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return where the two differ, what is not settled first, then by sender and field."""
    order = [*v.FELT, *TOLD]
    differ = [pair for pair in found if pair.first != pair.second]
    return tuple(
        sorted(differ, key=lambda p: (p.settled, p.letter.avsender, order.index(p.felt), p.key))
    )


def alpha(found: Sequence[Pair]) -> float | None:
    """Return Krippendorff's alpha for `found`, None where fewer than two values were said."""
    values = sorted({value for pair in found for value in (pair.first, pair.second)})
    if len(values) < 2:
        return None
    counts = np.zeros((len(found), len(values)), dtype=int)
    for row, pair in enumerate(found):
        for value in (pair.first, pair.second):
            counts[row, values.index(value)] += 1
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


def _of_letter(
    letter: Letter, first: tuple[Event, ...], second: tuple[Event, ...]
) -> tuple[Pair, ...]:
    return _PAIRS.of(letter, (*first, *second), lambda: tuple(_compared(letter, first, second)))


_PAIRS: Final[Latest[Letter, tuple[Pair, ...]]] = Latest()


def _compared(letter: Letter, first: Sequence[Event], second: Sequence[Event]) -> list[Pair]:
    ends = [_end(events) for events in (first, second)]
    if None in ends:
        return []
    until = max(end.nr for end in ends if end)
    one = folded(letter, [event for event in first if event.nr <= until])
    other = folded(blind(letter), [event for event in second if event.nr <= until])
    if not one.done or not other.done or one.done.tekst_hash != other.done.tekst_hash:
        return []
    since = {_key(event) for event in first if event.slag in KINDS and event.nr > until}
    said, answered = _said(one), _said(other)
    return [
        Pair(
            letter,
            key,
            said.get(key, NOTHING),
            answered.get(key, NOTHING),
            one.done.navn,
            other.done.navn,
            key in since or key.partition(":")[0] in since,
        )
        for key in _keys()
        if key not in _open(one)
    ]


def _end(events: Sequence[Event]) -> Event | None:
    """Return when the reading was finished the first time."""
    return next((each for each in events if each.slag == DONE and each.til == "true"), None)


def _keys() -> list[str]:
    """Return all that may be said of a letter: fields of one value, and values of the others."""
    told = [*senders.KEYS, dividing.KEY, *(f"{premises.KIND}:{kind}" for kind in v.LOKALTYPE)]
    return told + [
        key
        for felt, values in v.FELT.items()
        for key in ([f"{felt}:{value}" for value in values] if felt in v.FLERE else [felt])
    ]


def _said(state: State) -> dict[str, str]:
    codes = {field.key: field.value for field in state.fields if field.is_settled and field.value}
    told = [(item, item.value) for item in state.items if item.is_settled]
    return codes | {_named(item, value): _value(item, value) for item, value in told if value}


def _open(state: State) -> set[str]:
    told = {_named(item, item.suggested) for item in state.items if item.is_open and item.suggested}
    return told | {field.key for field in state.fields if _is_open(field)}


def _key(event: Event) -> str:
    """Return what an event settles: which premises of a type it is about is not told by its key."""
    return premises.KIND if event.slag == premises.KIND else event.felt


def _named(item: Item, said: Mapping[str, Any]) -> str:
    return f"{premises.KIND}:{said['lokaltype']}" if item.slag == premises.KIND else item.key


def _value(item: Item, said: Mapping[str, Any]) -> str:
    """Return what is compared: of a sender not how its name is spelt, of premises the type."""
    if item.slag == premises.KIND:
        return OFFERED
    if item.key == senders.SENDER:
        return f"{said['avsendertype']}|{said['kommunenumre'] or ''}"
    if item.key == dividing.KEY:
        return json.dumps(sorted(said["flyttet"]))
    return str(said["verdi"])


def _is_open(field: Field) -> bool:
    return field.suggested is not None and not field.is_settled
