"""What is in a language of its own says so, and registers are read in the reader's."""

import re
from collections.abc import Iterator

import pytest

from pages.parts.drawing import data_sections, municipality_panel
from pages.parts.drawing.table import Column, Table
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import Written, lang_of, quoted, registered
from queries.columns import source_tables
from tests.catalogue import ROOT
from tests.pages.app import html, opened


@pytest.fixture(autouse=True)
def _bokmaal() -> Iterator[None]:
    yield
    speak("nb")


@pytest.fixture
def nynorsk(demo: Reader) -> Reader:
    """Return a reader of an answer in nynorsk."""
    numbers = demo.ask("kart")["kommunenummer"].to_list()
    for number in numbers:
        reader = demo.having(kommune=number)
        said = reader.ask("kommune_svar").to_dicts()
        if said and said[0]["malform"] == "nynorsk" and len(reader.ask("kommuneutdrag")) > 4:
            return reader
    raise AssertionError("no answer in nynorsk")


def test_a_source_says_what_its_text_is_in() -> None:
    assert [lang_of(m) for m in ("bokmaal", "nynorsk", "ukjent", None)] == ["nb", "nn", "no", "no"]
    assert quoted("Vi ønskjer", "nynorsk") == "Vi ønskjer"
    assert quoted("") is quoted(None) is None


def test_a_cell_says_its_language_and_its_heading_does_not() -> None:
    table = Table.of([Column("Who"), Column("Said")], [("Bø", Written("Vi ser <b>", "nn"))])
    drawn = table.html("x")
    assert '<td data-navn="Said"><span lang="nn">Vi ser &lt;b&gt;</span></td>' in drawn
    assert drawn.count("lang=") == 1


def test_an_answer_is_marked_where_it_is_read(nynorsk: Reader) -> None:
    speak("en")
    answer = str(EVERY_CARD["kommunesvar"](nynorsk).figure)
    assert '<div lang="nn"><p>' in answer
    # What is said about the answer is in the reader's language.
    assert set(re.findall(r'class="kode" lang="(..)"', answer)) == {"en"}
    assert '<blockquote lang="nn">' in municipality_panel.municipality(nynorsk)
    table = EVERY_CARD["kommunekoder"](nynorsk).table
    quotes = [row[3] for row in table.rows if row[3]]
    assert quotes
    assert {q.lang for q in quotes if isinstance(q, Written)} == {"nn"}


def test_a_passage_in_the_panel_and_in_the_search_is_marked(nynorsk: Reader) -> None:
    number = nynorsk.view.kommune
    kode = nynorsk.ask("kommuneutdrag").filter(felt="tilfreds_bemanning")["verdi"][0]
    drawn = html(
        opened(
            "bemanning",
            data="demo",
            lang="en",
            kode=f"tilfreds_bemanning:{kode}",
            gruppe=f"kommune:{number}",
        )
    )
    assert '<blockquote lang="nn">' in drawn
    hits = html(opened("sok", data="demo", lang="en", q="kommunen politiet"))
    assert set(re.findall(r'<p lang="(..)">', hits)) == {"nb", "nn"}


@pytest.mark.parametrize("lang", ["nn", "en"])
def test_the_columns_of_the_files_are_told_in_the_readers_language(lang: str) -> None:
    speak(lang)
    drawn = data_sections.columns()
    assert "lang=" not in drawn
    assert ("Settlement taken" in drawn) is (lang == "en")
    for row_is, found in source_tables().values():
        for text in (row_is, *(c.meaning for c in found)):
            assert not isinstance(registered(text), Written), text


def test_sources_are_told_in_english_and_what_is_not_known_stays_bokmaal(demo: Reader) -> None:
    speak("en")
    rows = EVERY_CARD["kilder"](demo).table.rows
    told = {str(row[1]) for row in rows}
    assert "Population on 1 January 2022" in told
    assert "Folkemengde 1.1.2022" not in told
    unknown = registered("Et register som ikke finnes")
    assert isinstance(unknown, Written)
    assert unknown.lang == "nb"
    speak("nb")
    assert not isinstance(registered("Et register som ikke finnes"), Written)


def test_the_watermark_is_in_english_on_english_pages() -> None:
    style = (ROOT / "pages" / "assets" / "look" / "3-card.css").read_text("utf-8")
    english = [rule for rule in style.split("}") if ":root:lang(en)" in rule]
    assert len(english) == 2
    assert all("DEMO DATA" in rule and "DEMODATA" not in rule for rule in english)
