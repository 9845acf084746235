"""When two texts are the same text: the same words, whatever files and line breaks they came in."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Final, TypeVar

from rapidfuzz import fuzz

# So much of a letter stands when its sender has revised it.
MOSTLY: Final = 0.6
# Two who repeat the questions and answer «ja» and «nei» differ by more than one word in a hundred.
SHARED: Final = 0.99
# Fewer words than this two senders may choose alike, without having written together.
LEAST_WORDS: Final = 30
WHOLLY: Final = 0.98
# Comparing letter by letter takes the square of their length.
LONGEST: Final = 20_000
_COPY: Final = re.compile(r"(?:\s*\(\d+\)|\s+-\s+(?:kopi|copy)(?:\s*\(\d+\))?)+$", re.IGNORECASE)
_ENDING: Final = re.compile(r"\.(?:[a-z]{2,4}|docx|docm|xlsx|html|mhtml)$", re.IGNORECASE)

Key = TypeVar("Key", bound=Hashable)


def words(text: str) -> list[str]:
    """Return the words and numbers of `text` in lower case, without marks between them."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold().replace("\u00ad", ""))


def fingerprint(text: str) -> str:
    """Return what two texts share that have the same words, as often, in whatever order."""
    counted = sorted(Counter(words(text)).items())
    return hashlib.sha256(repr(counted).encode()).hexdigest()[:16]


def likeness(one: str, other: str) -> float:
    """Return how much of two texts is the same, from 0 to 1, word order counted."""
    first, second = (" ".join(words(each))[:LONGEST] for each in (one, other))
    return fuzz.ratio(first, second) / 100


def is_within(part: str, whole: str) -> bool:
    """Return whether a text of some length stands in `whole` too, by its words."""
    held, there = Counter(words(part)), Counter(words(whole))
    count = sum(held.values())
    return count >= LEAST_WORDS and sum((held & there).values()) >= WHOLLY * count


def shared(texts: Mapping[Key, Sequence[str]]) -> list[list[Key]]:
    """Return the groups of two or more of `texts`, each as its words, that are one text.

    The whole of each is compared, so that letters are not joined by a sentence they have in common,
    or by the questions that all of them repeat.
    """
    held = {key: Counter(each) for key, each in texts.items() if len(each) >= LEAST_WORDS}
    rest = sorted(held, key=lambda key: len(texts[key]))
    groups: list[list[Key]] = []
    while rest:
        first, *others = rest
        length = len(texts[first])
        near = [key for key in others if len(texts[key]) * SHARED <= length]
        same = [k for k in near if (held[first] & held[k]).total() >= SHARED * len(texts[k])]
        if same:
            groups.append([first, *same])
        rest = [key for key in others if key not in set(same)]
    return groups


def seen_name(name: str) -> str:
    """Return a file's name as people see it: without ending, copy number, case and odd letters.

    A Mac writes å as two characters, and a browser puts « (1)» after what it has saved before.
    """
    plain = unicodedata.normalize("NFC", name).casefold().strip()
    return re.sub(r"[\W_]+", "", _COPY.sub("", _ENDING.sub("", plain)))


def copy_number(name: str) -> int:
    """Return the number a browser or a file manager has put after `name`, 0 where there is none."""
    found = _COPY.search(_ENDING.sub("", name))
    digits = re.findall(r"\d+", found[0]) if found else []
    return int(digits[-1]) if digits else int(bool(found))


def most_alike(text: str, others: Sequence[str]) -> tuple[int, float]:
    """Return which of `others` is most like `text`, and how much; (-1, 0) when there are none."""
    found = [(likeness(text, other), -i) for i, other in enumerate(others)]
    best, place = max(found, default=(0.0, 1))
    return -place, best
