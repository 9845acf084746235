"""Which municipalities a letter says it speaks for, as against those it only names."""

import re
from typing import Final

from data.documents.who import words
from data.documents.who.register import Register
from data.documents.who.speaking import listed

# A letter says early on whose behalf it speaks, or where it is signed.
EARLY: Final = 2500
LATE: Final = 1200
# The words that say so stand no farther before the first name.
BEFORE: Final = 160


def spoken_for(
    text: str, register: Register, *, council: bool = False
) -> tuple[tuple[str, ...], str]:
    """Return the numbers of the municipalities `text` speaks for, and the words that say so.

    «på vegne av kommunene A, B og C», «A, B og C kommuner står bak»; of a `council` also whom it
    says that it consists of. None when the text does not say so, or says it of somebody else.
    """
    ways = (words.ON_BEHALF, words.CONSISTS) if council else (words.ON_BEHALF,)
    parts = [text] if len(text) <= EARLY + LATE else [text[:EARLY], text[-LATE:]]
    for way in ways:
        for part in parts:
            numbers, said = _in(part, way, register)
            if numbers:
                return numbers, said
    return (), ""


def _in(text: str, way: re.Pattern[str], register: Register) -> tuple[tuple[str, ...], str]:
    mentions = register.mentions(text)
    for i, mention in enumerate(mentions):
        before = text[max(0, mention.start - BEFORE) : mention.start]
        opens = way.search(before)
        chain = listed(text, mentions, i)
        stands = words.STAND_BEHIND.match(text[chain[-1].end :]) if len(chain) > 1 else None
        sentence = re.split(r"[.!?]\s", before)[-1]
        if not (opens or stands) or words.NOT_BEHIND.search(sentence):
            continue
        numbers = tuple(sorted({m.numbers[0] for m in chain if len(m.numbers) == 1}))
        start = mention.start - len(opens[0]) if opens else mention.start
        return numbers, " ".join(text[start : chain[-1].end].split())
    return (), ""
