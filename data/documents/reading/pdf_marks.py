"""What is filled in or noted on a page of a PDF, put where a reader sees it.

Neither form fields nor notes are part of a page's text; where a form asks, the answers are there.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

CHECKED: Final = "☒"
# A field stands on the line of its label though it is a little higher, in points.
SLACK: Final = 3.0
_BUTTONS: Final = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_FILLED: Final = (
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
)
_NOTED: Final = frozenset(
    (
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_CARET,
        pdfium.FPDF_ANNOT_STAMP,
    )
)


@dataclass(frozen=True)
class Mark:
    """Something written on a page: its words, its middle and its left edge, in points."""

    text: str
    middle: float
    left: float


def with_marks(book: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> str:
    """Return the text of `page`, each mark after the line that stands above or beside it."""
    words = page.get_textpage()
    text = words.get_text_range(errors="replace").replace("\r\n", "\n")
    marks = [mark for mark in _marks(book, page) if _bare(mark.text) not in _bare(text)]
    if not marks:
        return text
    placed: dict[int, list[Mark]] = {}
    lines = text.split("\n")
    heights = _middles(words, lines)
    for mark in sorted(marks, key=lambda each: (-each.middle, each.left)):
        above = [i for i, y in enumerate(heights) if y is not None and y >= mark.middle - SLACK]
        nearest = min(above, key=lambda i: heights[i] or 0, default=-1)
        placed.setdefault(nearest, []).append(mark)
    rows = [mark.text for mark in placed.get(-1, ())]
    for i, line in enumerate(lines):
        rows += [line, *(mark.text for mark in placed.get(i, ()))]
    return "\n".join(rows)


def _middles(words: pypdfium2.PdfTextPage, lines: list[str]) -> list[float | None]:
    """Return how high each of `lines` stands on the page, None for an empty one."""
    heights: list[float | None] = []
    at, count = 0, words.count_chars()
    for line in lines:
        first = at + len(line) - len(line.lstrip())
        if line.strip() and first < count:
            _left, bottom, _right, top = words.get_charbox(first)
            heights.append((bottom + top) / 2)
        else:
            heights.append(None)
        # A line ends with two characters in the file.
        at += len(line) + 2
    return heights


def _marks(book: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[Mark]:
    for i in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        if not annotation:
            continue
        try:
            text = _words(book, annotation).strip()
            if text and not pdfium.FPDFAnnot_GetFlags(annotation) & pdfium.FPDF_ANNOT_FLAG_HIDDEN:
                box = pdfium.FS_RECTF()
                pdfium.FPDFAnnot_GetRect(annotation, box)
                yield Mark(text, (box.top + box.bottom) / 2, box.left)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _words(book: pypdfium2.PdfDocument, annotation: pdfium.FPDF_ANNOTATION) -> str:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind in _NOTED:
        return _string(
            lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(
                annotation, b"Contents", buffer, size
            )
        )
    if kind != pdfium.FPDF_ANNOT_WIDGET or book.formenv is None:
        return ""
    form = book.formenv
    field = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if field in _BUTTONS:
        return CHECKED if pdfium.FPDFAnnot_IsChecked(form, annotation) else ""
    if field not in _FILLED:
        return ""
    return _string(
        lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size)
    )


def _string(ask: Callable[[object, int], int]) -> str:
    """Return the UTF-16 text that `ask` writes in a buffer; without one, it tells the size."""
    size = ask(None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0").replace("\r", "\n")


def _bare(text: str) -> str:
    return "".join(text.split())
