"""The invented letters a newcomer tries first are what their README says, and say so themselves."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from typing import Final
from zipfile import ZipFile, is_zipfile

import pytest
from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from tests.brev.folder import BREV, letters

BROKEN: Final = "Ødelagt fil.pdf"
_ROW: Final = re.compile(r"^\| `([^`]+)` \| (\w+) \|", re.MULTILINE)
_STARTS: Final = {
    b"<!doctype html": "html",
    b"%PDF-": "pdf",
    b"{\\rtf1": "rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "msg",
}
_MEMBERS: Final = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "content.xml": "odt"}
LISTED: Final = dict(_ROW.findall((BREV / "README.md").read_text("utf-8")))
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def kind(content: bytes) -> str:
    """Return what the bytes are, whatever the file is called."""
    for start, name in _STARTS.items():
        if content.startswith(start):
            return name
    if is_zipfile(BytesIO(content)):
        members = set(ZipFile(BytesIO(content)).namelist())
        return next((name for member, name in _MEMBERS.items() if member in members), "zip")
    if b"\nMIME-Version: 1.0" in content:
        return "mhtml" if b"multipart/related" in content else "eml"
    return "txt"


def said(content: bytes) -> Iterator[str]:
    """Yield the text of a file, and of the files in it."""
    match kind(content):
        case "pdf":
            reader = PdfReader(BytesIO(content))
            yield from (page.extract_text() for page in reader.pages)
            yield from (str(field.value) for field in (reader.get_fields() or {}).values())
        case "docx" | "xlsx" | "odt":
            with ZipFile(BytesIO(content)) as archive:
                for name in archive.namelist():
                    if name.endswith(".xml"):
                        yield from etree.fromstring(archive.read(name)).itertext()
        case "zip":
            with ZipFile(BytesIO(content)) as archive:
                for name in archive.namelist():
                    yield from said(archive.read(name))
        case "msg":
            # Outlook keeps what is written as it is, two bytes a letter.
            yield content.decode("utf-16-le", "replace")
        case "mhtml" | "eml":
            for part in _mail(content).walk():
                if part.get_content_maintype() == "text":
                    yield part.get_content()
                elif not part.is_multipart():
                    yield from said(part.get_content())
        case _:
            yield _decoded(content)


def test_every_file_is_in_the_readme_and_every_row_is_a_file() -> None:
    there = {path.relative_to(BREV).as_posix() for path in BREV.rglob("*") if path.is_file()}
    assert there - {"README.md"} == set(LISTED)


@pytest.mark.parametrize("name", LISTED)
def test_a_file_is_what_the_readme_says(name: str) -> None:
    assert kind((BREV / name).read_bytes()) == LISTED[name]


@pytest.mark.parametrize("name", [name for name in LISTED if name != BROKEN])
def test_a_letter_says_that_it_is_invented(name: str) -> None:
    assert "DEMODATA" in "\n".join(said((BREV / name).read_bytes()))


def test_the_folder_is_what_the_generator_writes() -> None:
    made = letters()
    assert set(made) == set(LISTED)
    whole = [name for name in LISTED if name != BROKEN]
    kept = {name: list(said((BREV / name).read_bytes())) for name in whole}
    assert kept == {name: list(said(made[name])) for name in whole}


def test_the_broken_file_cannot_be_read() -> None:
    with pytest.raises(PdfReadError):
        list(said((BREV / BROKEN).read_bytes()))


def test_the_answers_of_the_form_stand_in_its_fields_alone() -> None:
    reader = PdfReader(BREV / "Skjema fra Tolga.pdf")
    assert [field.value for field in (reader.get_fields() or {}).values()][-1] == "Nei."
    assert "Villmark" not in reader.pages[0].extract_text()


def test_the_second_page_of_the_scan_is_a_picture() -> None:
    first, second = PdfReader(BREV / "Meløy, side 2 skannet.pdf").pages
    assert "Spørsmål 1" in first.extract_text()
    assert second.extract_text().strip() == ""
    assert len(second.images) == 1


def test_the_locked_letter_opens_without_a_password() -> None:
    reader = PdfReader(BREV / "Modum, sperret for kopiering.pdf")
    assert reader.is_encrypted
    assert "3316" in reader.pages[0].extract_text()


def test_the_word_file_holds_all_that_readers_stumble_over() -> None:
    with ZipFile(BREV / "Nome med sporede endringer.docx") as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        assert "I fotnote" in archive.read("word/footnotes.xml").decode()
    tags = {element.tag for element in body.iter() if isinstance(element.tag, str)}
    marks = ("ins", "del", "moveFrom", "moveTo", "noBreakHyphen", "vanish", "footnoteReference")
    assert {f"{WORD}{mark}" for mark in (*marks, "tbl")} <= tags
    boxes = ["".join(box.itertext()) for box in body.iter(f"{WORD}txbxContent")]
    assert len(boxes) == 2
    assert boxes[0] == boxes[1]


def test_the_text_files_are_in_the_alphabets_they_are_named_after() -> None:
    windows = (BREV / "Svar fra Råde (Windows-1252).txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        windows.decode("utf-8")
    assert "Råde" in windows.decode("cp1252")
    assert "Træna" in (BREV / "Svar fra Træna (UTF-16).txt").read_bytes().decode("utf-16")


def _mail(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=default)


def _decoded(content: bytes) -> str:
    """Return a text in the alphabet it is in: one of the three that the folder shows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252")
