"""Where a passage of a text stands when something in the text has been left out."""

import re
from dataclasses import dataclass
from typing import Final

from data.privacy import mask

_NOTE: Final = re.compile(r"\[\S+ utelatt\]")


@dataclass(frozen=True)
class Placed:
    """A text as it may be shown, and where each part of it stood before.

    `kept` are the pieces that stayed: where each began, where it begins now, and its length.
    """

    shown: str
    kept: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, text: str) -> "Placed":
        """Return `text` through `mask`, with its places."""
        shown = mask(text)
        if shown == text:
            return cls(text, ((0, 0, len(text)),))
        kept, before, now = [], 0, 0
        for piece in _pieces(shown):
            if piece.kept:
                before = text.index(piece.text, before)
                kept.append((before, now, len(piece.text)))
                before += len(piece.text)
            now += len(piece.text)
        return cls(shown, tuple(kept))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from `start` to `end` stand now.

        What is cut by something left out gets all of the note that stands there.
        """
        first = max((k for k in self.kept if k[0] <= start), default=(0, 0, 0))
        last = min((k for k in self.kept if k[0] + k[2] >= end), default=(end, len(self.shown), 0))
        left = first[1] + min(start - first[0], first[2])
        right = last[1] + max(end - last[0], 0)
        return left, max(left, right)


@dataclass(frozen=True)
class _Piece:
    text: str
    kept: bool


def _pieces(shown: str) -> list[_Piece]:
    pieces, at = [], 0
    for note in _NOTE.finditer(shown):
        pieces += [_Piece(shown[at : note.start()], kept=True), _Piece(note[0], kept=False)]
        at = note.end()
    pieces.append(_Piece(shown[at:], kept=True))
    return [piece for piece in pieces if piece.text]
