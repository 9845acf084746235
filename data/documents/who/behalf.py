"""Which municipalities a letter says it speaks for, as against those it only names."""

import re
from typing import Final

from data.documents.who import words
from data.documents.who.naming import listed
from data.documents.who.register import Register

# A letter says early on whose behalf it speaks, or where it is signed.
EARLY: Final = 2500
LATE: Final = 1200


def spoken_for(text: str, register: Register) -> tuple[tuple[str, ...], str]:
    """Return the numbers of the municipalities `text` speaks for, and the words that say so.

    «på vegne av kommunene A, B og C», «A, B og C kommuner står bak»; none when it does not say so,
    or says it of somebody else.
    """
    parts = [text] if len(text) <= EARLY + LATE else [text[:EARLY], text[-LATE:]]
    for part in parts:
        found = _in(part, register)
        if found[0]:
            return found
    return (), ""


def _in(text: str, register: Register) -> tuple[tuple[str, ...], str]:
    mentions = register.mentions(text)
    for i, mention in enumerate(mentions):
        opens = words.ON_BEHALF.search(text[max(0, mention.start - 160) : mention.start])
        chain = listed(text, mentions, i)
        stands = words.STAND_BEHIND.match(text[chain[-1].end :]) if len(chain) > 1 else None
        if not opens and not stands:
            continue
        before = text[max(0, mention.start - 160) : mention.start]
        sentence = re.split(r"[.!?]\s", before)[-1]
        if words.NOT_BEHIND.search(sentence):
            continue
        numbers = tuple(sorted({m.numbers[0] for m in chain if len(m.numbers) == 1}))
        said = text[mention.start - len(opens[0]) if opens else mention.start : chain[-1].end]
        return numbers, " ".join(said.split())
    return (), ""
