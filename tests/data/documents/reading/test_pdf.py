"""A PDF gives up what is printed, filled in and noted, and says which pages it has no words for."""

import pymupdf
import pytest

from data.documents.reading import ocr
from data.documents.reading.limits import PAGES, Unreadable
from data.documents.reading.pdf import HEADS, LITTLE, LOCKED, SCANNED, read_pdf, without_edges
from tests.data.documents.papers import balances, form, pdf, scan

TEXT = "Kommunen ønsker at politiet skal være til stede hver dag hele året."
has_ocr = pytest.mark.skipif(not ocr.is_installed(), reason="Tesseract med norsk mangler")


def text_of(content: bytes) -> str:
    document, _inside = read_pdf(content, "svar.pdf")
    assert balances(document)
    return document.text


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read as on a machine without Tesseract."""
    monkeypatch.setattr(ocr, "is_installed", lambda: False)


def test_answers_in_form_fields_stand_under_their_questions() -> None:
    asked = {f"Spørsmål {n}: hva mener dere?": f"Svar nummer {n}, på ærlig norsk" for n in "12345"}
    lines = text_of(form(asked)).splitlines()
    assert lines == [each for pair in asked.items() for each in pair]


def test_notes_and_ticks_are_read_too() -> None:
    found = text_of(form({"Er dere tilfreds med politiet i dag?": "Nei"}, "Påskrift", ticked=True))
    assert found.splitlines() == ["Er dere tilfreds med politiet i dag?", "☒", "Nei", "Påskrift"]


def test_a_page_without_text_is_named(blind: None) -> None:
    document, _inside = read_pdf(scan(TEXT, f"bilde: {TEXT}"), "svar.pdf")
    assert (document.unread, document.ocr_confidence) == ((2,), None)
    assert document.text == TEXT
    assert document.lacks[0].startswith("side 2 av 2 har ingen tekst")


def test_several_pages_without_text_are_named_together(blind: None) -> None:
    pages = [TEXT, *["bilde: Side"] * 3, TEXT, "bilde: Side"]
    document, _inside = read_pdf(scan(*pages), "svar.pdf")
    assert document.unread == (2, 3, 4, 6)
    assert "side 2–4, 6 av 6" in document.lacks[0]


def test_the_blank_back_of_a_sheet_is_not_missed(blind: None) -> None:
    document, _inside = read_pdf(scan(TEXT, "", TEXT + " Slutt."), "svar.pdf")
    assert (document.unread, document.lacks) == ((), ())


def test_a_scan_that_an_archive_has_stamped_is_a_scan(blind: None) -> None:
    book = pymupdf.open(stream=scan(TEXT, f"bilde: {TEXT}"))
    book[1].insert_text((10, 195), "Arkivsak 22/535 – dokument 14 – mottatt 31.05.2022", fontsize=6)
    assert read_pdf(bytes(book.tobytes()), "svar.pdf")[0].unread == (2,)


def test_a_file_without_a_word_asks_for_its_text(blind: None) -> None:
    assert read_pdf(scan("bilde: Side", "bilde: Side"), "svar.pdf")[0].lacks == (SCANNED,)
    assert read_pdf(pdf("Nei."), "svar.pdf")[0].lacks == (LITTLE,)


@has_ocr
def test_a_scanned_page_is_read_by_machine_and_marked() -> None:
    document, _inside = read_pdf(scan(TEXT, "bilde: Kommunen har et ledig\nkontor."), "svar.pdf")
    assert document.text == f"{TEXT}\nKommunen har et ledig\nkontor."
    assert (document.unread, len(document.notes)) == ((), 1)
    assert 50 < (document.ocr_confidence or 0) <= 100
    assert "side 2 er lest maskinelt" in document.notes[0]
    assert balances(document)


def test_copy_protection_is_no_lock_and_a_password_is() -> None:
    for how in (
        pymupdf.PDF_ENCRYPT_AES_256,
        pymupdf.PDF_ENCRYPT_AES_128,
        pymupdf.PDF_ENCRYPT_RC4_128,
    ):
        assert text_of(pdf(TEXT, encryption=how, owner_pw="eier", user_pw="")) == TEXT
        with pytest.raises(Unreadable, match=LOCKED):
            read_pdf(pdf(TEXT, encryption=how, owner_pw="eier", user_pw="les"), "svar.pdf")


def test_damaged_files_say_so() -> None:
    whole = pdf(TEXT, TEXT)
    for broken in (b"%PDF-1.7 og mer var det ikke", whole[: len(whole) // 3]):
        with pytest.raises(Unreadable, match="skadet"):
            read_pdf(broken, "svar.pdf")


def test_a_book_is_too_long() -> None:
    book = pymupdf.open()
    for _page in range(PAGES + 1):
        book.new_page()
    with pytest.raises(Unreadable, match=f"grensen er {PAGES}"):
        read_pdf(bytes(book.tobytes()), "bok.pdf")


def test_files_inside_a_pdf_are_found() -> None:
    book = pymupdf.open(stream=pdf(TEXT))
    book.embfile_add("svar.txt", b"1. Nei", filename="svar.txt")
    assert read_pdf(bytes(book.tobytes()), "svar.pdf")[1] == (("svar.txt", b"1. Nei"),)


def test_heads_and_page_numbers_go_and_stay_known() -> None:
    pages = [
        f"RØROS KOMMUNE\nDette er avsnitt {n} av svaret vårt.\nSide {n} av 3" for n in (1, 2, 3)
    ]
    document, _inside = read_pdf(pdf(*pages), "svar.pdf")
    assert document.text == "\n".join(f"Dette er avsnitt {n} av svaret vårt." for n in (1, 2, 3))
    assert document.page_header.splitlines()[0] == "RØROS KOMMUNE"
    assert document.letterhead.startswith("RØROS KOMMUNE")
    assert [each.reason for each in document.left_out] == [HEADS]
    assert balances(document)


def test_headings_that_only_differ_in_their_number_are_no_heads() -> None:
    pages = [f"Spørsmål {n}\nSvaret på dette er nei, som før." for n in range(1, 6)]
    assert all(f"Spørsmål {n}" in text_of(pdf(*pages)) for n in range(1, 6))


@pytest.mark.parametrize("reply", ["Nei.", "Svar: Ja", "Ingen merknader"])
def test_an_answer_that_is_given_on_every_page_is_no_foot(reply: str) -> None:
    pages = [f"Spørsmål {n} om et eget emne, {word}\n{reply}" for n, word in enumerate("abcd", 1)]
    assert text_of(pdf(*pages)).count(reply) == len(pages)


def test_a_page_that_stands_twice_is_not_taken_for_paper() -> None:
    assert text_of(pdf(TEXT, TEXT)) == f"{TEXT}\n{TEXT}"


def test_what_stands_on_one_page_only_is_text() -> None:
    pages = ["Hode\nÉn ting\n1", "Hode\nEn annen ting\n2", "Hode\n5. Ja\nSide 3 av 3"]
    kept, out = without_edges(pages)
    assert kept == ["Én ting", "En annen ting", "5. Ja"]
    assert out == ["Hode", "1", "Hode", "2", "Hode", "Side 3 av 3"]
    assert without_edges(["Bare én side"]) == (["Bare én side"], [])
