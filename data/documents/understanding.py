"""What a letter tells when it has been read: its sender, its dates, and what answers what."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.documents.division import divide
from data.documents.document import Document
from data.documents.who import Register, dates_of, sender_of

# Where the date of receipt stands.
RECEIVED: Final = "siden, e-posten eller et stempel"
_NYNORSK: Final = re.compile(
    r"\b(?:ikkje|eit|ein|frå|kva|korleis|meir|vere|noko|kommunar|dei)\b", re.IGNORECASE
)
_BOKMAAL: Final = re.compile(
    r"\b(?:ikke|et|en|fra|hva|hvordan|mer|være|noe|kommuner|de)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Basis:
    """What one thing told of a letter rests on, in Norwegian; `doubt` is what a person must decide.

    `hva` is one of `vocabulary.AVLEST`. `confidence` is from 0 to 1, None where nobody has said.
    """

    hva: str
    reason: str
    confidence: float | None = None
    doubt: str = ""


@dataclass(frozen=True)
class Understood:
    """One letter, understood.

    `parts` is the text by question, 0 for what answers none, every word in exactly one part.
    `doubts` say in Norwegian what a person must decide of sender and dates, and `checks` what is to
    be seen over in the division.
    """

    avsender: str
    avsendertype: str
    kommunenumre: tuple[str, ...]
    mottatt: dt.date | None
    brev: dt.date | None
    malform: str
    parts: Mapping[int, str]
    doubts: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()


def understand(document: Document, register: Register) -> Understood:
    """Return what `document` tells, with the municipalities of `register`."""
    sender, dates, division = (
        sender_of(document, register),
        dates_of(document),
        divide(document.text),
    )
    # A page that says when it came in is dated well enough, though the letter on it has no date.
    is_dated = dates.brev is None and dates.mottatt is not None
    date_doubt = "" if is_dated else dates.doubt
    basis = [Basis("avsender", sender.reason, doubt=sender.doubt)]
    basis.append(Basis("brevdato", dates.reason, doubt=date_doubt))
    if dates.mottatt:
        basis.append(Basis("dato", RECEIVED))
    if document.text:
        basis.append(Basis("deling", division.reason, division.confidence))
    return Understood(
        sender.avsender or document.fil,
        sender.avsendertype,
        sender.kommunenumre,
        dates.mottatt,
        dates.brev,
        _language(document.text),
        division.answers(document.text),
        tuple(filter(None, (sender.doubt, date_doubt))),
        tuple(division.remarks()) if document.text else (),
        tuple(basis),
    )


def undivided(document: Document, doubt: str) -> Understood:
    """Return `document` as a person must take it on: whole, and from nobody known."""
    parts = {0: document.text} if document.text else {}
    return Understood(
        document.fil, "annet", (), document.received, None, "ukjent", parts, doubts=(doubt,)
    )


def _language(text: str) -> str:
    nynorsk, bokmaal = len(_NYNORSK.findall(text)), len(_BOKMAAL.findall(text))
    if nynorsk == bokmaal:
        return "ukjent"
    return "nynorsk" if nynorsk > bokmaal else "bokmaal"
