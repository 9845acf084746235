"""Files of every kind that answers are saved in, made for the tests, all of them invented."""

import io
import struct
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from typing import Final

import docx
import pymupdf
import xlsxwriter
from docx.oxml import parse_xml

from data.documents.document import Document, counted

_SPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
STREAM: Final = 2
SECTOR: Final = 512
END: Final = 0xFFFFFFFE
NONE: Final = 0xFFFFFFFF


def balances(document: Document) -> bool:
    """Return whether every character of the file is in its text or left out with a reason."""
    gone = sum(each.characters for each in document.left_out)
    return document.characters + document.added == counted(document.text) + gone


def word(*paragraphs: str, head: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file: each of `paragraphs` is the XML inside a w:p; `parts` are added whole."""
    document = docx.Document()
    for inner in paragraphs:
        place = len(document.element.body) - 1
        document.element.body.insert(place, parse_xml(f"<w:p {_SPACES}>{inner}</w:p>"))
    if head:
        document.sections[0].header.paragraphs[0].text = head
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made, "a") as archive:
        for name, xml in (parts or {}).items():
            archive.writestr(name, xml.replace("<w:root", f"<w:root {_SPACES}"))
    return made.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return the XML of a run of `text`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def box(text: str) -> str:
    """Return the XML of a text box as Word writes it: once for itself, once for its forebears."""
    inside = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    """Return the inside of a paragraph that Word numbers by list `number`."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return f"<w:pPr><w:numPr>{place}</w:numPr></w:pPr>{run(text)}"


def pdf(*pages: str, **saving: object) -> bytes:
    """Return a PDF with `pages` of text; `saving` is passed on, for passwords."""
    book = pymupdf.open()
    for text in pages:
        book.new_page().insert_text((50, 60), text.split("\n"))
    return bytes(book.tobytes(**saving))


def form(questions: Mapping[str, str], note: str = "", *, ticked: bool = False) -> bytes:
    """Return a PDF that prints each of `questions` and has its answer in a form field below."""
    book = pymupdf.open()
    page = book.new_page()
    for place, (question, answer) in enumerate(questions.items(), start=1):
        page.insert_text((50, 70 * place), question)
        field = pymupdf.Widget()
        field.field_name, field.field_value = f"felt{place}", answer
        field.field_type = pymupdf.PDF_WIDGET_TYPE_TEXT
        field.rect = pymupdf.Rect(50, 70 * place + 6, 400, 70 * place + 30)
        page.add_widget(field)
    if ticked:
        tick = pymupdf.Widget()
        tick.field_name, tick.field_value = "kryss", True
        tick.field_type = pymupdf.PDF_WIDGET_TYPE_CHECKBOX
        tick.rect = pymupdf.Rect(30, 64, 42, 76)
        page.add_widget(tick)
    if note:
        page.add_freetext_annot(pymupdf.Rect(50, 700, 400, 740), note)
    return bytes(book.tobytes())


def picture(text: str) -> bytes:
    """Return `text` as a picture of a page (PNG)."""
    book = pymupdf.open()
    book.new_page(width=420, height=200).insert_text((30, 60), text.split("\n"), fontsize=16)
    return bytes(book[0].get_pixmap(dpi=200).tobytes("png"))


def scan(*pages: str) -> bytes:
    """Return a PDF where a page «bilde: …» is a picture of its text, and the others are text."""
    book = pymupdf.open()
    for text in pages:
        page = book.new_page(width=420, height=200)
        if text.startswith("bilde: "):
            page.insert_image(page.rect, stream=picture(text.removeprefix("bilde: ")))
        elif text:
            page.insert_text((30, 60), text.split("\n"), fontsize=8)
    return bytes(book.tobytes())


def mail(text: str, sender: str, attached: Mapping[str, bytes] | None = None) -> bytes:
    """Return an e-mail with `text` and the files `attached`, received on 31 May 2022."""
    message = EmailMessage()
    message["From"], message["To"] = sender, "postmottak@jd.example"
    message["Subject"], message["Date"] = "Svar på brev", "Tue, 31 May 2022 10:00:00 +0200"
    message.set_content(text)
    for name, content in (attached or {}).items():
        message.add_attachment(content, "application", "octet-stream", filename=name)
    return message.as_bytes()


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of `members`, content by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def workbook(sheets: Mapping[str, list[list[str]]], hidden: str = "") -> bytes:
    """Return an XLSX with `sheets`, the rows by name, one of them `hidden`."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
        if name == hidden:
            sheet.hide()
    book.close()
    return made.getvalue()


def outlook(text: str, sender: str, name: str, content: bytes) -> bytes:
    """Return what Outlook saves of an e-mail with one attachment: a compound file of properties."""
    told = {0x1000001F: text, 0x0037001F: "Svar på brev", 0x0C1A001F: sender}
    told |= {0x0C1F001F: "post@kommune.example", 0x5D01001F: "post@kommune.example"}
    top = {tag: value.encode("utf-16-le") for tag, value in told.items()}
    # How it is attached, as a file, is a number and has no stream of its own.
    by_value = struct.pack("<IIQ", 0x37050003, 6, 1)
    attached = {0x3707001F: name.encode("utf-16-le"), 0x37010102: content}
    return _compound(
        _properties(top, bytes(32)),
        {"__attach_version1.0_#00000000": _properties(attached, bytes(8) + by_value)},
    )


def _properties(values: Mapping[int, bytes], head: bytes) -> dict[str, bytes]:
    listed = b"".join(struct.pack("<IIQ", tag, 6, len(each)) for tag, each in values.items())
    streams = {f"__substg1.0_{tag:08X}": each for tag, each in values.items()}
    return {"__properties_version1.0": head + listed} | streams


def _compound(top: Mapping[str, bytes], storages: Mapping[str, Mapping[str, bytes]]) -> bytes:
    """Return a compound file (MS-CFB, version 3) with short streams `top` and in `storages`."""
    # The root, each stream and storage, and the streams within: name, kind, children, content.
    entries: list[tuple[str, int, list[int], bytes]] = [("Root Entry", 5, [], b"")]

    def add(parent: int, name: str, kind: int, content: bytes = b"") -> int:
        entries.append((name, kind, [], content))
        entries[parent][2].append(len(entries) - 1)
        return len(entries) - 1

    for name, content in top.items():
        add(0, name, STREAM, content)
    for storage, streams in storages.items():
        place = add(0, storage, 1)
        for name, content in streams.items():
            add(place, name, STREAM, content)
    # Streams shorter than 4 096 bytes lie in sectors of 64 within the root's own stream.
    mini, short = b"", list[int]()
    starts = {0: 0}
    for place, (_name, kind, _children, content) in enumerate(entries):
        if kind == STREAM:
            starts[place] = len(short)
            count = -(-len(content) // 64)
            short += [*range(len(short) + 1, len(short) + count), END]
            mini += content.ljust(count * 64, b"\0")
    nexts = {
        child: following
        for _name, _kind, children, _content in entries
        for child, following in zip(children, [*children, NONE][1:], strict=True)
    }
    directory = b""
    for place, (name, _kind, children, content) in enumerate(entries):
        written = name.encode("utf-16-le") + b"\0\0"
        directory += written.ljust(64, b"\0") + struct.pack("<HBB", len(written), _kind, 1)
        directory += struct.pack("<III", NONE, nexts.get(place, NONE), next(iter(children), NONE))
        size = len(content) if place else len(mini)
        directory += bytes(36) + struct.pack("<IQ", starts.get(place, 0), size)
    fat: list[int] = []
    body, firsts = b"", []
    for content in (mini, struct.pack(f"<{len(short)}I", *short), directory):
        count = -(-len(content) // SECTOR)
        firsts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + count), END]
        body += content.ljust(count * SECTOR, b"\xff" if content is not mini else b"\0")
    fat.append(0xFFFFFFFD)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack(
        "<IIIIIIIIII", 0, 1, firsts[2], 0, 4096, firsts[1], 1, END, 0, len(fat) - 1
    )
    return header + b"\xff" * 4 * 108 + body + table
