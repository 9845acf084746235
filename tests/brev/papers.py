"""PDFs: with text, with a form that is filled in, with a scanned page, and locked for copying."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

# The text comes in from outside, so that no letter in it means anything to Typst.
_LETTER: Final = """
#set document(date: none)
#set page(paper: "a4", margin: 2.5cm, header: sys.inputs.head, numbering: "1/1")
#set text(size: 11pt, hyphenate: false)
#for line in sys.inputs.text.split("\\n") { if line == "" { parbreak() } else [#line #linebreak()] }
"""
_SCAN: Final = """
#set document(date: none)
#set page(paper: "a4", margin: 0pt)
#image("scan.png", width: 100%, alt: none)
"""
_FORM: Final = """
#set document(date: none)
#set page(paper: "a4", margin: 0pt)
#set text(size: 11pt)
#place(dx: 60pt, dy: 40pt, sys.inputs.head)
#for (i, label) in sys.inputs.text.split("\\n").enumerate() {
  place(dx: 60pt, dy: 80pt + 120pt * i, label)
}
"""
_A4_HEIGHT: Final = 842
# What an office scanner is set to when it is set low.
_DOTS_PER_INCH: Final = 150
# Who may copy from the locked letter: nobody needs to.
_OWNER: Final = "demodata"


def letter(text: str, head: str) -> bytes:
    """Return a PDF of `text`, line for line, with `head` and a page number on each page."""
    return _compile(_LETTER, text, head)


def scanned(first: str, second: str, head: str) -> bytes:
    """Return a PDF whose first page is text and whose second page is a picture of text."""
    picture = typst.compile(
        _LETTER.encode(),
        format="png",
        ppi=_DOTS_PER_INCH,
        sys_inputs={"text": second, "head": head},
    )
    with TemporaryDirectory() as folder:
        Path(folder, "scan.png").write_bytes(picture)
        Path(folder, "scan.typ").write_text(_SCAN, "utf-8")
        page = typst.compile(Path(folder, "scan.typ"))
    return _written(PdfWriter(), letter(first, head), page)


def form(title: str, questions: Sequence[str], answers: Sequence[str]) -> bytes:
    """Return a PDF form with `questions` printed on it and `answers` in its fields."""
    writer = PdfWriter(BytesIO(_compile(_FORM, "\n".join(questions), title)))
    fields = ArrayObject()
    for number, answer in enumerate(answers):
        top = _A4_HEIGHT - 100 - 120 * number
        box = (60, top - 80, 535, top)
        field = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject("/Tx"),
                NameObject("/T"): TextStringObject(f"svar{number + 1}"),
                NameObject("/V"): TextStringObject(answer),
                NameObject("/Ff"): NumberObject(1 << 12),
                NameObject("/DA"): TextStringObject("/Helv 10 Tf 0 g"),
                NameObject("/Rect"): ArrayObject(FloatObject(side) for side in box),
            }
        )
        fields.append(writer.add_annotation(0, field).indirect_reference)
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): fields, NameObject("/NeedAppearances"): BooleanObject(value=True)}
    )
    return _written(writer)


def locked(text: str, head: str) -> bytes:
    """Return a PDF that opens without a password but may not be copied from (AES)."""
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(letter(text, head))))
    writer.encrypt(user_password="", owner_password=_OWNER, algorithm="AES-256")
    return _written(writer)


def _compile(source: str, text: str, head: str) -> bytes:
    return typst.compile(source.encode(), sys_inputs={"text": text, "head": head})


def _written(writer: PdfWriter, *parts: bytes) -> bytes:
    """Return what `writer` holds, and `parts` after it, as one PDF."""
    for part in parts:
        writer.append(PdfReader(BytesIO(part)))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
