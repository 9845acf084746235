"""What every table that people decide in goes through when it comes in again, whatever it is about.

What nobody touched says nothing, what somebody else has decided since is not overwritten, and all
of a file is kept or nothing of it.
"""

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import dataframely as dy

from data.problems import Problem, SourceError
from data.reading import Table, read_table
from data.work import store
from data.work.cells import RowError, plain
from data.work.events import AT_ONCE, PREFIX, ConflictError, Event

ROLE: Final = "kommandolinje"


def opened(file: Path, name: str, schema: type[dy.Schema]) -> Table:
    """Return the table `name` in `file`; `SourceError` where there is none to be read."""
    try:
        return read_table(file, name, schema)
    except OSError as closed:
        raise SourceError([Problem(file.name, 0, "", "", "en fil som kan leses")]) from closed


def when_taken_out(row: Mapping[str, Any], said: Sequence[Event]) -> Event | None:
    """Return the event that stood last when `row` was taken out, None before there was any.

    Raises `RowError` for a number that no event in `said` has.
    """
    seen = row["hendelse"] or 0
    then = next((each for each in said if each.nr == seen), None)
    if seen and then is None:
        raise RowError("hendelse", str(seen), "tallet som sto der da tabellen ble tatt ut")
    return then


def unseen(row: Mapping[str, Any], last: Event | None, about: str) -> None:
    """Raise `RowError` where somebody has decided the same since `row` was taken out.

    `about` says what, in Norwegian.
    """
    seen = row["hendelse"] or 0
    if last and last.nr != seen:
        told = f"{last.navn} har avgjort {about} siden, i hendelse {last.nr}"
        raise RowError("hendelse", str(seen), f"{last.nr}: {told}; ta ut tabellen på nytt")


def said_by(
    row: Mapping[str, Any],
    letter: str,
    key: str,
    last: Event | None,
    til: Mapping[str, Any] | None,
    *,
    fil: str,
    tekst_hash: str,
) -> dict[str, Any]:
    """Return the event that `row` makes of what stood after `last`: `til`, or what is taken back.

    Raises `RowError` where nothing has been decided that could be taken back.
    """
    if til is None and (last is None or last.til in (None, "null")):
        expected = "bekreftet eller avvist når noe annet i raden er endret eller ny"
        raise RowError("status", row["status"], expected)
    return {
        "gjelder": PREFIX + letter,
        "felt": key,
        "fra": last.til if last else None,
        "til": json.dumps(til, ensure_ascii=False) if til else None,
        "hvorfor": plain(row["hvorfor"] or f"Lest inn fra {fil}"),
        "tekst_hash": tekst_hash,
    }


def keep(
    dataset: str,
    slag: str,
    events: Iterable[Mapping[str, Any]],
    problems: list[Problem],
    *,
    file: Path,
    name: str,
    seen: int,
) -> tuple[Event, ...]:
    """Keep `events` of the kind `slag` as said by `name`, and return them; all or nothing.

    `seen` is the number of the last event when the file was compared with what stood. Raises
    `SourceError` with `problems`, if any, and where somebody has decided meanwhile; `WorkError`
    when it cannot be kept.
    """
    told = list(events)
    if len(told) > AT_ONCE:
        expected = f"høyst {AT_ONCE} endringer på en gang; del filen"
        problems = [*problems, Problem(file.name, 0, "", "", expected)]
    if problems:
        raise SourceError(problems)
    made = [
        Event(
            id=str(uuid.uuid4()),
            hvem=name,
            navn=name,
            rolle=ROLE,
            datasett=dataset,
            slag=slag,
            **event,
        )
        for event in told
    ]
    try:
        return store.append(made, seen=seen)
    except ConflictError as conflict:
        expected = "ingen andre avgjørelser mens filen ble lest inn; prøv igjen"
        raise SourceError([Problem(file.name, 0, "", "", expected)]) from conflict
