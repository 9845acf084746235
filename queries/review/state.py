"""What a letter's review has come to, derived from what was suggested and from the events about it.

Nothing is stored but the events. An undone decision is one more event that says what was before.
"""

import datetime as dt
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from data import vocabulary as v
from data.work.coding import KIND, Decision, decided
from data.work.dividing import Layout
from data.work.events import PREFIX, Event
from data.work.following import Known
from data.work.passages import PLACE, sayable
from queries.review.items import Divided, Item, items
from queries.review.latest import Latest
from queries.review.letters import Code, Letter
from queries.review.undoing import steps

Status = Literal["ny", "i_arbeid", "ferdig", "endret"]
COMMENT: Final = "kommentar"
DONE: Final = "ferdig"
HOLD: Final = "hold"
# A letter is held for as long as somebody may be at lunch with it, from what she did last.
HELD: Final = dt.timedelta(minutes=45)


@dataclass(frozen=True)
class Field:
    """One key of a letter: what is suggested, what was decided, and each step on the way."""

    key: str
    felt: str
    suggested: Code | None
    decision: Decision | None
    # All that was said about it, in order.
    history: tuple[Event, ...]
    # How many steps may be taken back, and the JSON of what stood before the last of them, as it
    # may be said again; None for nothing.
    undoable: int = 0
    before: str | None = None
    # Whether the passage it was decided on is gone from the letter.
    is_lost: bool = False

    @property
    def value(self) -> str | None:
        """Return the value as it stands; None where there is none, or it was refused."""
        if self.decision:
            return self.decision.verdi if self.decision.status == "bekreftet" else None
        return self.suggested.verdi if self.suggested else None

    @property
    def is_settled(self) -> bool:
        """Return whether somebody has decided it, here or in the file that it came with."""
        from_before = self.suggested is not None and self.suggested.status != "forslag"
        return not self.is_lost if self.decision else from_before

    @property
    def seen(self) -> int:
        """Return the number of the last event about it."""
        return self.history[-1].nr if self.history else 0


_NO_TEXT: Final = Layout({}, {})


@dataclass(frozen=True)
class State:
    """What a letter's review has come to."""

    letter: Letter
    fields: tuple[Field, ...]
    comments: tuple[Event, ...]
    status: Status
    # Who holds it now, and when she took it; None when nobody does.
    held: Event | None
    # The event that said it is finished, if it is.
    done: Event | None
    # What events about this reading of the letter begin with in `gjelder`.
    prefix: str = PREFIX
    # When who holds it did something with it last.
    active: dt.datetime | None = None
    # What is told of it besides its codes.
    items: tuple[Item, ...] = ()
    # Its text as it is divided now.
    layout: Layout = _NO_TEXT
    # The number of the last event about the letter as a whole: finished, held or commented on.
    seen: int = 0

    @property
    def about(self) -> str:
        """Return what events about this reading say they are about."""
        return self.prefix + self.letter.innspill_id

    @property
    def name(self) -> str:
        """Return what links call this reading: the letter, or its second reading."""
        key = self.letter.innspill_id
        return key if self.prefix == PREFIX else f"{self.prefix.removesuffix(':')}.{key}"

    @cached_property
    def decided(self) -> int:
        """Return how much of it somebody has decided: codes, and what else is told of it."""
        fields = sum(field.is_settled for field in self.fields)
        return fields + sum(item.is_settled for item in self.items)

    @property
    def total(self) -> int:
        """Return how much there is to decide of it."""
        return len(self.fields) + len(self.items)

    @property
    def texts(self) -> Mapping[int, str]:
        """Return its text by question, as it is divided now."""
        return self.layout.texts

    @property
    def sender(self) -> str:
        """Return who sent it, as far as is known now."""
        known = next((each.value for each in self.items if each.key == "avsender"), None)
        return str(known["avsender"]) if known else self.letter.avsender

    @property
    def open(self) -> int:
        """Return how many suggestions nobody has decided, of codes and all else."""
        return len(self.left()) + sum(each.is_open for each in self.items)

    def left(self, felter: Collection[str] = ()) -> tuple[Code, ...]:
        """Return the suggestions that nobody has decided, in `felter`, or in all where none is."""
        return tuple(
            field.suggested
            for field in self.fields
            if field.suggested and not field.is_settled and (not felter or field.felt in felter)
        )

    @cached_property
    def least_sure(self) -> float:
        """Return how sure the least sure suggestion is that nobody has decided; 1 without any."""
        return least_sure(self.left())


def least_sure(codes: Iterable[Code]) -> float:
    """Return how sure the least sure of `codes` is; 1 where nobody said of any."""
    return min((code.sikkerhet for code in codes if code.sikkerhet is not None), default=1.0)


def states(every: Iterable[Letter], events: Iterable[Event], now: dt.datetime) -> dict[str, State]:
    """Return the state of each letter by its id; `events` are all of the data set, in order."""
    about = by_subject(events)
    return {
        each.innspill_id: state_of(each, about.get(PREFIX + each.innspill_id, ()), now)
        for each in every
    }


def state_of(
    letter: Letter, events: Sequence[Event], now: dt.datetime, prefix: str = PREFIX
) -> State:
    """Return the state of `letter` at `now`; `events` are those about it, in order."""
    said = tuple(events)
    state = _FOLDED.of((letter, prefix), said, lambda: folded(letter, said, prefix))
    if state.held and state.active and now - state.active > HELD:
        return _LET_GO.of((letter, prefix), said, lambda: replace(state, held=None))
    return state


def by_subject(events: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    """Return `events` by what they are about, each in order."""
    if isinstance(events, Known):
        return events.about
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.gjelder, []).append(event)
    return found


# Most letters are as they were when the page was drawn last.
_FOLDED: Final[Latest[tuple[Letter, str], State]] = Latest()
_LET_GO: Final[Latest[tuple[Letter, str], State]] = Latest()


def folded(letter: Letter, events: Sequence[Event], prefix: str = PREFIX) -> State:
    """Return the state as it follows from `events`, whenever that is."""
    by_key: dict[str, list[Event]] = {}
    comments, held, done = [], None, None
    for event in events:
        if event.slag == KIND:
            by_key.setdefault(event.felt, []).append(event)
        elif event.slag == COMMENT:
            comments.append(event)
        elif event.slag == HOLD:
            held = event if _said(event) else None
        elif event.slag == DONE:
            done = event if _said(event) else None
    texts = Divided(letter, events)
    fields = _fields(letter, by_key, texts)
    told = items(letter, events, texts)
    status = _status(letter, (*fields, *told), done, texts)
    seen = max((event.nr for event in events if not event.felt), default=0)
    by_holder = [event.tid for event in events if held and event.hvem == held.hvem]
    return State(
        letter=letter,
        fields=fields,
        comments=tuple(comments),
        status=status,
        held=held,
        done=done,
        prefix=prefix,
        active=max(by_holder, default=None),
        items=told,
        layout=texts.now,
        seen=seen,
    )


def _fields(
    letter: Letter, by_key: Mapping[str, Sequence[Event]], texts: Divided
) -> tuple[Field, ...]:
    # What is in the database is suggested or comes from a file, or is a person's own word as it was
    # published; what she has said since is in the events.
    suggested = {code.key: _placed(code, letter, texts) for code in letter.codes}
    keys = {*suggested, *by_key, *(felt for felt in v.FELT if felt not in v.FLERE)}
    order = list(v.FELT)
    made = []
    for key in sorted(keys, key=lambda k: (order.index(k.partition(":")[0]), k)):
        history = tuple(by_key.get(key, ()))
        decision, is_lost = _carried(history[-1], texts) if history else (None, False)
        done = steps(history)
        first, _lost = _carried(done[-2], texts) if len(done) > 1 else (None, False)
        before = json.dumps(sayable(first.as_said()), ensure_ascii=False) if first else None
        felt = key.partition(":")[0]
        own = suggested.get(key)
        made.append(Field(key, felt, own, decision, history, len(done), before, is_lost))
    return tuple(made)


def _placed(code: Code, letter: Letter, texts: Divided) -> Code:
    """Return what is suggested with its passage where it stands now."""
    if code.utdrag is None or code.sporsmal is None or code.start is None or code.slutt is None:
        return code
    span = (code.sporsmal, code.start, code.slutt)
    here = texts.now.followed(code.utdrag, span, letter.layout)
    if here == span:
        return code
    question, start, end = here or (None, None, None)
    return replace(code, sporsmal=question, start=start, slutt=end)


def _carried(event: Event, texts: Divided) -> tuple[Decision | None, bool]:
    """Return the decision in `event` as it may be said now, and whether its passage is gone."""
    made = decided(event)
    if made is None:
        return None, False
    said, is_lost = texts.carried(made.as_said(), event.nr)
    passage, question, start, end = (said.get(name) for name in PLACE)
    placed = replace(made, utdrag=passage, sporsmal=question, start=start, slutt=end)
    return placed, is_lost


def _status(
    letter: Letter, parts: Sequence[Field | Item], done: Event | None, texts: Divided
) -> Status:
    if done:
        is_same = done.tekst_hash == letter.hash and not texts.is_changed(done.nr)
        return "ferdig" if is_same else "endret"
    return "i_arbeid" if any(each.history for each in parts) else "ny"


def _said(event: Event) -> bool:
    """Return whether the event says yes; null takes it back."""
    return bool(event.til and json.loads(event.til))
