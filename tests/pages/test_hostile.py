"""Text that would do harm, in every column that holds words: no page, panel or file lets it out."""

import re
from typing import Final

import pytest
from lxml.html import HtmlElement, document_fromstring
from starlette.routing import Route

from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers.routes import paper_routes
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export
from pages.parts.sharing.download import download
from queries import Version, View
from tests.pages.app import document, html, opened, opened_map
from tests.pages.hostile_set import HOSTILE, spoiled
from tests.pages.served import ask
from tests.registered import pages

# What opens every panel there is, and what asks every page about something.
VIEWS: Final[dict[str, dict[str, str]]] = {
    "everything": {"kommune": "1804", "sted": "T001", "q": "oppdiktet", "valgt": "L060,L001"},
    "behind a number": {"distrikt": "Nordland", "kode": "tema:rus"},
    "one passage": {"kode": "tilfreds_bemanning:ikke_tilfreds", "gruppe": "kommune:1811"},
    "who is silent": {"kode": "svar:ikke_svart", "kommune": "5401", "finn": "å"},
    "searched": {"sok": "a", "kommune": "1811", "kartform": "ruter", "lang": "en"},
}
# The elements our own HTML is made of; anything else has come from a text.
OURS: Final = {
    *("html", "head", "title", "meta", "link", "body", "main", "header", "footer"),
    *("nav", "section", "div", "p", "span", "small", "b", "strong", "i", "br", "code"),
    *("h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption"),
    *("a", "img", "mark", "blockquote", "table", "caption", "thead", "tbody", "tr", "th"),
    *("td", "details", "summary", "form", "fieldset", "legend", "label", "input", "output"),
    *("button", "select", "option", "svg", "circle", "line", "polyline"),
}
SAFE: Final = re.compile(r"/|#|https://[\w.-]+/|http://localhost:8501/|data:,")


@pytest.fixture(scope="module")
def bad(versions: dict[str, Version], tmp_path_factory: pytest.TempPathFactory) -> Version:
    return spoiled(versions["demo"], tmp_path_factory.mktemp("hostile"))


@pytest.fixture(autouse=True)
def _spoiled(bad: Version, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(bad.path.parent))


def harm(root: HtmlElement) -> list[str]:
    """Return each element and attribute that no HTML of ours has."""
    found = []
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag not in OURS:
            found.append(f"<{element.tag}>")
        for name, value in element.attrib.items():
            link = name in ("href", "src", "action", "formaction", "data-hent", "data-kopier")
            if name.startswith("on") or name in ("autofocus", "srcdoc"):
                found.append(f"{element.tag} {name}")
            elif link and not re.match(
                r"/|#|https://[\w.-]+/|http://localhost:8501/|data:,", value
            ):
                found.append(f"{element.tag} {name}={value[:60]}")
    return found


def test_the_texts_would_do_harm(bad: Version) -> None:
    text = "".join(f"<p title='{each}'>{each}</p>" for each in HOSTILE)
    found = harm(document_fromstring(text))
    assert {"<script>", "img onerror"} <= set(found)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", pages())
def test_no_page_or_panel_lets_a_text_out(path: str, view: str) -> None:
    app = opened(path, dark=False, data="demo", **VIEWS[view])
    assert not app.exception
    root = document(app)
    assert root.xpath("//footer")
    assert not harm(root)
    if told := opened_map(app):
        assert not harm(document_fromstring(told["key"]))
    # It stands there, as the words it is.
    assert (
        path in ("bemanning", "tilgjengelighet", "utfordringer", "endringer")
        or ("alert(" in html(app))
        or view in ("one passage", "who is silent", "behind a number")
    )


@pytest.mark.parametrize("name", EVERY_CARD)
def test_no_table_or_file_lets_a_text_out(name: str, bad: Version) -> None:
    routes = [Route("/last-ned/{page}/{card}.{format}", download)]
    query = "data=demo&kommune=1804&q=oppdiktet&kode=tema:rus&valgt=L060,L001"
    status, _headers, body = ask(routes, f"/last-ned/oversikt/{name}.html?{query}")
    assert status == 200
    assert not harm(document_fromstring(body.decode()))
    reader = Reader(View(kommune="1804", q="oppdiktet", kode="tema:rus"), bad)
    card = EVERY_CARD[name](reader)
    for cell in re.split(r"[;\r\n]", export.to_csv(card, reader).decode("utf-8-sig")):
        assert not cell.strip('"').startswith(("=", "+", "@", "\t"))


@pytest.mark.parametrize("side", ["oversikt", "lokaler", "kommune", "politidistrikt", "sok"])
def test_no_paper_or_form_lets_a_text_out(side: str) -> None:
    query = f"data=demo&kommune=1804&distrikt=Nordland&q=oppdiktet&ark={side}"
    status, _headers, body = ask(paper_routes(), f"/last-ned/velg-kort?{query}")
    assert status == 200
    assert not harm(document_fromstring(body.decode()))
    status, headers, body = ask(paper_routes(), f"/last-ned/notat.pdf?{query}")
    assert (status, headers["content-type"]) == (200, "application/pdf")
    # An address in a paper leads to us, or to a source by its own https address.
    for link in re.findall(rb"/URI\s*\(([^)]*)\)", body):
        assert link.startswith((b"https://", b"http://localhost"))
