"""Placing paragraphs, points and sentences by the question they are about, where that is one."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from data.documents.division import marks as m
from data.documents.division.body import Body
from data.documents.division.lines import paragraphs_of
from data.documents.division.others import EARLIER, FELL, QUOTED
from data.documents.division.parts import Part
from data.documents.division.topics import heading_topic, topic_of

# A greeting or a reference says nothing itself; thanks and praise come before the opposite is said.
_OPENING: Final = re.compile(
    r"^(?:hei\b|(?:vi|me) er (?:blitt|vorte) spurt|departementet (?:spør|ber|har)|regjeringa|"
    r"(?:vi |me )?(?:viser|syner) til|det (?:vises|er vist) til|vedlagt|her er svaret|kjære|"
    r"til (?:justis|departement|statsråd))",
    re.IGNORECASE,
)
_THANKS: Final = re.compile(
    r"^(?:takk\b|(?:først|fyrst|innledningsvis|innleiingsvis)\b|"
    r"(?:vi|me|kommunen) (?:setter pris|set pris|takker|takkar)|(?:vi|me) vil (?:først|fyrst))",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])")


def placed(body: Body, start: int, end: int) -> list[Part]:
    """Return the paragraphs and points from `start` to `end`, each by what it is about."""
    places = {start, *(each.start for each in paragraphs_of(body.text, start, end))}
    points = {
        mark.start
        for seek in (m.numbered, m.lettered, m.roman, m.bulleted)
        for mark in seek(body.text)
        if start <= mark.start < end
    }
    ordered = sorted(places | points)
    parts: list[Part] = []
    for first, stop in zip(ordered, [*ordered[1:], end], strict=True):
        parts += _about(body, first, stop)
    return _between_alike(parts, points)


def _about(body: Body, start: int, end: int) -> list[Part]:
    """Return the paragraph from `start` to `end` as one part, or sentence by sentence."""
    said = body.text[start:end]
    heading = first_line(said)
    if len(said.strip()) > len(heading) and len(heading) <= 60 and heading[-1:] not in ".:,;!":
        topic = heading_topic(heading)
        if topic is not None:
            return [Part(topic, start, end)]
    # «Rådmannens forslag til uttalelse:»
    if heading.endswith(":") and len(heading) <= 60 and heading_topic(heading) == 0:
        return [Part(0, start, end)]
    cuts = [start, *(start + found.end() for found in _SENTENCE.finditer(said)), end]
    sentences = [
        Part(topic_of(_own(body, first, stop)), first, stop)
        for first, stop in pairwise(cuts)
        if stop > first
    ]
    if _THANKS.match(said.strip()):
        return [Part(0, start, end)]
    if _OPENING.match(said.strip()):
        rest = _about(body, cuts[1], end) if len(cuts) > 2 else []
        return [Part(0, start, cuts[1]), *rest]
    told = {part.sporsmal for part in sentences}
    if 0 not in told and len(told) > 1:
        return sentences
    if topic := topic_of(_own(body, start, end)):
        return [Part(topic, start, end)]
    return sentences if len(told - {0}) > 1 else [Part(0, start, end)]


def _own(body: Body, start: int, end: int) -> str:
    """Return the words from `start` to `end` without what others are quoted as saying."""
    kept = list(body.text[start:end])
    for span in body.others:
        if span.reason in (QUOTED, EARLIER, FELL):
            for at in range(max(span.start, start), min(span.end, end)):
                kept[at - start] = " "
    return "".join(kept)


def _between_alike(parts: Sequence[Part], points: AbstractSet[int]) -> list[Part]:
    """Return `parts` with a point that tells nothing placed as the points on both its sides are."""
    placed = list(parts)
    for i in range(1, len(placed) - 1):
        around = {placed[i - 1].sporsmal, parts[i + 1].sporsmal}
        if not placed[i].sporsmal and placed[i].start in points and len(around) == 1:
            placed[i] = Part(around.pop(), placed[i].start, placed[i].end)
    return placed


def first_line(text: str) -> str:
    """Return the first line of `text` that has anything on it."""
    return text.strip().partition("\n")[0]
