"""QR codes: a telephone reads the link that stands there, in pictures, drawings and slides."""

import io
import re
from urllib.parse import parse_qs, quote, urlsplit

import pptx
import pytest
import segno
import zxingcpp
from PIL import Image

from pages.parts.drawing.qr_code import EDGE, code, to_png
from pages.parts.papers.briefing import briefing
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.sides import SIDES
from pages.parts.reading.reader import Reader
from pages.parts.sharing.qr import qr_routes
from queries import View, short_links
from tests.pages.served import ask

QUERY = "data=demo&distrikt=M%C3%B8re+og+Romsdal&vis=onsker&lang=en"


def read(png: bytes) -> str:
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)).convert("L"))
    assert len(found) == 1
    return str(found[0].text)


def modules(svg: str) -> list[list[bool]]:
    """Return which squares a drawing fills, row by row, from its path of horizontal strokes."""
    size = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    drawn = [[False] * size for _row in range(size)]
    path = re.findall(r' d="(M[^"]*)"', svg)[-1]
    x = y = 0.0
    for kind, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        given = [float(n) for n in re.findall(r"-?\d*\.?\d+", numbers)]
        if kind == "h":
            for i in range(int(given[0])):
                drawn[int(y)][int(x) + i] = True
            x += given[0]
        else:
            x, y = (given[0], given[1]) if kind == "M" else (x + given[0], y + given[1])
    return drawn


def test_a_page_has_the_code_of_its_pinned_link(demo: Reader) -> None:
    status, headers, png = ask(qr_routes(), f"/last-ned/qr/bemanning.png?{QUERY}", host="a.example")
    assert (status, headers["content-type"]) == (200, "image/png")
    assert headers["cache-control"] == "no-store"
    assert headers["content-disposition"].startswith('attachment; filename="qr-bemanning.png"')
    parts = urlsplit(read(png))
    assert (parts.scheme, parts.netloc, parts.path) == ("http", "a.example", "/bemanning")
    assert View.parse(parse_qs(parts.query)) == (
        View(
            versjon=demo.version.version,
            distrikt=("Møre og Romsdal",),
            vis="onsker",
            lang="en",
        ),
        (),
    )
    assert min(Image.open(io.BytesIO(png)).size) >= 1000


def test_the_drawing_has_the_same_squares_and_says_what_it_is() -> None:
    status, headers, body = ask(qr_routes(), f"/last-ned/qr/bemanning.svg?{QUERY}")
    svg = body.decode()
    link = read(ask(qr_routes(), f"/last-ned/qr/bemanning.png?{QUERY}")[2])
    assert (status, headers["content-type"]) == (200, "image/svg+xml")
    matrix = [[bool(m) for m in row] for row in code(link).matrix_iter(border=EDGE)]
    assert modules(svg) == matrix
    assert "<title>QR code that opens http://localhost:8501/bemanning?" in svg
    assert "<script" not in svg


def test_a_short_link_has_a_code_of_its_own(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_LENKER", f"{tmp_path}/lenker.sqlite3")
    name = short_links.make("lokaler", View(versjon="2026-11-24-0123abc"), "møte i Bodø")
    status, headers, png = ask(qr_routes(), f"/last-ned/kortlenke/{quote(name)}.png")
    assert status == 200
    assert read(png) == f"http://localhost:8501/l/{quote(name)}"
    assert 'filename="qr-mote-i-bodo.png"' in headers["content-disposition"]
    # A shorter link has fewer squares.
    long = code("http://localhost:8501/" + "x" * 150)
    assert code(read(png)).symbol_size() < long.symbol_size()
    assert ask(qr_routes(), "/last-ned/kortlenke/finnes-ikke.png")[0] == 404


@pytest.mark.parametrize(
    "path", ["qr/finnesikke.png", "qr/bemanning.gif", "kortlenke/a.exe", "kortlenke/../x.png"]
)
def test_what_there_is_none_of_is_not_found(path: str) -> None:
    assert ask(qr_routes(), f"/last-ned/{path}")[0] == 404


def test_the_longest_view_there_is_still_has_a_code() -> None:
    long = "http://localhost:8501/lokaler?" + "x" * 2500
    assert read(to_png(long)) == long
    with pytest.raises(segno.DataOverflowError):
        code("x" * 4000)


@pytest.mark.parametrize("dataset", ["demo", "kjente"])
@pytest.mark.parametrize("side", ["oversikt", "lokaler"])
def test_the_first_slide_has_the_code_of_its_link_and_says_so(
    side: str, dataset: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(dataset)
    paper = briefing(reader, side, "https://tall.example")
    first, *rest = pptx.Presentation(io.BytesIO(to_pptx(paper))).slides
    (picture,) = [shape for shape in first.shapes if shape.name == "QR-kode"]
    assert read(picture.image.blob) == paper.source.url
    assert paper.source.url.startswith(f"https://tall.example/{SIDES[side].path}?data={dataset}&")
    described = picture._element.xpath(".//p:cNvPr")[0].get("descr")
    assert described == f"QR-kode som åpner {paper.source.url}"
    assert not [s for slide in rest for s in slide.shapes if s.name == "QR-kode"]
