"""What a letter tells when it has been read: its sender, its dates, and what answers what."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.documents.division.questions import divide
from data.documents.document import Document, norwegian_date
from data.documents.who.sender import Register, identify

_SIGNED: Final = re.compile(r"((?:[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+[ \t]+(?:–[ \t]+)?){1,4}kommune)\b")
_DATED: Final = re.compile(r"\bdato\b\W{0,5}(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})", re.IGNORECASE)
# A letter says early who writes it.
_LETTERHEAD: Final = 1500
_NYNORSK: Final = re.compile(
    r"\b(?:ikkje|eit|ein|frå|kva|korleis|meir|vere|noko|kommunar|dei)\b", re.IGNORECASE
)
_BOKMAAL: Final = re.compile(
    r"\b(?:ikke|et|en|fra|hva|hvordan|mer|være|noe|kommuner|de)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Understood:
    """One letter, understood; `doubts` say in Norwegian what a person must decide.

    `parts` is the text by question, 0 for what answers none, every word in exactly one part.
    """

    avsender: str
    avsendertype: str
    kommunenumre: tuple[str, ...]
    mottatt: dt.date | None
    brev: dt.date | None
    malform: str
    parts: Mapping[int, str]
    doubts: tuple[str, ...]


def understand(document: Document, register: Register) -> Understood:
    """Return what `document` tells, with the municipalities of `register`."""
    name = document.title or _signed(document, register)
    sender = identify(name or document.fil, document.text, register)
    found = _DATED.search(document.text[:3000])
    return Understood(
        name or document.fil,
        sender.avsendertype,
        sender.kommunenumre,
        document.received,
        norwegian_date(found[1]) if found else None,
        _language(document.text),
        divide(document.text),
        (sender.doubt,) if sender.doubt else (),
    )


def undivided(document: Document, doubt: str) -> Understood:
    """Return `document` as a person must take it on: whole, and from nobody known."""
    parts = {0: document.text} if document.text else {}
    return Understood(document.fil, "annet", (), document.received, None, "ukjent", parts, (doubt,))


def senders_of(document: Document, register: Register) -> tuple[str, ...]:
    """Return the municipalities that `document` names as its sender."""
    name = document.title or _signed(document, register)
    return identify(name, document.text, register).kommunenumre if name else ()


def _signed(document: Document, register: Register) -> str:
    """Return the municipality that a file is named after, or that its letter begins by naming."""
    stem = re.sub(r"[_\W]+", " ", document.fil.rpartition("/")[2].rpartition(".")[0])
    if re.search(r"\bkommune\b", stem, re.IGNORECASE) and register.named_in(stem):
        return stem
    for found in _SIGNED.finditer(document.text[:_LETTERHEAD]):
        if register.named_in(found[1]):
            return " ".join(found[1].split())
    return ""


def _language(text: str) -> str:
    nynorsk, bokmaal = len(_NYNORSK.findall(text)), len(_BOKMAAL.findall(text))
    if nynorsk == bokmaal:
        return "ukjent"
    return "nynorsk" if nynorsk > bokmaal else "bokmaal"
