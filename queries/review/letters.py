"""The letters as they came, with what is coded of them; for those who may see what is not public.

Read from the database that the build leaves beside the public one. Every reading takes an `Access`,
and one that is not current, or does not confirm codes, sees nothing.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.coding.spans import text_hash
from data.unpublished import TABLES, unpublished_file
from data.versions import Version
from data.work.coding import key_of
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


@dataclass(frozen=True, eq=False)
class Letter:
    """One letter: who sent it and when, its text by question, and its codes.

    Each version's letters are made once, so a letter is itself and no other.
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
    """Return the letters that speak for a municipality, by sender; none without access to them."""
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
    with duckdb.connect(file, read_only=True) as store:
        found = {name: pl.DataFrame(store.table(name).to_arrow_table()) for name in TABLES}
    places = _places(version)
    texts = _grouped(found["svar"])
    codes, rooms = _grouped(found["koding"]), _grouped(found["lokaler"])
    made = []
    for row in found["innspill"].sort("avsender", "innspill_id").iter_rows(named=True):
        key = row["innspill_id"]
        numbers = (row["kommunenumre"] or "").split("|")
        here = tuple(places[number] for number in numbers if number in places)
        if not here:
            continue
        made.append(
            Letter(
                key,
                row["avsender"],
                row["dato"] or row["brevdato"],
                row["kilde"],
                row["malform"],
                row["merknad"],
                here,
                {text["sporsmal"]: text["tekst"] for text in texts.get(key, ())},
                tuple(map(_code, codes.get(key, ()))),
                tuple(rooms.get(key, ())),
            )
        )
    return tuple(made)


def _places(version: Version) -> dict[str, Place]:
    rows = ask(version, "kart", View(data=version.dataset)).select(
        "kommunenummer", "navn", "politidistrikt", "innbyggere"
    )
    return {row[0]: Place(*row) for row in rows.iter_rows()}


def _grouped(frame: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in frame.iter_rows(named=True):
        found.setdefault(row["innspill_id"], []).append(row)
    return found


def _code(row: Mapping[str, Any]) -> Code:
    return Code(
        key_of(row["felt"], row["verdi"]),
        row["felt"],
        row["verdi"],
        row["utdrag"],
        row["sporsmal"],
        row["start"],
        row["slutt"],
        row["kodet_av"],
        row["regel"],
        row["sikkerhet"],
        row["status"],
    )
