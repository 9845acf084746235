"""Passages of an answer that are not the sender's own view now, and where the decision stands.

In a case paper what was decided counts: proposals that fell, remarks of a minority, what others are
quoted as saying, earlier processes and the case's facts are others' views or none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from data.documents.division.lines import lines_of, paragraphs_of
from data.documents.division.marks import asked
from data.documents.division.parts import Span

FELL: Final = "forslag som falt"
MINORITY: Final = "protokolltilførsel"
QUOTED: Final = "sitat"
EARLIER: Final = "tidligere prosess"
FACTS: Final = "saksopplysninger"
ASKED: Final = "gjentatt spørsmål"

_COUNCIL: Final = r"(?:kommunestyret|formannskapet|bystyret|heradsstyret|byrådet|utval[g]?et)"
_ANSWER: Final = r"(?:høringssvar|høyringssvar|uttalelse|uttale|fråsegn|svar|tekst|innsp[ie]ll?)"
# Headings of a case paper, and what the text below each of them is. The first that fits counts.
_KINDS: Final = {
    "vedtak": (
        (
            rf"(?:{_COUNCIL}s?[ \t]+)?(?:endelige?[ \t]+)?(?:vedtak|uttalelse|uttale|fråsegn)"
            r"(?:[ \t]+i[ \t]+\w+)?(?:[ \t]+[\d./-]+)*(?:,?[ \t]+(?:samrøystes|enstemmig))?"
        ),
        r"(?:\w+[ \t]+){0,2}(?:fattet|gjorde)[ \t]+(?:slikt|følgende|følgjande)[ \t]+vedtak",
        r"(?:samrøystes|enstemmig|slikt)[ \t]+vedtak",
        r"vedtak(?:ets)?[ \t]+(?:ordlyd|tekst)",
        rf"(?:vedtatt|vedteke[nt]?|endelig|endeleg)[ \t]+{_ANSWER}",
        (
            r"(?:\w+[ \t]+){0,4}(?:vedtok|vedtatt|vedtar|vedteke?|avgav?|gjort|gjorde)[ \t]+"
            r"(?:\w+[ \t]+){0,2}(?:slikt?|følgende|følgjande|fylgjande)[ \t]+"
            rf"(?:vedtak|{_ANSWER})"
        ),
        (
            r"(?:uttalelsen|uttalen|vedtaket|svaret|fråsegna)[ \t]+(?:blir|vert|ble|vart|lyder?|er)"
            r"[ \t]+(?:(?:da|då|dermed|etter dette)[ \t]+)?(?:slik|som følger|som følgjer)"
        ),
    ),
    MINORITY: (
        r"protokolltilfør\w*(?:[ \t]+(?:fra|frå|til)\b.*)?",
        r"mindretall?ets?\b.*|særmerknad\w*|dissens\w*|merknad(?:er|ar)?[ \t]fr[aå]\b.*",
    ),
    "forslag": (
        (
            r"(?:[\w.-]+[ \t]+){0,3}(?:forslag|framlegg|innstilling|tilrådi?ng)\w*"
            r"(?:[ \t]+til[ \t]+(?:vedtak|uttalelse|uttale|fråsegn))?"
            r"(?:[ \t]+(?:fra|frå|på|i)[ \t]+[^:]*)?"
        ),
    ),
    "behandling": (
        r"(?:behandling|handsaming|votering|avrøysting|røysting|saksprotokoll|saksgang)\b.*",
        r"(?:møtebehandling|sak(?:a|en) i korte trekk)\b.*",
    ),
    FACTS: (
        r"saksopplysning\w*|saksutgreiing|saksutredning|saksframlegg|saksfremlegg|faktagrunnlag",
        r"bakgrunn\w*|bakgrunn for saken|vurdering\w*|konklusjon|historikk|alternative? løsning\w*",
        r"(?:kommunedirektørens|rådmannens)[ \t]+(?:vurdering\w*|kommentar\w*)",
        r"økonomiske konsekvens\w*|hva saken gjelder|kva saka gjeld",
    ),
}
_HEADINGS: Final = {
    kind: re.compile(
        rf"^[ \t]*(?:\d+[.\d]*[ \t]+)?(?:{'|'.join(patterns)})[ \t]*:?[ \t]*$", re.IGNORECASE
    )
    for kind, patterns in _KINDS.items()
}
# Said at the start of a line, with the words after it.
_DECIDED_INLINE: Final = re.compile(
    r"^[ \t]*(?:vedtak(?:et)?|(?:kommunestyret|formannskapet|bystyret|"
    r"heradsstyret)s?[ \t]+vedtak)[ \t]*:[ \t]*\S",
    re.IGNORECASE,
)
_PROPOSED_INLINE: Final = re.compile(
    r"^[ \t]*(?:forslag(?:et)?|framlegg(?:et)?|innstilling(?:en|a)?|tilråding(?:a)?)[ \t]+(?:fra|"
    r"frå|til)[ \t]+[^:\n]{2,60}:[ \t]*\S",
    re.IGNORECASE,
)
_OTHER_CASE: Final = re.compile(
    r"^[ \t]*(?:sak|ps)[ \t]+\d+(?:[/-]\d+)?[ \t]*[:.–-]", re.IGNORECASE
)
_VOTED_DOWN: Final = re.compile(
    r"\b(?:forslag|framlegg|innstilling)\w*\b[^.]*\b(?:falt|fall|fell|fekk \d+|fikk \d+|"
    r"ble ikke vedtatt|vart ikkje vedteke)\b",
    re.IGNORECASE,
)
_CASE_PAPER: Final = re.compile(
    r"saksframlegg|saksfremlegg|saksprotokoll|særutskrift|møtebok|møteprotokoll|utvalgssak|"
    r"utv\.saksnr|"
    r"innstilling|forslag til vedtak|framlegg til vedtak|saksutredning|saksutgreiing|saksgang",
    re.IGNORECASE,
)
_QUOTE: Final = re.compile(r"[«“\"]([^«»“”\"]{40,}?)[»”\"]", re.DOTALL)
_QUOTED_FROM: Final = re.compile(
    r"politimester|politimeister|politidistrikt|politiet|direktorat|departement|statsråd|minister|"
    r"regjering|"
    r"avis|rapport|evaluering|DFØ|skrev|skreiv|sa\b|uttalte|siter|står det|heter det|heiter det|"
    r"ifølge|i følgje|forslag",
    re.IGNORECASE,
)
_OLD: Final = re.compile(
    r"\b(?:i|sidan|siden|fra|frå|den gang|innen|hausten|høsten|våren)\b[^.]{0,25}\b(?:19\d\d|200\d|"
    r"201[0-8])\b|"
    r"\bden gang(?:en)?\b|\bden gongen\b|\b(?:forrige|førre) (?:prosess|runde|høring|høyring)",
    re.IGNORECASE,
)
_OLD_ACT: Final = re.compile(
    r"foreslo|foreslått|foreslåtte|krevde|kravde|vedtok|uttalte|mente|meinte|skrev|skreiv|"
    r"høringssvar|høyringssvar|ba om|bad om|"
    r"gikk imot|gjekk imot|ønsket|ønskte",
    re.IGNORECASE,
)
_THEIR_VIEW: Final = re.compile(
    r"\b(?:politimesteren|politimeisteren|politidistriktet|politiet|stasjonssjefen|"
    r"politistasjonssjefen|lensmannen|"
    r"mindretallet|mindretalet|opposisjonen)\b"
    r"[^.\n]{0,60}?\b(?:skrev|skreiv|skriv|skriver|mener|meiner|mente|meinte|hevder|hevdar|"
    r"viste til|foreslår|foreslo|gjort? framlegg|"
    r"gitt uttrykk|gjeve uttrykk|vurderer|vurderte|uttaler|uttalte|ønsket å|ønskte å)\b",
    re.IGNORECASE,
)


_AS_PROPOSED: Final = re.compile(
    r"\s*(?:som|i samsvar med|tilsvarende|samrøystes som|enstemmig som|i tråd med)[^.\n]{0,40}"
    r"(?:innstilling|forslag|framlegg|tilråding)",
    re.IGNORECASE,
)
# A decision of fewer letters says only that one was made.
SHORTEST: Final = 25


@dataclass(frozen=True)
class Section:
    """What stands below one heading of a case paper; `body` is where the words begin."""

    kind: str
    start: int
    body: int
    end: int


def others(text: str) -> tuple[Span, ...]:
    """Return the passages of `text` that are not the sender's own view now, in order.

    The reasons are `FELL`, `MINORITY`, `QUOTED`, `EARLIER`, `FACTS` and `ASKED`. Spans may lie
    within one another.
    """
    found = [
        *_sections(text),
        *_quotes(text),
        *_sentences(text),
        *(Span(mark.words, mark.asked, ASKED) for mark in asked(text) if mark.asked > mark.words),
    ]
    return tuple(sorted(set(found), key=lambda span: (span.start, -span.end)))


def case_sections(text: str) -> list[Section]:
    """Return the sections of `text` where it is a case paper or has a decision; else none."""
    heads = [(kind, line) for line in lines_of(text) if (kind := _kind(line.text))]
    if not any(kind in ("vedtak", "forslag") for kind, _line in heads):
        return []
    ends = [*(line.start for _kind, line in heads[1:]), len(text)]
    return [
        Section(kind, line.start, min(line.end + 1, end), end)
        for (kind, line), end in zip(heads, ends, strict=True)
    ]


def _kind(line: str) -> str:
    """Return what a line opens: a section of a case paper, or nothing."""
    if _DECIDED_INLINE.match(line):
        return "vedtak"
    if _PROPOSED_INLINE.match(line):
        return "forslag"
    # A proposal on a line of its own is a heading; «forslag» in a sentence is not.
    if _OTHER_CASE.match(line):
        return "sak"
    if len(line) > 100 or line.rstrip().endswith((".", ",")):
        return ""
    return next((kind for kind, pattern in _HEADINGS.items() if pattern.match(line)), "")


def is_case_paper(text: str) -> bool:
    """Return whether `text` carries the headings of a case that went through a council."""
    return bool(_CASE_PAPER.search(text))


def decided(sections: Sequence[Section], text: str) -> Section | None:
    """Return the section with what was decided at last, None where no section holds it.

    Where the decision only says that the proposal was adopted, the proposal is what was decided.
    """
    made = [each for each in sections if each.kind == "vedtak" and _says(text, each)]
    if made:
        return made[-1]
    proposals = [each for each in sections if each.kind == "forslag" and _says(text, each)]
    fell = re.search(r"forslag[^.\n]{0,60}\bfalt\b|falt med", text, re.IGNORECASE)
    return proposals[0] if proposals and not fell else None


def _says(text: str, section: Section) -> bool:
    """Return whether `section` holds what was decided, and not only that the proposal stands."""
    heading = text[section.start : section.body]
    words = heading if ":" in heading.rstrip()[:-1] else text[section.body : section.end]
    return len(words.strip()) > SHORTEST and not _AS_PROPOSED.match(words)


def _sections(text: str) -> Iterator[Span]:
    sections = case_sections(text)
    chosen = decided(sections, text)
    reasons = {
        "forslag": FELL,
        MINORITY: MINORITY,
        FACTS: FACTS,
        "behandling": FACTS,
        "vedtak": FELL,
        "sak": FACTS,
    }
    for section in sections:
        if section != chosen and section.kind == "behandling" and chosen is None:
            continue
        if section != chosen:
            yield Span(section.start, section.end, reasons[section.kind])


def _quotes(text: str) -> Iterator[Span]:
    for found in _QUOTE.finditer(text):
        before = text[max(0, found.start() - 160) : found.start()]
        said = re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", before)[-1]
        if _QUOTED_FROM.search(said) or len(found[1]) > 160:
            yield Span(found.start(), found.end(), QUOTED)


def _sentences(text: str) -> Iterator[Span]:
    for paragraph in paragraphs_of(text, 0, len(text)):
        at = paragraph.start
        ends = [m.end() for m in re.finditer(r"[.!?]»?(?=\s|$)", text[at : paragraph.end])]
        for start, stop in pairwise([0, *ends]):
            said = text[at + start : at + stop]
            first = at + start + (len(said) - len(said.lstrip()))
            if _VOTED_DOWN.search(said):
                yield Span(first, at + stop, FELL)
            elif _OLD.search(said) and _OLD_ACT.search(said):
                yield Span(first, at + stop, EARLIER)
            elif _THEIR_VIEW.search(said):
                yield Span(first, at + stop, QUOTED)
