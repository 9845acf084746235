"""Dividing an answer between the letter's five questions.

The answer's own marks go first; where it has none, its headings, and at last what its paragraphs
are about. What could be read in two ways is question 0, in sight.
"""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from data.documents.division import marks as m
from data.documents.division.lines import is_heading, lines_of, paragraphs_of, tail_of
from data.documents.division.marks import Mark
from data.documents.division.others import (
    EARLIER,
    FELL,
    QUOTED,
    case_sections,
    decided,
    is_case_paper,
    others,
)
from data.documents.division.parts import Division, Part
from data.documents.division.topics import heading_topic, topic_of

# So few marks are more likely a list of something else.
LEAST: Final = 3
# Questions pasted as a block have no more than numbers between them.
BETWEEN: Final = 25
# «Utfordringer. Været stenger veien …»: a heading on its paragraph's own line.
_LABEL: Final = re.compile(
    r"^[ \t]*([A-ZÆØÅ][^\s.:?!]*(?:[ \t]+[^\s.:?!]+){0,2}(?=[.?][ \t])|[A-ZÆØÅ][^.:?!\n]{2,60}(?=:[ \t]))[.:?][ \t]+(?=\S)"
)
_OPENING: Final = re.compile(
    r"^(?:hei\b|vi viser til|me viser til|viser til|det vises til|det er vist til|syner til|vedlagt|her er svaret|kjære|takk\b|(?:først|fyrst|innledningsvis|innleiingsvis)\b|"
    r"(?:vi|me|kommunen) (?:setter pris|set pris|takker|takkar)|(?:vi|me) vil (?:først|fyrst)|"
    r""
    r"til (?:justis|departement|statsråd))",
    re.IGNORECASE,
)
_AGENDA: Final = re.compile(
    r"^[ \t]*(?:saksliste|sakliste|sakskart|dagsorden|møteprotokoll)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])[ \t]+(?=[A-ZÆØÅ«])|\n")
_ANSWERS: Final = re.compile(
    r"^[ \t]*(?:vårt |våre |kommunens |heradets )?(?:svar|svaret)(?:et)?(?: vårt| våre)?(?: (?:fra|frå) [^\n:]{1,60})?[ \t]*:?[ \t]*$|"
    r"^[ \t]*svar[ \t]*:[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_LIST_OF_REASONS: Final = re.compile(
    r"vedta[kr]|vedtok|vedtek|forslag|framlegg|innstilling|tilråding|følgende (?:punkt|grunn|argument)|fylgjande|følgjande|"
    r"argument|begrunn|grunngj|saksliste|sakliste|dagsorden|sakskart|møtet|fordi|punkter|punkt:|meiner dette|mener dette",
    re.IGNORECASE,
)


def divide(text: str) -> Division:
    """Return the parts of `text`, which together are all its characters, each once.

    Greetings, case papers and what cannot be placed are question 0. `confidence` is how often such
    a division has proved right, roughly: 0.95 where the answer names the questions, 0.9 where it
    numbers them, 0.8 by its headings, 0.6 by what its paragraphs are about, 0 where it is whole.
    """
    if not text:
        return Division((), 0.0, "svaret er tomt")
    body = _Body(text)
    for seek in (_by_names, _by_numbers, _by_decision, _by_headings, _by_topics):
        division = seek(body)
        if division is not None:
            return division
    return Division(
        (Part(0, 0, len(text)),), 0.0, "ikke delt: fant verken numre, overskrifter eller tema"
    )


_NAMED: Final = "delt der svaret nevner spørsmålets nummer"


class _Body:
    """A text with what all ways of dividing it look at."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.sections = case_sections(text)
        self.decision = decided(self.sections, text)
        self.end = tail_of(text, self.lines)
        self.block = _block_end(text)
        self.others = others(text)

    def within(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return those of `marks` that stand after a block of questions and before the greeting."""
        return [mark for mark in marks if self.block <= mark.start < self.end]


def _by_names(body: _Body) -> Division | None:
    """Divide where the answer names the questions, or repeats them."""
    best: tuple[list[Mark], str] = ([], "")
    for seek, reason in (
        (m.asked, "delt på spørsmålene, som svaret gjentar"),
        (m.named, _NAMED),
    ):
        found = body.within(seek(body.text))
        whole = _last_whole(found, body)
        if len(whole) > len(best[0]):
            best = (whole, reason)
    found, reason = best
    covered = {number for mark in found for number in mark.numbers}
    # A question that is named by its number is one, however few the letter answers; one that is
    # repeated in its own words may be a quotation.
    if not covered or (len(covered) < LEAST and reason != _NAMED):
        return None
    numbers = _row(body.within(m.numbered(body.text)))
    # A question put in other words is not found by its words, but may be by its number.
    if len(numbers) > len(covered) and _agree(numbers, body) >= 0:
        return None
    return _made(body, found, 0.95, reason)


def _last_whole(found: Sequence[Mark], body: _Body) -> list[Mark]:
    """Return `found` where each question is marked once; else the last round that is so.

    A case paper may carry the answers twice, as proposed and as decided.
    """
    if m.each_once(found):
        return list(found)
    if body.decision is not None:
        inside = [mark for mark in found if body.decision.start <= mark.start < body.decision.end]
        if inside and m.each_once(inside):
            return inside
    rounds: list[list[Mark]] = [[]]
    for mark in found:
        seen = {number for each in rounds[-1] for number in each.numbers}
        if seen & set(mark.numbers):
            rounds.append([])
        rounds[-1].append(mark)
    fullest = max(len(each) for each in rounds)
    full = [each for each in rounds if len(each) == fullest]
    return full[0] if len(full) == 1 else []


def _by_numbers(body: _Body) -> Division | None:
    """Divide where one unbroken row of numbers, letters or Roman figures is the five questions."""
    ways: tuple[tuple[Callable[[str], list[Mark]], float, str], ...] = (
        (m.numbered, 0.9, "delt på numrene"),
        (m.roman, 0.85, "delt på romertallene"),
        (m.lettered, 0.85, "delt på bokstavene"),
        (m.inline, 0.7, "delt på numrene i løpende tekst"),
    )
    for seek, confidence, reason in ways:
        found = _row(body.within(seek(body.text)))
        if len(found) < LEAST or _is_list(found, body):
            continue
        agreeing = _agree(found, body)
        plain = seek is m.numbered
        # Five are the questions unless their words speak against it; fewer must speak for it.
        if agreeing < 0 or (agreeing < 1 and not (plain and len(found) >= LEAST)):
            continue
        return _made(body, found, confidence if agreeing else confidence - 0.15, reason)
    return None


def _row(found: Sequence[Mark]) -> list[Mark]:
    return m.one_row(found)


def _is_list(found: Sequence[Mark], body: _Body) -> bool:
    """Return whether the row is a decision, an agenda or a list of reasons by what introduces it."""
    decision = body.decision
    if decision is not None and decision.start <= found[0].start < decision.end:
        return True
    if any(
        s.kind in ("forslag", "vedtak") and s.start <= found[0].start < s.end for s in body.sections
    ):
        return True
    above = body.text[: found[0].start].rstrip()
    introduction = above[above.rfind("\n") + 1 :]
    return bool(introduction.endswith(":") and _LIST_OF_REASONS.search(introduction))


def _agree(found: Sequence[Mark], body: _Body) -> int:
    """Return how many answers speak of their own question less how many of another, or -1.

    -1 means that as many speak of another, so that the numbers are not the questions'.
    """
    ends = [*(mark.start for mark in found[1:]), body.end]
    mine = other = 0
    for mark, end in zip(found, ends, strict=True):
        said = body.text[mark.words : end]
        about = heading_topic(_first(said)) if len(_first(said)) <= 60 else None
        about = about or topic_of(said)
        mine += about in mark.numbers
        other += bool(about) and about not in mark.numbers
    return -1 if other and other >= mine else mine - other


def _by_decision(body: _Body) -> Division | None:
    """Place the points of a decision by what they are about; the case paper around it is 0."""
    decision = body.decision
    if decision is None:
        if body.sections and is_case_paper(body.text) or _AGENDA.search(body.text):
            whole = (Part(0, 0, len(body.text)),)
            return Division(whole, 0.0, "ikke delt: fant ikke hva som ble vedtatt")
        return None
    is_paper = is_case_paper(body.text) or _AGENDA.search(body.text)
    if not is_paper and decision.start == 0:
        return None
    end = min(decision.end, body.end) if body.end > decision.body else decision.end
    parts = _placed(body, decision.start, end)
    if not any(part.sporsmal for part in parts):
        return None
    reason = "vedtaket er delt etter innholdet i punktene; resten er saksgang"
    return Division(_filled(body.text, parts), 0.6, reason)


def _by_headings(body: _Body) -> Division | None:
    """Divide where the sender's own headings tell which question each is about."""
    found: list[tuple[int, int]] = []
    for i, line in enumerate(body.lines):
        if not body.block <= line.start < body.end:
            continue
        label = _LABEL.match(line.text)
        after_gap = i == 0 or not body.lines[i - 1].text.strip()
        said = line.text if is_heading(body.lines, i) else label[1] if label and after_gap else ""
        topic = heading_topic(said) if said else None
        if topic is not None:
            found.append((line.start, topic))
    questions = {topic for _start, topic in found if topic}
    if len(questions) < LEAST:
        return None
    ends = [*(start for start, _topic in found[1:]), body.end]
    before = [] if body.block else _placed(body, 0, found[0][0])
    parts = [
        *before,
        *(Part(topic, at, end) for (at, topic), end in zip(found, ends, strict=True) if end > at),
    ]
    return Division(_filled(body.text, parts), 0.8, "delt på svarets egne overskrifter")


def _by_topics(body: _Body) -> Division | None:
    """Place each paragraph that is about one question and no other."""
    parts = _placed(body, body.block, body.end)
    placed = sum(part.end - part.start for part in parts if part.sporsmal)
    if not placed:
        return None
    share = placed / max(1, body.end - body.block)
    return Division(
        _filled(body.text, parts),
        round(0.4 + 0.2 * share, 2),
        "delt etter hva avsnittene handler om",
    )


def _placed(body: _Body, start: int, end: int) -> list[Part]:
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


def _about(body: _Body, start: int, end: int) -> list[Part]:
    """Return the paragraph from `start` to `end` as one part, or sentence by sentence."""
    said = body.text[start:end]
    if _OPENING.match(said.strip()):
        return [Part(0, start, end)]
    heading = _first(said)
    if len(said.strip()) > len(heading) and len(heading) <= 60 and heading[-1:] not in ".:,;":
        topic = heading_topic(heading)
        if topic is not None:
            return [Part(topic, start, end)]
    own = _own(body, start, end)
    if topic := topic_of(own):
        return [Part(topic, start, end)]
    cuts = [start, *(start + found.end() for found in _SENTENCE.finditer(said)), end]
    sentences = [
        Part(topic_of(_own(body, first, stop)), first, stop)
        for first, stop in pairwise(cuts)
        if stop > first
    ]
    if len({part.sporsmal for part in sentences if part.sporsmal}) > 1:
        return sentences
    return [Part(0, start, end)]


def _own(body: _Body, start: int, end: int) -> str:
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


def _made(body: _Body, found: Sequence[Mark], confidence: float, reason: str) -> Division:
    ends = [*(mark.start for mark in found[1:]), body.end]
    parts = [
        Part(mark.numbers[0], mark.start, end, mark.numbers[1:])
        for mark, end in zip(found, ends, strict=True)
    ]
    several = [mark.numbers for mark in found if len(mark.numbers) > 1]
    if several:
        told = "; ".join("spørsmål " + " og ".join(map(str, numbers)) for numbers in several)
        reason = f"{reason}; ett svar gjelder {told}"
    return Division(_filled(body.text, parts), confidence, reason)


def _filled(text: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return `parts` with question 0 for what lies between them, neighbours of one question joined."""
    whole: list[Part] = []
    at = 0
    for part in [*parts, Part(0, len(text), len(text))]:
        if part.start > at:
            whole.append(Part(0, at, part.start))
        if part.end > part.start:
            whole.append(part)
        at = max(at, part.end)
    joined: list[Part] = []
    for part in whole:
        last = joined[-1] if joined else None
        if last and (last.sporsmal, last.also) == (part.sporsmal, part.also):
            joined[-1] = Part(last.sporsmal, last.start, part.end, last.also)
        else:
            joined.append(part)
    return tuple(joined)


def _block_end(text: str) -> int:
    """Return where a block of the letter's questions, pasted before the answers, ends; 0 if none."""
    asked = m.asked(text)
    run = [asked[0]] if asked else []
    for mark in asked[1:]:
        between = text[run[-1].asked : mark.start]
        if mark.numbers[0] <= run[-1].numbers[0] or len(re.sub(r"\W|\d", "", between)) > BETWEEN:
            break
        run.append(mark)
    if len(run) < LEAST:
        return 0
    answers = _ANSWERS.search(text, run[-1].asked)
    near = answers and not text[run[-1].asked : answers.start()].strip()
    return answers.end() if answers and near else run[-1].asked


def _first(text: str) -> str:
    return text.strip().partition("\n")[0]
