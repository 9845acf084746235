"""Readings of what is said: of every wording there is one that knows what must be true of it.

A sentence nobody has a reading for is a fault, as is one that its reading finds untrue. What makes
the sentences is not asked: a reading knows the wording, and counts in the tables for itself.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import polars as pl

from tests.pages.reckoning import FEW, Counted, Facts
from tests.pages.said import Told

# What a reading finds: empty when the sentence is true, else what is.
Check: TypeAlias = Callable[[Told, Facts, re.Match[str]], str]
# A whole number with spaces between thousands, and a share of all kinds.
N: Final = r"(\d{1,3}(?: \d{3})*|[Ii]ngen)"
SHARE: Final = r"((?:[Uu]nder |[Oo]ver )?\d+ %|\d+ av \d+|–)"
HAS: Final = r"(?:har svart|har uttalt seg)"
# What makes a sentence under a figure more than an explanation of how it is read.
CLAIMING: Final = re.compile(
    r"\d|\b(ingen|alle|flest|flere|færre|mest|minst|størst|lengst|høyest|oftest|halvparten|nesten)\b",
    re.IGNORECASE,
)
_SENTENCES: Final = re.compile(r"(?<!\bNr)\.\s+(?=[A-ZÆØÅÁČŠ\d«])")


@dataclass(frozen=True)
class Reading:
    """What must be true of one wording, where it may stand."""

    where: re.Pattern[str]
    wording: re.Pattern[str]
    check: Check


READINGS: Final[list[Reading]] = []


def reads(where: str, *wordings: str) -> Callable[[Check], Check]:
    """Register what is decorated as the reading of `wordings` at `where`, both whole patterns."""

    def registered(check: Check) -> Check:
        READINGS.extend(Reading(re.compile(where), re.compile(w), check) for w in wordings)
        return check

    return registered


def explains(where: str, *wordings: str) -> None:
    """Register wordings that say how a figure is read, and nothing of what was answered."""
    reads(where, *wordings)(lambda _told, _facts, _match: "")


def pieces(told: Told) -> Iterator[tuple[str, str]]:
    """Return every sentence by itself with where it stands, its spaces plain."""
    opening = told.opening
    # What a page has for a title is read as a title of a card is.
    yield f"side:{told.path}", _plain(opening.title)
    for text in (opening.basis, opening.more):
        yield from ((f"side:{told.path}.under", each) for each in _sentences(text))
    for figure in opening.figures:
        yield f"tall:{told.path}", _plain(f"{figure.value} {figure.label}: {figure.basis}")
    for name, card in told.cards.items():
        yield name, _plain(card.title)
        for text in (card.lead, card.basis):
            yield from ((f"{name}.under", each) for each in _sentences(text))


def misread(told: Told, facts: Facts) -> Iterator[str]:
    """Yield what is said on the page that is untrue, or that nobody has a reading for."""
    for where, sentence in pieces(told):
        found = [
            (reading, match)
            for reading in READINGS
            if reading.where.fullmatch(where)
            and (match := reading.wording.fullmatch(sentence)) is not None
        ]
        if not found and (not where.endswith(".under") or CLAIMING.search(sentence)):
            yield f"{where}: ingen har lest «{sentence}»"
        for reading, match in found:
            if wrong := reading.check(told, facts, match):
                yield f"{where}: «{sentence}», men {wrong}"


def number(text: str) -> int:
    """Return a whole number as it is written; none is a word."""
    return 0 if text.lower() == "ingen" else int(text.replace(" ", ""))


def told_share(n: float, of: float) -> str:
    """Return a share as it must be written: none and all are said of none and all only."""
    if not of:
        return "–"
    percent = Counted(int(n), int(of), int(of)).percent
    if percent == 0 and n:
        return "under 1 %"
    return "over 99 %" if percent == 100 and n < of else f"{percent} %"


def told_rate(counted: Counted, told: Told) -> str:
    """Return a rate as it must be written: of few, and of known statements, a count."""
    if not counted.of:
        return "–"
    if counted.of < FEW or told.view.data == "kjente":
        return f"{counted.n} av {counted.of}"
    return told_share(counted.n, counted.of)


def told_span(counted: Counted, told: Told) -> str:
    """Return what silence could change as it must be written, empty where it could not."""
    few = counted.of < FEW or told.view.data == "kjente"
    if few or counted.of == counted.all:
        return ""
    low = told_share(counted.n, counted.all)
    high = told_share(counted.n + counted.all - counted.of, counted.all)
    bare = low.removesuffix(" %")
    return f"mellom {bare if bare.isdigit() else low} og {high} med de tause"


def people(rows: pl.DataFrame) -> int:
    """Return how many live in `rows`."""
    return int(rows["innbyggere"].sum() or 0)


def differs(said: object, true: object) -> str:
    """Return what is true where something else was said."""
    return "" if said == true else f"det er {true}"


def _sentences(text: str) -> list[str]:
    return [each.strip(" .") for each in _SENTENCES.split(_plain(text)) if each.strip(" .")]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").strip()
