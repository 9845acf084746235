"""What a reader wrote in the search box, as terms, and where a text meets them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from data.wordforms import is_stop_word, tokens, undivided

__all__ = ["Term", "parse", "spans", "undivided"]

_QUOTES: Final = '"«»“”„'
_TERM: Final = re.compile(
    rf"""(?P<minus>(?<!\S)[-−–])?
        (?: [{_QUOTES}] (?P<phrase>[^{_QUOTES}]*) [{_QUOTES}]?
          | (?P<word>[^\s{_QUOTES}]+) )""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Term:
    """One word or phrase that the answers must have, or must not have when it is `excluded`."""

    text: str
    words: tuple[str, ...]
    phrase: bool = False
    excluded: bool = False


def parse(text: str) -> tuple[Term, ...]:
    """Return what `text` asks for. Total: anything may be typed; what is no word is passed over.

    «"to ord"» is a phrase, and «-ord» excludes. Words that only hold others together are left out
    when there are others.
    """
    found: list[Term] = []
    for match in _TERM.finditer(text):
        excluded = match["minus"] is not None
        written = match["phrase"] if match["word"] is None else match["word"]
        pieces = list(tokens(written))
        words = tuple(piece.word for piece in pieces)
        # «-SLT-koordinator» excludes the two words together, never each of them.
        if words and (match["word"] is None or (excluded and len(words) > 1)):
            found.append(Term(written, words, phrase=True, excluded=excluded))
        else:
            found += [Term(written[p.start : p.end], (p.word,), excluded=excluded) for p in pieces]
    found = list(dict.fromkeys(found))
    weighty = [t for t in found if t.phrase or t.excluded or not is_stop_word(t.words[0])]
    return tuple(weighty if any(not t.excluded for t in weighty) else found)


def spans(
    text: str, words: Collection[str], phrases: Collection[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """Return where `text` has any of `words`, or any of `phrases` in order, from left to right."""
    there = list(tokens(text))
    found = {(t.start, t.end) for t in there if t.word in words}
    for phrase in phrases:
        for i in range(len(there) - len(phrase) + 1):
            if all(there[i + j].word == word for j, word in enumerate(phrase)):
                found.add((there[i].start, there[i + len(phrase) - 1].end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
