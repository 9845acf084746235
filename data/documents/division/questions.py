"""Dividing an answer between the letter's five questions, where the answer itself does.

Nothing is guessed: a text whose numbering could be read in two ways stays whole, as question 0.
"""

import re
from collections.abc import Sequence
from typing import Final

Mark = tuple[int, int]

# «Spørsmål 3», «Til spørsmål 3:», «Svar på spm. 3», «Ad 3)».
_NAMED: Final = re.compile(
    r"^[ \t]*(?:(?:svar(?:[ \t]+på)?|til|ad)[ \t:.]*)*(?:spørsmål|spm\.?|punkt|pkt\.?|ad\.?)"
    r"[ \t]*(?:nr\.?[ \t]*)?([1-5])\b",
    re.IGNORECASE | re.MULTILINE,
)
# «3.», «3)», «3:» at the start of a line, but not «3.2» and not a date.
_NUMBERED: Final = re.compile(r"^[ \t]*([1-5])[.):](?!\d)[ \t]*(?=\S|$)", re.MULTILINE)
# The words of the letter's own questions, in bokmål and nynorsk, however the sender breaks lines.
_ASKED: Final = tuple(
    re.compile(words.replace(" ", r"\s+"), re.IGNORECASE)
    for words in (
        r"(?:hvilke utfordringer mener dere|kva (?:for )?utfordringar meiner de)",
        r"er kommun(?:en|a) (?:tilfreds|til freds|nøgd) med politiet",
        r"både kommun(?:en|a) og politiet har ansvar",
        r"(?:hva er ønsket utvikling|kva er ønskt? utvikling)",
        r"(?:ønsker|ønskjer) kommun(?:en|a) (?:et|ein|eit) nyt?t? t(?:jenestested|enestestad)",
    )
)
LEAST: Final = 3
CHANNELS: Final = 5


def divide(text: str) -> dict[int, str]:
    """Return what `text` answers to each question, by number; 0 is what stands before the first.

    Text that the answer does not divide is all under 0. Every word is in exactly one part.
    """
    # A question put in other words is not found by its words, but may be by its number.
    marks = max(_asked(text), _named(text), _numbered(text), key=len)
    if not marks:
        return {0: text} if text else {}
    parts = {0: text[: marks[0][0]]}
    ends = [*(place for place, _number in marks[1:]), len(text)]
    for (place, number), end in zip(marks, ends, strict=True):
        parts[number] = text[place:end]
    return {number: part.strip() for number, part in parts.items() if part.strip()}


def _asked(text: str) -> list[Mark]:
    marks = []
    for number, pattern in enumerate(_ASKED, start=1):
        found = pattern.search(text)
        if found:
            # The number in front of a repeated question belongs to it.
            marks.append((text.rfind("\n", 0, found.start()) + 1, number))
    return marks if _rising(marks) else []


def _named(text: str) -> list[Mark]:
    marks = [(found.start(), int(found[1])) for found in _NAMED.finditer(text)]
    return marks if _rising(marks) else []


def _numbered(text: str) -> list[Mark]:
    marks = [(found.start(), int(found[1])) for found in _NUMBERED.finditer(text)]
    marks = _without_channels(marks)
    # A list inside an answer is numbered too, so nothing but one unbroken row is a division.
    return marks if _rising(marks) and [n for _p, n in marks] == [*range(1, len(marks) + 1)] else []


def _without_channels(marks: list[Mark]) -> list[Mark]:
    """Return `marks` without a numbered list of channels inside question 4.

    The letter names five, so after four of them a 5 may be the last channel or the next question.
    """
    numbers = [number for _place, number in marks]
    if numbers[:5] != [1, 2, 3, 4, 1] or numbers[-1] != 5:
        return marks
    inner = numbers[4:-1]
    is_list = inner == [*range(1, len(inner) + 1)] and len(inner) != CHANNELS - 1
    return marks[:4] + marks[-1:] if is_list else marks


def _rising(marks: Sequence[Mark]) -> bool:
    """Return whether at least `LEAST` questions are marked, each once and in their order."""
    if len(marks) < LEAST:
        return False
    in_place = sorted(marks) == list(marks)
    numbers = [number for _place, number in marks]
    return in_place and numbers == sorted(set(numbers))
