"""The link in a file opens the page and the card it was made from, at the server's own address."""

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import docx
import openpyxl
import pptx
import pypdf
import pytest
from starlette.routing import Route

from pages.parts.drawing.card import foot
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers.routes import paper_routes
from pages.parts.papers.source import source
from pages.parts.reading.origin import absolute, origin_of, public_address
from pages.parts.reading.reader import Reader
from pages.parts.sharing.download import download
from queries import View
from queries.page_names import PAGES
from tests.pages.served import ask
from tests.registered import pages

ROUTES = [
    Route("/last-ned/{page}/{card}.{format}", download),
    Route("/last-ned/{card}.{format}", download),
]
QUERY = "data=demo&distrikt=Nordland&vis=onsker"


def link_in(address: str, host: str = "tall.example:8501") -> str:
    """Return the «Lenke» of the file at `address`."""
    status, _headers, body = ask(ROUTES, address, host=host)
    assert status == 200
    if ".csv" in address:
        rows = csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";")
        return next(r[0].partition(": ")[2] for r in rows if r and r[0].startswith("Lenke: "))
    if ".xlsx" in address:
        sheet = openpyxl.load_workbook(io.BytesIO(body))["Om tallene"]
        return next(str(b.value) for a, b in sheet.iter_rows() if a.value == "Lenke")
    found = re.search(r"<dt>Lenke</dt><dd>(.*?)</dd>", body.decode())
    assert found
    return unescape(found[1])


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
def test_the_link_opens_the_page_and_the_card(form: str, demo: Reader) -> None:
    link = link_in(f"/last-ned/bemanning/avstand.{form}?{QUERY}")
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.path) == ("http", "tall.example:8501", "/bemanning")
    assert parts.fragment == "kort-avstand"
    view, issues = View.parse(parse_qs(parts.query))
    assert not issues
    assert view == View(
        data="demo", versjon=demo.version.version, distrikt=("Nordland",), vis="onsker"
    )


@pytest.mark.parametrize("host", ["tall.example", ""], ids=["asked for", "set by the operator"])
def test_the_link_in_a_paper_opens_its_page_too(
    host: str, demo: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not host:
        monkeypatch.setenv("TJENESTESTED_ADRESSE", "http://tall.example")
    query = "data=demo&distrikt=Nordland&ark=bemanning"
    files = {
        form: ask(paper_routes(), f"/last-ned/notat.{form}?{query}", host=host or "10.0.0.7")[2]
        for form in ("pdf", "docx", "pptx")
    }
    link = f"http://tall.example/bemanning?data=demo&versjon={demo.version.version}"
    link += "&distrikt=Nordland"
    parts = docx.Document(io.BytesIO(files["docx"])).part.rels.values()
    assert [part.target_ref for part in parts if part.is_external] == [link]
    slides = pptx.Presentation(io.BytesIO(files["pptx"])).slides
    for slide in slides:
        assert [part.target_ref for part in slide.part.rels.values() if part.is_external] == [link]
    found = {
        annotation["/A"]["/URI"]
        for page in pypdf.PdfReader(io.BytesIO(files["pdf"])).pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get("/A", {})
    }
    assert found == {link}


def test_oversikts_link_has_no_path_and_older_addresses_lead_there() -> None:
    for address in ("/last-ned/oversikt/kart.csv", "/last-ned/kart.csv"):
        assert urlsplit(link_in(f"{address}?{QUERY}")).path == "/"


def test_the_link_in_a_workbook_can_be_clicked() -> None:
    body = ask(ROUTES, f"/last-ned/bemanning/avstand.xlsx?{QUERY}")[2]
    sheet = openpyxl.load_workbook(io.BytesIO(body))["Om tallene"]
    links = [b.hyperlink for _a, b in sheet.iter_rows() if b.hyperlink]
    assert [(str(link.target).partition("?")[0], link.location) for link in links] == [
        ("http://localhost:8501/bemanning", "kort-avstand")
    ]


def test_every_page_has_a_name_a_file_can_carry() -> None:
    assert {"" if side == "oversikt" else side for side in PAGES} == set(pages())


@pytest.mark.parametrize("page", PAGES)
def test_a_cards_downloads_know_their_page(page: str, demo: Reader) -> None:
    reader = Reader(demo.view, demo.version, "" if page == "oversikt" else page)
    assert reader.page == page
    assert f'href="/last-ned/{page}/kart.csv?data=demo"' in foot(EVERY_CARD["kart"](reader), reader)


def test_links_in_a_page_that_is_kept_as_a_file_have_their_server() -> None:
    body = ask(ROUTES, f"/last-ned/bemanning/kart.html?{QUERY}", host="tall.example")[2].decode()
    links = re.findall(r'<th scope="row"><a href="([^"]*)"', body)
    assert links
    assert all(link.startswith("http://tall.example/kommune?") for link in links)
    # A row that leads nowhere leads nowhere in the file too.
    rows = ask(ROUTES, f"/last-ned/bemanning/grunner.html?{QUERY}")[2].decode()
    assert 'href="http://localhost:8501"' not in rows


@pytest.mark.parametrize("path", ["/last-ned/finnesikke/kart.csv", "/last-ned/oversikt/nei.csv"])
def test_what_there_is_none_of_is_not_found(path: str) -> None:
    assert ask(ROUTES, path)[0] == 404


@pytest.mark.parametrize(
    "host", ['x"><script>', "evil.example/x?y=", "a@b", "a b", "tall.example\\@x"]
)
def test_a_forged_host_is_in_no_file(host: str) -> None:
    status, _headers, body = ask(ROUTES, f"/last-ned/kart.csv?{QUERY}", host=host)
    assert status == 400 or host.encode() not in body


@pytest.mark.parametrize(
    "url",
    ['http://a"b/x', "http://a b/x", "http://anna@tall.example/x", "file:///x", "javascript:x", ""],
)
def test_what_no_server_is_called_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        origin_of(url)


def test_the_operator_says_what_readers_write(
    monkeypatch: pytest.MonkeyPatch, demo: Reader
) -> None:
    monkeypatch.setenv("TJENESTESTED_ADRESSE", "https://tall.dep.example/politi/")
    assert origin_of("http://10.0.0.7:8501/last-ned/x") == "https://tall.dep.example/politi"
    link = link_in(f"/last-ned/bemanning/avstand.csv?{QUERY}", host="10.0.0.7:8501")
    assert link.startswith("https://tall.dep.example/politi/bemanning?data=demo&")
    paper = source(demo, origin_of("http://10.0.0.7:8501/"))
    assert paper.url.startswith("https://tall.dep.example/politi/?data=demo&versjon=")


@pytest.mark.parametrize("given", ["tall.example", "javascript:alert(1)", 'https://x"y', "//x"])
def test_an_address_that_cannot_be_one_is_not_used(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_ADRESSE", given)
    assert public_address() == ""
    assert origin_of("http://localhost:8501/x") == "http://localhost:8501"


def test_a_path_without_a_server_stays_a_path() -> None:
    assert absolute("", "/lokaler?data=demo") == "/lokaler?data=demo"
    assert absolute("https://a.example/b", "/c") == "https://a.example/b/c"
