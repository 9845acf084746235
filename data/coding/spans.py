"""Whether a passage stands in a text, and whether the text is still the one it was taken from."""

import hashlib
import re
import unicodedata
from typing import Final

# Page breaks and printers put these in; none of them is a word.
_BETWEEN: Final = frozenset("-\u00ad\u200b\u2010\u2011\ufeff")
_LENGTH: Final = 12


def stands_in(passage: str, text: str) -> bool:
    """Return whether `passage` stands in `text`, however lines are broken and words divided."""
    return _bare(passage) in _bare(text)


def is_at(passage: str, text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` is `passage`, however lines are broken."""
    return 0 <= start < end <= len(text) and _bare(text[start:end]) == _bare(passage)


def locate(passage: str, text: str) -> tuple[int, int] | None:
    """Return the first place in `text` where `passage` stands, however its lines are broken."""
    words = passage.split()
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    return found.span() if found else None


def text_hash(text: str) -> str:
    """Return twelve characters that stand for `text`; new line breaks do not change them."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def _bare(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if not c.isspace() and c not in _BETWEEN)
