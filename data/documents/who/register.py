"""The municipalities' names, as letters write them, and where in a text each of them stands."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import polars as pl

from data.former import Former, former_municipalities

NAMES: Final = Path(__file__).with_name("names.toml")
# Counties by the first two digits of a number, in every division since 1994.
FYLKER: Final[Mapping[str, str]] = {
    "01": "Østfold",
    "02": "Akershus",
    "03": "Oslo",
    "04": "Hedmark",
    "05": "Oppland",
    "06": "Buskerud",
    "07": "Vestfold",
    "08": "Telemark",
    "09": "Aust-Agder",
    "10": "Vest-Agder",
    "11": "Rogaland",
    "12": "Hordaland",
    "14": "Sogn og Fjordane",
    "15": "Møre og Romsdal",
    "16": "Sør-Trøndelag",
    "17": "Nord-Trøndelag",
    "18": "Nordland",
    "19": "Troms",
    "20": "Finnmark",
    "30": "Viken",
    "31": "Østfold",
    "32": "Akershus",
    "33": "Buskerud",
    "34": "Innlandet",
    "38": "Vestfold og Telemark",
    "39": "Vestfold",
    "40": "Telemark",
    "42": "Agder",
    "46": "Vestland",
    "50": "Trøndelag",
    "54": "Troms og Finnmark",
    "55": "Troms",
    "56": "Finnmark",
}
# Landscapes that are said instead of the county where two municipalities have one name.
LANDSKAP: Final = {"Sunnmøre": "1515", "Helgeland": "1818", "Solør": "3419"}
# The first two figures of the post codes there: «2436 Våler i Solør», «6099 Fosnavåg».
POST_CODES: Final = {"15": "3018", "24": "3419", "60": "1515", "88": "1818"}
_WORD: Final = re.compile(r"[^\W\d_]+")
# What may stand between the words of one name.
_JOINED: Final = re.compile(r"[ \t\u00a0]*[-\u2010-\u2015]?[ \t\u00a0]*\n?[ \t\u00a0]*")
# A point of the compass or the like in front makes it another place: «Øvre Lund».
OTHER_PLACE: Final = frozenset(
    [
        "nord",
        "sør",
        "syd",
        "øst",
        "aust",
        "vest",
        "nordre",
        "søndre",
        "søre",
        "østre",
        "vestre",
        "øvre",
        "nedre",
        "indre",
        "ytre",
        "midtre",
        "midt",
        "store",
        "lille",
        "nye",
        "gamle",
    ]
)


# «Nord- og» before «Sør-Fron», «Østre og» before «Vestre Toten».
_SHORT: Final = re.compile(r"\b([A-ZÆØÅ]\w+-?)[ \t]+(?:og|&)[ \t]+$")


@dataclass(frozen=True)
class Mention:
    """A municipality's name in a text, from `start` to `end`, and the numbers it may mean.

    `former` is set where it is the name of a municipality of other years.
    """

    start: int
    end: int
    numbers: tuple[str, ...]
    former: Former | None = None


@dataclass(frozen=True)
class Register:
    """The names, as they may be written, and which numbers each may mean.

    The keys of `numbers` and `former` are plain names, as `plain` makes them; `counties` are every
    county, by any division, that a number has stood under, and `centres` its municipal centre.
    `former` has the municipalities of other years that are not that very one now, and `renumbered`
    every number of other years.
    """

    numbers: Mapping[str, tuple[str, ...]]
    counties: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    centres: Mapping[str, str]
    former: Mapping[str, tuple[Former, ...]]
    renumbered: Mapping[str, Former]

    @classmethod
    def of(
        cls,
        kommuner: pl.DataFrame,
        kommunenavn: pl.DataFrame,
        stedsnavn: pl.DataFrame,
        kommuneendringer: pl.DataFrame,
    ) -> "Register":
        """Return the register of the source tables of these names."""
        names = dict(kommuner.select("kommunenummer", "kommunenavn").iter_rows())
        centres = dict(kommuner.select("kommunenummer", "kommunesenter").iter_rows())
        found: dict[str, set[str]] = {}
        for number, name in names.items():
            found.setdefault(plain(name), set()).add(number)
        others = [
            each
            for table in (kommunenavn, stedsnavn.drop_nulls("kommunenummer"))
            for each in table.select("kommunenummer", "navn").iter_rows()
        ]
        for number, name in [*others, *_other_names()]:
            for form in _forms(name):
                found.setdefault(form, set()).add(number)
        counties = {number: {FYLKER[number[:2]]} for number in names}
        former: dict[str, list[Former]] = {}
        changes = former_municipalities(kommuneendringer, kommuner)
        for each in changes:
            if each.whole:
                counties[each.numbers[0]].add(FYLKER[each.kommunenummer[:2]])
            for part in each.navn.split(" - "):
                name = plain(re.sub(r"\(.*?\)", "", part))
                # Its own name under another number is no other municipality.
                if not set(each.numbers) <= found.get(name, set()):
                    former.setdefault(name, []).append(each)
        return cls(
            {name: tuple(sorted(numbers)) for name, numbers in found.items()},
            {number: frozenset(plain(each) for each in all_) for number, all_ in counties.items()},
            names,
            {number: plain(centre) for number, centre in centres.items()},
            {name: tuple(each) for name, each in former.items()},
            {each.kommunenummer: each for each in changes},
        )

    def mentions(self, text: str) -> list[Mention]:
        """Return each municipality name in `text`, in order, the longest where several fit.

        A name inside a longer one is not counted: «Nordre Follo» is not «Follo», and «Øvre Lund»
        is not «Lund». Genitives are names too. Names are written with a capital.
        """
        words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        found, at = [], 0
        while at < len(words):
            mention, used = self._longest(text, words, at)
            if mention is not None:
                found += self._shortened(text, mention)
                found.append(mention)
            at += max(used, 1)
        return found

    def counties_in(self, text: str) -> frozenset[str]:
        """Return the counties, as plain names, that `text` names."""
        return _counties_named(plain(text))

    def in_county(self, numbers: Iterable[str], said: str) -> tuple[str, ...]:
        """Return those of `numbers` that lie in a county or landscape named in `said`."""
        counties, padded = self.counties_in(said), f" {plain(said)} "
        landscapes = {nr for name, nr in LANDSKAP.items() if f" {plain(name)} " in padded}
        return tuple(nr for nr in numbers if self.counties[nr] & counties or nr in landscapes)

    def _longest(
        self, text: str, words: list[tuple[int, int]], at: int
    ) -> tuple[Mention | None, int]:
        start = words[at][0]
        if text[start].islower():
            return None, 1
        last = at
        while last + 1 < len(words) and last + 1 < at + _LONGEST:
            if not _JOINED.fullmatch(text[words[last][1] : words[last + 1][0]]):
                break
            last += 1
        for stop in range(last, at - 1, -1):
            end = words[stop][1]
            said = plain(text[start:end])
            name = next((each for each in (said, _without_genitive(said)) if self._knows(each)), "")
            if not name:
                continue
            if _another_place(text, words, at):
                return None, stop - at + 1
            if name in self.numbers:
                return Mention(start, end, self.numbers[name]), stop - at + 1
            former = self.former[name]
            numbers = tuple(sorted({nr for each in former for nr in each.numbers}))
            return Mention(start, end, numbers, former[0]), stop - at + 1
        return None, 1

    def _shortened(self, text: str, mention: Mention) -> list[Mention]:
        """Return the other one of «Nord- og Sør-Fron», of which `mention` is the last."""
        before, words = (
            _SHORT.search(text[: mention.start]),
            _WORD.findall(text[mention.start : mention.end]),
        )
        if before is None or len(words) < 2:
            return []
        name = " ".join([plain(before[1]), *map(plain, words[1:])])
        if name not in self.numbers:
            return []
        return [Mention(before.start(), before.end(1), self.numbers[name])]

    def _knows(self, name: str) -> bool:
        return name in self.numbers or name in self.former


# «Evje og Hornnes» and «Gáivuotna – Kåfjord – Kaivuono» are no longer than this.
_LONGEST: Final = 4


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """Return `name` in lower case, without accents, with one space for whatever is no letter."""
    apart = unicodedata.normalize("NFD", name.casefold())
    # The ring of å makes another letter; «Hå» is not «ha».
    bare = "".join(c for c in apart if c == "\u030a" or not unicodedata.combining(c))
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", bare)))


def folded(name: str) -> str:
    """Return `name` as file names and e-mail addresses write it: a–z and nothing between."""
    text = plain(name).replace("æ", "ae").replace("ø", "o").replace("å", "a").replace("ŋ", "n")
    return re.sub(r"aa", "a", text.replace("oe", "o")).replace(" ", "")


def _another_place(text: str, words: list[tuple[int, int]], at: int) -> bool:
    if at == 0 or not _JOINED.fullmatch(text[words[at - 1][1] : words[at][0]]):
        return False
    before = text[slice(*words[at - 1])]
    return "\n" not in text[words[at - 1][1] : words[at][0]] and plain(before) in OTHER_PLACE


def _without_genitive(name: str) -> str:
    return name.removesuffix("s")


def _forms(name: str) -> Iterator[str]:
    """Yield the plain forms of a Sámi or Kven `name`: itself, and a genitive in -n."""
    form = plain(name)
    yield form
    if form.endswith(("a", "e", "i", "o", "y")) and len(form) > 3:
        yield f"{form}n"


def _other_names() -> list[tuple[str, str]]:
    with NAMES.open("rb") as file:
        groups = tomllib.load(file)
    return [
        (nr, name) for group in groups.values() for nr, names in group.items() for name in names
    ]


def _counties_named(said: str) -> frozenset[str]:
    """Return the counties in the plain text `said`; «Vestfold og Telemark» is not «Vestfold»."""
    rest, found = f" {said} ", set()
    for county in sorted({plain(each) for each in FYLKER.values()}, key=len, reverse=True):
        for form in (county, f"{county}s"):
            if f" {form} " in rest:
                rest = rest.replace(f" {form} ", " | ")
                found.add(county)
    return frozenset(found)
