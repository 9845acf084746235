"""Papers of the pages about texts and data: a search, the sources, what has changed."""

import io
import re
from typing import Any

import docx
import pptx
import pytest

from pages.parts.cards.search import every_hit
from pages.parts.papers.briefing import Briefing, briefing
from pages.parts.papers.pdf import HITS, to_pdf
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.telling import told
from pages.parts.papers.word import to_docx
from pages.parts.reading.reader import Reader
from queries import Version, View
from tests.pages.printed import pages, text_of
from tests.pages.test_papers_numbers import ORIGIN, flat


def in_every_form(paper: Briefing) -> list[str]:
    """Return all the text of `paper` as PDF, Word and slides."""
    document = docx.Document(io.BytesIO(to_docx(paper)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    deck = pptx.Presentation(io.BytesIO(to_pptx(paper)))
    slides = [
        shape.text_frame.text
        if shape.has_text_frame
        else " ".join(cell.text for row in shape.table.rows for cell in row.cells)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame or shape.has_table
    ]
    return [
        flat([text_of(to_pdf(paper))]),
        flat([*cells, *(p.text for p in document.paragraphs)]),
        flat(slides),
    ]


def test_a_search_is_told_with_its_passages_and_cut_honestly(demo: Reader) -> None:
    reader = demo.having(q="vold", distrikt=("Innlandet", "Nordland", "Vest"), side=2)
    paper = briefing(reader, "sok", ORIGIN)
    hits = every_hit(reader)
    found = len(hits.table.rows)
    assert [card.name for card in paper.cards] == ["sok", "sokedistrikt"]
    assert found == len(paper.cards[0].table.rows) > HITS
    for text in in_every_form(paper):
        assert flat([f"{found} svar fra"]) in text
        assert flat(["Innlandet, Nordland og Vest politidistrikter"]) in text
        # The best hit, whichever page of hits the reader had come to.
        assert flat([str(hits.table.rows[0][7])[:60]]) in text
    assert flat([f"De {HITS} første av {found} rader"]) in in_every_form(paper)[0]


def test_who_answered_late_or_again_is_told_beside_the_name(demo: Reader) -> None:
    card = every_hit(demo.having(q="politi"))
    rows = told(card).rows
    for (who, passage), row in zip(rows, card.table.rows, strict=True):
        sender, _kommuner, _districts, question, _date, late, replaced, text = row
        assert str(who).startswith(str(sender))
        assert str(question) in str(who)
        assert passage == text
        assert ("etter fristen" in str(who)) == bool(late)
        assert ("erstattet" in str(who)) == bool(replaced)
    assert any("etter fristen" in str(who) for who, _passage in rows)
    assert any("erstattet" in str(who) for who, _passage in rows)


def test_a_search_for_what_nobody_says_is_a_page_that_says_so(demo: Reader) -> None:
    paper = briefing(demo.having(q="xylofon zeppelin"), "sok", ORIGIN)
    assert not paper.cards
    (text,) = pages(to_pdf(paper))
    assert flat(["Ingen svar nevner"]) in flat([text])


@pytest.fixture
def earlier(two: tuple[Version, Version]) -> Reader:
    """Return a reader of the older of two versions of the same answers."""
    return Reader(View(data="innspill"), two[0])


def test_what_has_changed_between_two_versions_is_on_paper(earlier: Reader) -> None:
    paper = briefing(earlier, "endringer", ORIGIN)
    assert len(paper.cards) == 3
    for text in in_every_form(paper):
        for told_there in ("Oslo", "Harsvartsiden", "Moskenes", "Svareterborte", "Tattut"):
            assert told_there in text
        assert flat([paper.basis]) in text
        assert "DEMODATA" not in text


def test_the_sources_their_rows_and_what_was_set_aside_are_on_paper(earlier: Reader) -> None:
    paper = briefing(earlier, "data", ORIGIN)
    names = [card.name for card in paper.cards]
    assert {"dekning", "kildefiler", "avviste", "kilder"} <= set(names)
    rejected = paper.cards[names.index("avviste")]
    for text in in_every_form(paper):
        assert flat([rejected.title]) in text
        assert flat([str(rejected.table.rows[0][2])[:40]]) in text
        files = [flat([str(row[1])]) for row in paper.cards[names.index("kildefiler")].table.rows]
        # A slide has room for the first of them, and says how many they are.
        first = re.search(rf"De(\d+)førsteav{len(files)}rader", text)
        assert all(name in text for name in files[: int(first[1]) if first else len(files)])


@pytest.mark.parametrize(
    "narrowed", [{"onsker": ("ja",), "lokaltype": ("raadhus",)}, {"sok": "helse"}, {}], ids=str
)
def test_a_narrowed_list_quotes_those_in_it_alone(narrowed: dict[str, Any], demo: Reader) -> None:
    reader = demo.having(**narrowed)
    paper = briefing(reader, "lokaler", ORIGIN)
    listed = {str(row[0]) for row in paper.cards[0].table.rows}
    quoted = {quote.who.partition(",")[0] for quote in paper.quotes}
    assert quoted
    # Of a whole list others are quoted too, such as those that offer nothing.
    assert (quoted <= listed) == bool(narrowed)
