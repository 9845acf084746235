"""Municipalities whose names a machine or a hurried hand has spelled wrong.

Nothing found here is certain; whoever uses it must tell the doubt.
"""

import re
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from data.documents.who import words
from data.documents.who.register import OTHER_PLACE, Register, folded, plain

# What scanning takes one thing for another: «kornmune», «K0MMUNE», «kommime».
_MUNICIPAL: Final = re.compile(
    r"\b(?:k[o0ø]?(?:m|rn|nn|in|ni){1,2}(?:un|im|mn|nn|ij|lj|li|il|ll|u|n){1,2}[eco]\w{0,3}|kommu\w{1,4}|"
    r"her[ao]d)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"((?:[\w|]+[ \t-]*(?:og[ \t]+)?){1,3})[ \t]*$")
# Below this, one letter makes too many other names.
SHORTEST: Final = 5


def nearest(name: str, register: Register) -> tuple[str, tuple[str, ...]] | None:
    """Return the municipality nearest to the words before «kommune» in `name`, and its numbers.

    None when none is near, or more than one is. Names of fewer than `SHORTEST` letters must be the
    same but for what a scanner mistakes.
    """
    found = _MUNICIPAL.search(name)
    before = _BEFORE.search(name[: found.start()]) if found else None
    if found is None or before is None:
        return None
    written = before[1].split()
    # What is spelled right and does not speak is only mentioned.
    is_right = re.fullmatch(words.MUNICIPAL, found[0], re.IGNORECASE) and register.mentions(
        before[1]
    )
    if words.ABOUT.search(name[: before.start()]) or is_right:
        return None
    for count in range(min(3, len(written)), 0, -1):
        near = _near(" ".join(written[-count:]), register)
        # «Øvre Lund» is nowhere near Lund.
        if near and plain(" ".join(written[-count - 1 : -count])) not in OTHER_PLACE:
            return near
    return None


def _near(written: str, register: Register) -> tuple[str, tuple[str, ...]] | None:
    names = {_skeleton(name): (name, numbers) for name, numbers in register.numbers.items()}
    sought = _skeleton(written)
    if sought in names:
        same = {numbers for name, numbers in register.numbers.items() if _skeleton(name) == sought}
        return _shown(names[sought], register) if len(same) == 1 else None
    if len(sought) < SHORTEST:
        return None
    farthest = 1 if len(sought) < 8 else 2
    hits = process.extract(
        sought, list(names), scorer=DamerauLevenshtein.distance, score_cutoff=farthest, limit=3
    )
    best = [name for name, distance, _place in hits if distance == min(hit[1] for hit in hits)]
    numbers = {names[name][1] for name in best}
    return _shown(names[best[0]], register) if len(numbers) == 1 else None


def _shown(found: tuple[str, tuple[str, ...]], register: Register) -> tuple[str, tuple[str, ...]]:
    _name, numbers = found
    return register.names[numbers[0]], numbers


def _skeleton(name: str) -> str:
    """Return `name` with what a scanner takes for one another made the same."""
    text = re.sub(r"[0Oo]", "o", name).replace("|", "l").replace("1", "l").replace("5", "s")
    return folded(text).replace("rn", "m").replace("vv", "w").replace("i", "l").replace("j", "l")
