"""Names and texts that could do harm come out of every paper as plain text."""

import io
import zipfile
from typing import Any

import docx
import openpyxl
import pptx
import pypdf
import pytest

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.papers.briefing import Briefing
from pages.parts.papers.mapimage import map_picture
from pages.parts.papers.pdf import to_pdf
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.quotes import Quote
from pages.parts.papers.source import Source, source
from pages.parts.papers.text import _PRINTED, CELL, ascii_name, clean, printable
from pages.parts.papers.typesetting import typeset
from pages.parts.papers.word import to_docx
from pages.parts.reading.markup import Markup
from pages.parts.reading.origin import absolute, origin_of
from pages.parts.reading.reader import Reader
from pages.parts.wording.opening import Figure

HOSTILE = (
    '=HYPERLINK("http://ondt.example","klikk")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "<script>alert(1)</script> & <b>fet</b>",
    '#panic("typst") $x$ *fet* _kursiv_ `kode` #import "x.typ"',
    "høyre\u202evenstre\u2066 \u200fskjult\u200b",
    "null\x00tegn\x07 og \ufffe\ud800",
    "日本 😀 عربي",
    "a" * 50_000,
    "ord " * 12_500,
)


@pytest.fixture(scope="module")
def hostile() -> Briefing:
    """Return a briefing in which every text that data can bring is hostile."""
    rows = [(text, i, i / 20, text) for i, text in enumerate(HOSTILE)]
    columns = [Column(HOSTILE[0]), Column("Antall", "whole"), Column("Andel", "share")]
    table = Table.of([*columns, Column(HOSTILE[4])], rows)
    # Names that are too long for a chart are left to the table.
    short = Table(table.columns, table.rows[:4])
    drawn = Card("kart", "kart", HOSTILE[5], HOSTILE[0], short, figure=Markup("x"), lead=HOSTILE[4])
    listed = Card("innspill", "innspill", HOSTILE[9], HOSTILE[6], table)
    return Briefing(
        title=clean(HOSTILE[5], 200),
        basis=clean(HOSTILE[7], 200),
        figures=(Figure(HOSTILE[0], HOSTILE[4], HOSTILE[6]),),
        picture=None,
        cards=(drawn, listed),
        quotes=tuple(Quote(clean(text, 320), clean(text, 120)) for text in HOSTILE),
        has_quotes=True,
        source=Source("Hele landet", "Kilde", "Data 1", "https://a.example/?data=demo", "DEMODATA"),
        dataset="demo",
        empty=False,
    )


def hidden(text: str) -> bool:
    return any(c in text for c in "\u202e\u2066\u200f\x00\x07\ufffe\ud800")


def test_a_text_loses_what_hides_or_turns_and_keeps_the_rest() -> None:
    assert clean("høyre\u202evenstre\u2066 \u200fskjult\u200b") == "høyrevenstre skjult"
    assert clean("null\x00tegn\x07 og \ufffe\ud800") == "nulltegn og"
    assert clean("a\n\n b\t c\u2028d") == "a b c d"
    assert clean("5\u00a0425\u00a0270") == "5\u00a0425\u00a0270"
    assert clean("á č đ ŋ š ŧ ž Å") == "á č đ ŋ š ŧ ž Å"


def test_a_long_text_is_cut_at_a_word_and_says_so() -> None:
    cut = clean("ord " * 12_500, CELL)
    assert cut.endswith("ord …")
    assert len(cut) <= CELL + 2
    assert clean("kort", CELL) == "kort"


def test_a_word_without_end_may_break_and_loses_nothing() -> None:
    word = "a" * 50_000
    broken = clean(word)
    assert broken.replace("\u200b", "") == word
    assert max(map(len, broken.split("\u200b"))) <= 50
    assert clean("samfunnssikkerhetsberedskap") == "samfunnssikkerhetsberedskap"


def test_what_may_be_printed_has_a_glyph_in_our_fonts(demo: Reader) -> None:
    every = "".join(chr(c) for c in range(0x20, 0x3000) if not _PRINTED.match(chr(c)))
    assert set("æøåÆØÅáčđŋšŧž«»–…−□") <= set(every)
    # Typst refuses to make PDF/UA of a character without a glyph, so this is the proof.
    data: dict[str, object] = {
        "title": every,
        "basis": every,
        "where": every,
        "figures": [],
        "map": None,
    }
    data |= {"sections": [], "quotes": None, "lang": "nb", "demo": "", "source": "x", "url": "x"}
    data |= {
        "printed": "x",
        "mark": every,
        "version": every,
        "missing": every,
        "linktext": "x",
        "page": "{page}/{pages}",
    }
    assert typeset("notat", data).startswith(b"%PDF")
    assert printable("日本 😀") == "□□ □"


def test_the_pdf_is_made_and_shows_markup_as_text(hostile: Briefing) -> None:
    document = pypdf.PdfReader(io.BytesIO(to_pdf(hostile)))
    text = "".join(page.extract_text() for page in document.pages)
    assert '#panic("typst") $x$ *fet* _kursiv_ `kode`' in " ".join(text.split())
    assert "<script>alert(1)</script>" in "".join(text.split("\n"))
    assert "□□" in text
    assert not hidden(text)
    assert len(document.pages) <= 6


def test_the_document_holds_plain_text_only(hostile: Briefing) -> None:
    data = to_docx(hostile)
    document = docx.Document(io.BytesIO(data))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    texts = [*cells, *(p.text for p in document.paragraphs)]
    assert not any(map(hidden, texts))
    assert "<script>alert(1)</script> & <b>fet</b>" in texts
    assert max(map(len, texts)) < 600
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert body.count("w:instr=") == 0
    assert "w:hyperlink" in body


def test_the_deck_holds_plain_text_and_no_formula(hostile: Briefing) -> None:
    deck = pptx.Presentation(io.BytesIO(to_pptx(hostile)))
    books = 0
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                assert not hidden(shape.text_frame.text)
            if shape.has_table:
                assert not any(hidden(cell.text) for row in shape.table.rows for cell in row.cells)
            if shape.has_chart:
                books += 1
                book: Any = openpyxl.load_workbook(
                    io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)
                )
                cells = [cell for row in book.active.iter_rows() for cell in row]
                assert not [c.coordinate for c in cells if c.data_type == "f" or c.hyperlink]
                assert any(str(c.value).startswith("'=HYPERLINK") for c in cells)
    assert books == 1


def test_the_map_survives_a_title_it_should_not(demo: Reader) -> None:
    picture = map_picture(demo, '"><script>x</script>\u202e')
    assert "<script" not in picture.svg
    assert not hidden(picture.alt)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Møre og Romsdal", "More-og-Romsdal"),
        ("Kárášjohka – Karasjok", "Karasjohka--Karasjok"),
        ("../../etc/passwd", "etcpasswd"),
        ('a"; b\r\nSet-Cookie: x', "a-b-Set-Cookie-x"),
        ("日本", "ark"),
    ],
)
def test_a_file_name_is_one_that_any_system_takes(text: str, name: str) -> None:
    assert ascii_name(text) == name


def test_the_link_back_is_to_a_server_that_can_exist(demo: Reader) -> None:
    assert origin_of("http://localhost:8501/last-ned/x?data=demo") == "http://localhost:8501"
    for odd in ('http://a"onload=/x', "javascript://x/y", "http://<b>/", "http:///x"):
        with pytest.raises(ValueError, match=r"."):
            origin_of(odd)
    url = source(demo, "https://tjenestested.example.no").url
    assert url == absolute(
        "https://tjenestested.example.no", demo.having(versjon=demo.version.version).link()
    )
