"""What an e-mail or a ZIP carries is read part by part, and no part stops another."""

import io
import zipfile
from collections.abc import Callable
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from data.documents.reading import archive, mail
from data.documents.reading.files import Reading, read
from tests.data.documents.papers import balances, outlook, packed, picture, run, word
from tests.data.saved import page, paragraphs

TEXT = "Kommunen ønsker at politiet skal være til stede hver dag hele året."
LATER = "Brevet fortsetter etter vedlegget, og her står svaret på resten."


def texts(reading: Reading) -> list[str]:
    assert all(map(balances, reading.documents))
    return [each.text for each in reading.documents]


def letter(kind: str, *parts: MIMEText | MIMEApplication | MIMEImage) -> bytes:
    made = MIMEMultipart(kind)
    made["From"], made["To"] = "Rana kommune <post@rana.example>", "jd@example.no"
    made["Subject"], made["Date"] = "Svar", "Tue, 31 May 2022 10:00:00 +0200"
    for part in parts:
        made.attach(part)
    return made.as_bytes()


@pytest.mark.parametrize("form", ["plain", "html"])
def test_text_after_an_attachment_is_part_of_the_letter(form: str) -> None:
    paper = MIMEApplication(word(run(TEXT)), "octet-stream", Name="svar.docx")
    later = LATER if form == "plain" else f"<p>{LATER}</p>"
    content = letter("mixed", MIMEText("Hei.", form), paper, MIMEText(later, form, "utf-8"))
    assert texts(read(content, "a.eml")) == [f"Hei.\n\n{LATER}", TEXT]


@pytest.mark.parametrize(
    ("plain", "shown"), [("Se HTML.", TEXT), (TEXT, TEXT), (f"{TEXT} I klartekst.", None)]
)
def test_of_two_forms_the_one_that_holds_the_letter_is_read(plain: str, shown: str | None) -> None:
    content = letter(
        "alternative",
        MIMEText(plain, "plain", "utf-8"),
        MIMEText(f"<p>{TEXT}</p>", "html", "utf-8"),
    )
    assert texts(read(content, "a.eml")) == [shown or plain]


@pytest.mark.parametrize(("size", "told"), [(mail.LOGO_BYTES - 1, 0), (mail.LOGO_BYTES + 1, 1)])
def test_a_picture_in_the_text_is_a_logo_or_may_be_the_answer(
    size: int, told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.documents.reading.ocr.is_installed", lambda: False)
    shown = MIMEImage(picture("Svar").ljust(size, b"\0")[:size], "png")
    shown["Content-ID"] = "<bilde1>"
    found = read(letter("related", MIMEText(TEXT, "plain", "utf-8"), shown), "a.eml")
    assert texts(found) == [TEXT]
    assert len(found.troubles) == told


def test_a_letter_inside_one_that_outlook_saved_is_missed_and_told() -> None:
    content = outlook(TEXT, "Rana kommune", "", b"")
    lacks = read(content, "a.msg").documents[0].lacks
    assert lacks == (mail.ENCLOSED.format(1),)
    whole = outlook(TEXT, "Rana kommune", "svar.txt", LATER.encode())
    assert not read(whole, "a.msg").documents[0].lacks


@pytest.mark.parametrize("first", ["frame", "page"])
def test_the_page_that_was_saved_is_read_wherever_its_frame_lies(first: str) -> None:
    address = "https://www.regjeringen.no/svar"
    inside = {
        "frame": ("cid:ramme", "<html><body><p>Informasjonskapsler</p></body></html>"),
        "page": (address, page("Rana kommune", paragraphs(TEXT))),
    }
    parts = "".join(
        f"--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {where}\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{said}\r\n"
        for _name, (where, said) in sorted(inside.items(), key=lambda each: each[0] != first)
    )
    content = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: Svar\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n'
        f"{parts}--B--\r\n"
    )
    assert texts(read(content.encode(), "a.mhtml")) == [TEXT]


def damaged(content: bytes) -> bytes:
    place = content.rindex(b"Q" * 40)
    return content[:place] + b"Z" + content[place + 1 :]


def locked(content: bytes) -> bytes:
    made = bytearray(content)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.rindex(sign) + flags] |= 1
    return bytes(made)


@pytest.mark.parametrize(("spoil", "why"), [(damaged, archive.DAMAGED), (locked, archive.LOCKED)])
def test_one_file_of_a_zip_that_cannot_be_had_stops_no_other(
    spoil: Callable[[bytes], bytes], why: str
) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as stored:
        stored.writestr("god.txt", TEXT)
        stored.writestr("siste.txt", b"Q" * 400)
    found = read(packed({"inni.zip": spoil(made.getvalue())}), "alt.zip")
    assert texts(found) == [TEXT]
    assert [(each.fil, each.why) for each in found.troubles] == [
        ("alt.zip/inni.zip/siste.txt", why)
    ]
