"""Whole answers that several senders have sent alike.

Neighbours write one text together and each sends it with its own name and date, so two answers are
one text when nearly all their words are the same. A few words alike, such as «5. Nei.», are none.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from rapidfuzz.distance import LCSseq

from data.documents.who.dates import written_dates

# An answer of fewer words says what anybody may say.
SHORTEST: Final = 25
# How much of the shorter must stand in the longer, in its order, and how much longer that may be:
# one of the neighbours often adds a sentence of its own.
SHARED: Final = 0.92
LENGTHS: Final = 0.8
_NAME: Final = re.compile(r"\b[A-ZÆØÅÁČĐŊŠŦŽ][\w-]*")


def same_text(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the groups of keys in `texts` whose whole texts are the same, each sorted.

    What each sender changes does not count: names, dates, numbers, white space and line breaks.
    Every text of a group is alike to its first, so that a chain of small changes makes no group.
    """
    words = {key: _words(text) for key, text in sorted(texts.items())}
    left = sorted(
        (key for key, said in words.items() if len(said) >= SHORTEST),
        key=lambda key: (len(words[key]), key),
    )
    groups = []
    while left:
        first, *rest = left
        alike = [key for key in rest if _alike(words[first], words[key])]
        if alike:
            groups.append(tuple(sorted((first, *alike))))
        taken = {first, *alike}
        left = [key for key in rest if key not in taken]
    return sorted(groups)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    # The shorter goes first.
    if len(one) < LENGTHS * len(other):
        return False
    if one == other:
        return True
    # Texts with other words altogether are told apart before they are compared in order.
    if len(set(one) & set(other)) < LENGTHS * len(set(one)):
        return False
    return LCSseq.similarity(one, other) >= SHARED * len(one)


def _words(text: str) -> list[str]:
    """Return the words of `text` less names, dates and numbers."""
    for start, end, _date in reversed(written_dates(text)):
        text = text[:start] + " " + text[end:]
    sentences = re.split(r"(?<=[.!?:])\s+|\n", text)
    kept = []
    for sentence in sentences:
        first, *rest = sentence.split() or [""]
        # The first word of a sentence has a capital whether it is a name or not.
        kept += re.findall(r"[^\W\d_]+", " ".join([first, _NAME.sub(" ", " ".join(rest))]))
    return [word.casefold() for word in kept]
