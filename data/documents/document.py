"""One saved file as a value: what it says, and who sent it where it tells."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_DATE: Final = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")


@dataclass(frozen=True)
class Document:
    """One saved file: its text word for word, and what else it tells.

    `avsender` is empty where the file does not name one, `dato` None where it has none. `kilde` is
    the address it was saved from, or its name. `attachments` are the names of files it points to,
    and `notes` what a reader must know, in Norwegian.
    """

    fil: str
    text: str
    kilde: str
    avsender: str = ""
    dato: dt.date | None = None
    attachments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


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
