"""One thing that somebody wrote, and what can be wrong with it or with where it is kept."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# What events about a letter begin with in `gjelder`.
PREFIX: Final = "innspill:"
# What somebody may say of what is suggested.
STATUSES: Final = ("bekreftet", "avvist")
# Characters. A value holds a passage of a letter at most, a reason what somebody says of it.
NAME: Final = 200
VALUE: Final = 20_000
REASON: Final = 4_000
# Events that are kept in one go, and in all: some hundred years of two people's work.
AT_ONCE: Final = 5_000
MOST: Final = 5_000_000
NOT_YET: Final = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Who said what about what, when and why; never changed, only followed by another.

    `id` is a UUID made by the client, so that what is sent twice is one event. `nr` is its place in
    the order and `tid` its moment, both given by the store. `gjelder` names what it is about, as
    "innspill:R12" or "kommune:5501"; `fra` and `til` are JSON texts, None where there is nothing.
    `tekst_hash` names the very text that was read when it was said; empty where none was.
    """

    id: str
    nr: int = 0
    tid: dt.datetime = NOT_YET
    hvem: str
    navn: str
    rolle: str
    datasett: str
    slag: str
    gjelder: str
    felt: str = ""
    fra: str | None = None
    til: str | None = None
    hvorfor: str = ""
    tekst_hash: str = ""


class WorkError(Exception):
    """Nothing was kept; the message is a sentence for the one who wrote."""


class ClosedError(WorkError):
    """The store can not be read or written now."""


class FullError(WorkError):
    """There is no room for more."""


class RefusedError(WorkError):
    """What was written is not of a kind that is kept."""


class ConflictError(WorkError):
    """Others have said something about the same since it was read; `newer` is what they said."""

    def __init__(self, newer: Sequence[Event]) -> None:
        self.newer = tuple(newer)
        super().__init__("Noen har skrevet om det samme etter at du leste det.")


def checked(event: Event) -> Event:
    """Return `event`; raises `RefusedError` when a part of it is missing, too long or not JSON."""
    for name in ("id", "hvem", "navn", "rolle", "datasett", "slag", "gjelder"):
        if not getattr(event, name):
            raise RefusedError(f"Hendelsen mangler «{name}».")
    for name in (
        "id",
        "hvem",
        "navn",
        "rolle",
        "datasett",
        "slag",
        "gjelder",
        "felt",
        "tekst_hash",
    ):
        _short(name, getattr(event, name), NAME)
    _short("hvorfor", event.hvorfor, REASON)
    for name in ("fra", "til"):
        if (value := getattr(event, name)) is not None:
            _short(name, value, VALUE)
            _json(name, value)
    return event


def same(one: Event, other: Event) -> bool:
    """Return whether two events with one id are the same one, sent twice."""
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("hvem", "datasett", "slag", "gjelder", "felt", "til", "hvorfor")
    )


def _short(name: str, value: str, most: int) -> None:
    if len(value) > most:
        raise RefusedError(f"«{name}» har {len(value)} tegn; det er plass til {most}.")
    # PostgreSQL takes no NUL, nobody takes half of a character, and no keyboard writes either.
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise RefusedError(f"«{name}» har et tegn som ikke kan lagres.")


def _json(name: str, value: str) -> None:
    try:
        json.loads(value)
    except (ValueError, RecursionError) as odd:
        raise RefusedError(f"«{name}» er ikke JSON.") from odd
