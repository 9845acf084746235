"""When a verdict is held back or halved: where what is said may be only half of what is meant.

A wrong value that nobody doubts costs more than none, so a point of question 2 has no suggestion
where its sentence also says the opposite of it, where it goes for some times or some people only,
or where only a complaint about something else hints at it. Of a hundred answers the rules had not
read, what is held back here was wrong more often than right.
"""

from dataclasses import replace
from typing import Final

from data.coding.evidence import Evidence
from data.coding.judging import Subjects
from data.coding.voice import negated
from data.coding.words import pattern

OUTRIGHT: Final = 3
_OPPOSITE: Final = {"tilfreds": "{halvt_daarlig}", "ikke_tilfreds": "{halvt_godt}"}
# A sentence of so few words says of the whole what it says, wherever it stands.
_SHORT: Final = 8


def weighed(evidence: Evidence, subjects: Subjects) -> Evidence | None:
    """Return `evidence`, the best there is for its field, or None where it is too little.

    Good and bad of one point in plain words is «delvis» and is found as that; here it is said in
    words that no rule knew as a verdict. Good at some times and bad at others is «delvis» too.
    """
    if evidence.verdi not in _OPPOSITE:
        return evidence
    text = _of_this(evidence, subjects)
    limited = evidence.narrow and pattern("{omfang}").search(text)
    if limited and _is_good_and_bad(_of_this(evidence, subjects, named=True)):
        return replace(evidence, verdi="delvis", regel="godt for noen, dårlig for andre")
    if limited and evidence.verdi == "tilfreds" and evidence.styrke < OUTRIGHT:
        return None
    return None if _is_half(evidence, text, subjects) else evidence


def _is_half(evidence: Evidence, text: str, subjects: Subjects) -> bool:
    # A reason for being dissatisfied that names none of the points is nobody's verdict.
    if evidence.styrke == 1 and not evidence.narrow and not evidence.regel.startswith("svarer"):
        return True
    if not evidence.narrow and _is_in_passing(evidence, subjects):
        return True
    # What is said outright of all three is meant of the whole, with whatever «men» follows.
    if evidence.styrke == OUTRIGHT and not (evidence.narrow and evidence.verdi == "tilfreds"):
        return False
    return bool(pattern(_OPPOSITE[evidence.verdi]).search(text))


def _is_in_passing(evidence: Evidence, subjects: Subjects) -> bool:
    """Return whether a verdict that names no point stands in the middle of a longer account."""
    sentence = evidence.sentence
    is_long = len(sentence.text.split()) > _SHORT
    return is_long and not sentence.first and not pattern(subjects.everything).search(sentence.text)


def _is_good_and_bad(text: str) -> bool:
    """Return whether something in `text` is good that is not denied, and something is bad."""
    found = pattern("{noe_godt}").finditer(text)
    is_good = any(not negated(text, one.start(), one.end()) for one in found)
    return is_good and bool(pattern("{noe_daarlig}").search(text))


def _of_this(evidence: Evidence, subjects: Subjects, *, named: bool = False) -> str:
    """Return the clauses of the sentence that are not about another point than this.

    With `named` those before it is named are left out, for they may be about anything.
    """
    kept: list[str] = []
    label = evidence.felt in subjects.named(evidence.sentence.label)
    for clause in evidence.sentence.clauses:
        fields = subjects.named(clause.text)
        here = evidence.felt in fields or (not fields and (bool(kept) or label or not named))
        if here:
            kept.append(clause.text)
    return " | ".join(kept)
