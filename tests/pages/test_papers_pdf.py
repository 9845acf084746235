"""PDF: accessible, in Norwegian, with our fonts, short, marked, and a page also for nothing."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import anyio
import pypdf
import pytest

from pages.parts.papers.archive import zipped
from pages.parts.papers.briefing import briefing, nothing
from pages.parts.papers.pdf import to_pdf
from pages.parts.papers.sheets import municipality_pdf
from pages.parts.papers.sides import SIDES
from pages.parts.reading.reader import Reader
from queries import answers
from tests.pages.printed import pages, text_of
from tests.pages.test_papers_numbers import ORIGIN, flat

MOST_PAGES = 4
EMPTY = {"distrikt": ("Oslo",), "innbyggere": ("liten",)}


def read(data: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(data))


# Of the demo set only the answers are invented; what is measured between real places is not marked.
REAL = {"tjenestesteder", "plassering"}
# Lists that are as long as what they list.
LONG = {"sok", "data", "kommune", "plassering"}


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_a_briefing_is_short_and_marked(
    dataset: str, side: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(dataset).having(q="vold", kommune="3420")
    for chosen in (reader, reader.having(distrikt=("Innlandet",))):
        printed = pages(to_pdf(briefing(chosen, side, ORIGIN)))
        of = len(printed)
        assert 1 <= of <= (MOST_PAGES + 2 if side in LONG else MOST_PAGES)
        for number, text in enumerate(printed, start=1):
            assert f"Side {number} av {of}" in text
            # Across the page, and in words at its foot.
            marked = dataset == "demo" and side not in REAL
            assert text.count("DEMODATA") >= 2 if marked else "DEMODATA" not in text


@pytest.mark.parametrize(
    ("side", "chosen"),
    [
        ("tjenestesteder", {"svart": "ja"}),
        ("plassering", {"kandidater": "onsker"}),
        ("plassering", {"vekt": "misnoye"}),
        ("plassering", {"svart": "nei"}),
    ],
)
def test_places_that_are_chosen_by_invented_answers_are_marked(
    side: str, chosen: dict[str, str], demo: Reader
) -> None:
    narrow = demo.having(distrikt=("Finnmark",))
    assert not briefing(narrow, side, ORIGIN).source.demo
    paper = briefing(narrow.having(**chosen), side, ORIGIN)
    assert paper.source.demo
    assert paper.picture is not None
    assert "DEMODATA" in paper.picture.svg


def test_the_pdf_claims_ua_and_has_what_it_takes(demo: Reader) -> None:
    paper = briefing(demo, "oversikt", ORIGIN)
    document = read(to_pdf(paper))
    catalogue = document.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "nb"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in document.xmp_metadata.stream.get_data()
    assert document.metadata.title == paper.title
    kinds, alts = walked(catalogue["/StructTreeRoot"])
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/Link"} <= kinds
    assert paper.picture is not None
    assert alts == [paper.picture.alt]


def walked(root: Any) -> tuple[set[str], list[str]]:
    """Return the kinds of element in the structure tree, and the texts that stand for figures."""
    kinds: set[str] = set()
    alts: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, pypdf.generic.ArrayObject):
            waiting += element
        elif isinstance(element, pypdf.generic.DictionaryObject):
            kinds.add(str(element.get("/S", "")))
            if element.get("/S") == "/Figure":
                alts.append(str(element.get("/Alt", "")))
            if "/K" in element:
                waiting.append(element["/K"])
    return kinds, alts


def test_only_our_own_fonts_are_in_it_and_they_are_embedded(demo: Reader) -> None:
    document = read(to_pdf(briefing(demo, "bemanning", ORIGIN)))
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()
        for page in document.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert {str(font["/BaseFont"]).split("+")[1] for font in fonts} == {
        "Inter-Regular",
        "Inter-SemiBold",
    }
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)


def test_the_same_data_give_the_same_bytes(demo: Reader) -> None:
    first, second = (to_pdf(briefing(demo, "lokaler", ORIGIN)) for _again in range(2))
    assert first == second


@pytest.mark.parametrize("side", SIDES)
def test_a_paper_of_nothing_is_a_page_that_says_so(side: str, demo: Reader) -> None:
    (text,) = pages(to_pdf(briefing(demo.having(**EMPTY), side, ORIGIN)))
    assert flat([nothing()]) in flat([text])
    assert "Oslo politidistrikt, under 5 000 innbyggere" in text.replace("\xa0", " ")


def test_a_municipality_has_one_page_with_said_advised_and_decided(demo: Reader) -> None:
    offers = set(demo.ask("lokaler")["kommunenummer"])
    advised = demo.ask("kommune_liste")["kommunenummer"].to_list()[::40]
    for number in [*sorted(offers)[:6], *advised, "0301"]:
        chosen = demo.having(kommune=number)
        made = municipality_pdf(chosen, ORIGIN)
        document, text = read(made), text_of(made)
        name = chosen.ask("kommune_fakta").row(0, named=True)["navn"]
        assert len(document.pages) == 1
        assert document.metadata.title.startswith(name)
        assert all(word in text for word in ("Kommunen sa", "Politiet rådet", "Besluttet"))
        for row in chosen.ask("kommune_stasjoner").to_dicts()[:3]:
            assert flat([row["navn"]]) in flat([text])


def test_a_municipality_that_does_not_exist_is_refused(demo: Reader) -> None:
    with pytest.raises(KeyError):
        municipality_pdf(demo.having(kommune="9999"), ORIGIN)


def archived(reader: Reader) -> bytes:
    """Return the archive of the reader's selection, made here instead of in other processes."""

    async def make(work: Callable[..., bytes], *given: object) -> bytes:
        return work(*given)

    async def gathered() -> bytes:
        return b"".join([piece async for piece in zipped(reader, ORIGIN, make)])

    return anyio.run(gathered)


def test_the_archive_has_a_sheet_for_each_municipality_of_the_selection(demo: Reader) -> None:
    chosen = demo.having(distrikt=("Oslo",))
    rows = chosen.ask("kommune_liste").to_dicts()
    archive = zipfile.ZipFile(io.BytesIO(archived(chosen)))
    assert archive.testzip() is None
    assert [name[:4] for name in archive.namelist()] == [row["kommunenummer"] for row in rows]
    for name, row in zip(archive.namelist(), rows, strict=True):
        assert read(archive.read(name)).metadata.title.startswith(row["navn"])


def test_the_archive_does_not_push_out_what_others_ask_again(demo: Reader) -> None:
    chosen = demo.having(fylke=("Rogaland",), innbyggere=("stor",))
    archived(demo.having(fylke=("Oslo",)))
    before = answers._answer.cache_info().currsize
    assert len(zipfile.ZipFile(io.BytesIO(archived(chosen))).namelist()) > 4
    assert answers._answer.cache_info().currsize - before <= 2


def test_the_archive_of_nobody_says_so(demo: Reader) -> None:
    archive = zipfile.ZipFile(io.BytesIO(archived(demo.having(**EMPTY))))
    assert archive.namelist() == ["tomt-utvalg.pdf"]
    assert flat([nothing()]) in flat([text_of(archive.read("tomt-utvalg.pdf"))])
