"""Words that scanning has spoilt: «Kornmunen onsker», «0nskjer», «politiràdet».

Only words the rules live by are mended, those in the group `skannet` of `ord.toml`, and only in
what rules read: the original and every place in it stay as they are.
"""

import re
from functools import cache
from typing import Final

from data.coding.words import words

# What a scanner takes one letter for; each side is folded the same way before they are compared.
_TAKEN_FOR: Final = (("rn", "m"), ("ø", "o"), ("å", "a"), ("à", "a"), ("æ", "a"), ("0", "o"))
_DIGITS: Final = (("1", "l"), ("|", "l"))
_WORD: Final = re.compile(r"[a-zæøåàéèöä0-9|]{2,}")
# A shorter word is mended whole only, a longer one whatever ending it has.
_LONG: Final = 6

Letter = tuple[str, int, int]


def mended(letters: list[Letter]) -> list[Letter]:
    """Return `letters`, each with its place in the original, with spoilt words put right."""
    text = "".join(letter for letter, _start, _end in letters)
    done: list[Letter] = []
    at = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        done += letters[at:start]
        done += _word(letters[start:end])
        at = end
    return done + letters[at:]


def _word(letters: list[Letter]) -> list[Letter]:
    units = _folded(letters)
    folded = "".join(letter for letter, _start, _end in units)
    right = _right(folded)
    if right is None:
        return letters
    known, whole = right
    mended_word = [(c, s, e) for c, (_f, s, e) in zip(known, units, strict=False)]
    # Where the beginning was right already, nothing is to be put right.
    if "".join(c for c, _s, _e in letters).startswith(known):
        return letters
    return mended_word if whole else mended_word + units[len(known) :]


def _folded(letters: list[Letter]) -> list[Letter]:
    """Return the letters with those that scanning confuses made alike; «rn» becomes one."""
    units: list[Letter] = []
    i = 0
    while i < len(letters):
        letter, start, end = letters[i]
        if letter == "r" and i + 1 < len(letters) and letters[i + 1][0] == "n":
            units.append(("m", start, letters[i + 1][2]))
            i += 2
            continue
        units.append((dict((*_TAKEN_FOR, *_DIGITS)).get(letter, letter), start, end))
        i += 1
    return units


@cache
def _right(folded: str) -> tuple[str, bool] | None:
    """Return the known word that `folded` is or begins with, and whether it is all of it."""
    known = _known()
    if folded in known:
        return known[folded], True
    for length in range(len(folded) - 1, _LONG - 1, -1):
        if folded[:length] in known:
            return known[folded[:length]], False
    return None


@cache
def _known() -> dict[str, str]:
    return {fold(word): word for word in words("skannet")}


def fold(word: str) -> str:
    """Return `word` with the letters that scanning confuses made alike."""
    for one, other in _TAKEN_FOR:
        word = word.replace(one, other)
    return word
