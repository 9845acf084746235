"""Which of the five questions words are about, as far as the words themselves can tell."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

TOPICS: Final = Path(__file__).with_name("topics.toml")
STRONG: Final = 3
# A paragraph needs this much, and this many times what the next question has, to be placed.
_SCANNED: Final = re.compile(r"[a-zæøå]0[a-zæøå]|\b(?:rn|k[o0]rn)\w|\brned\b|\w+rnun")
LEAST: Final = 3
AHEAD: Final = 1.8


def scores(text: str) -> dict[int, int]:
    """Return how much the words of `text` speak of each question that they speak of at all.

    Words that a scanner has spelled wrong («forn0yd», «bernanning») count as what they stand for.
    """
    found = _counted(text)
    if _SCANNED.search(text):
        mended = re.sub(r"(?<=[a-zæøå])0|0(?=[a-zæøå])", "ø", text).replace("rn", "m")
        for question, count in _counted(mended).items():
            found[question] = max(count, found.get(question, 0))
    return found


def _counted(text: str) -> dict[int, int]:
    found = {}
    for question, (strong, weak) in _words().items():
        count = STRONG * len({m[0].casefold() for m in strong.finditer(text)})
        count += len({m[0].casefold() for m in weak.finditer(text)})
        if count:
            found[question] = count
    return found


def topic_of(text: str) -> int:
    """Return the question `text` is about, 0 when it is about none or about several."""
    ranked = sorted(scores(text).items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < LEAST:
        return 0
    if len(ranked) > 1 and ranked[0][1] < AHEAD * ranked[1][1]:
        return 0
    return ranked[0][0]


def heading_topic(heading: str) -> int | None:
    """Return the question a heading in the sender's own words opens.

    0 where it opens something that is no answer, such as «Bakgrunn», None where it does not tell.
    """
    for question, pattern in _headings().items():
        if pattern.search(heading):
            return question
    return None


@cache
def _read() -> Mapping[str, Mapping[str, list[str]]]:
    with TOPICS.open("rb") as file:
        return tomllib.load(file)


@cache
def _words() -> Mapping[int, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        int(question): (_pattern(words["sterk"]), _pattern(words["svak"]))
        for question, words in _read().items()
        if question.isdigit()
    }


@cache
def _headings() -> Mapping[int, re.Pattern[str]]:
    return {int(question): _pattern(each) for question, each in _read()["overskrifter"].items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)
