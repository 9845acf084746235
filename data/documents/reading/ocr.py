"""Reading pictures of text with Tesseract, where it is installed with Norwegian.

What it finds is a machine's guess, so it comes with how sure the machine is.
"""

import csv
import functools
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2

from data.documents.document import counted

LANGUAGE: Final = "nor"
DOTS_PER_INCH: Final = 300
POINTS_PER_INCH: Final = 72
# A sheet of A4 is 3 508 dots high; a poster need not be read more finely.
MOST_DOTS: Final = 4_000
SECONDS_A_PAGE: Final = 40
# A letter is one column; on its own, Tesseract takes wide gaps for columns.
COLUMN: Final = "4"
_WORD: Final = "5"


@dataclass(frozen=True)
class Scan:
    """What was read from one picture, and how sure it is, 0–100, by the character."""

    text: str
    confidence: float


@functools.cache
def is_installed() -> bool:
    """Return whether Tesseract and its Norwegian are here."""
    if shutil.which("tesseract") is None:
        return False
    told = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=False
    )
    return LANGUAGE in told.stdout.split()


def picture_of(page: pypdfium2.PdfPage) -> bytes:
    """Return `page` as a grey picture, in the PNM format."""
    scale = min(DOTS_PER_INCH / POINTS_PER_INCH, MOST_DOTS / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    raw = bytes(bitmap.buffer)
    rows = (raw[y * bitmap.stride :][: bitmap.width] for y in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def read(picture: bytes) -> Scan | None:
    """Return what stands on `picture`, None where it cannot be read here."""
    if not is_installed():
        return None
    try:
        done = subprocess.run(
            [
                "tesseract",
                "stdin",
                "stdout",
                "-l",
                LANGUAGE,
                "--psm",
                COLUMN,
                "--dpi",
                str(DOTS_PER_INCH),
                "tsv",
            ],
            input=picture,
            capture_output=True,
            check=True,
            timeout=SECONDS_A_PAGE,
            # Several files are read at once already.
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return _assembled(done.stdout.decode("utf-8", "replace"))


def together(scans: Sequence[Scan]) -> float | None:
    """Return how sure all of `scans` are, by the character; None without any."""
    length = sum(counted(each.text) for each in scans)
    if not length:
        return None
    return sum(each.confidence * counted(each.text) for each in scans) / length


def _assembled(table: str) -> Scan:
    """Return the words of Tesseract's `table` on their lines, paragraphs apart."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row["level"] == _WORD and row["text"].strip()]
    text, before = "", None
    for row in words:
        place = (row["block_num"], row["par_num"], row["line_num"])
        if before is not None:
            text += " " if place == before else "\n" if place[:2] == before[:2] else "\n\n"
        text, before = text + row["text"], place
    length = sum(len(row["text"]) for row in words)
    sure = sum(float(row["conf"]) * len(row["text"]) for row in words)
    return Scan(text, sure / length if length else 0.0)
