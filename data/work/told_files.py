"""What is told of the letters besides their codes as files: what was changed in them comes in.

As with the coding (`coding_files.py`), what nobody touched says nothing, and what somebody else has
decided since is not overwritten.
"""

import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from data.problems import Problem
from data.reading import ROW
from data.work import dividing, premises, senders, taking_in
from data.work.cells import RowError, bare, plain
from data.work.events import Event
from data.work.passages import PLACE, Span, found_near, span_of, stands
from data.work.told_table import KINDS, At, Kind, Row, Standing, last, rows_at

# What comes along for who reads the table, and is not read in.
_TOLD: Final = ("hvem", "tid", "hvorfor", "hendelse", "grunn", "tvil", "regel", "sikkerhet")
_OWN: Final = tuple(map(premises.own_column, premises.SUPPORTED))


def take_in(dataset: str, what: str, file: Path, name: str) -> tuple[Event, ...]:
    """Keep what was changed in `file`, a table of `KINDS`, as said by `name`; all or nothing.

    Returns the events. Raises `SourceError` with every mistake, by file, row and column, and
    `WorkError` when it cannot be kept.
    """
    kind = KINDS[what]
    table = taking_in.opened(file, what, kind.schema)
    standing, problems = Standing.of(dataset), list(table.problems)
    suggested, letters = kind.suggested(standing), {*standing.built["innspill"]["innspill_id"]}
    events = []
    # What a table of an earlier program has no column for, nobody has touched in it.
    lacking = [name for name in _OWN if name in kind.schema.columns() and name not in table.raw]
    for at, rows in _together(kind, table.frame.drop(lacking).iter_rows(named=True)).items():
        try:
            if at[0] not in letters:
                raise RowError("innspill_id", at[0], "innspill_id for et brev i datasettet")
            if event := _event(kind, standing, at, rows, suggested, file.name):
                events.append(event)
        except RowError as wrong:
            problems.append(Problem(file.name, rows[0][ROW], *wrong.args))
    return taking_in.keep(
        dataset, kind.slag, events, problems, file=file, name=name, seen=standing.last
    )


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
    row, event = rows[0], last(kind, standing, at)
    then = taking_in.when_taken_out(row, standing.said.get((kind.slag, *at), ()))
    for stood in (then, event):
        if _same(rows, rows_at(kind, standing, at, stood, suggested)):
            return None
    is_suggested = row["status"] == "forslag"
    if is_suggested and not row["hendelse"] and event:
        # When it was taken out nobody had decided; that somebody has since is no change of hers.
        return None
    taking_in.unseen(row, event, "dette")
    til = None if is_suggested else _decision(kind, standing, at, rows)
    return taking_in.said_by(row, *at, event, til, fil=fil, tekst_hash=standing.hash_of(at[0]))


def _same(rows: Sequence[Row], stood: Sequence[Row]) -> bool:
    """Return whether the rows say what stood, in whatever order they are."""
    told = stood[0] if stood else {}
    names = [name for name in told if name in rows[0] and name not in (*_TOLD, "tekst")]
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
        said |= _passages(row, last(kind, standing, at), texts)
        column, wrong = "lokaltype", premises.flaw(said, texts)
    if wrong:
        raise RowError(column, str(row[column] or ""), f"en gyldig avgjørelse. {wrong}")
    return said


def _passages(row: Row, event: Event | None, texts: Mapping[int, str]) -> Row:
    """Return the passages of premises as a decision says them, each with its place.

    One that `event` has in the same words stands where it stood. Raises `RowError`.
    """
    stood = (premises.decided(event) if event else None) or {premises.OWN: {}}
    said = _passage("utdrag", row, stood, None, texts)
    own = {}
    for name, column in zip(premises.SUPPORTED, _OWN, strict=True):
        known = stood[premises.OWN].get(name, {})
        if column not in row and known:
            own[name] = known
        elif row.get(column):
            own[name] = _passage(column, row, known, span_of(said), texts)
    return said | {premises.OWN: own}


def _passage(column: str, row: Row, stood: Row, near: Span | None, texts: Mapping[int, str]) -> Row:
    if not row[column]:
        return {}
    words = plain(row[column])
    before = span_of(stood)
    here = before if before and stands(words, before, texts) else found_near(words, near, texts)
    if here is None:
        raise RowError(column, row[column], "et utdrag som står ordrett i brevet")
    question, start, end = here
    return dict(zip(PLACE, (texts[question][start:end], *here), strict=True))


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
