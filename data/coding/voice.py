"""Whose view a sentence holds, and when it was held: only the sender's own, held now, is coded.

The words are in `ord.toml`; here is only how far each of them reaches.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from data.coding.sentences import Sentence
from data.coding.words import pattern

# How many words a negation reaches forward, unless another claim begins.
REACH: Final = 7


@dataclass(frozen=True)
class Heard:
    """A sentence of the sender's own, and whether it is what a council decided."""

    sentence: Sentence
    decided: bool


def own(sentences: Sequence[Sentence]) -> list[Heard]:
    """Return the sentences that hold the sender's own view of today.

    Left out are what others said, proposals that fell, remarks of a minority, what an earlier
    process was about, and what is only quoted.
    """
    kept = []
    for sentence, told in _told(sentences):
        if told == "andres" or _is_others(sentence) or _is_past(sentence):
            continue
        kept.append(Heard(sentence, decided=told == "vedtak" or _decides(sentence)))
    return kept


def negated(text: str, start: int, end: int) -> bool:
    """Return whether what stands at `text[start:end]` is negated, before it or inside it."""
    before = " ".join(text[:start].split(" ")[-REACH - 1 :])
    stop = [found.end() for found in pattern("{stopper_nekting}").finditer(before)]
    before = before[stop[-1] :] if stop else before
    if pattern("{ikke_bare}").search(before):
        return False
    return bool(pattern("{nekter}").search(before) or pattern("{nekter}").search(text[start:end]))


def conditional(text: str) -> bool:
    """Return whether `text` sets a condition."""
    return bool(pattern("{vilkaar}").search(text))


def _told(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Yield each sentence with the part of a case paper it stands in, empty in an ordinary one."""
    part, question, heading = "", None, ""
    for sentence in sentences:
        if sentence.question != question:
            part, question, heading = "", sentence.question, ""
        if sentence.heading != heading:
            heading = sentence.heading
            part = _part(heading)
        yield sentence, _part(sentence.label) or part


@cache
def _part(heading: str) -> str:
    if pattern("{andres_avsnitt}").search(heading):
        return "andres"
    return "vedtak" if pattern("{vedtaksavsnitt}").search(heading) else ""


def _decides(sentence: Sentence) -> bool:
    return bool(pattern("{vedtar}").search(sentence.text))


def _is_others(sentence: Sentence) -> bool:
    text = sentence.text
    if pattern("{egen_stemme}").search(text):
        return False
    if pattern("{andre_sier}").search(text):
        return True
    return _is_quotation(text)


def _is_quotation(text: str) -> bool:
    """Return whether most of the sentence stands between quotation marks."""
    quoted = sum(len(found[0]) for found in re.finditer(r"[«\"“][^«»\"“”]{20,}(?:[»\"”]|$)", text))
    return quoted > len(text) / 2


def _is_past(sentence: Sentence) -> bool:
    text = sentence.text
    if not pattern("{den_gang}").search(text):
        return False
    return bool(pattern("{fortid}").search(text)) and not pattern("{naatid}").search(text)
