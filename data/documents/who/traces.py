"""The places of a file where its sender stands: letterhead, page header, signature, names.

A trace is a line that could be a sender's name. A municipality in a sentence, in an address that a
letter goes to, or in a list of copies is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from data.documents.document import Document
from data.documents.who import words
from data.documents.who.people import is_person
from data.documents.who.register import Register, folded

# A letter says early who writes it, in short lines.
HEAD: Final = 15
LONG: Final = 110
# The longest address after «Til:», in lines.
ADDRESS: Final = 4
_POST_CODE: Final = re.compile(r"^[ \t]*(?:N[O-]?-?)?\d{4}[ \t]+\w")
# The last lines of a letter, where it is signed.
FOOT: Final = 30
_SMALL: Final = re.compile(
    r"[ \t]*[a-zæøåáčđŋšŧž-]+(?: [a-zæøåáčđŋšŧž-]+)? (?:kommune|herad)[ \t]*"
)
_SPACED: Final = re.compile(r"\b(?:[^\W\d_][ ]){3,}[^\W\d_]\b")
_FROM: Final = re.compile(
    r"^[ \t]*(?:fra|frå|avsender|avsendar|innsender|innsendar|høringsinstans|høyringsinstans|"
    r"kommune|kommunens navn|kommunenavn|kommunenamn|på vegne av|"
    r"på vegner av)[ \t]*:[ \t]*(?P<who>.*)$",
    re.IGNORECASE,
)
_ANSWER_FROM: Final = re.compile(
    r"^[ \t]*(?:\w+[ \t]+){0,3}?(?:(?:hørings|høyrings)?(?:svar|uttalelse|uttale|fråsegn|innspill|"
    r"innspel|tilbakemelding)\w*|brev)[ \t]+(?:\w+[ \t]+){0,4}?fr[aå][ \t]+(?P<who>.+)$",
    re.IGNORECASE,
)
_COMMUNE_LABEL: Final = re.compile(r"[ \t]*kommune", re.IGNORECASE)
_TO: Final = re.compile(
    r"^[ \t]*(?:til|mottaker\w*|mottakar\w*|adressat\w*|kopi(?:[ \t]til)?|cc|kopimottak\w*|"
    r"deres ref\w*|att|vedlegg|sendt til|gjenpart|likelydende|likelydande|emne|"
    r"sak)[ \t]*[:.]?(?:[ \t]|$)",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(
    r"^[ \t]*(?:med[ \t]+(?:venn?l?[ie]g[ \t]+)?(?:hilsen|helsing|hilsing)|(?:venn?l?[ie]g|beste|"
    r"vennleg|hjerteleg)[ \t]+(?:hilsen|helsing)\w*|mvh|m\.v\.h|vh|hilsen|helsing|for[ \t]+\w+|"
    r"etter fullmakt|e\.f|på vegn\w+ av|underskrift|signert|dearvvuođaiguin)\b",
    re.IGNORECASE,
)
_GREETS: Final = re.compile(
    r"^[ \t]*(?:med[ \t]+(?:venn?l?[ie]g[ \t]+)?(?:hilsen|helsing)|mvh|"
    r"(?:venn?l?[ie]g |beste )?(?:hilsen|helsing))\b",
    re.IGNORECASE,
)
_FAREWELL: Final = re.compile(
    r"^(?:med \w*\s*(?:hilsen|helsing)|mvh|(?:venn?l?[ie]g |beste )?(?:hilsen|helsing)|"
    r"for|på vegn\w+ av)\b[ ,:]*(?:fra |frå )?",
    re.IGNORECASE,
)
_COPIES: Final = re.compile(
    r"^[ \t]*(?:kopi|vid[ae]resend\w*|oversend\w*|ekspeder\w*|kopimottak\w*|vedlegg|mottak\w+|"
    r"likelyd\w+|gjenpart|cc|sendt til|ekstern kopi|"
    r"intern kopi|interne mottak\w*|eksterne mottak\w*)\b",
    re.IGNORECASE,
)
# A row of a case paper, which lists every organ that a case has been through.
_CASE: Final = re.compile(r"^\W*\d+[/-]\d+|.*\b(?:utvalgssak|saksgang|møtested)\b", re.IGNORECASE)
_DATED: Final = re.compile(
    r"[ \t,]*(?:\b(?:dato|vår ref|deres ref|dykkar ref|saksnr|arkiv\w*|møtedato|møte)\b|"
    r"\d{1,2}\.[ \t]?(?:\d{1,2}\.|[a-z]{3,9})[ \t]?\d{2,4})",
    re.IGNORECASE,
)
# A line this long has been broken in the middle of a sentence.
WRAPPED: Final = 45
_GOES_ON: Final = re.compile(r"(?:v|ved|i|på|og|si|sitt?)$|" + words.ORGAN.pattern, re.IGNORECASE)
_SENTENCE: Final = re.compile(r"^[ \t]*(?!v/)[a-zæøå]+\b")
_GENERIC: Final = re.compile(
    r"\b(?:h(?:ø|o|oe)y?rings(?:svar|uttal\w*|innsp[ie]l+)|uttalelse|uttale|svar|svarbrev|"
    r"brev|"
    r"innspill|innspel|fra|frå|om|på|og|i|for|av|politi\w*|tjenestested\w*|tenestestad\w*|"
    r"departement\w*|justis\w*|jd|regjeringen|vedlegg|endelig|endeleg|signert|skannet|skanna|"
    r"scan|særutskrift|saksprotokoll|protokoll|vedtak|sak|nr|felles|kommunens|bedre|lokale|"
    r"tjenester)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Trace:
    """A line that could be a sender's name, with what stands around it; `kind` says where."""

    kind: str
    name: str
    around: str = ""


def letterhead(document: Document) -> list[Trace]:
    """Return the senders' lines of the letterhead."""
    return list(_heads(_straightened(document.letterhead)[:HEAD], "brevhodet"))


def first_lines(document: Document) -> list[Trace]:
    """Return the senders' lines at the start of a text that has no letterhead apart."""
    if document.letterhead:
        return []
    return list(_heads(_straightened(document.text)[:HEAD], "brevhodet"))


def page_header(document: Document) -> list[Trace]:
    """Return the senders' lines of the heads and feet that repeat."""
    return list(_heads(_straightened(document.page_header), "toppteksten"))


def signature(document: Document) -> list[Trace]:
    """Return the lines a letter is signed with, last things such as lists of copies left out."""
    lines = _straightened(document.text)
    foot = [line.strip() for line in lines[-FOOT:]]
    ends = next((i for i, line in enumerate(foot) if i and _COPIES.match(line)), len(foot))
    closes = [i for i, line in enumerate(foot[:ends]) if _CLOSES.match(line)]
    start = closes[-1] if closes else max(0, ends - 4)
    if closes and len(closes) > 1 and closes[-1] - closes[-2] <= 2:
        start = closes[-2]
    around = "\n".join(foot[start:ends])
    traces = []
    signed = foot[start:ends]
    for above, line, below in zip(["", *signed], signed, [*signed[1:], ""], strict=False):
        name = _FAREWELL.sub("", line).strip()
        if not name or len(name) > LONG or name.endswith((".", ":", ";")):
            continue
        # Without a greeting these are the last lines of the text, which may be a sentence.
        titled = is_person(above) and words.ORGAN.match(name)
        if closes or titled or is_person(name) or not _runs_on(name, above, below):
            traces.append(Trace("signaturen", name, around))
    return traces


def file_name(document: Document) -> list[Trace]:
    """Return what the file, and the folder it lies in, is called, as words."""
    path = PurePosixPath(document.fil)
    parts = [path.stem, *(part for part in reversed(path.parent.parts) if part != ".")]
    return [Trace("filnavnet", _as_words(part)) for part in parts]


def mail_sender(document: Document, register: Register) -> list[Trace]:
    """Return the name in an e-mail's sender, and the municipality its address is at."""
    name, address = parseaddr(document.mail_from)
    traces = [Trace("e-posthodet", name)] if name and "@" not in name else []
    place = re.search(
        r"@(?:[\w-]+\.)*?([\w-]+)\.(kommune|herad|suohkan|gielda|tjielte)\.no$", address
    )
    if place:
        numbers = spelled_out(place[1], register)
        traces += [
            Trace("e-posthodet", f"{register.names[nr]} {place[2]}") for nr in sorted(numbers)[:1]
        ]
    return traces


def spelled_out(name: str, register: Register) -> set[str]:
    """Return the numbers of the municipality that `name`, written in a–z alone, is the name of."""
    wanted = folded(name)
    return {nr for form, all_ in register.numbers.items() if folded(form) == wanted for nr in all_}


def bare_file_name(name: str) -> str:
    """Return what is left of a file's name without words that any answer has."""
    return " ".join(re.sub(r"\d+", " ", _GENERIC.sub(" ", name)).split())


def _heads(lines: list[str], kind: str) -> Iterator[Trace]:
    around = "\n".join(lines)
    address, above = 0, ""
    for line, following in pairwise([*lines, ""]):
        said, above_it = line.strip(), above
        above = said
        if _GREETS.match(said):
            return
        if not said:
            address = 0
            continue
        labelled = _FROM.match(said) or _ANSWER_FROM.match(said)
        if labelled:
            who = labelled["who"].strip(" .:")
            is_name = _COMMUNE_LABEL.match(said) and "kommune" not in who.casefold()
            yield Trace(kind, f"{who} kommune" if is_name else who, around)
            continue
        to = _TO.match(said)
        if to:
            # The address may stand on the label's line, or on those below it.
            address = 0 if said[to.end() :].strip() else ADDRESS
        elif address:
            address = 0 if _POST_CODE.match(said) else address - 1
        elif len(said) <= LONG and not _runs_on(said, above_it, following.strip()):
            yield Trace(kind, _without_case(said), around)


def _runs_on(line: str, above: str, below: str = "") -> bool:
    """Return whether `line` is part of a sentence: «Rana kommune viser til brevet …»."""
    begun = len(above) >= WRAPPED and above[-1] not in ".:!?" and above.count(" ") >= 5
    goes_on = below[:1].islower() and not (words.ORGAN.match(below) or below.startswith("v/"))
    if begun or goes_on or _SENTENCE.match(line) or (line[-1] in ".?!" and line.count(" ") > 3):
        return True
    found = re.search(rf"\b{words.MUNICIPAL}\b[ \t]+(?P<then>[a-zæøå]+)", line)
    if not found or is_person(line):
        return False
    return not _GOES_ON.match(found["then"])


def _without_case(line: str) -> str:
    """Return `line` without its date and number; a row of a case's way through organs is none."""
    if _CASE.match(line):
        return ""
    return " ".join(
        re.sub(rf"{_DATED.pattern}.*$", "", line, flags=re.IGNORECASE).split(" ")
    ).strip(" ,")


def _straightened(text: str) -> list[str]:
    """Return the lines of `text` as names are written.

    Those in spaced letters («R A N A  K O M M U N E») are closed up, and one that is all a name in
    small letters («stord kommune») has capitals.
    """
    lines = [_SPACED.sub(_closed, line.replace("\u00a0", " ")) for line in text.splitlines()]
    return [line.title() if _SMALL.fullmatch(line) else line for line in lines]


def _closed(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


def _as_words(name: str) -> str:
    spaced = re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])", " ", re.sub(r"[_.+\-–\s]+", " ", name))
    small = {"og", "i", "fra", "frå", "til", "kommune", "kommuner", "for", "av", "v"}
    return " ".join(
        word if word.casefold() in small or not word.islower() else word.capitalize()
        for word in spaced.split()
    )
