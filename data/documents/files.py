"""Saved PDFs and Word files: their text as it stands, less the heads and feet of pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from data.documents.document import Document, norwegian_date, tidy
from data.problems import Problem, SourceError

# A line at the top or bottom of more than so many of the pages belongs to the paper, not the text.
REPEATED: Final = 0.5
EDGE: Final = 3
# A scan may have a stamp or two that somebody typed.
LEAST_TEXT: Final = 40
_SPACES: Final = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
_PAGE_NUMBER: Final = re.compile(
    r"^\s*(?:side\s+)?\d{1,3}\s*(?:(?:av|/|of)\s*\d{1,3})?\s*$", re.IGNORECASE
)
_DATED: Final = re.compile(r"\bdato\b\W{0,5}(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})", re.IGNORECASE)

SCANNED: Final = "PDF-en har ingen tekst (skannet); skriv inn teksten i svar.csv"
OWN_DATE: Final = "datoen er den som står i brevet"


def read_pdf(path: Path) -> Document:
    """Return the text of the PDF `path`, page after page.

    A scan without text gives an empty text and a note. Raises `SourceError` when the file is no PDF
    or is locked.
    """
    try:
        reader = PdfReader(path)
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError) as error:
        raise SourceError([Problem(path.name, 0, "", "", "en lesbar PDF uten passord")]) from error
    text = tidy("\n".join(without_edges(pages)))
    if len(text) < LEAST_TEXT:
        return Document(path.name, "", path.name, notes=(SCANNED,))
    return _dated(Document(path.name, text, path.name))


def read_word(path: Path) -> Document:
    """Return the text of the Word file `path`: paragraphs and tables in their order.

    Raises `SourceError` when the file is no Word file.
    """
    try:
        document = docx.Document(str(path))
    except Exception as error:  # python-docx lets the errors of zip and XML through.
        raise SourceError([Problem(path.name, 0, "", "", "en lesbar DOCX-fil")]) from error
    lines = [_paragraph(element) for element in document.element.body.iter(qn("w:p"))]
    return _dated(Document(path.name, tidy("\n".join(lines)), path.name))


def without_edges(pages: Sequence[str]) -> list[str]:
    """Return `pages` without page numbers and the lines that most pages begin or end with."""
    split = [page.splitlines() for page in pages]
    edges = [_edges(lines) for lines in split]
    seen = Counter(
        key
        for lines, places in zip(split, edges, strict=True)
        for key in {_same(lines[i]) for i in places}
    )
    common = {key for key, times in seen.items() if times > max(1, REPEATED * len(pages))}
    return [
        "\n".join(
            line
            for i, line in enumerate(lines)
            if i not in places or not (_same(line) in common or _PAGE_NUMBER.match(line))
        )
        for lines, places in zip(split, edges, strict=True)
    ]


def _edges(lines: Sequence[str]) -> set[int]:
    """Return the places of the outermost lines with anything on them."""
    written = [i for i, line in enumerate(lines) if line.strip()]
    return {*written[:EDGE], *written[-EDGE:]}


def _same(line: str) -> str:
    """Return what two heads have in common: all but the digits."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _paragraph(element: BaseOxmlElement) -> str:
    written = "".join(
        child.text or "" if child.tag == qn("w:t") else _SPACES[child.tag]
        for child in element.iter(qn("w:t"), *_SPACES)
    )
    is_listed = element.find(f".//{qn('w:numPr')}") is not None
    return f"- {written}" if is_listed and written.strip() else written


def _dated(document: Document) -> Document:
    found = _DATED.search(document.text[:3000])
    date = norwegian_date(found[1]) if found else None
    if date is None:
        return document
    return replace(document, received=date, notes=(*document.notes, OWN_DATE))
