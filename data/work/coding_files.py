"""The coding as a file, for those who code in a spreadsheet: out, and what was changed in again.

What comes in becomes events like everything else people decide, with who and why; what nobody
touched in the file says nothing, and what somebody else has decided since is not overwritten.
"""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

import polars as pl

from data.drafts import draft_of
from data.problems import Problem, SourceError
from data.reading import ROW
from data.tabular import SUFFIXES
from data.work import taking_in, told_files, told_table
from data.work.cells import RowError, bare, placed, to_csv, to_xlsx
from data.work.coding import KIND, flaw, key_of
from data.work.coding_table import Kodetabell, Standing, coding_table, log_table
from data.work.events import Event
from data.work.passages import PLACE

CODES: Final = "koder"
# All that was said, which only goes out.
LOG: Final = "logg"
TABLES: Final = (CODES, *told_table.KINDS)


def take_out(dataset: str, file: Path, *, what: str = CODES) -> int:
    """Write the table `what` of `dataset` to `file`, one of `TABLES`; return the number of rows.

    CSV or XLSX by the file's name; `SourceError` for another, or for a data set that is not built.
    """
    if file.suffix.lower() not in SUFFIXES:
        raise SourceError([Problem(file.name, 0, "", "", "et filnavn på .csv eller .xlsx")])
    if what == LOG:
        table = log_table(dataset)
    elif what == CODES:
        table = coding_table(Standing.of(dataset))
    else:
        table = told_table.table(told_table.KINDS[what], told_table.Standing.of(dataset))
    with draft_of(file) as draft:
        (to_csv if file.suffix.lower() == ".csv" else to_xlsx)(table, draft)
    return table.height


def take_in(dataset: str, file: Path, name: str, what: str = CODES) -> tuple[Event, ...]:
    """Keep what was changed in `file` since it was taken out, as said by `name`; all or nothing.

    Returns the events. Raises `SourceError` with every mistake, by file, row and column: also where
    somebody has decided the same since. Raises `WorkError` when it cannot be kept.
    """
    if file.suffix.lower() not in SUFFIXES:
        raise SourceError([Problem(file.name, 0, "", "", "en fil på .csv eller .xlsx")])
    if what != CODES:
        return told_files.take_in(dataset, what, file, name)
    table = taking_in.opened(file, "koding", Kodetabell)
    standing = Standing.of(dataset)
    problems = list(table.problems)
    wanted: dict[tuple[str, str], tuple[int, dict[str, Any]]] = {}
    rows = table.frame.select("innspill_id", pl.col("felt").cast(pl.String), "verdi").rows()
    there = {(letter, key_of(felt, verdi)) for letter, felt, verdi in rows}
    for row in table.frame.iter_rows(named=True):
        at = (row["innspill_id"], key_of(row["felt"], row["verdi"]))
        try:
            event = _event(standing, at, row, file.name)
            if event and (gone := _replaced(standing, at, there)):
                expected = f"«{gone}» også på en rad, med status avvist om den ikke gjelder"
                raise RowError("verdi", row["verdi"], expected)
        except RowError as wrong:
            problems.append(Problem(file.name, row[ROW], *wrong.args))
            continue
        if event is None:
            continue
        first, other = wanted.setdefault(at, (row[ROW], event))
        if other["til"] != event["til"]:
            expected = f"det samme som rad {first} sier om feltet i dette brevet"
            problems.append(Problem(file.name, row[ROW], "status", row["status"], expected))
    events = [event for _row, event in wanted.values()]
    return taking_in.keep(dataset, KIND, events, problems, file=file, name=name, seen=standing.last)


def _event(
    standing: Standing, at: tuple[str, str], row: Mapping[str, Any], fil: str
) -> dict[str, Any] | None:
    """Return what `row` says that was not so when it was taken out, or None where it says no more.

    Raises `RowError`.
    """
    letter, key = at
    if letter not in standing.texts.by_answer:
        raise RowError("innspill_id", letter, "innspill_id for et brev i datasettet")
    last = standing.event(at)
    then = taking_in.when_taken_out(row, standing.said.get(at, ()))
    now = (*standing.rows_at(at, then), *standing.rows_at(at, last))
    if any(_same(row, each, moved=standing.is_divided(letter)) for each in now):
        return None
    if row["status"] == "forslag" and not row["hendelse"] and last:
        # When it was taken out nobody had decided; that somebody has since is no change of hers.
        return None
    til = _decision(standing, letter, row, key)
    if til is not None and last and last.til and json.loads(last.til) == til:
        return None
    taking_in.unseen(row, last, "feltet")
    return taking_in.said_by(row, *at, last, til, fil=fil, tekst_hash=standing.hash_of(letter))


def _replaced(
    standing: Standing, at: tuple[str, str], there: Collection[tuple[str, str]]
) -> str | None:
    """Return a value that stands beside the new one at `at`, and is gone from the file; or None.

    Who writes another value over one of many means to exchange it, which is to refuse the first.
    """
    letter, key = at
    felt, colon, _value = key.partition(":")
    if at in standing.suggested or at in standing.said or not colon:
        return None
    others = (each for each in (*standing.suggested, *standing.said) if each not in there)
    return next(
        (
            each.partition(":")[2]
            for who, each in others
            if who == letter and each.startswith(felt + colon)
        ),
        None,
    )


def _same(row: Mapping[str, Any], stood: Mapping[str, Any], *, moved: bool) -> bool:
    """Return whether the two say the same; a passage may have been `moved` with its question."""
    places = () if moved else PLACE[1:]
    if any(row[name] != stood[name] for name in ("felt", "verdi", "status", *places)):
        return False
    return bare(row["utdrag"]) == bare(stood["utdrag"])


def _decision(
    standing: Standing, letter: str, row: Mapping[str, Any], key: str
) -> dict[str, Any] | None:
    """Return the decision in `row`, its passage found in the text; None where it decides nothing.

    Raises `RowError` where the passage does not stand there.
    """
    if row["status"] == "forslag":
        return None
    til: dict[str, Any] = {"status": row["status"], "verdi": row["verdi"]}
    if row["utdrag"]:
        til |= placed(row, standing.texts.by_answer[letter])
    if says := flaw(key, til):
        raise RowError("utdrag", row["utdrag"] or "", f"en gyldig avgjørelse. {says}")
    return til
