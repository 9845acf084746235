"""Who sent an answer, and which municipalities it is from.

The category on the web form is the sender's own choice and not to be trusted, so it is read from
the name instead. What cannot be told is said, never guessed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

# Words that say that a municipality, or an organ of it, is speaking.
_MUNICIPAL: Final = re.compile(
    r"\b(?:kommune[nrs]?|kommunar|kommunestyret?|formannskape?t?|ordfører(?:en)?|ordførar(?:en)?"
    r"|rådmann(?:en)?|kommunedirektør(?:en)?|suohkan|gielda|tjïelte|komuuni)\b",
    re.IGNORECASE,
)
_COUNCIL: Final = re.compile(
    r"regionråd|interkommunal|kommuneregion|\brådet for|samarbeidsråd|\bregionen\b", re.IGNORECASE
)
_COUNTY: Final = re.compile(r"fylkeskommun|fylkesting", re.IGNORECASE)


@dataclass(frozen=True)
class Sender:
    """A sender as `innspill` has it; `doubt` says in Norwegian what a person must decide."""

    avsendertype: str
    kommunenumre: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True)
class Register:
    """The municipalities' names, as they may be written, and which numbers each may mean."""

    numbers: Mapping[str, tuple[str, ...]]
    counties: Mapping[str, str]

    @classmethod
    def of(cls, kommuner: pl.DataFrame, kommunenavn: pl.DataFrame) -> "Register":
        """Return the register of the source tables `kommuner` and `kommunenavn`."""
        found: dict[str, set[str]] = {}
        pairs = [
            *kommuner.select("kommunenavn", "kommunenummer").iter_rows(),
            *kommunenavn.select("navn", "kommunenummer").iter_rows(),
        ]
        for name, number in pairs:
            found.setdefault(_plain(name), set()).add(number)
        counties = dict(kommuner.select("kommunenummer", "fylkesnavn").cast(pl.String).iter_rows())
        return cls({name: tuple(sorted(nrs)) for name, nrs in found.items()}, counties)

    def named_in(self, text: str) -> list[tuple[str, ...]]:
        """Return the numbers that each municipality name in `text` may mean, longest names first.

        A name inside a longer one is not counted: «Nordre Follo» is not «Follo».
        """
        rest, found = f" {_plain(text)} ", []
        for name in sorted(self.numbers, key=len, reverse=True):
            if f" {name} " in rest:
                rest = rest.replace(f" {name} ", " | ")
                found.append(self.numbers[name])
        return found


def identify(name: str, text: str, register: Register) -> Sender:
    """Return who `name` is; `text`, the answer, tells apart municipalities with the same name."""
    if _COUNTY.search(name):
        return Sender("fylkeskommune")
    named = register.named_in(name)
    if _COUNCIL.search(name):
        numbers = tuple(sorted({nrs[0] for nrs in named if len(nrs) == 1}))
        return Sender("interkommunalt_raad", numbers, "skriv inn kommunene rådet svarer for")
    if not _MUNICIPAL.search(name):
        return Sender("annet", doubt="avsenderen er ikke gjenkjent som kommune; kontroller typen")
    settled = {_settled(numbers, text, register) for numbers in named}
    if not settled:
        return Sender("annet", doubt=f"fant ingen kommune i «{name}»; rett type og kommunenumre")
    if None in settled:
        which = ", ".join(sorted({nr for numbers in named for nr in numbers}))
        return Sender("annet", doubt=f"flere kommuner heter det samme ({which}); rett kommunenumre")
    return Sender("kommune", tuple(sorted(filter(None, settled))))


def _settled(numbers: Iterable[str], text: str, register: Register) -> str | None:
    """Return the one of `numbers` that is meant: the only one, or the one whose county is named."""
    candidates = list(numbers)
    if len(candidates) > 1:
        said = f" {_plain(text)} "
        candidates = [nr for nr in candidates if f" {_plain(register.counties[nr])} " in said]
    return candidates[0] if len(candidates) == 1 else None


def _plain(name: str) -> str:
    """Return `name` in lower case, without accents, with one space for whatever is no letter."""
    apart = unicodedata.normalize("NFD", name.casefold())
    # The ring of å makes another letter; «Hå» is not «ha».
    bare = "".join(c for c in apart if c == "\u030a" or not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", bare)))
