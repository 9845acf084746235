"""Every kind of file is told by its content, and whatever lies in it is read; nothing is raised."""

import datetime as dt
import random

import pytest

from data.documents.reading import ocr, office
from data.documents.reading.files import PICTURE, TOO_DEEP, Reading, read
from data.documents.reading.limits import MEMBERS, NESTING
from tests.data.documents.papers import (
    balances,
    form,
    mail,
    outlook,
    packed,
    pdf,
    picture,
    run,
    word,
    workbook,
)
from tests.data.saved import page, paragraphs

TEXT = "Kommunen ønsker at politiet skal være til stede hver dag hele året."
has_office = pytest.mark.skipif(not office.is_installed(), reason="LibreOffice mangler")


def texts(reading: Reading) -> dict[str, str]:
    assert all(map(balances, reading.documents))
    return {each.fil: each.text for each in reading.documents}


def trouble(content: bytes, fil: str = "fil.pdf") -> str:
    found = read(content, fil)
    assert not found.documents
    assert [each.fil for each in found.troubles] == [fil]
    return found.troubles[0].why


def mhtml(text: str) -> bytes:
    return (
        "From: <Saved by Blink>\r\nSubject: Svar\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{text}\r\n--B--\r\n"
    ).encode()


@pytest.mark.parametrize("name", ["svar", "svar.pdf", "svar.docx", "svar.html", "svar.txt"])
@pytest.mark.parametrize(
    "content",
    [
        page("Rana kommune", paragraphs(TEXT)).encode(),
        mhtml(page("Rana kommune", paragraphs(TEXT))),
        pdf(TEXT),
        word(run(TEXT)),
        TEXT.encode(),
        TEXT.encode("utf-16"),
        workbook({"Ark": [[TEXT]]}),
        mail(TEXT, "Rana kommune <post@rana.example>"),
    ],
    ids=["html", "mhtml", "pdf", "docx", "txt", "utf-16", "xlsx", "eml"],
)
def test_a_file_is_what_is_in_it_whatever_it_is_called(content: bytes, name: str) -> None:
    assert texts(read(content, name)) == {name: TEXT}


def test_a_name_that_claims_something_else_is_told() -> None:
    found = read(page("Rana kommune", paragraphs(TEXT)).encode(), "svar.pdf")
    assert found.documents[0].notes == ("filen heter .pdf, men er en nettside og er lest som det",)
    assert not read(page("Rana kommune", paragraphs(TEXT)).encode(), "svar.htm").documents[0].notes


def test_an_e_mail_gives_its_text_its_sender_its_date_and_what_is_attached() -> None:
    content = mail(
        "Vedlagt følger svar.",
        "Røros kommune <post@roros.example>",
        {"svar på.docx": word(run(TEXT))},
    )
    found = read(content, "brev.eml")
    assert texts(found) == {"brev.eml": "Vedlagt følger svar.", "brev.eml/svar på.docx": TEXT}
    first = found.documents[0]
    assert first.mail_from == "Røros kommune <post@roros.example>"
    assert first.received == dt.date(2022, 5, 31)
    assert [each.name for each in first.attachments] == ["svar på.docx"]


def test_an_e_mail_that_outlook_saved_is_an_e_mail() -> None:
    content = outlook("Vedlagt følger svar.", "Røros kommune", "svar på.txt", TEXT.encode())
    found = read(content, "brev.msg")
    assert texts(found) == {"brev.msg": "Vedlagt følger svar.", "brev.msg/svar på.txt": TEXT}
    assert "Røros kommune" in found.documents[0].mail_from


def test_a_forwarded_e_mail_is_read_with_what_it_carries() -> None:
    inner = mail("Svar fra oss.", "Rana kommune <post@rana.example>", {"svar.txt": TEXT.encode()})
    outer = mail("Se under.", "Statsforvalteren <post@sf.example>", {"videresendt.eml": inner})
    assert [*texts(read(outer, "a.eml")).values()] == ["Se under.", "Svar fra oss.", TEXT]


def test_two_attachments_with_one_name_are_both_read() -> None:
    inner = {"svar.txt": b"1. Nei, ikke i det hele tatt.", "mappe.zip": b""}
    inner["mappe.zip"] = packed({"svar.txt": TEXT.encode()})
    assert len(texts(read(packed(inner), "alt.zip"))) == 2


def test_a_zip_holds_folders_of_everything_and_what_a_mac_adds_is_passed_over() -> None:
    content = packed(
        {
            "Rana/svar.html": page("Rana kommune", paragraphs(TEXT)).encode(),
            "Røros/brev.eml": mail("Hei.", "a@b.example", {"s.pdf": pdf(TEXT)}),
            "__MACOSX/Rana/._svar.html": b"\0\0\0",
            "Rana/.DS_Store": b"\0\0\0",
            "tom.pdf": b"",
        }
    )
    found = read(content, "alt.zip")
    assert [*texts(found)] == [
        "alt.zip/Rana/svar.html",
        "alt.zip/Røros/brev.eml",
        "alt.zip/Røros/brev.eml/s.pdf",
    ]
    assert [(each.fil, each.why) for each in found.troubles] == [
        ("alt.zip/tom.pdf", "filen er tom")
    ]


def test_a_table_of_answers_is_an_answer_a_row() -> None:
    rows = [
        ["Høringssvar 2022"],
        ["Kommune", "Dato", "Spørsmål 1", "Svar på spm. 2", "Saksnr"],
        ["Rana", "2022-05-31", "Mer politi.", "Nei.", "22/1"],
        ["Bø kommune", "01.06.2022", "", "Ja.", ""],
    ]
    found = read(workbook({"Ark 1": rows, "Gammelt": [["skjult"]]}, hidden="Gammelt"), "svar.xlsx")
    assert texts(found) == {
        "svar.xlsx/rad 3": "Spørsmål 1\nMer politi.\n\nSpørsmål 2\nNei.",
        "svar.xlsx/rad 4": "Spørsmål 2\nJa.",
    }
    assert [each.title for each in found.documents] == ["Rana kommune", "Bø kommune"]
    assert found.documents[1].received == dt.date(2022, 6, 1)
    assert "skjulte ark" in found.documents[0].notes[0]


def test_one_odd_row_of_a_csv_spoils_no_other() -> None:
    content = "avsender;svar\nMåsøy kommune;Vi ønsker åpent\n".encode()
    content += "Bø kommune;Må være åpent\n".encode("cp1252")
    assert [*texts(read(content, "svar.csv")).values()] == ["Vi ønsker åpent", "Må være åpent"]


def test_a_sheet_that_is_a_letter_is_one_letter() -> None:
    found = read(workbook({"A": [["Svar fra oss", ""], ["1.", TEXT]]}), "svar.xlsx")
    assert texts(found) == {"svar.xlsx": f"Svar fra oss\n1.\t{TEXT}"}


@has_office
@pytest.mark.parametrize("form_", ["doc", "odt", "rtf"])
def test_old_and_open_formats_are_read_with_libreoffice(form_: str) -> None:
    content = office.made_into(word(run(TEXT)), form_)
    assert texts(read(content, f"svar.{form_}")) == {f"svar.{form_}": TEXT}


def test_without_libreoffice_rtf_is_read_simply_and_the_others_say_what_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office, "is_installed", lambda: False)
    rtf = rb"{\rtf1\ansi\ansicpg1252 Vi \'f8nsker \'e5pent.\par Ja.}"
    found = read(rtf, "svar.rtf")
    assert texts(found) == {"svar.rtf": "Vi ønsker åpent.\nJa."}
    assert "uten LibreOffice" in found.documents[0].notes[0]
    odt = packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})
    assert "installer LibreOffice" in trouble(odt, "svar.odt")


def test_a_photo_of_a_letter_is_read_or_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    photo = picture("Kommunen har et ledig kontor.")
    if ocr.is_installed():
        found = read(photo, "brev.png").documents[0]
        assert found.text == "Kommunen har et ledig kontor."
        assert "lest maskinelt" in found.notes[0]
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    assert trouble(photo, "brev.png") == PICTURE


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "filen er tom"),
        (b"\0\0\0\n", "filen er tom"),
        (b"Rar!\x1a\x07\x00" + bytes(range(1, 60)), "RAR"),
        (bytes(range(256)) * 20, "leses ikke"),
        (b"%PDF-1.7 nei", "skadet"),
        (b"PK\x03\x04 nei", "skadet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nei", "skadet"),
        (b"nei", "ikke en PDF"),
        (packed({"word/document.xml": b"<w:document/>"}), "mangler deler"),
        (packed({"xl/workbook.xml": b"<workbook/>", "a.txt": b"x"}), "mangler deler"),
        (b"<html></html>", "ventet overskriften"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(content: bytes, why: str) -> None:
    assert why in trouble(content)


@pytest.mark.parametrize("start", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"])
def test_a_damaged_picture_is_no_text(monkeypatch: pytest.MonkeyPatch, start: bytes) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    assert trouble(start + b"x" * 500, "bilde.jpg") == PICTURE


@pytest.mark.parametrize("name", ["../../svar.txt", "C:\\brev\\..\\svar.txt", "/svar.txt"])
def test_a_name_in_an_archive_never_leads_out_of_it(name: str) -> None:
    (found,) = texts(read(packed({name: TEXT.encode()}), "alt.zip"))
    assert found.startswith("alt.zip/")
    assert ".." not in found
    assert found.endswith("svar.txt")
    assert ":" not in found


def test_nothing_that_is_damaged_is_raised() -> None:
    whole = [
        form({"Spørsmål 1": "Svar"}),
        word(run(TEXT)),
        mail(TEXT, "a@b.example", {"s.pdf": pdf(TEXT)}),
        workbook({"A": [[TEXT]]}),
        outlook(TEXT, "a", "b.txt", b"c"),
        page("Rana kommune", paragraphs(TEXT)).encode(),
        packed({"a.docx": word(run(TEXT))}),
    ]
    chance = random.Random(22535)
    for content in whole:
        for _time in range(12):
            spoiled = bytearray(content[: chance.randrange(1, len(content) + 1)])
            for _byte in range(chance.randrange(30)):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
            found = read(bytes(spoiled), "fil.bin")
            assert found.documents or found.troubles or found.listed


def test_archives_in_archives_and_crowded_ones_have_an_end() -> None:
    content = packed({"svar.txt": TEXT.encode()})
    for _level in range(NESTING + 1):
        content = packed({"inni.zip": content})
    found = read(content, "dypt.zip")
    assert [each.why for each in found.troubles] == [TOO_DEEP]
    crowd = packed({f"{n}.txt": b"x" for n in range(MEMBERS + 1)})
    assert f"grensen er {MEMBERS}" in trouble(crowd, "mange.zip")
    bomb = packed({"stor.txt": bytes(210_000_000)})
    assert len(bomb) < 1_000_000
    assert "grensen er 200 MB" in trouble(bomb, "bombe.zip")


def test_half_a_letter_in_a_broken_file_does_not_follow_it_into_the_tables() -> None:
    html = page("Rana kommune", "<p>Halv &#xD83D; bokstav og \x0c skift</p>")
    text = read(html.encode("utf-8", "surrogatepass"), "svar.html").documents[0].text
    text.encode("utf-8")
    assert "Halv" in text
    assert "\x0c" not in text
