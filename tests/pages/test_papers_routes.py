"""The addresses of the papers, the choice of them on a page, and that pages and papers agree."""

import html as entities
import io
import re
import zipfile
from urllib.parse import parse_qs, urlsplit

import docx
import pptx
import pypdf
import pytest

from pages.parts.openings import PAGES
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers.routes import paper_routes
from pages.parts.papers.sides import BY_PATH, SIDES
from tests.pages import printed
from tests.pages.app import html, opened
from tests.pages.served import ask
from tests.registered import pages


def get(address: str, host: str = "localhost:8501") -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of a request to the routes of the papers."""
    return ask(paper_routes(), address, host=host)


def title_of(pdf: bytes) -> str:
    metadata = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    return str(metadata.title) if metadata else ""


def test_a_briefing_in_each_form_has_the_filter_of_its_address() -> None:
    query = "?data=demo&distrikt=Nordland&ark=bemanning"
    where = "Nordland politidistrikt"
    status, headers, body = get(f"/last-ned/notat.pdf{query}")
    assert (status, headers["content-type"]) == (200, "application/pdf")
    assert headers["cache-control"] == "no-store"
    assert re.search(
        r'attachment; filename="demo-bemanning-[\w-]+\.pdf"', headers["content-disposition"]
    )
    assert where in printed.pages(body)[0]
    document = docx.Document(io.BytesIO(get(f"/last-ned/notat.docx{query}")[2]))
    assert any(where in paragraph.text for paragraph in document.paragraphs)
    deck = pptx.Presentation(io.BytesIO(get(f"/last-ned/notat.pptx{query}")[2]))
    assert any(where in s.text_frame.text for s in deck.slides[0].shapes if s.has_text_frame)
    links = [
        r.hyperlink.address
        for s in deck.slides[0].shapes if s.has_text_frame
        for p in s.text_frame.paragraphs for r in p.runs if r.hyperlink.address
    ]  # fmt: skip
    assert links[0].startswith("http://localhost:8501/bemanning?data=demo&versjon=")
    assert "distrikt=Nordland" in links[0]


def test_a_deck_of_chosen_cards_has_these_and_no_others() -> None:
    body = get("/last-ned/notat.pptx?data=demo&kort=grunner,onsker,finnesikke")[2]
    deck = pptx.Presentation(io.BytesIO(body))
    assert len(deck.slides) == 3


def test_sheets_by_name_and_number() -> None:
    status, headers, body = get("/last-ned/politidistrikt-Møre og Romsdal.pdf?data=demo")
    assert status == 200
    assert "demo-politidistrikt-More-og-Romsdal-" in headers["content-disposition"]
    assert "M%C3%B8re" in headers["content-disposition"]
    assert "Møre og Romsdal" in printed.pages(body)[0]
    status, headers, body = get("/last-ned/kommune-1804.pdf?data=demo")
    assert status == 200
    assert title_of(body).startswith("Bodø")
    status, headers, body = get("/last-ned/kommuner.zip?data=demo&distrikt=Oslo")
    assert (status, headers["content-type"]) == (200, "application/zip")
    assert body.startswith(b"PK")


@pytest.mark.parametrize(
    "address",
    [
        "/last-ned/notat.exe",
        "/last-ned/notat.pdf?ark=finnesikke",
        "/last-ned/kommune-9999.pdf",
        "/last-ned/kommune-<script>.pdf",
        "/last-ned/politidistrikt-Ukjent.pdf",
    ],
)
def test_what_there_is_none_of_is_not_found(address: str) -> None:
    assert get(address)[0] == 404


def test_a_forged_host_is_in_no_paper() -> None:
    status, _headers, body = get("/last-ned/notat.docx?data=demo", host='x"><script>')
    files = zipfile.ZipFile(io.BytesIO(body))
    assert status == 200
    assert not [name for name in files.namelist() if b"<script" in files.read(name)]


def test_every_page_has_a_paper_and_every_card_of_it_exists() -> None:
    # What is not published is on no paper.
    assert {*BY_PATH, "raad", "vurdering"} == set(PAGES) == set(pages())
    assert {card for side in SIDES.values() for card in (*side.brief, *side.more)} <= set(
        EVERY_CARD
    )


def test_a_page_offers_its_papers_with_the_readers_view() -> None:
    page = html(opened("bemanning", data="demo", distrikt="Nordland"))
    head = page.partition("</header>")[0]
    links = [entities.unescape(a) for a in re.findall(r'href="([^"]+)" download', head)]
    links = [link for link in links if "/qr/" not in link]
    assert [urlsplit(link).path for link in links] == [
        "/last-ned/notat.pdf", "/last-ned/notat.docx", "/last-ned/notat.pptx",
    ]  # fmt: skip
    for link in links:
        asked = parse_qs(urlsplit(link).query)
        assert asked["ark"] == ["bemanning"]
        assert asked["distrikt"] == ["Nordland"]
    sheet = html(opened("kommune", data="demo", kommune="1804"))
    assert "/last-ned/kommune-1804.pdf?" in sheet
    assert "/last-ned/kommuner.zip?" in sheet
