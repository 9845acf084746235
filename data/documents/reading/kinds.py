"""What a file is, told by what is in it: people rename files, and browsers name them wrongly."""

import io
import re
import zipfile
from enum import Enum
from typing import Final

import olefile
import puremagic

from data.documents.reading.encoding import decode
from data.documents.reading.limits import Unreadable

START: Final = 4_000
# The signature may stand after a line or two that a mail server left.
PDF_START: Final = 1_024
# Text has tabs and line breaks, but hardly any other code below 32.
MOST_CONTROL: Final = 0.02


class Kind(Enum):
    """A kind of file that is read, with what it is called in Norwegian and its usual endings."""

    PAGE = "nettside", (".html", ".htm", ".xhtml")
    ARCHIVED_PAGE = "nettside i én fil (MHTML)", (".mhtml", ".mht")
    PDF = "PDF", (".pdf",)
    WORD = "Word-fil", (".docx", ".docm", ".dotx")
    OFFICE = "eldre Word-fil eller OpenDocument-fil", (".doc", ".odt", ".ods", ".xls", ".dot")
    RICH_TEXT = "RTF-fil", (".rtf", ".doc")
    MAIL = "e-post", (".eml",)
    OUTLOOK = "e-post fra Outlook", (".msg",)
    WORKBOOK = "Excel-fil", (".xlsx", ".xlsm")
    ARCHIVE = "ZIP-fil", (".zip",)
    PICTURE = "bilde", (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp")
    TEXT = "tekstfil", (".txt", ".text", ".csv", ".tsv", ".md", ".log", "")

    def __init__(self, words: str, endings: tuple[str, ...]) -> None:
        self.words = words
        self.endings = endings


_OOXML: Final = {"word/": Kind.WORD, "xl/": Kind.WORKBOOK}
# Pictures too short or too broken to be known by more than how they begin.
_PICTURES: Final = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG\r\n": ".png",
    b"GIF8": ".gif",
    b"II*\0": ".tif",
}
_OLE: Final = {
    "WordDocument": Kind.OFFICE,
    "Workbook": Kind.OFFICE,
    "Book": Kind.OFFICE,
    "__properties_version1.0": Kind.OUTLOOK,
}
_HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|article|h1|div|p)\b", re.IGNORECASE
)
_TAG: Final = re.compile(r"<[a-z][a-z0-9]*[\s>]", re.IGNORECASE)
# Word 2003 and OpenDocument could be saved as one XML file.
_FLAT_XML: Final = re.compile(r"<(?:w:wordDocument|office:document)\b")
_HEADER: Final = re.compile(
    r"^(?:from|to|subject|date|received|mime-version|message-id|return-path|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_ARCHIVED: Final = re.compile(
    r"^(?:from:.*(?:saved by|lagret av|lagra av)|content-type:\s*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)
# An e-mail with a picture in its text is put together as a saved page is, but goes to somebody.
_SENT: Final = re.compile(r"^(?:to|received|return-path):", re.IGNORECASE | re.MULTILINE)
_LEAST_HEADERS: Final = 3


def sniff(content: bytes) -> Kind:
    """Return what `content` is.

    Raises `Unreadable` where it is nothing that is read, with what it seems to be.
    """
    if not content.strip(b"\0\t\n\r "):
        raise Unreadable("filen er tom")
    if b"%PDF-" in content[:PDF_START]:
        return Kind.PDF
    if content.startswith(b"PK\x03\x04"):
        return _in_archive(content)
    if content.startswith(olefile.MAGIC):
        return _in_compound(content)
    if content.startswith(b"{\\rtf"):
        return Kind.RICH_TEXT
    guess = next((end for start, end in _PICTURES.items() if content.startswith(start)), "")
    guess = guess or _guessed(content)
    if guess in Kind.PICTURE.endings:
        return Kind.PICTURE
    start = decode(content[:START])
    if _is_binary(start):
        known = f" ({guess.lstrip('.').upper()})" if guess else ""
        raise Unreadable(f"filtypen{known} leses ikke; lagre som PDF, DOCX eller HTML")
    return _in_text(start)


def _in_archive(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Unreadable("filen er skadet (en DOCX, XLSX eller ZIP som ikke er hel)") from error
    if "[Content_Types].xml" in names:
        for folder, kind in _OOXML.items():
            if any(name.startswith(folder) for name in names):
                return kind
    if {"word/document.xml", "xl/workbook.xml"} & set(names):
        raise Unreadable("filen er skadet (en DOCX eller XLSX som mangler deler)")
    return Kind.OFFICE if {"mimetype", "content.xml"} <= set(names) else Kind.ARCHIVE


def _in_compound(content: bytes) -> Kind:
    try:
        with olefile.OleFileIO(content) as compound:
            streams = {path[0] for path in compound.listdir()}
    except OSError as error:
        raise Unreadable("filen er skadet (en eldre Office-fil som ikke er hel)") from error
    if "EncryptedPackage" in streams:
        raise Unreadable("filen er låst med passord; lagre den uten passord")
    for name, kind in _OLE.items():
        if name in streams:
            return kind
    raise Unreadable("filtypen leses ikke; lagre som PDF eller DOCX")


def _guessed(content: bytes) -> str:
    """Return the ending that files which begin like `content` have, «» when none is known."""
    try:
        return puremagic.from_string(content[:START])
    except (puremagic.PureError, ValueError):
        return ""


def _is_binary(start: str) -> bool:
    odd = sum(c < " " and c not in "\t\n\r\f" for c in start)
    return odd > MOST_CONTROL * len(start)


def _in_text(start: str) -> Kind:
    head = start.lstrip("\ufeff \t\r\n").replace("\r\n", "\n").partition("\n\n")[0]
    if len(_HEADER.findall(head)) >= _LEAST_HEADERS:
        is_page = _ARCHIVED.search(head) and not _SENT.search(head)
        return Kind.ARCHIVED_PAGE if is_page else Kind.MAIL
    if _FLAT_XML.search(start):
        return Kind.OFFICE
    return Kind.PAGE if _HTML.search(start) or _TAG.match(head) else Kind.TEXT
