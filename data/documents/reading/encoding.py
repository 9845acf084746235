"""Text files as Norwegian offices save them, in any encoding, one odd line among others too.

UTF-8 with and without BOM, UTF-16, Windows-1252, Mac Roman, that of DOS, and UTF-8 that was saved
twice.
"""

import codecs
import re
from typing import Final

import ftfy

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What old programs write where the text itself is not UTF-8, the likeliest first. Each has the
# letters and marks of Norwegian where the other has signs that nobody writes.
_OLD: Final = ("cp1252", "mac_roman", "cp850")
_NORWEGIAN: Final = re.compile("[æøåÆØÅ«»–’”éáčšđòô]")
# Our own letters, the small ones most, say more than the marks, which stand in their place in
# another encoding.
_SMALL: Final = re.compile("[æøå]")
_LETTERS: Final = re.compile("[æøåÆØÅ]")
# UTF-8 read as something else has one of these before each of its odd characters.
_TWICE: Final = re.compile("[ÃÂÄÅâ√¬‚]")
_REFIT: Final = ftfy.TextFixerConfig(
    unescape_html=False,
    restore_byte_a0=True,
    replace_lossy_sequences=False,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
)


def decode(raw: bytes) -> str:
    """Return the text of `raw`, whatever encoding it is in; no byte raises."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _refitted(raw[len(mark) :].decode(encoding, "replace"))
    if encoding := _wide(raw):
        return _refitted(raw.decode(encoding, "replace"))
    try:
        return _refitted(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _refitted(_by_line(raw))


def _wide(raw: bytes) -> str:
    """Return which UTF-16 `raw` is without saying so, «» for neither: every other byte is zero."""
    start = raw[:4000]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 < len(start) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _by_line(raw: bytes) -> str:
    """Return `raw` with the lines that are UTF-8 read as that, and the others as one old encoding.

    A file put together from two programs has lines of both kinds.
    """
    lines = raw.splitlines(keepends=True)
    odd = b"".join(line for line in lines if not _is_utf8(line))
    old = max(_OLD, key=lambda each: _likeness(odd.decode(each, "replace")))
    return "".join(line.decode("utf-8" if _is_utf8(line) else old, "replace") for line in lines)


def _likeness(text: str) -> int:
    """Return how much like Norwegian the odd characters of `text` are."""
    return sum(len(each.findall(text)) for each in (_NORWEGIAN, _LETTERS, _SMALL))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refitted(text: str) -> str:
    """Return `text` with the lines that were encoded twice as they were before."""
    if not _TWICE.search(text):
        return text
    return "".join(
        _once(line) if _TWICE.search(line) else line for line in text.splitlines(keepends=True)
    )


def _once(line: str) -> str:
    """Return `line` as it was before it was encoded twice.

    Where every character of it goes back to UTF-8, it was; else as much of it as `ftfy` sees.
    """
    try:
        return line.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return ftfy.fix_encoding(line, _REFIT)
