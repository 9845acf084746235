"""Whose view a sentence holds, and when it was held: only the sender's own, held now, is coded.

The words are in `ord.toml`; here is only how far each of them reaches.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from data.coding.sentences import Sentence
from data.coding.words import pattern

QUESTIONS: Final = 5
# Nobody writes longer sentences; what is longer is a table or a fault, and is left to a person.
LONGEST: Final = 3000
# How many words a negation reaches forward, unless another claim begins.
REACH: Final = 7
# A word or two between quotation marks is a way of writing; more is what somebody said.
_QUOTED: Final = re.compile(r"«[^«»]{25,}»|“[^“”]{25,}”|\"[^\"]{25,}\"")


@dataclass(frozen=True)
class Heard:
    """A sentence of the sender's own, and whether it is what a council decided.

    `answers` are the questions it may answer: where a letter answers several under one number, the
    text stands under the first of them.
    """

    sentence: Sentence
    decided: bool
    answers: frozenset[int]


def own(sentences: Sequence[Sentence]) -> list[Heard]:
    """Return the sentences that hold the sender's own view of today.

    Left out are what others said, proposals that fell, remarks of a minority, what an earlier
    process was about, and what is only quoted.
    """
    kept = []
    parts = list(_told(sentences))
    answers = _answers({sentence.question for sentence in sentences})
    decided = any(told == "vedtak" or _decides(sentence) for sentence, told in parts)
    for sentence, told in parts:
        if told == "andres" or len(sentence.text) > LONGEST or is_foreign(sentence):
            continue
        # Where the council has decided, what was put before it is not the answer.
        if decided and (told == "vurdering" or pattern("{legger_fram}").search(sentence.text)):
            continue
        is_decided = told == "vedtak" or _decides(sentence)
        kept.append(Heard(sentence, is_decided, answers[sentence.question]))
    return kept


def _answers(there: Collection[int]) -> dict[int, frozenset[int]]:
    """Return which questions the text under each number in `there` may answer."""
    found: dict[int, frozenset[int]] = {}
    for number in sorted(there):
        # Two are answered together now and then, more hardly ever.
        following = min(number + 2, *(n for n in there if n > number), QUESTIONS + 1)
        found[number] = frozenset(range(number, following)) if number else frozenset({0})
    return found


def negated(text: str, start: int, end: int) -> bool:
    """Return whether what stands at `text[start:end]` is negated, before it or inside it."""
    if pattern("{verken}").search(text[:start]):
        return True
    before = " ".join(text[:start].split(" ")[-REACH - 1 :])
    stop = [found.end() for found in pattern("{stopper_nekting}").finditer(before)]
    before = before[stop[-1] :] if stop else before
    if pattern("{ikke_bare}").search(before):
        return False
    return bool(pattern("{nekter}").search(before) or pattern("{nekter}").search(text[start:end]))


def conditional(text: str) -> bool:
    """Return whether `text` sets a condition."""
    return bool(pattern("{vilkaar}").search(text))


def is_foreign(sentence: Sentence) -> bool:
    """Return whether a sentence holds what somebody else said, or what was once the case."""
    return _is_quoted(sentence) or _is_others(sentence) or _is_past(sentence)


def _told(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Yield each sentence with the part of a case paper it stands in, empty in an ordinary one."""
    part, question, heading = "", None, ""
    for sentence in sentences:
        if sentence.question != question:
            part, question, heading = "", sentence.question, ""
        if sentence.heading != heading:
            heading = sentence.heading
            part = _part(heading)
        yield sentence, _case(sentence) or _part(sentence.label) or part


def _case(sentence: Sentence) -> str:
    """Return «andres» for another case of a meeting's agenda or minutes."""
    about = f"{sentence.label} {sentence.text}"
    if not pattern("{annen_sak}").search(sentence.source.text[sentence.opens : sentence.end]):
        return ""
    return "" if pattern("{saken}").search(about) else "andres"


@cache
def _part(heading: str) -> str:
    if pattern("{andres_avsnitt}").search(heading):
        return "andres"
    if pattern("{vurderingsavsnitt}").search(heading):
        return "vurdering"
    return "vedtak" if pattern("{vedtaksavsnitt}").search(heading) else ""


def _decides(sentence: Sentence) -> bool:
    return bool(pattern("{vedtar}").search(sentence.text))


def _is_others(sentence: Sentence) -> bool:
    text = sentence.text
    return bool(pattern("{andre_sier}").search(text)) and not pattern("{egen_stemme}").search(text)


def _is_quoted(sentence: Sentence) -> bool:
    """Return whether most of the sentence stands between quotation marks, however wide."""
    inside = sum(
        max(0, min(end, sentence.end) - max(start, sentence.start))
        for start, end in _quotations(sentence.source.text)
    )
    return inside > (sentence.end - sentence.start) / 2


@lru_cache(maxsize=64)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _QUOTED.finditer(text))


def _is_past(sentence: Sentence) -> bool:
    text = sentence.text
    if not pattern("{den_gang}").search(text):
        return False
    return bool(pattern("{fortid}").search(text)) and not pattern("{naatid}").search(text)
