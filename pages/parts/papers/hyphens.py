"""Where a word may be divided, by the hyphenation dictionary of the language that is spoken."""

import re
from functools import cache
from typing import Final

import pyphen

from pages.parts.reading.language import spoken

# A shorter word stands whole in any column.
LONG: Final = 15
# Nobody divides after one letter, or before the last.
_LEAST: Final = 3
_DICTIONARIES: Final = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_WORD: Final = re.compile(rf"[^\W\d_]{{{LONG},}}")


def parts(text: str) -> list[str]:
    """Return `text` in pieces, between which a long word of it may be divided."""
    where, dictionary = [0], _dictionary(_DICTIONARIES[spoken()])
    for word in _WORD.finditer(text):
        where += [word.start() + position for position in dictionary.positions(word[0])]
    return [text[a:b] for a, b in zip(where, [*where[1:], len(text)], strict=True)]


@cache
def _dictionary(name: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=name, left=_LEAST, right=_LEAST)
