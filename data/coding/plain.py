"""A letter's text as rules read it: small letters, whole words, one space; and the way back.

Saved letters break lines in mid-sentence, divide words and write å as two characters. Rules see
none of it, and every place they find is told in the characters of the original.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from data.coding.scanned import mended

# Characters that show nothing: soft hyphen, zero-width space and joiners, byte order mark.
_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_HYPHENS: Final = str.maketrans({"\u2011": "-", "\u2010": "-", "\u2019": "'", "\u2212": "-"})
# A hyphen before one of these stands for a word left out, and is not the printer's.
_ELLIPSIS: Final = re.compile(r"(?:og|eller|samt|men)\b")
_ITEM: Final = re.compile(r"[ \t]*(?:[-–—•*·▪o]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]", re.IGNORECASE)
# «Bemanning – for lav», «Telefon: som i dag»: an entry of a list begins on a line of its own.
_ENTRY: Final = re.compile(r"\s*[A-ZÆØÅ][\w ]{2,30}(?: [–-] |: )")
# Wider lines are paragraphs that nobody broke.
_WIDEST_PAGE: Final = 110
# A line this much shorter than the widest ends where its writer wanted it to.
_SHORT: Final = 0.62


@dataclass(frozen=True)
class Plain:
    """A text in the form rules are written for, with each character's place in the original.

    `text` has a line break only where the writer ended a line; `starts` and `ends` are places in
    `original`, one for each character of `text`.
    """

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of the non-empty `text[start:end]`."""
        return self.starts[start], self.ends[end - 1]

    @cached_property
    def capitals(self) -> frozenset[int]:
        """Return the places in `text` where the original has a capital letter."""
        return frozenset(i for i, at in enumerate(self.starts) if self.original[at].isupper())


def plain(text: str) -> Plain:
    """Return `text` as rules read it."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks = _breaks(text)
    at = 0
    while at < len(text):
        end = _cluster(text, at)
        letter = unicodedata.normalize("NFC", text[at:end]).lower().translate(_HYPHENS)
        if letter in _UNSEEN:
            at = end
            continue
        if letter.isspace():
            end = _past_space(text, at)
            wanted = "\n" if any(at <= place < end for place in breaks) else " "
            if letters and letters[-1] == "-" and wanted == " " and _divides(text, at, end):
                for kept in (letters, starts, ends):
                    kept.pop()
                at = end
                continue
            letter = wanted
        if len(letter) != 1:
            letter = text[at]
        letters.append(letter)
        starts.append(at)
        ends.append(end)
        at = end
    whole = mended(list(zip(letters, starts, ends, strict=True)))
    return Plain(
        text,
        "".join(letter for letter, _start, _end in whole),
        tuple(start for _letter, start, _end in whole),
        tuple(end for _letter, _start, end in whole),
    )


def _cluster(text: str, at: int) -> int:
    """Return where the letter at `at` ends, its accents with it."""
    end = at + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _past_space(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in _UNSEEN):
        at += 1
    return at


def _divides(text: str, at: int, end: int) -> bool:
    """Return whether the hyphen before the space `text[at:end]` is the printer's."""
    return (
        "\n" in text[at:end]
        and at > 1
        and text[at - 2].isalpha()
        and text[end : end + 1].islower()
        and not _ELLIPSIS.match(text, end)
    )


def _breaks(text: str) -> frozenset[int]:
    """Return the places of the line breaks where a line was meant to end."""
    lines = text.split("\n")
    widest = max(map(len, map(str.strip, lines)))
    found, at = [], 0
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        at += len(line)
        if _is_meant(line.strip(), following, widest):
            found.append(at)
        at += 1
    return frozenset(found)


def _is_meant(line: str, following: str, widest: int) -> bool:
    rest = following.strip()
    if (
        not line
        or not rest
        or _ITEM.match(following)
        or _ENTRY.match(following)
        or line.endswith(":")
    ):
        return True
    if line.endswith("-") and rest[0].islower():
        return False
    if widest > _WIDEST_PAGE or widest < _WIDEST_PAGE / 3:
        return not rest[0].islower()
    return len(line) < _SHORT * widest and not rest[0].islower()
