"""What the application itself says of a labelled letter, given what a reader is given."""

import re
from typing import Final

from data.coding import suggest
from data.documents.division import divide
from data.documents.division.parts import SURE
from data.documents.document import Document, norwegian_date
from data.documents.who import Register, dates_of, sender_of
from tests.quality.answer import Answer
from tests.quality.corpus import Letter
from tests.quality.splitting import Split, Stretch, labelled_split

# What the reader of a saved page takes off its heading.
_TITLE: Final = re.compile(
    r"^(?:høringssvar|høyringssvar|innspill|innspel|uttalelse|svar)\s+fr[aå]:?\s+", re.IGNORECASE
)
_PAGE: Final = (".html", ".htm", ".mhtml")
LETTERHEAD_LINES: Final = 12


def answer(letter: Letter, known: Register) -> Answer:
    """Return what the machine says of `letter`, which it is given as a reader would give it."""
    document = as_read(letter)
    sender, dates, division = sender_of(document, known), dates_of(document), divide(document.text)
    split = Split(
        letter.tekst,
        tuple(Stretch(part.sporsmal, part.start, part.end, part.also) for part in division.parts),
    )
    return Answer(
        avsender=sender.avsender,
        avsendertype=sender.avsendertype,
        kommunenumre=sender.kommunenumre,
        sender_told=bool(sender.doubt),
        brev=dates.brev,
        mottatt=dates.mottatt,
        dates_told=bool(dates.doubt),
        split=split,
        sure=division.confidence >= SURE,
        own=suggest(split.svar),
        given=suggest(labelled_split(letter).svar),
    )


def as_read(letter: Letter) -> Document:
    """Return `letter` as the readers of files hand it on."""
    inn = letter.inn
    is_page = inn.fil.lower().endswith(_PAGE)
    first = "\n".join(letter.tekst.splitlines()[:LETTERHEAD_LINES])
    return Document(
        fil=inn.fil,
        text=letter.tekst,
        kilde=inn.fil,
        title=_TITLE.sub("", inn.tittel),
        letterhead="" if is_page else "\n".join(filter(None, (inn.brevhode, first))),
        page_header=inn.brevhode,
        mail_from=inn.epost_fra,
        received=norwegian_date(inn.side_dato),
    )
