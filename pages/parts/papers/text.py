"""Texts as paper bears them: no character that hides, turns or breaks what stands around it."""

import re
import unicodedata
from typing import Final

# Control and format characters (bidirectional marks, zero widths), surrogates, private and unknown.
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# What the fonts in pages/assets have glyphs for; see the README there.
_PRINTED: Final = re.compile(
    "[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u0148\u014a-\u017f\u0218-\u021b\u1e00-\u1e9b\u1e9e-\u1eff"
    "\u2007\u2009\u200b\u2010-\u2015\u2018-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044"
    "\u20ac\u2116\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u25a0\u25a1\u25cb\u25cf\u2713\n]"
)
_NO_GLYPH: Final = "\u25a1"
# No Norwegian word is this long; what is longer must be allowed to break anywhere.
_LONG: Final = re.compile(r"\S{50,}")
_BREAK: Final = "\u200b"
# A spreadsheet runs what begins with one of these; an apostrophe in front makes it text.
_FORMULA: Final = ("=", "+", "-", "@")
# Longer texts are cut where they stand beside others; the whole text is on the municipality's page.
CELL: Final = 240


def clean(value: object, limit: int | None = None) -> str:
    """Return `value` as one paragraph that is safe in any document, at most `limit` characters.

    Hidden and direction-turning characters are left out, white space is folded, endless words may
    break, and a text that is cut ends with an ellipsis.
    """
    text = unicodedata.normalize("NFC", str(value))
    if limit is not None:
        # Far more than what is kept, so that 50 000 characters cost no more than a sentence.
        text = text[: limit * 4 + 100]
    shown = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in _HIDDEN)
    # A no-break space holds number and unit together, so only the others are folded.
    folded = re.sub(r"[^\S\u00a0\u202f]+", " ", shown).strip()
    if limit is not None and len(folded) > limit:
        folded = folded[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
    return _LONG.sub(lambda word: _BREAK.join(_pieces(word[0])), folded)


def printable(text: str) -> str:
    """Return `text` with a box for each character that our own fonts cannot draw."""
    return _PRINTED.sub(_NO_GLYPH, text)


def harmless(text: str) -> str:
    """Return `text` so that a spreadsheet never takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _pieces(word: str, size: int = 25) -> list[str]:
    return [word[i : i + size] for i in range(0, len(word), size)]


def ascii_name(text: str) -> str:
    """Return `text` as a part of a file name that any system takes, such as «More og Romsdal»."""
    plain = clean(text, 80).translate(str.maketrans("æøåÆØÅđŋŧĐŊŦ", "aoaAOAdntDNT"))
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9 -]+", "", plain).strip().replace(" ", "-") or "ark"
