"""What is told of the letters besides their codes as files: what was changed in them comes in.

As with the coding (`coding_files.py`), what nobody touched says nothing, and what somebody else has
decided since is not overwritten.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from data.problems import Problem, SourceError
from data.reading import ROW, read_table
from data.work import dividing, premises, senders, store
from data.work.cells import RowError, bare, placed, plain
from data.work.events import AT_ONCE, PREFIX, ConflictError, Event
from data.work.told_table import KINDS, At, Kind, Row, Standing, last, rows_at

ROLE: Final = "kommandolinje"
# What comes along for who reads the table, and is not read in.
_TOLD: Final = ("hvem", "tid", "hvorfor", "hendelse", "grunn", "tvil", "regel", "sikkerhet")


def take_in(dataset: str, what: str, file: Path, name: str) -> tuple[Event, ...]:
    """Keep what was changed in `file`, a table of `KINDS`, as said by `name`; all or nothing.

    Returns the events. Raises `SourceError` with every mistake, by file, row and column, and
    `WorkError` when it cannot be kept.
    """
    kind = KINDS[what]
    try:
        table = read_table(file, what, kind.schema)
    except OSError as closed:
        raise SourceError([Problem(file.name, 0, "", "", "en fil som kan leses")]) from closed
    standing, problems = Standing.of(dataset), list(table.problems)
    suggested = kind.suggested(standing)
    events = []
    for at, rows in _together(kind, table.frame.iter_rows(named=True)).items():
        try:
            if event := _event(kind, standing, at, rows, suggested, file.name):
                made = Event(
                    id=str(uuid.uuid4()),
                    hvem=name,
                    navn=name,
                    rolle=ROLE,
                    datasett=dataset,
                    slag=kind.slag,
                    **event,
                )
                events.append(made)
        except RowError as wrong:
            problems.append(Problem(file.name, rows[0][ROW], *wrong.args))
    if len(events) > AT_ONCE:
        expected = f"høyst {AT_ONCE} endringer på en gang; del filen"
        problems.append(Problem(file.name, 0, "", "", expected))
    if problems:
        raise SourceError(problems)
    try:
        return store.append(events, seen=standing.last)
    except ConflictError as conflict:
        expected = "ingen andre avgjørelser mens filen ble lest inn; prøv igjen"
        raise SourceError([Problem(file.name, 0, "", "", expected)]) from conflict


def _together(kind: Kind, rows: Any) -> dict[At, list[Row]]:
    """Return the rows by what they are about; new premises have a key from here."""
    found: dict[At, list[Row]] = {}
    for row in rows:
        letter = row["innspill_id"]
        key = dividing.KEY
        if kind.slag == senders.KIND:
            key = row["hva"]
        elif kind.slag == premises.KIND:
            key = row["lokale_id"] or f"{letter}-{uuid.uuid4().hex[:8]}"
            row["lokale_id"] = key
        found.setdefault((letter, key), []).append(row)
    return found


def _event(
    kind: Kind,
    standing: Standing,
    at: At,
    rows: Sequence[Row],
    suggested: Mapping[At, tuple[Row, Row]],
    fil: str,
) -> dict[str, Any] | None:
    """Return what `rows` say that was not so when they were taken out, None where nothing is new.

    Raises `RowError`.
    """
    letter, key = at
    if letter not in set(standing.built["innspill"]["innspill_id"]):
        raise RowError("innspill_id", letter, "innspill_id for et brev i datasettet")
    row, event = rows[0], last(kind, standing, at)
    seen = row["hendelse"] or 0
    said = standing.said.get((kind.slag, *at), ())
    then = next((each for each in said if each.nr == seen), None)
    if seen and then is None:
        raise RowError("hendelse", str(seen), "tallet som sto der da tabellen ble tatt ut")
    for stood in (then, event):
        if _same(rows, rows_at(kind, standing, at, stood, suggested)):
            return None
    if event and event.nr != seen:
        if row["status"] == "forslag" and not seen:
            return None
        told = f"{event.navn} har avgjort dette siden, i hendelse {event.nr}"
        raise RowError("hendelse", str(seen), f"{event.nr}: {told}; ta ut tabellen på nytt")
    til = None if row["status"] == "forslag" else _decision(kind, standing, at, rows)
    if til is None and (event is None or event.til in (None, "null")):
        expected = "bekreftet eller avvist når noe annet i raden er endret eller ny"
        raise RowError("status", row["status"], expected)
    return {
        "gjelder": PREFIX + letter,
        "felt": key,
        "fra": event.til if event else None,
        "til": json.dumps(til, ensure_ascii=False) if til else None,
        "hvorfor": plain(row["hvorfor"] or f"Lest inn fra {fil}"),
        "tekst_hash": standing.hash_of(letter),
    }


def _same(rows: Sequence[Row], stood: Sequence[Row]) -> bool:
    """Return whether the rows say what stood, in whatever order they are."""
    names = [name for name in (stood[0] if stood else {}) if name not in (*_TOLD, "tekst")]
    return sorted(_bare(row, names) for row in rows) == sorted(_bare(row, names) for row in stood)


def _bare(row: Row, names: Sequence[str]) -> list[str]:
    return [bare(str(row[name])) if row[name] is not None else "" for name in names]


def _decision(kind: Kind, standing: Standing, at: At, rows: Sequence[Row]) -> Row:
    """Return what the rows decide. Raises `RowError` where they decide nothing that may be."""
    row, status = rows[0], rows[0]["status"]
    read = standing.letters.read.get(at[0], {})
    if kind.slag == dividing.KIND:
        said = _division(read, rows)
        column, wrong = "sporsmal", dividing.flaw(said, read)
    elif kind.slag == senders.KIND:
        names = senders.WHO if at[1] == senders.SENDER else ()
        said = {"status": status} | {name: plain(row[name] or "") or None for name in names}
        if not names:
            said["verdi"] = row["dag"].isoformat() if row["dag"] else None
        column, wrong = "avsender" if names else "dag", senders.flaw(at[1], said)
    else:
        said = {"status": status} | {name: row[name] for name in premises.PARTS}
        for name in ("delt_med", "adresse", "betingelse"):
            said[name] = plain(row[name]) if row[name] else None
        said["ledig_fra"] = row["ledig_fra"].isoformat() if row["ledig_fra"] else None
        texts = standing.letters.now(at[0]).texts
        if row["utdrag"]:
            said |= placed(row | dict.fromkeys(("sporsmal", "start", "slutt")), texts)
        column, wrong = "lokaltype", premises.flaw(said, texts)
    if wrong:
        raise RowError(column, str(row[column] or ""), f"en gyldig avgjørelse. {wrong}")
    return said


def _division(read: Mapping[int, str], rows: Sequence[Row]) -> Row:
    statuses = {row["status"] for row in rows}
    if len(statuses) > 1:
        raise RowError("status", ", ".join(sorted(statuses)), "det samme på alle rader om brevet")
    if statuses == {"avvist"}:
        return {"status": "avvist"}
    moves = sorted(
        [row["fra_sporsmal"], row["start"], row["slutt"], row["sporsmal"]]
        for row in rows
        if row["fra_sporsmal"] != row["sporsmal"]
    )
    hashes = {str(move[0]): dividing.exact_hash(read.get(move[0], "")) for move in moves}
    return {"status": "bekreftet", "flyttet": moves, "tekster": hashes}
