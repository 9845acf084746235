"""One saved file as a value: what it says, what else it tells, and what was left out of it."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_DATE: Final = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")


@dataclass(frozen=True)
class LeftOut:
    """Characters of a file that are not in its text, and why, in Norwegian.

    White space is not counted: files add and lose it freely.
    """

    characters: int
    reason: str


@dataclass(frozen=True)
class Document:
    """One saved file: its text word for word, and what else it tells.

    `fil` is its path within the folder, and `kilde` the address it was saved from, or `fil`. The
    fields from `title` to `received` say who sent it and when, as the file has it and nobody has
    weighed it: `title` is the sender in a page's heading, `letterhead` the first lines of the first
    page before anything was taken out, `page_header` the heads and feet that repeat, a line each,
    `mail_from` an e-mail's sender («Navn <adresse>»), and `received` the time stamp of a page or an
    e-mail. Each is empty or None where the file has none.

    `attachments` are the names of files it points to, `notes` what a reader must know, in
    Norwegian, `unread` the pages, from 1, that have no text, and `ocr_confidence` how sure the
    machine was that read a scan, 0–100, None where all is the file's own text.
    """

    fil: str
    text: str
    kilde: str
    title: str = ""
    letterhead: str = ""
    page_header: str = ""
    mail_from: str = ""
    received: dt.date | None = None
    attachments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unread: tuple[int, ...] = ()
    ocr_confidence: float | None = None


def norwegian_date(text: str) -> dt.date | None:
    """Return the first date written as dd.mm.åååå in `text`, None when there is none."""
    for day, month, year in _DATE.findall(text):
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def tidy(text: str) -> str:
    """Return `text` without the white space that files add: trailing blanks and piled empty lines.

    No word, and no line break between words, is changed.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\xa0", " ").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
