"""Invented answers with their labels: what a file in `letters/` or `unseen/` holds.

The format and the coding guide stand in README.md.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
# The half that rules are written by, and the half that measures them.
LETTERS: Final = HERE / "letters"
UNSEEN: Final = HERE / "unseen"


@dataclass(frozen=True)
class Inn:
    """What a reader is given beside the text: the file's name and what stands around it."""

    fil: str
    tittel: str = ""
    side_dato: str = ""
    brevhode: str = ""
    epost_fra: str = ""


@dataclass(frozen=True)
class Fasit:
    """Who the answer is from and when; a date that the answer does not give is `None`."""

    avsender: str
    avsendertype: str
    kommunenumre: tuple[str, ...]
    brevdato: date | None = None
    mottatt: date | None = None


@dataclass(frozen=True)
class Kode:
    """One coded value; `fra` and `til` are where its passage stands in the whole text.

    `kommunenummer` is empty when the value goes for every municipality of the answer.
    """

    felt: str
    verdi: str
    utdrag: str
    fra: int
    til: int
    kommunenummer: str = ""


@dataclass(frozen=True)
class Del:
    """One stretch of the text, `fra` to `til`, and the questions of which it answers one or all."""

    sporsmal: tuple[int, ...]
    fra: int
    til: int


@dataclass(frozen=True)
class Lokale:
    """Premises that are offered or considered."""

    lokaltype: str
    tilstand: str
    utdrag: str
    delt_med: str = ""
    adresse: str = ""
    areal_m2: int | None = None
    ledig_fra: date | None = None
    betingelse: str = ""
    kommunenummer: str = ""


@dataclass(frozen=True)
class Letter:
    """One invented answer: what a reader is given, and what a trained coder found in it."""

    navn: str
    feller: tuple[int | str, ...]
    malform: str
    inn: Inn
    fasit: Fasit
    tekst: str
    deling: tuple[Del, ...]
    koder: tuple[Kode, ...] = ()
    lokaler: tuple[Lokale, ...] = field(default=())


def read_letters(folder: Path) -> tuple[Letter, ...]:
    """Return the letters in `folder` in the order of their names; none when it does not exist."""
    return tuple(read_letter(path) for path in sorted(folder.glob("*.toml")))


def read_letter(path: Path) -> Letter:
    """Return the letter in `path`.

    Raises `ValueError` that names the file when a passage does not stand in its part, and
    `TypeError` when a table holds a word the format does not know.
    """
    raw = tomllib.loads(path.read_text("utf-8"))
    parts, codes, text = [], [], ""
    for piece in raw.pop("del"):
        asked = piece["sporsmal"]
        start, text = len(text), text + piece["tekst"]
        parts.append(Del(tuple(asked) if isinstance(asked, list) else (asked,), start, len(text)))
        for felt, verdi, utdrag, *number in piece.get("koder", ()):
            place = piece["tekst"].find(utdrag)
            if place < 0 or not utdrag:
                raise ValueError(f"{path.name}: «{utdrag}» ({felt}) står ikke i sin del")
            first = start + place
            codes.append(Kode(felt, verdi, utdrag, first, first + len(utdrag), *number))
    truth = raw["fasit"]
    return Letter(
        navn=path.stem,
        feller=tuple(raw["feller"]),
        malform=raw["malform"],
        inn=Inn(**raw["inn"]),
        fasit=Fasit(**{**truth, "kommunenumre": tuple(truth["kommunenumre"])}),
        tekst=text,
        deling=tuple(parts),
        koder=tuple(codes),
        lokaler=tuple(Lokale(**each) for each in raw.get("lokaler", ())),
    )
