"""One saved file as a value: what it says, what else it tells, and what was left out of it."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_DATE: Final = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_UNCOUNTED: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
# What no table, page or Word file can hold.
_BREAKS: Final = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class LeftOut:
    """Characters of a file that are not in its text, and why, in Norwegian.

    White space is not counted: files add and lose it freely.
    """

    characters: int
    reason: str


@dataclass(frozen=True)
class Attachment:
    """A file that an answer points to: the name a reader sees, and others it may be saved under."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """One saved file: its text word for word, and what else it tells.

    `fil` is its path within the folder, and `kilde` the address it was saved from, or `fil`. The
    fields from `title` to `received` say who sent it and when, as the file has it and nobody has
    weighed it: `title` is the sender in a page's heading, `letterhead` the first lines of the first
    page before anything was taken out, `page_header` the heads and feet that repeat, a line each,
    `mail_from` an e-mail's sender («Navn <adresse>»), and `received` the time stamp of a page or an
    e-mail. Each is empty or None where the file has none.

    `attachments` are the files it points to. `notes` say what a reader must know and `lacks` what
    is missing in the text, both in Norwegian. `unread` are the pages, from 1, that have no text,
    and `ocr_confidence` is how sure the machine was that read a scan, 0–100, None where all is the
    file's own text.

    `characters` is what the file holds and `added` what was written out that Word or a browser
    makes itself, such as the numbers of a list. They are counted where the file is read, apart from
    the text, so that `characters + added` must equal the text and `left_out` together.
    """

    fil: str
    text: str
    kilde: str
    title: str = ""
    letterhead: str = ""
    page_header: str = ""
    mail_from: str = ""
    received: dt.date | None = None
    attachments: tuple[Attachment, ...] = ()
    notes: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unread: tuple[int, ...] = ()
    ocr_confidence: float | None = None
    characters: int = 0
    added: int = 0


def counted(text: str) -> int:
    """Return the number of characters in `text` that are neither white space nor control codes."""
    return len(_UNCOUNTED.sub("", text))


def norwegian_date(text: str) -> dt.date | None:
    """Return the first date written as dd.mm.åååå in `text`, None when there is none."""
    for day, month, year in _DATE.findall(text):
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def tidy(text: str) -> str:
    """Return `text` without what files add that nobody reads, every word and line break kept.

    Trailing blanks, piled empty lines and control codes go; letters written as two characters
    become one, as they look, and half a character of a broken file becomes «\ufffd».
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = unicodedata.normalize("NFC", whole).replace("\xa0", " ")
    lines = [_CONTROL.sub("", line).rstrip() for line in _BREAKS.split(plain)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
