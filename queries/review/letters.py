"""The letters as they came, and what is coded of them; for those who may see it unpublished.

Read from the database that the build leaves beside the public one. Every reading takes an `Access`,
and one that is not current, or does not confirm codes, sees nothing.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import polars as pl

from data import vocabulary as v
from data.coding.spans import text_hash
from data.unpublished import read_unpublished, unpublished_file
from data.versions import Version
from data.work.coding import key_of
from data.work.dividing import KIND as DIVISION
from data.work.dividing import Division, Layout, divided, layout
from data.work.passages import PLACE
from data.work.passages import found as place_of
from queries.access import Access
from queries.answers import ask
from queries.view import View


@dataclass(frozen=True)
class Code:
    """One code of a letter before anybody reviewed it, and the passage it rests on."""

    key: str
    felt: str
    verdi: str
    utdrag: str | None
    sporsmal: int | None
    start: int | None
    slutt: int | None
    kodet_av: str
    regel: str | None
    sikkerhet: float | None
    status: str


@dataclass(frozen=True)
class Place:
    """A municipality that a letter speaks for."""

    kommunenummer: str
    navn: str
    politidistrikt: str
    innbyggere: int


@dataclass(frozen=True)
class Basis:
    """What something told of a letter rests on, how sure that is if anybody said, and the doubt.

    With `is_given` it stood in the table that the answer came in, and nobody read it in a letter.
    """

    grunn: str = ""
    sikkerhet: float | None = None
    tvil: str = ""
    is_given: bool = False


@dataclass(frozen=True, eq=False)
class Letter:
    """One letter: who sent it and when, its text by question as it was read in, and its codes.

    Each version's letters are made once, so a letter is itself and no other. It speaks for
    `places`, which may be none.
    """

    innspill_id: str
    avsender: str
    dato: dt.date | None
    kilde: str
    malform: str
    merknad: str | None
    places: tuple[Place, ...]
    texts: Mapping[int, str]
    codes: tuple[Code, ...]
    # The rows of its premises, as the build has them.
    rooms: tuple[Mapping[str, Any], ...]
    # Its row as it was read in, and as it was built; what each of them rests on, by name.
    read: Mapping[str, Any] = field(default_factory=dict)
    built: Mapping[str, Any] = field(default_factory=dict)
    basis: Mapping[str, Basis] = field(default_factory=dict)
    # How it is divided in the build, and the events that are in that.
    division: Division | None = None
    applied: frozenset[str] = frozenset()

    @cached_property
    def layout(self) -> Layout:
        """Return its text as it is divided in the build, which is where its codes stand."""
        return layout(self.texts, self.division)

    @cached_property
    def inhabitants(self) -> int:
        """Return how many live where the letter speaks for."""
        return sum(place.innbyggere for place in self.places)

    @cached_property
    def districts(self) -> frozenset[str]:
        """Return the police districts of its municipalities."""
        return frozenset(place.politidistrikt for place in self.places)

    @cached_property
    def hash(self) -> str:
        """Return what stands for its whole text; another text has another."""
        return text_hash("\n".join(self.texts[n] for n in sorted(self.texts)))


def letters(access: Access | None, version: Version) -> tuple[Letter, ...]:
    """Return every letter, by sender; none without access to them."""
    if access is None or not access.codes:
        return ()
    file = unpublished_file(version)
    try:
        changed = file.stat().st_mtime_ns
    except OSError:
        return ()
    return _letters(version, file, changed)


def letter(access: Access | None, version: Version, innspill_id: str) -> Letter | None:
    """Return one letter, None when there is none or she may not see it."""
    return next(
        (each for each in letters(access, version) if each.innspill_id == innspill_id), None
    )


@lru_cache(maxsize=3)
def _letters(version: Version, file: Path, _changed: int) -> tuple[Letter, ...]:
    found = read_unpublished(file)
    known = places(version)
    grouped = {name: _grouped(frame) for name, frame in found.items()}

    def own(key: str) -> dict[str, list[dict[str, Any]]]:
        return {name: rows.get(key, []) for name, rows in grouped.items()}

    return tuple(
        _letter(row, known, own(row["innspill_id"]))
        for row in found["innspill"].sort("avsender", "innspill_id").iter_rows(named=True)
    )


def _letter(
    row: Mapping[str, Any], known: Mapping[str, Place], own: Mapping[str, list[dict[str, Any]]]
) -> Letter:
    """Return the letter of a row in `innspill`; `own` are its rows of every table."""
    numbers = (row["kommunenumre"] or "").split("|")
    divisions = [each["til"] for each in own["avgjort"] if each["slag"] == DIVISION]
    division = divided(json.loads(divisions[-1])) if divisions else None
    texts = {text["sporsmal"]: text["tekst"] for text in own["svar_innlest"]}
    built = layout(texts, division).texts
    return Letter(
        row["innspill_id"],
        row["avsender"],
        row["dato"] or row["brevdato"],
        row["kilde"],
        row["malform"],
        row["merknad"],
        tuple(known[number] for number in numbers if number in known),
        texts,
        tuple(_code(each, built) for each in own["koding"]),
        tuple(own["lokaler"]),
        own["innspill_innlest"][0],
        row,
        {each["hva"]: _basis(each) for each in own["avlesning"]} or _GIVEN,
        division,
        frozenset(each["hendelse"] for each in own["avgjort"]),
    )


def places(version: Version) -> dict[str, Place]:
    """Return every municipality there is in the division that letters speak for, by number."""
    rows = ask(version, "kart", View(data=version.dataset)).select(
        "kommunenummer", "navn", "politidistrikt", "innbyggere"
    )
    return {row[0]: Place(*row) for row in rows.iter_rows()}


# An answer that was delivered in a table has no row in `avlesning`.
_GIVEN: Final[Mapping[str, Basis]] = dict.fromkeys(v.AVLEST, Basis(is_given=True))


def _basis(row: Mapping[str, Any]) -> Basis:
    return Basis(row["grunn"] or "", row["sikkerhet"], row["tvil"] or "")


def _grouped(frame: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in frame.iter_rows(named=True):
        found.setdefault(row["innspill_id"], []).append(row)
    return found


def _code(row: Mapping[str, Any], texts: Mapping[int, str]) -> Code:
    """Return the code of a row in `koding`, its passage found in `texts` where no place is told.

    A person who codes in a spreadsheet tells the words alone.
    """
    question, start, end = (row[name] for name in PLACE[1:])
    if row["utdrag"] and (start is None or end is None):
        told = {question: texts[question]} if question in texts else texts
        question, start, end = place_of(row["utdrag"], told) or (question, None, None)
    return Code(
        key_of(row["felt"], row["verdi"]),
        row["felt"],
        row["verdi"],
        row["utdrag"],
        question,
        start,
        end,
        row["kodet_av"],
        row["regel"],
        row["sikkerhet"],
        row["status"],
    )
