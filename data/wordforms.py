"""What counts as the same word: spelling, written form, inflection.

The index and the reader's own words go through the same steps, so they meet whichever way either
was written: `folded` evens out spelling («Vaaler», «VÅLER»), `common` writes nynorsk as bokmål for
the comparison, and `stem` takes off the endings.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import snowballstemmer

# A word that the end of a line or a page divided, with whichever stroke, in a letter or in one
# that an e-mail quotes; «nord- og sørover» is no such.
_DIVISION: Final = (
    r"(?<=[^\W\d_])[-\u2010\u2011\u00ad\u00ac][ \t]*(?:\r\n|[\n\f\u0085\u2028])\s{0,4}(?:>[ \t]?)*"
    r"(?=[a-zæøåáčđŋšŧž])(?!(?:og|eller|samt|til|men)\b)"
)
# What stands in a word and is not seen: soft hyphens, joiners, and accents apart from their letter.
_UNSEEN: Final = "\u00ad\u200b-\u200d\u2060\ufeff"
_WORD: Final = re.compile(rf"[^\W_](?:{_DIVISION}|[^\W_]|[\u0300-\u036f{_UNSEEN}]|[’'](?=[^\W_]))*")
# Typed without a Norwegian keyboard, borrowed from Swedish, and the Sámi letters that have no
# accent to take off.
_LETTERS: Final = str.maketrans({"ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "s"})
_DIGRAPHS: Final = (("aa", "å"), ("oe", "ø"), ("ae", "æ"))
_KEEPS_MARK: Final = frozenset("åäö")
# Longer words are not words, and what is compared letter by letter must have an end.
LONGEST: Final = 60


@dataclass(frozen=True)
class Token:
    """One word in a text: where it stands, and what it is compared by."""

    start: int
    end: int
    word: str


@dataclass(frozen=True)
class _Forms:
    anywhere: tuple[tuple[str, str], ...]
    at_end: tuple[tuple[str, str], ...]
    words: dict[str, str]
    stop: frozenset[str]
    no_head: frozenset[str]


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of `text` in order, each in its common form."""
    for found in _WORD.finditer(text):
        yield Token(found.start(), found.end(), common(found.group()))


def undivided(text: str) -> str:
    """Return `text` as it is read: divided words whole, and each letter with its accent one."""
    whole = re.sub(f"[{_UNSEEN}]", "", re.sub(_DIVISION, "", text))
    return unicodedata.normalize("NFC", whole)


@lru_cache(maxsize=200_000)
def common(word: str) -> str:
    """Return `word` as it is compared: folded, and in bokmål where the two forms differ."""
    plain = folded(word)
    forms = _forms()
    if plain in forms.words:
        return forms.words[plain]
    for ending, other in forms.at_end:
        if plain.endswith(ending) and len(plain) >= len(ending) + 3:
            plain = plain.removesuffix(ending) + other
            break
    for part, other in forms.anywhere:
        plain = plain.replace(part, other)
    return plain


def folded(word: str) -> str:
    """Return `word` in small letters without accents, with å, ø and æ for aa, oe and ae."""
    small = unicodedata.normalize("NFKC", word[:LONGEST]).casefold().translate(_LETTERS)
    plain = "".join(c if c in _KEEPS_MARK else _bare(c) for c in small)
    for pair, letter in _DIGRAPHS:
        plain = plain.replace(pair, letter)
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return what is left of a word in common form when its endings are taken off."""
    once = _stemmer().stemWord(word)
    # Endings stand on endings («brukerne»), but a single letter more is as often part of the word.
    twice = _stemmer().stemWord(once)
    short = twice if len(once) - len(twice) > 1 else once
    # A doubled letter at the end only marks a short vowel: «ungdommer», «ungdom».
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short


def is_stop_word(word: str) -> bool:
    """Return whether a word in common form only holds others together."""
    return word in _forms().stop


def may_be_head(start: str) -> bool:
    """Return whether `start` can be the first part of a compound, and not only a prefix."""
    return start not in _forms().no_head


def _bare(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("norwegian")


@cache
def _forms() -> _Forms:
    found = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return _Forms(
        tuple(found["hvor_som_helst"].items()),
        # The longest ending first, so that «legheit» is not taken for «heit».
        tuple(sorted(found["sist"].items(), key=lambda pair: -len(pair[0]))),
        found["ord"],
        frozenset(map(folded, found["stoppord"]["ord"])),
        frozenset(found["forledd"]["ikke"]),
    )
