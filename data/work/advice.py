"""Advice as it follows from what was written: drafted, submitted, withdrawn, published.

Advice is about a municipality (`gjelder` is «kommune:5501») and from somebody (`felt` is a police
district or the Directorate). It is published as it stood when the leader last published.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from data.work import store
from data.work.events import Event

DRAFT: Final = "raad"
SENT: Final = "raad-sendt"
WITHDRAWN: Final = "raad-trukket"
PUBLISHED: Final = "publisert"
KINDS: Final = (DRAFT, SENT, WITHDRAWN)
# What the event that publishes is about, and how a municipality is named.
ALL_ADVICE: Final = "raad"
MUNICIPALITY: Final = "kommune:"
DIRECTORATE: Final = "Politidirektoratet"


@dataclass(frozen=True)
class State:
    """How the advice from one about one municipality stands.

    `last` is the latest that was written; `sent` is what is submitted and not withdrawn.
    """

    last: Event
    sent: Event | None


def states(events: Iterable[Event]) -> dict[tuple[str, str], State]:
    """Return how each advice stands after `events`, by municipality number and who it is from."""
    found: dict[tuple[str, str], State] = {}
    for event in events:
        if event.slag not in KINDS or not event.gjelder.startswith(MUNICIPALITY):
            continue
        key = (event.gjelder.removeprefix(MUNICIPALITY), event.felt)
        sent = found[key].sent if key in found else None
        if event.slag == SENT:
            sent = event
        elif event.slag == WITHDRAWN:
            sent = None
        found[key] = State(event, sent)
    return found


def content(event: Event) -> Mapping[str, Any]:
    """Return the words of an advice; empty for a withdrawal, which has none."""
    said = json.loads(event.til or "{}")
    return said if isinstance(said, dict) else {}


def published(dataset: str) -> list[dict[str, Any]]:
    """Return the rows of table `raad` that the leader has published; raises `WorkError`.

    Signed by the office and not by the person, whose name is known to those who log in.
    """
    events = store.all(dataset)
    ends = [e.nr for e in events if e.slag == PUBLISHED and e.gjelder == ALL_ADVICE]
    if not ends:
        return []
    then = states(event for event in events if event.nr < ends[-1])
    return [
        _row(number, sender, state.sent)
        for (number, sender), state in sorted(then.items())
        if state.sent is not None
    ]


def office(sender: str) -> str:
    """Return what column `fra` of table `raad` calls the sender of an advice."""
    return sender if sender == DIRECTORATE else f"{sender} politidistrikt"


def _row(number: str, sender: str, sent: Event) -> dict[str, Any]:
    day = sent.tid.astimezone().date()
    said = content(sent)
    return {
        "kommunenummer": number,
        "fra": office(sender),
        "raad": said["raad"],
        "dato": day,
        "tekst": said.get("tekst") or None,
        "kilde": f"Sendt inn i Tjenestested {day.isoformat()}",
    }
