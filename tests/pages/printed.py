"""What stands on the pages of a PDF, as PDFium reads it.

Pypdf, which others read the structure with, goes through every line of a map in Python to find no
text in it, and takes thirty times as long over the same words.
"""

import re

from pypdfium2 import PdfDocument

# Where a word is divided at the end of a line, PDFium has this instead of the hyphen.
DIVIDED = "\ufffe"


def pages(data: bytes) -> list[str]:
    """Return the text of each page of the PDF in `data`."""
    with PdfDocument(data) as document:
        found = [page.get_textpage().get_text_range() for page in document]
    return [text.replace("\r\n", "\n").replace(DIVIDED, "\u00ad") for text in found]


def text_of(data: bytes) -> str:
    """Return the text of the PDF in `data` on one line."""
    return " ".join(" ".join(re.split(r"\s+", text.strip())) for text in pages(data))
