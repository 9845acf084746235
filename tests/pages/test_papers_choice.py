"""A deck of the cards a reader chooses: the form, and what becomes of what is chosen."""

import html as entities
import io
import re

import pptx
import pytest

from pages.parts.openings import PAGES, at, names
from pages.parts.papers.briefing import MOST_CARDS, briefing
from pages.parts.papers.choice import form
from pages.parts.papers.pdf import to_pdf
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.sides import SIDES
from pages.parts.papers.word import to_docx
from pages.parts.reading.reader import Reader
from tests.pages.printed import text_of
from tests.pages.test_papers_numbers import ORIGIN, flat
from tests.pages.test_papers_routes import get

BOX = re.compile(r'type="checkbox" name="kort" value="([^"]+)"( checked)?')


def test_the_cards_of_the_page_are_chosen_and_those_of_others_may_be(demo: Reader) -> None:
    page = form(demo.having(distrikt=("Nordland",)), "bemanning")
    offered = BOX.findall(page)
    own = PAGES["bemanning"].opening(at(demo, "bemanning")).cards
    assert [name for name, checked in offered if checked] == ["kart", *own]
    others = [name for name, checked in offered if not checked]
    assert {"onsker", "lokaler", "kanaler", "temaer", "rekkevidde", "plassering"} <= set(others)
    # Each once, also those that two pages show.
    assert len({name for name, _checked in offered}) == len(offered)
    assert names()["tjenestesteder"] in page
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
    assert hidden == {"data": "demo", "distrikt": "Nordland", "ark": "bemanning"}


def test_what_is_searched_for_is_text_in_the_form(demo: Reader) -> None:
    page = form(demo.having(q='"><script>alert(1)</script>'), "sok")
    assert "<script" not in page
    assert "alert(1)" in entities.unescape(page)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_every_page_has_the_form_also_when_there_is_nothing_to_choose(
    side: str, dataset: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(dataset)
    for chosen in (reader, reader.having(distrikt=("Oslo",), innbyggere=("liten",))):
        assert "<form" in form(chosen, side)


def test_the_form_may_send_to_this_server_only() -> None:
    status, headers, body = get("/last-ned/velg-kort?data=demo&ark=oversikt&lang=en")
    assert status == 200
    assert "form-action 'self'" in headers["content-security-policy"]
    assert b'<html lang="en">' in body
    assert b'action="/last-ned/notat.pptx"' in body
    assert get("/last-ned/velg-kort?data=demo&ark=finnesikke")[0] == 404


def test_a_deck_has_the_chosen_cards_of_several_pages_in_their_order() -> None:
    asked = "data=demo&ark=oversikt&kort=grunner&kort=rekkevidde&kort=kanaler"
    deck = pptx.Presentation(io.BytesIO(get(f"/last-ned/notat.pptx?{asked}")[2]))
    headings = [slide.shapes.title.text for slide in deck.slides][1:]
    assert len(headings) == 3
    assert "misfornøyde kommuner" in headings[0]
    assert "med de 20 nye" in headings[1]
    assert "vil ha mer av minst én kanal" in headings[2]


def test_what_is_asked_for_in_vain_is_told_on_the_paper(demo: Reader) -> None:
    asked = ["grunner", *(f"finnes-ikke-{i}<b>" for i in range(9))]
    paper = briefing(demo, "bemanning", ORIGIN, asked)
    assert [card.name for card in paper.cards] == ["grunner"]
    assert "«finnes-ikke-0<b>»" in paper.missing
    assert "finnes-ikke-8" not in paper.missing
    assert flat([paper.missing]) in flat([text_of(to_pdf(paper))])
    slides = pptx.Presentation(io.BytesIO(to_pptx(paper))).slides
    assert any(paper.missing in s.text_frame.text for s in slides[0].shapes if s.has_text_frame)
    assert to_docx(paper).startswith(b"PK")
    only = briefing(demo, "bemanning", ORIGIN, ["=1+1"])
    assert not only.cards
    assert only.missing


def test_more_cards_than_a_paper_bears_are_cut_and_told(demo: Reader) -> None:
    everything = [name for path in PAGES for name in PAGES[path].opening(demo).cards]
    paper = briefing(demo, "oversikt", ORIGIN, everything)
    assert len(paper.cards) <= MOST_CARDS < len(set(everything))
    assert f"de {MOST_CARDS} første av" in paper.missing
