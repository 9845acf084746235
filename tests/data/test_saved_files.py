"""Saved pages, PDFs and Word files give up their words, and say what they do not have."""

import datetime as dt
from pathlib import Path

import pytest
from pypdf import PdfWriter

from data.documents.files import OWN_DATE, SCANNED, read_pdf, read_word, without_edges
from data.documents.page import read_page
from data.problems import SourceError
from tests.data.saved import page, paragraphs, pdf, word


def saved(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "svar.html"
    path.write_text(text, "utf-8")
    return path


def test_a_page_gives_sender_date_address_and_text(tmp_path: Path) -> None:
    body = "<h2>Svar</h2><p>Første<br>linje.</p><ul><li>ett</li><li>to</li></ul><p>Slutt.</p>"
    found = read_page(saved(tmp_path, page("Rana kommune", body)))
    assert (found.title, found.received) == ("Rana kommune", dt.date(2022, 5, 31))
    assert found.kilde.startswith("https://www.regjeringen.no/")
    assert found.text == "Svar\n\nFørste\nlinje.\n\n- ett\n- to\n\nSlutt."


@pytest.mark.parametrize("heading", ["Høringssvar fra", "Innspill fra", "Høyringssvar frå"])
def test_the_heading_names_the_sender(tmp_path: Path, heading: str) -> None:
    text = page("Luster kommune", paragraphs("Tekst."), heading=heading)
    assert read_page(saved(tmp_path, text)).title == "Luster kommune"


def test_attachments_are_named_as_their_links_are(tmp_path: Path) -> None:
    links = (
        '<a href="/Download/?vedleggId=0a">Svar fra kommunen.pdf (PDF, 120 kB)</a>'
        '<a href="/contentassets/plan.pdf?vedleggId=0b"></a><a href="/annet">Annet</a>'
    )
    found = read_page(saved(tmp_path, page("Rana kommune", paragraphs("Se vedlegg."), links=links)))
    assert found.attachments == ("Svar fra kommunen.pdf", "plan.pdf")


@pytest.mark.parametrize("text", ["", "<h1>Høringssvar fra X</h1>", "<h1>Liste over svar</h1>"])
def test_a_page_without_an_answer_is_a_mistake(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match=r"svar\.html"):
        read_page(saved(tmp_path, text))


def test_a_pdf_gives_its_text_without_heads_and_page_numbers(tmp_path: Path) -> None:
    pages = [f"Dette er side nummer {n} av det oppdiktede svaret." for n in "abc"]
    found = read_pdf(pdf(tmp_path / "svar.pdf", ["Dato: 20.05.2022", *pages]))
    assert "side nummer a" in found.text
    assert "side nummer c" in found.text
    assert "Prøvekommunen" not in found.text
    assert "1/4" not in found.text
    assert (found.received, found.notes) == (dt.date(2022, 5, 20), (OWN_DATE,))


def test_what_stands_on_one_page_only_is_text() -> None:
    pages = ["Hode\nÉn ting\n1", "Hode\nEn annen ting\n2", "Hode\n5. Ja\nSide 3 av 3"]
    assert without_edges(pages) == ["Én ting", "En annen ting", "5. Ja"]
    assert without_edges(["Bare én side"]) == ["Bare én side"]


def test_a_scan_is_kept_and_asks_for_its_text(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "skannet.pdf")
    found = read_pdf(tmp_path / "skannet.pdf")
    assert (found.text, found.notes) == ("", (SCANNED,))


def test_a_locked_pdf_and_a_false_one_are_mistakes(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("hemmelig")
    writer.write(tmp_path / "last.pdf")
    (tmp_path / "falsk.pdf").write_text("ikke en PDF")
    for name in ("last.pdf", "falsk.pdf"):
        with pytest.raises(SourceError, match="uten passord"):
            read_pdf(tmp_path / name)


def test_a_word_file_gives_paragraphs_lists_and_tables_in_order(tmp_path: Path) -> None:
    found = read_word(word(tmp_path / "svar.docx", ["Første.", "", "Andre."], ("punkt",)))
    assert found.text == "Første.\n\nAndre.\npunkt\nI tabellen"


def test_a_false_word_file_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "svar.docx").write_bytes(b"PK\x03\x04 nei")
    with pytest.raises(SourceError, match="lesbar DOCX"):
        read_word(tmp_path / "svar.docx")
