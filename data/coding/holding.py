"""When a verdict is held back: where what is said may be only half of what is meant.

A wrong value that nobody doubts costs more than none, so a point of question 2 has no suggestion
where its sentence also says the opposite of it, or where only a complaint about something else
hints at it.
"""

from typing import Final

from data.coding.evidence import Evidence
from data.coding.judging import Subjects
from data.coding.words import pattern

OUTRIGHT: Final = 3
_OPPOSITE: Final = {"tilfreds": "{halvt_daarlig}", "ikke_tilfreds": "{halvt_godt}"}


def is_half(evidence: Evidence, subjects: Subjects) -> bool:
    """Return whether `evidence`, the best there is for its field, is too little to say anything.

    Good and bad of one point in plain words is «delvis» and is found as that; here it is said in
    words that no rule knew as a verdict.
    """
    if evidence.verdi not in _OPPOSITE:
        return False
    # A reason for being dissatisfied that names none of the points is nobody's verdict.
    if evidence.styrke == 1 and not evidence.narrow and not evidence.regel.startswith("svarer"):
        return True
    # What is said outright of all three is meant of the whole, with whatever «men» follows.
    if evidence.styrke == OUTRIGHT and not (evidence.narrow and evidence.verdi == "tilfreds"):
        return False
    text = _of_this(evidence, subjects)
    return bool(pattern(_OPPOSITE[evidence.verdi]).search(text))


def _of_this(evidence: Evidence, subjects: Subjects) -> str:
    """Return the clauses of the sentence that are not about another point than this."""
    kept = []
    for clause in evidence.sentence.clauses:
        named = subjects.named(clause.text)
        if not named or evidence.felt in named:
            kept.append(clause.text)
    return " | ".join(kept)
