"""The import: a folder of saved answers becomes rows of the ministry's source tables.

Rows that are there already are never touched, so what a person has corrected stays corrected. A
folder can be read again when more has come: a letter that is there is known, a changed one becomes
a new version that replaces it, and one that is gone is told of.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.documents import accounts, remarks, telling
from data.documents.accounts import Account
from data.documents.attachments import Answer, put_together
from data.documents.gathering import Gathered, gather
from data.documents.kept import Kept, read_kept, write_kept
from data.documents.placing import Placed, place
from data.documents.reading.files import Reading
from data.documents.reading.workers import read_files
from data.documents.remarks import Remark
from data.documents.understanding import understand, undivided
from data.documents.versions import Letter, earlier_answers
from data.documents.who import Register, sender_of
from data.documents.writing import Row, add_rows, rows_in
from data.drafts import sweep
from data.problems import Problem, SourceError

NOT_UNDERSTOOD: Final = "avsender og deling lot seg ikke finne; skriv dem inn"
# Forty times the longest answer known. Beyond it every rule would take its time on a register.
LONGEST: Final = 1_000_000
TOO_LONG: Final = "teksten er for lang til å være ett svar; del den, og skriv inn avsenderen"
Read = Iterator[tuple[str, Reading]]
Watch = Callable[[Read, int], Iterable[tuple[str, Reading]]]


@dataclass(frozen=True)
class Imported:
    """What came of a folder: answers written, files known from before, and what to look at."""

    written: tuple[str, ...]
    known: tuple[str, ...]
    remarks: tuple[Remark, ...]
    accounts: tuple[Account, ...]


def import_folder(
    folder: Path, target: Path, register: Register, watch: Watch = lambda read, _total: read
) -> Imported:
    """Read every saved answer in `folder` into the source tables in `target`.

    A file that cannot be read is a remark, and the others are read all the same. `watch` is given
    the files as they are read and how many there are, and gives them on.

    Raises `SourceError` when `folder` holds no answers, or a table in `target` cannot be added to.
    """
    if not folder.is_dir():
        raise SourceError(
            [Problem(str(folder), 0, "", "", "en mappe med lagrede svar, men den finnes ikke")]
        )
    gathered = gather(folder)
    read = dict(watch(read_files(gathered.files), len(gathered.files)))
    found = [read[fil] for _path, fil in gathered.files]
    documents = [each for one in found for each in one.documents]
    troubles = [*gathered.troubles, *(each for one in found for each in one.troubles)]
    if not documents:
        told = [Problem(each.fil, 0, "", "", f"en lesbar fil: {each.why}") for each in troubles]
        raise SourceError([_nothing_in(folder, gathered), *told])
    sweep(target)
    mappe = "/".join(folder.resolve().parts[-2:])
    answers = put_together(
        documents,
        [each.fil for each in troubles],
        lambda each: sender_of(each, register).kommunenumre,
    )
    letters = _letters(answers, gathered, mappe, register)
    has_table = (target / "innspill.csv").exists()
    memory = read_kept(target) if has_table else {}
    earlier = earlier_answers(target, memory)
    placed = place(letters, earlier, {each.fil for each in documents})
    _write(target, placed, memory, mappe)

    account = accounts.of_all(placed, troubles)
    listed = [each for one in found for each in one.listed]
    remarked = telling.all_remarks(placed, account, troubles, listed)
    remarked += telling.gone(memory, placed, mappe, {each.fil for each in documents})
    accounts.keep(target, mappe, account)
    remarks.keep(target, mappe, remarked)
    return Imported(
        tuple(each.fil for each in placed if each.is_new),
        tuple(each.fil for each in placed if not each.is_new),
        tuple(sorted(set(remarked), key=str)),
        tuple(account),
    )


def _nothing_in(folder: Path, gathered: Gathered) -> Problem:
    what = "lesbare svar, men ingen av filene kunne leses" if gathered.files else "filer med svar"
    return Problem(str(folder), 0, "", "", f"en mappe med lagrede svar: {what}")


def _letters(
    answers: Sequence[Answer], gathered: Gathered, mappe: str, register: Register
) -> list[tuple[Letter, Answer]]:
    """Return each of `answers` understood, the earliest first."""
    saved = {fil: path for path, fil in gathered.files}
    letters = []
    for answer in answers:
        path = next((saved[fil] for fil in _homes(answer.whole.fil) if fil in saved), None)
        modified = path.stat().st_mtime if path is not None and path.exists() else 0.0
        try:
            if len(answer.whole.text) > LONGEST:
                told = undivided(answer.whole, TOO_LONG)
            else:
                told = understand(answer.whole, register)
        except Exception:
            # One letter that our own rules stumble on may not stop the others.
            logging.getLogger(__name__).exception(answer.whole.fil)
            told = undivided(answer.whole, NOT_UNDERSTOOD)
        letters.append((Letter(answer.whole, told, mappe, modified), answer))
    return sorted(letters, key=lambda each: (*each[0].order, each[0].document.fil))


def _basis(placed: Placed) -> Iterator[Row]:
    """Yield what sender, dates and division of a letter rest on, as rows."""
    for each in placed.letter.told.basis:
        yield {
            "innspill_id": placed.innspill_id,
            "hva": each.hva,
            "grunn": each.reason,
            "sikkerhet": "" if each.confidence is None else str(each.confidence),
            "tvil": each.doubt,
        }


def _homes(fil: str) -> Iterator[str]:
    """Yield `fil` and every file it may lie in."""
    yield fil
    while "/" in fil:
        fil = fil.rpartition("/")[0]
        yield fil


def _write(target: Path, placed: Sequence[Placed], memory: Mapping[str, Kept], mappe: str) -> None:
    """Add what is new among `placed` to the tables, and remember it.

    The texts come first and the memory last: were this cut short, the next import would find the
    answers not there, or there and not remembered, and either way make it whole.
    """
    there = {row["innspill_id"] for row in rows_in(target / "innspill.csv")}
    texts = {row["innspill_id"] for row in rows_in(target / "svar.csv")}
    was_cut_short = (target / "innspill.csv").exists() or not (target / "innlest.json").exists()
    orphans = texts - there if was_cut_short else set()
    new = [each for each in placed if each.is_new]
    rows = [
        {"innspill_id": each.innspill_id, "sporsmal": str(number), "tekst": part}
        for each in new
        for number, part in sorted(each.letter.told.parts.items())
        if each.innspill_id not in texts - orphans
    ]
    add_rows(target / "svar.csv", rows, instead_of=orphans)
    basis = [row for each in new for row in _basis(each)]
    own = {each.innspill_id for each in new}
    add_rows(target / "avlesning.csv", basis, instead_of=own)
    add_rows(target / "innspill.csv", [each.earlier.row for each in new if each.earlier.row])
    remembered = dict(memory)
    for each in placed:
        if each.copy_of:
            continue
        was = memory.get(each.innspill_id)
        written = was.rad if was else each.earlier.written
        prints = was.avtrykk if was else each.letter.prints
        remembered[each.innspill_id] = Kept(
            each.fil, mappe, each.earlier.page or each.letter.page, prints, dict(written)
        )
    write_kept(target, remembered)
