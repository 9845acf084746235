"""What is left to review, who has done what, and which letter comes next."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from data.work.events import Event
from data.work.kinds import KINDS
from queries.review.items import SENDER
from queries.review.state import DONE, State, by_subject


@dataclass(frozen=True)
class Progress:
    """How far the review has come: letters by status, by district, and by who finished them."""

    total: int
    done: int
    by_district: Mapping[str, tuple[int, int]]
    by_person: Mapping[str, int]
    # Suggestions that people have taken a stand on, and how many they confirmed as they were, by
    # rule.
    hits: Mapping[str, tuple[int, int]]
    # How much is decided of all there is to decide, by kind, and by key of what is of the sender.
    decided: Mapping[str, tuple[int, int]]
    # Minutes of work on a finished letter, from the first word on it to the last: the median.
    minutes: float | None


def progress(found: Iterable[State], events: Iterable[Event]) -> Progress:
    """Return how far the review of `found` has come; `events` are all of the data set, in order."""
    every = list(found)
    districts: dict[str, tuple[int, int]] = {}
    for state in every:
        for district in state.letter.districts:
            done, total = districts.get(district, (0, 0))
            districts[district] = (done + (state.status == "ferdig"), total + 1)
    finished = [state for state in every if state.status == "ferdig" and state.done]
    people = Counter(state.done.navn for state in finished if state.done)
    return Progress(
        len(every),
        len(finished),
        dict(sorted(districts.items())),
        dict(people.most_common()),
        _hits(every),
        _decided(every),
        _minutes(finished, events),
    )


def next_letter(found: Iterable[State], person: str) -> State | None:
    """Return the letter where a look pays most: unsure, many inhabitants, open remarks.

    Never one that somebody other than `person` holds. What has changed since it was finished goes
    before what is new. None when nothing is left.
    """
    free = [
        state
        for state in found
        if state.status != "ferdig" and (state.held is None or state.held.hvem == person)
    ]
    return min(free, key=_order, default=None)


def agreed(found: Iterable[State], person: str) -> tuple[State, ...]:
    """Return the letters that `person` may finish without a look: everything in them is decided.

    Never one that somebody else holds, or that has changed since it was finished.
    """
    return tuple(
        state
        for state in found
        if state.status == "i_arbeid"
        and not state.open
        and (state.held is None or state.held.hvem == person)
    )


def _order(state: State) -> tuple[bool, bool, float, int, str]:
    return (
        state.status != "endret",
        state.letter.merknad is None,
        round(state.least_sure, 1),
        -state.letter.inhabitants,
        state.letter.innspill_id,
    )


def _decided(found: Iterable[State]) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for state in found:
        parts: list[tuple[str, bool]] = [
            ("kode", field.is_settled)
            for field in state.fields
            if field.suggested or field.decision
        ]
        parts += [
            (each.key if each.slag == SENDER else each.slag, each.is_settled)
            for each in state.items
            if each.suggested or each.said
        ]
        for name, is_settled in parts:
            done, all_ = counts.get(name, (0, 0))
            counts[name] = (done + is_settled, all_ + 1)
    return counts


def _hits(found: Iterable[State]) -> dict[str, tuple[int, int]]:
    hits: dict[str, tuple[int, int]] = {}
    for state in found:
        for field in state.fields:
            code, decision = field.suggested, field.decision
            if not code or not decision or not code.regel:
                continue
            right, all_ = hits.get(code.regel, (0, 0))
            hits[code.regel] = (right + (field.value == code.verdi), all_ + 1)
    return dict(sorted(hits.items()))


def _minutes(finished: Iterable[State], events: Iterable[Event]) -> float | None:
    """Return the median of the minutes between the first and the last word on a letter."""
    about = by_subject(events)
    took = []
    for state in finished:
        said = [e.tid for e in about.get(state.about, ()) if e.slag in (*KINDS, DONE)]
        if said:
            took.append((said[-1] - said[0]).total_seconds() / 60)
    return median(took) if took else None
