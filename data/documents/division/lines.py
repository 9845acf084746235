"""The lines of a text with their places: headings, paragraphs, and where a letter ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data.documents.who.dates import written_dates
from data.documents.who.people import is_person

# The longest line that may be a heading, and the last lines where a letter may be signed.
HEADING: Final = 90
FOOT: Final = 30
_BULLET: Final = re.compile(r"^\s*(?:[-•*▪●–]|\w\)|\d+[.)])\s")
_NUMBER: Final = re.compile(r"^(?:\d+\.)*\d+\.?[ \t]+(?=[A-ZÆØÅ])")
_CLOSES: Final = re.compile(
    r"^\s*(?:med[ \t]+(?:venn?l?[ie]g[ \t]+)?(?:hilsen|helsing|hilsing)|(?:venn?l?[ie]g|beste|"
    r"hjertelig|"
    r"hjarteleg)[ \t]+(?:hilsen|helsing)|mvh|m\.v\.h|vh|hilsen|helsing|dearvvuođaiguin|"
    r"etter fullmakt|"
    r"for (?:kommune|by|formannskap|ordfør|rådmann|herad|\w+ kommune)\w*|rett utskrift|vedlegg\b|"
    r"kopi\b|"
    r"kopi til|vidaresend|videresend|mottaker|mottakar|dokumentet er|brevet er (?:elektronisk|"
    r"godkjent)|"
    r"underskrevet|underteikna|undertegnet|leder for|leiar for|leiaren|avrøysting|votering|vedtatt|"
    r"vedteke|enstemmig|samrøystes|ordføreren?(?: i [\w -]+)?$|bydelsdirektør|"
    r"ordføraren?$|rådmann(?:en)?$|kommunedirektør(?:en)?$|saksbehandler|saksbehandlar|"
    r"sekretariat)",
    re.IGNORECASE,
)
# «Ráissa suohkan / Nordreisa kommune», alone on a line where a letter ends.
_SIGNED: Final = re.compile(
    r"^\s*(?:for[ \t]+)?[A-ZÆØÅÁČĐŊŠŦŽ][\w /,–-]{1,60}[ \t](?:k[o0](?:mm|rnm|mrn|rnrn)uner?|"
    r"herad|suohkan|gielda)\s*$",
    re.IGNORECASE,
)
# A page's head or foot in the middle of a text: «Side 3 av 8».
_PAGE: Final = re.compile(r"\bside\s*\d+(?:\s*av\s*\d+)?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One line, from `start` to `end`, without its line break."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Lines that stand together, from `start` to `end`, the empty lines after them included."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> list[Line]:
    """Return every line of `text` in order."""
    found, at = [], 0
    for raw in text.splitlines(keepends=True):
        found.append(Line(at, at + len(raw.rstrip("\r\n")), raw.rstrip("\r\n")))
        at += len(raw)
    return found


# So many numbered lines after a date are answers, and not a list of what is attached.
ANSWERS: Final = 2
_ANSWER: Final = re.compile(
    r"\s*(?:\(?[1-5a-eA-E][.):]\s+\S|(?:spørsmål|spm|punkt|pkt|svar)\b)", re.IGNORECASE
)


def paragraphs_of(text: str, start: int, end: int) -> list[Paragraph]:
    """Return the paragraphs of `text` from `start` to `end`; together they are all of it."""
    found = []
    at = start
    for gap in re.finditer(r"\n[ \t]*\n\s*", text[start:end]):
        stop = start + gap.end()
        found.append(Paragraph(at, stop, text[at:stop].strip()))
        at = stop
    if at < end:
        found.append(Paragraph(at, end, text[at:end].strip()))
    return [each for each in found if each.end > each.start]


def is_heading(lines: Sequence[Line], i: int) -> bool:
    """Return whether line `i` is a heading: short, on its own, not the end of a sentence."""
    said = _NUMBER.sub("", lines[i].text.strip())
    if not said or len(said) > HEADING or said[-1] in ".,;!" or _BULLET.match(said):
        return False
    if len(said.split()) > 12 or not said[0].isalnum() or said[0].islower():
        return False
    above = lines[i - 1].text.strip() if i else ""
    below = lines[i + 1].text.strip() if i + 1 < len(lines) else ""
    # A line that is broken in mid-sentence is as short as a heading.
    if above and (len(above) > HEADING // 2 and above[-1] not in ".:!?"):
        return False
    goes_on = bool(below) and (below[0].islower() or said[-1] == "-")
    alone = not above or above[-1] in ".:!?" or len(above) < HEADING // 2
    return alone and not goes_on and bool(below or _after(lines, i))


def tail_of(text: str, lines: Sequence[Line]) -> int:
    """Return where the greeting, the signature and what comes after them begin; the end if none."""
    written = [i for i, line in enumerate(lines) if line.text.strip()]
    found = len(text)
    for i in reversed(written[-FOOT:]):
        said = lines[i].text.strip()
        signed = i != written[0] and _SIGNED.match(said)
        if _CLOSES.match(said) or is_person(said) or signed:
            found = lines[i].start
        elif (
            len(said) > 60 and not (_PAGE.search(said) or said.lower().startswith("dokumentet er"))
        ) or (said.endswith((".", "?")) and len(said.split()) > 4 and not written_dates(said)):
            break
        elif written_dates(said) and len(said) < 60 and len(said.split()) < 8 and i != written[0]:
            # In a short letter the date of the letterhead is as near the end, answers after it.
            after = sum(bool(_ANSWER.match(line.text)) for line in lines[i + 1 :])
            found = lines[i].start if after < ANSWERS else found
    return found


def _after(lines: Sequence[Line], i: int) -> str:
    return next((line.text.strip() for line in lines[i + 1 :] if line.text.strip()), "")
