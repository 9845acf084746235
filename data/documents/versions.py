"""Whether a letter is new, one that is there already, or a new version of one that is there."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from data.documents.document import Document
from data.documents.kept import Kept
from data.documents.likeness import MOSTLY, copy_number, fingerprint, likeness, most_alike, words
from data.documents.understanding import Understood
from data.documents.writing import Row, rows_in

_UUID: Final = re.compile(r"uid=([0-9a-f]{8})", re.IGNORECASE)
# The columns a person corrects, which hold for the next version of the letter too.
CORRECTED: Final = ("avsender", "avsendertype", "kommunenumre", "malform", "belegg")


@dataclass(frozen=True)
class Earlier:
    """An answer that is in the tables, or has been: `row` is None where a person has deleted it.

    `prints` are the fingerprints it may be known by, and `written` its row as it was imported.
    """

    innspill_id: str
    text: str
    prints: frozenset[str]
    row: Row | None
    written: Row
    page: str = ""
    fil: str = ""
    mappe: str = ""

    @property
    def senders(self) -> frozenset[tuple[str, ...]]:
        """Return what its sender is called: as it was read, and as a person may have corrected."""
        return frozenset(sender_key(each) for each in (self.row, self.written) if each) - {()}

    @property
    def is_municipal(self) -> bool:
        """Return whether it speaks for municipalities that are known."""
        return any(each and each.get("kommunenumre") for each in (self.row, self.written))


@dataclass(frozen=True)
class Letter:
    """A letter that has been read, before it is known whether it is new."""

    document: Document
    told: Understood
    mappe: str
    modified: float
    prints: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "prints", fingerprint(self.document.text))

    @property
    def page(self) -> str:
        """Return the key of the page it was saved from, «» for a file."""
        found = _UUID.search(self.document.kilde)
        return f"H{found[1].lower()}" if found else ""

    @property
    def sender(self) -> tuple[str, ...]:
        """Return what two letters of the same sender share, () when nobody knows who sent it."""
        if self.told.kommunenumre:
            return (self.told.avsendertype, *self.told.kommunenumre)
        return () if self.told.avsender == self.document.fil else (self.told.avsender.casefold(),)

    @property
    def is_municipal(self) -> bool:
        """Return whether it speaks for municipalities that are known."""
        return bool(self.told.kommunenumre)

    @property
    def order(self) -> tuple[str, int, float]:
        """Return what tells which of two versions is the later: date, copy number, file time."""
        when = self.told.mottatt or self.told.brev
        is_page = bool(self.page)
        return (
            when.isoformat() if when else "",
            copy_number(self.document.fil.rpartition("/")[2]),
            self.modified if is_page else 0.0,
        )


@dataclass(frozen=True)
class Match:
    """What a letter is: known as `same`, a version that `replaces` another, or neither: new."""

    same: Earlier | None = None
    replaces: Earlier | None = None


def sender_key(row: Row) -> tuple[str, ...]:
    """Return what two rows of `innspill` share that have the same sender, () where nobody knows."""
    if row.get("kommunenumre"):
        return (row["avsendertype"], *row["kommunenumre"].split("|"))
    name = row.get("avsender", "")
    return (name.casefold(),) if name and name != row.get("kilde") else ()


def earlier_answers(target: Path, kept: Mapping[str, Kept]) -> list[Earlier]:
    """Return every answer that is in the tables of `target`, or that `kept` knows to have been.

    Raises `SourceError` where the tables cannot be read.
    """
    rows = {row["innspill_id"]: row for row in rows_in(target / "innspill.csv")}
    texts: dict[str, list[tuple[str, str]]] = {}
    for row in rows_in(target / "svar.csv"):
        texts.setdefault(row["innspill_id"], []).append((row["sporsmal"], row["tekst"]))
    has_table = (target / "innspill.csv").exists()
    found = []
    for key in dict.fromkeys((*rows, *(kept if has_table else ()))):
        text = "\n\n".join(part for _number, part in sorted(texts.get(key, ())))
        was = kept.get(key)
        prints = {fingerprint(text)} | ({was.avtrykk} if was else set())
        found.append(
            Earlier(
                key,
                text,
                frozenset(prints),
                rows.get(key),
                was.rad if was else rows.get(key, {}),
                was.page if was else key if re.fullmatch(r"H[0-9a-f]{8}", key) else "",
                was.fil if was else rows[key].get("kilde", ""),
                was.mappe if was else "",
            )
        )
    return found


def match(
    letter: Letter,
    earlier: Sequence[Earlier],
    fresh: Mapping[str, Letter],
    here: Collection[str],
) -> Match:
    """Return what `letter` is beside `earlier`, the answers from before and from this import.

    `fresh` are the letters of this import, by the key they were given, and `here` the files in the
    folder now: a letter that nobody has signed and that has left it may have been renamed.
    """
    for each in earlier:
        if letter.prints in each.prints and _has_moved(letter, each, here):
            return Match(same=each)
    replaced = {each.row["erstatter"] for each in earlier if each.row and each.row.get("erstatter")}
    latest = [each for each in earlier if each.innspill_id not in replaced and each.row]
    for each in _versions(letter, latest):
        other = fresh.get(each.innspill_id)
        # Where nothing tells which is the later, a person must.
        if other is None or other.order < letter.order:
            return Match(replaces=each)
    return Match()


def new_id(letter: Letter, taken: Collection[str]) -> str:
    """Return a key for `letter` that is the same each time it is read, and none of `taken`."""
    if letter.page:
        numbered = (f"{letter.page}-{n}" for n in range(2, len(taken) + 3))
        return next(key for key in (letter.page, *numbered) if key not in taken)
    whose = letter.sender or (letter.document.fil,)
    content = repr((whose, letter.prints if words(letter.document.text) else letter.document.fil))
    digest = hashlib.sha256(content.encode()).hexdigest()
    lengths = range(8, len(digest) + 1)
    return next(key for n in lengths if (key := f"F{digest[:n]}") not in taken)


def corrections(replaced: Earlier) -> Row:
    """Return the cells of `replaced` that a person has changed, which its next version inherits."""
    row = replaced.row or {}
    return {
        name: row[name]
        for name in CORRECTED
        if name in row and row[name] != replaced.written.get(name, "")
    }


def _has_moved(letter: Letter, other: Earlier, here: Collection[str]) -> bool:
    """Return whether `letter`, which has the words of `other`, is that letter, here or moved."""
    if letter.page and other.page:
        return letter.page == other.page or (letter.is_municipal and letter.sender in other.senders)
    if not words(letter.document.text):
        return _is_same_file(letter, other)
    if letter.is_municipal or other.is_municipal:
        return letter.sender in other.senders
    # Of private persons, two may have signed the same words.
    return _is_same_file(letter, other) or other.fil not in here


def _versions(letter: Letter, latest: Sequence[Earlier]) -> list[Earlier]:
    """Return those of `latest` that `letter` may be a later version of, the surest first."""
    of_page = [each for each in latest if letter.page and each.page == letter.page]
    alike = [each for each in latest if letter.is_municipal and letter.sender in each.senders]
    place, how_much = most_alike(letter.document.text, [each.text for each in alike])
    nearest = [alike[place]] if how_much >= MOSTLY else []
    same_file = [
        each
        for each in latest
        if _is_same_file(letter, each)
        and (
            letter.sender in each.senders
            or not each.text
            or likeness(letter.document.text, each.text) >= MOSTLY
        )
    ]
    return [*of_page, *nearest, *same_file]


def _is_same_file(letter: Letter, other: Earlier) -> bool:
    is_same_sender = not letter.sender or not other.senders or letter.sender in other.senders
    is_same_place = letter.document.fil == other.fil and other.mappe in ("", letter.mappe)
    return is_same_sender and is_same_place
