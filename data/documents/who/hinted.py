"""A municipality that nothing names as the sender, but whose letter it can hardly not be."""

import re
from typing import Final

from data.documents.who.register import Mention, Register

# So many lines at either end of a letter may hold its place and date.
ENDS: Final = 15
_DATED: Final = re.compile(r"[ ,\t]*(?:den )?\d{1,2}[.]\s?(?:\d{1,2}[.]|[a-zæøå]{3,9})\s?\d{2}")
_OWN: Final = re.compile(
    r"\b(?:vi|me|oss|her) i $|^\W*(?:\w+ )?(?:svar|uttal\w+|innspill|innspel) fr[aå] $|"
    r"\bvedt(?:att|eke|eken) i $",
    re.IGNORECASE | re.MULTILINE,
)
# Whoever writes so writes as a municipality, and whoever writes so does not.
_AS_ONE: Final = re.compile(
    r"\b(?:kommun(?:en|a)\b|\w+styret?\b|formannskap|ordfører|rådmann)", re.IGNORECASE
)
_NOT_ONE: Final = re.compile(
    r"\b(?:forening\w*|\w+foreningen|\w+forbund\w*|\w+laget|partiet|jeg|eg|undertegnede)\b",
    re.IGNORECASE,
)


def hinted(text: str, register: Register) -> tuple[str, str]:
    """Return the number of the municipality a letter hints at, and the doubt of it.

    The place beside its date does, and «vi i Rana»; one that is only mentioned does not. Both are
    empty where nothing does, several do, or it is not written as a municipality writes.
    """
    if not _AS_ONE.search(text) or _NOT_ONE.search(text):
        return "", ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    ways = (
        [
            (line, each)
            for line in (*lines[:ENDS], *lines[-ENDS:])
            for each in _placed(line, register)
        ],
        [(line, each) for line in lines for each in register.mentions(line) if _is_own(line, each)],
    )
    for hints in ways:
        numbers = {each.numbers for _line, each in hints}
        only = next(iter(numbers)) if len(numbers) == 1 else ()
        if len(only) == 1:
            return only[0], f"bare «{hints[0][0][:80]}» sier hvem som svarer; kontroller avsenderen"
    return "", ""


def _placed(line: str, register: Register) -> list[Mention]:
    """Return the municipality that `line` sets a date beside: «Rana, 30. mai 2022»."""
    first = register.mentions(line)[:1]
    return [each for each in first if each.start == 0 and _DATED.match(line[each.end :])]


def _is_own(line: str, mention: Mention) -> bool:
    return bool(_OWN.search(line[: mention.start]))
