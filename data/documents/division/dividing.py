"""Dividing an answer between the letter's five questions.

The answer's own marks go first; where it has none, its headings, and at last what its paragraphs
are about. What could be read in two ways is question 0, in sight.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from data.documents.division import marks as m
from data.documents.division.body import LEAST, Body
from data.documents.division.lines import is_heading
from data.documents.division.marks import Mark
from data.documents.division.others import is_case_paper
from data.documents.division.parts import Division, Part
from data.documents.division.placing import first_line, placed
from data.documents.division.topics import heading_topic, topic_of

# So many answers must speak of the question their number says, where a number is skipped.
SPEAKING: Final = 2
# A title of an answer is no longer than this.
TITLE: Final = 60
# How much less sure a row is whose words say nothing of what it is about.
UNTOLD: Final = 0.2
_NAMED: Final = "delt der svaret nevner spørsmålets nummer"
# «Utfordringer. Været stenger veien …»: a heading on its paragraph's own line.
_LABEL: Final = re.compile(
    r"^[ \t]*([A-ZÆØÅ][^\s.:?!]*(?:[ \t]+[^\s.:?!]+){0,2}(?=[.?][ \t])|"
    r"[A-ZÆØÅ][^.:?!\n]{2,60}(?=:[ \t]))[.:?][ \t]+(?=\S)"
)
# «Svaret er sammensatt. …» is a sentence, not a heading on its paragraph's line.
_SAYS: Final = re.compile(r"\b(?:er|har|kan|bør|må|vil|var|ble|vart)\b", re.IGNORECASE)
_ENTRY: Final = re.compile(r"^[^:]{2,60}:[ \t]+\S")
_CHANNEL: Final = re.compile(
    r"(?:via )?(?:et |eit |ein )?(?:te?jenestested|tenestestad|kontor|lokal|besøk|ute)\w*",
    re.IGNORECASE,
)
_AGENDA: Final = re.compile(
    r"^[ \t]*(?:saksliste|sakliste|sakskart|dagsorden|møteprotokoll)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LIST_OF_REASONS: Final = re.compile(
    r"vedta[kr]|vedtok|vedtek|forslag|framlegg|innstilling|tilråding|følgende (?:punkt|grunn|"
    r"argument)|fylgjande|følgjande|"
    r"argument|begrunn|grunngj|saksliste|sakliste|dagsorden|sakskart|møtet|fordi|punkter|punkt:|"
    r"meiner dette|mener dette",
    re.IGNORECASE,
)


def divide(text: str) -> Division:
    """Return the parts of `text`, which together are all its characters, each once.

    Greetings, case papers and what cannot be placed are question 0. `confidence` is set by hand, by
    how plainly the answer divides itself: 0.95 where it names the questions, 0.9 where it numbers
    them, 0.8 by its headings, at most 0.6 by what its paragraphs are about, 0 where it is whole.
    """
    if not text:
        return Division((), 0.0, "svaret er tomt")
    body = Body(text)
    for seek in (_by_names, _by_numbers, _by_decision, _by_headings, _by_topics):
        division = seek(body)
        if division is not None:
            return division
    return Division(
        (Part(0, 0, len(text)),), 0.0, "ikke delt: fant verken numre, overskrifter eller tema"
    )


def _by_names(body: Body) -> Division | None:
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
    # «Punkt 1» may be a point of a decision as well.
    if not any(mark.sure for mark in found) and (_is_list(found, body) or _agree(found, body) < 0):
        return None
    numbers = m.one_row(body.within(m.numbered(body.text)))
    # A question put in other words is not found by its words, but may be by its number.
    if len(numbers) > len(covered) and _agree(numbers, body) >= 0:
        return None
    return _made(body, found, 0.95, reason)


def _last_whole(found: Sequence[Mark], body: Body) -> list[Mark]:
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


def _by_numbers(body: Body) -> Division | None:
    """Divide where one unbroken row of numbers, letters or Roman figures is the five questions."""
    ways: tuple[tuple[Callable[[str], list[Mark]], float, str], ...] = (
        (m.numbered, 0.9, "delt på numrene"),
        (m.roman, 0.85, "delt på romertallene"),
        (m.lettered, 0.85, "delt på bokstavene"),
        (m.inline, 0.7, "delt på numrene i løpende tekst"),
    )
    for seek, confidence, reason in ways:
        found = m.one_row(body.within(seek(body.text)))
        if len(found) < LEAST or _is_list(found, body):
            continue
        agreeing = _agree(found, body)
        # Five are the questions unless their words speak against it; fewer must speak for it.
        if agreeing > 0:
            sure = confidence if agreeing >= SPEAKING else round(confidence - UNTOLD, 2)
            return _made(body, found, sure, reason)
        if agreeing == 0 and seek is m.numbered and len(found) == m.QUESTIONS:
            return _made(body, found, round(confidence - UNTOLD, 2), reason)
    # Where a number is skipped, several words must speak for what the others are.
    found = m.rising(body.within(m.numbered(body.text)))
    if len(found) < LEAST or _is_list(found, body) or _agree(found, body) < SPEAKING:
        return None
    return _made(body, found, 0.85, "delt på numrene, der ett eller flere er hoppet over")


def _is_list(found: Sequence[Mark], body: Body) -> bool:
    """Return whether the row is introduced as a decision, an agenda or a list of reasons."""
    decision = body.decision
    if decision is not None and decision.start <= found[0].start < decision.end:
        return True
    first = found[0].start
    of_a_case = [each for each in body.sections if each.kind in ("forslag", "vedtak")]
    if any(each.start <= first < each.end for each in of_a_case):
        return True
    above = body.text[: found[0].start].rstrip()
    introduction = above[above.rfind("\n") + 1 :]
    opens = introduction.endswith(":") and _LIST_OF_REASONS.search(introduction)
    return bool(opens or _AGENDA.match(introduction))


def _agree(found: Sequence[Mark], body: Body) -> int:
    """Return how many answers speak of their own question less how many of another, or -1.

    -1 means that as many speak of another, so that the numbers are not the questions'.
    """
    ends = [*(mark.start for mark in found[1:]), body.end]
    mine = other = 0
    for mark, end in zip(found, ends, strict=True):
        said = body.text[mark.words : end]
        opening = first_line(said)
        is_title = len(opening) <= TITLE and not opening.rstrip().endswith((".", "!"))
        about = heading_topic(opening) if is_title else None
        about = about or topic_of(said)
        mine += about in mark.numbers
        other += bool(about) and about not in mark.numbers
    return -1 if other and other >= mine else mine - other


def _by_decision(body: Body) -> Division | None:
    """Place the points of a decision by what they are about; the case paper around it is 0."""
    decision = body.decision
    if decision is None:
        if (body.sections and is_case_paper(body.text)) or _AGENDA.search(body.text):
            whole = (Part(0, 0, len(body.text)),)
            return Division(whole, 0.0, "ikke delt: fant ikke hva som ble vedtatt")
        return None
    is_paper = is_case_paper(body.text) or _AGENDA.search(body.text)
    if not is_paper and decision.start == 0:
        return None
    end = min(decision.end, body.end) if body.end > decision.body else decision.end
    parts = placed(body, decision.start, end)
    if not any(part.sporsmal for part in parts):
        return None
    reason = "vedtaket er delt etter innholdet i punktene; resten er saksgang"
    return Division(_filled(body.text, parts), 0.6, reason)


def _by_headings(body: Body) -> Division | None:
    """Divide where the sender's own headings tell which question each is about."""
    found: list[tuple[int, int]] = []
    unknown = False
    for i, line in enumerate(body.lines):
        if not body.block <= line.start < body.end:
            continue
        topic = _opened(body, i)
        if topic is None and found and is_heading(body.lines, i):
            unknown = True
            topic = _spoken_of(body, i, found[-1][1])
        if topic is not None:
            found.append((line.start, topic))
    questions = {topic for _start, topic in found if topic}
    if len(questions) < LEAST:
        return None
    ends = [*(start for start, _topic in found[1:]), body.end]
    before = [] if body.block else placed(body, 0, found[0][0])
    parts = [
        *before,
        *(Part(topic, at, end) for (at, topic), end in zip(found, ends, strict=True) if end > at),
    ]
    # A heading that tells nothing may open an answer; «Tjenestested: nei» may be the fifth.
    labels = (_CHANNEL.match(line.text) and _LABEL.match(line.text) for line in body.lines)
    unknown = unknown or (m.QUESTIONS not in questions and any(labels))
    confidence = round(0.8 - UNTOLD * unknown, 2)
    return Division(_filled(body.text, parts), confidence, "delt på svarets egne overskrifter")


def _spoken_of(body: Body, i: int, before: int) -> int | None:
    """Return the question that the words below the heading on line `i` are about.

    None where they tell nothing, or are about the question `before` them too, so that the heading
    stands within its answer.
    """
    below = next(
        (k for k in range(i + 1, len(body.lines)) if is_heading(body.lines, k)), len(body.lines)
    )
    end = min(body.lines[below].start if below < len(body.lines) else body.end, body.end)
    topic = topic_of(body.text[body.lines[i].start : end])
    return topic if topic and topic != before else None


def _opened(body: Body, i: int) -> int | None:
    """Return the question that line `i` opens as a heading, or by the label it begins with."""
    said = body.lines[i].text
    label = _LABEL.match(said)
    above = body.lines[i - 1].text.strip() if i else ""
    # «Telefon: som i dag» in a list is an entry of it, however short.
    if is_heading(body.lines, i) and not (above and _ENTRY.match(said)):
        return heading_topic(said)
    # What comes after a sentence opens a question, unless it may be one of the channels.
    if (
        label
        and not _SAYS.search(label[1])
        and (not above or (above[-1] in ".!?" and not _CHANNEL.match(said)))
    ):
        return heading_topic(label[1])
    return None


def _by_topics(body: Body) -> Division | None:
    """Place each paragraph that is about one question and no other."""
    parts = placed(body, body.block, body.end)
    taken = sum(part.end - part.start for part in parts if part.sporsmal)
    if not taken:
        return None
    confidence = round(0.4 + 0.2 * taken / max(1, body.end - body.block), 2)
    whole = _filled(body.text, parts)
    return Division(whole, confidence, "delt etter hva avsnittene handler om")


def _made(body: Body, found: Sequence[Mark], confidence: float, reason: str) -> Division:
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
    """Return `parts` with question 0 for what lies between, and neighbours of a question joined."""
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
