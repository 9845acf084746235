"""A second reader on a sample of the letters, who sees nothing of what the first one said.

What she says are events of the same kinds, about «annen:R12» instead of «innspill:R12», so that
they never count as the codes of the letter. Suggestions are kept from her too: two who have looked
at the same suggestion agree more than two who have read the letter.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from data.work.events import PREFIX, Event
from data.work.kinds import KINDS
from queries.review.letters import Letter
from queries.review.state import DONE, State, by_subject, state_of

SECOND: Final = "annen:"
# A leader says how many letters are read twice, in an event of this kind about this.
SAMPLE: Final = "utvalg"
DRAWN: Final = "utvalg:annen"
LARGEST: Final = 5_000


@dataclass(frozen=True)
class Sample:
    """How many letters are read by two, and the seed that says which."""

    antall: int
    fro: int

    def of(self, every: Iterable[Letter]) -> tuple[Letter, ...]:
        """Return the letters drawn from `every`, in the order they were drawn.

        Each letter draws a number of its own from the seed, so a larger sample holds the smaller
        one, and a letter that comes later moves at most one out.
        """
        return _first(self, tuple(every))

    def number(self, letter: Letter) -> str:
        """Return the number that `letter` draws, as text."""
        return hashlib.sha256(f"{self.fro}\0{letter.innspill_id}".encode()).hexdigest()


@lru_cache(maxsize=8)
def _first(sample: Sample, every: tuple[Letter, ...]) -> tuple[Letter, ...]:
    return tuple(sorted(every, key=sample.number)[: sample.antall])


def sample_in(til: str | None) -> Sample | None:
    """Return the sample that the JSON of an event asks for; None where it is none."""
    said = json.loads(til) if til else None
    if not isinstance(said, dict) or said.keys() != {"antall", "fro"}:
        return None
    number, seed = said["antall"], said["fro"]
    if type(number) is not int or type(seed) is not int or not 0 < number <= LARGEST:
        return None
    return Sample(number, seed)


def drawn(events: Iterable[Event]) -> Sample | None:
    """Return the sample that was asked for last, None when none is; `events` are in order."""
    said = [event for event in by_subject(events).get(DRAWN, ()) if event.slag == SAMPLE]
    return sample_in(said[-1].til) if said else None


@lru_cache(maxsize=512)
def blind(letter: Letter) -> Letter:
    """Return `letter` as the second reader is given it: as it came, without what was suggested."""
    return replace(
        letter, codes=(), rooms=(), read={}, built={}, basis={}, division=None, applied=frozenset()
    )


def second_states(
    every: Iterable[Letter], events: Sequence[Event], now: dt.datetime
) -> dict[str, State]:
    """Return the second reading of each letter in the sample by its id, in the order of the draw.

    `events` are all of the data set, in order.
    """
    sample = drawn(events)
    if not sample:
        return {}
    about = by_subject(events)
    return {
        letter.innspill_id: state_of(
            blind(letter), about.get(SECOND + letter.innspill_id, ()), now, SECOND
        )
        for letter in sample.of(every)
    }


def next_second(found: Mapping[str, State], events: Iterable[Event], person: str) -> State | None:
    """Return the next letter that `person` may read as the second reader, None without any.

    Never one that she has read first, or that another is reading.
    """
    about = by_subject(events)
    for key, state in found.items():
        others = readers(about.get(SECOND + key, ())) - {person}
        held = state.held is not None and state.held.hvem != person
        if state.status == "ferdig" or others or held:
            continue
        if person not in readers(about.get(PREFIX + key, ())):
            return state
    return None


def unfinished_second(
    found: Mapping[str, State], events: Sequence[Event], person: str
) -> frozenset[str]:
    """Return the letters that `person` reads as the second, while either has not finished."""
    about = by_subject(events)
    return frozenset(
        key
        for key in found
        if person in readers(about.get(SECOND + key, ()))
        and not all(is_finished(about.get(each + key, ())) for each in (PREFIX, SECOND))
    )


def readers(events: Iterable[Event]) -> set[str]:
    """Return who has decided something; `events` are those about one reading of a letter."""
    return {event.hvem for event in events if event.slag in (*KINDS, DONE)}


def is_finished(events: Iterable[Event]) -> bool:
    """Return whether a reading has been finished once; `events` are those about it."""
    return any(event.slag == DONE and event.til == "true" for event in events)
