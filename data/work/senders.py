"""What people have decided of who sent a letter and when, from the events of kind «brev».

The keys are «avsender», which says who, of what kind, and for which municipalities, at once, and
the two dates. A refused sender speaks for nobody, and a refused date is none.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import polars as pl

from data import vocabulary as v
from data.work.events import PREFIX, STATUSES, Event
from data.work.premises import day

KIND: Final = "brev"
SENDER: Final = "avsender"
DATES: Final = ("brevdato", "dato")
KEYS: Final = (SENDER, *DATES)
WHO: Final = ("avsender", "avsendertype", "kommunenumre")
LONGEST: Final = 300
_NUMBERS: Final = re.compile(r"\d{4}(\|\d{4})*")
# What a letter is that is not from who it was thought to be from.
NOBODY: Final = "annet"


def flaw(key: str, said: Mapping[str, Any], numbers: Collection[str] | None = None) -> str:
    """Return what is wrong with a decision on `key`, as a sentence, or nothing.

    With `numbers`, those of the municipalities there are, it may speak for no other.
    """
    parts = {SENDER: WHO}.get(key, ("verdi",))
    if key not in KEYS or not said.keys() <= {"status", *parts}:
        return "Avgjørelsen om brevet har ikke den formen som ventes."
    if said.get("status") not in STATUSES:
        return "Avgjørelsen om brevet har ikke den formen som ventes."
    if key == SENDER:
        return _sender_flaw(said, numbers)
    value = said.get("verdi")
    if value is not None and day(value) is None:
        return "Datoen er ikke en dato."
    return "Datoen mangler." if value is None and said["status"] == "bekreftet" else ""


def decided(event: Event) -> dict[str, Any] | None:
    """Return the decision in `event`, None where one was taken back or none can be read."""
    said = json.loads(event.til) if event.til else None
    if not isinstance(said, dict) or flaw(event.felt, said):
        return None
    parts = WHO if event.felt == SENDER else ("verdi",)
    return dict.fromkeys(("status", *parts)) | said


def meant(key: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a decision makes of a letter's row: its columns, by name."""
    refused = said["status"] == "avvist"
    if key != SENDER:
        return {key: None if refused else day(said["verdi"])}
    if refused:
        return {"avsendertype": NOBODY, "kommunenumre": None}
    return {name: said[name] for name in WHO}


def with_senders(innspill: pl.DataFrame, last: Iterable[Event]) -> pl.DataFrame:
    """Return `innspill` with what people have decided; `last` are the last events on each key."""
    rows = {row["innspill_id"]: row for row in innspill.iter_rows(named=True)}
    changed = False
    for event in last:
        said = decided(event)
        row = rows.get(event.gjelder.removeprefix(PREFIX))
        if said and row:
            row |= meant(event.felt, said)
            changed = True
    return pl.DataFrame([*rows.values()], schema=innspill.schema) if changed else innspill


def _sender_flaw(said: Mapping[str, Any], numbers: Collection[str] | None) -> str:
    name, kind, who = (said.get(part) for part in WHO)
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST:
        return f"Avsenderen må ha et navn på høyst {LONGEST} tegn."
    if kind not in v.AVSENDERTYPE:
        return "Avsenderen er ikke av et kjent slag."
    if who is not None and (not isinstance(who, str) or not _NUMBERS.fullmatch(who)):
        return "Kommunene må være kommunenumre med fire sifre, skilt med |."
    named = who.split("|") if who else []
    if numbers is not None and not set(named) <= set(numbers):
        return "En av kommunene finnes ikke i inndelingen 2020–2023."
    if kind not in v.TALER_FOR and named:
        return "Bare kommuner og interkommunale råd svarer for kommuner. Ta ut kommunene."
    return "Velg kommunen avsenderen svarer for." if kind == "kommune" and not named else ""
