"""What once was wrong on paper: clicks nobody can make, bars that say the opposite, two covers."""

import io
import re
from dataclasses import replace
from itertools import pairwise

import docx
import pptx
import pytest

from pages.parts.cards import CARDS
from pages.parts.openings import PAGES, at
from pages.parts.papers.briefing import briefing
from pages.parts.papers.chart import chart_of
from pages.parts.papers.hyphens import parts
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.slides import BODY, FOOT
from pages.parts.papers.telling import lead, weights
from pages.parts.papers.word import to_docx
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader

# Told to the reader, and not of a model that chooses.
CHOOSING = {
    lang: re.compile(rf"(^|[.;:] ){told} ", re.IGNORECASE)
    for lang, told in (("nb", "velg"), ("nn", "vel"), ("en", "choose"))
}


@pytest.mark.parametrize("lang", CHOOSING)
def test_nothing_on_paper_tells_to_choose(lang: str, demo: Reader) -> None:
    chosen = replace(demo, view=replace(demo.view, distrikt=("Nordland",), kommune="1848"))
    speak(lang)
    try:
        for path in PAGES:
            reader = at(chosen, path)
            for name in PAGES[path].opening(reader).cards:
                card = CARDS[name](reader)
                for text in (card.title, lead(card)):
                    assert not CHOOSING[lang].search(text), (path, name)
    finally:
        speak("nb")


def test_the_longest_bar_is_of_the_place_with_most_points(demo: Reader) -> None:
    reader = at(demo, "kandidater")
    chart = chart_of(CARDS["kandidater-poeng"](reader))
    assert chart
    points = [value or 0 for value in chart.series[0].values]
    assert points == sorted(points, reverse=True)
    assert points[0] > 10
    # A later number is no more of anything.
    assert chart_of(CARDS["kandidater-nummer"](reader)) is None
    compared = chart_of(CARDS["kandidater-valg"](reader))
    assert compared
    assert len({*compared.series[0].values}) == len(compared.categories)


def test_the_cover_of_a_deck_is_not_the_slide_after_it(demo: Reader) -> None:
    paper = briefing(at(demo, ""), "oversikt", "https://tall.example")
    deck = pptx.Presentation(io.BytesIO(to_pptx(paper)))
    cover, plan = (
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for slide in list(deck.slides)[:2]
    )
    figure = paper.figures[0].value
    assert not any(figure in text.split("\n") for text in cover)
    assert any(figure in text.split("\n") for text in plan)


def test_a_heading_has_room_for_its_longest_word_in_a_wider_font() -> None:
    need, _other = weights(["Kommune", "Svar"], [["Bø", "Ja"]], 20)
    # Letters of the fonts that stand in are up to a third wider than those reckoned with.
    assert need >= 1.3 * len("Kommune")


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_long_word_is_divided_as_the_dictionary_has_it(lang: str) -> None:
    speak(lang)
    try:
        word = {"nb": "Tjenestestedstruktur", "nn": "Tenestestadstruktur", "en": "Representations"}
        found = parts(f"{word[lang]}, nær")
        assert "".join(found) == f"{word[lang]}, nær"
        assert found[-2 if lang != "en" else 0] in {"struk", "Rep"}
        # What is short, and what is no word, stands whole.
        assert parts("Brannstasjon 2022-22535-123456789") == ["Brannstasjon 2022-22535-123456789"]
    finally:
        speak("nb")


def test_a_heading_in_word_may_be_divided_and_reads_as_it_is(demo: Reader) -> None:
    chosen = replace(demo, view=replace(demo.view, kommune="1848"))
    paper = briefing(at(chosen, "kommune"), "kommune", "https://tall.example")
    document = docx.Document(io.BytesIO(to_docx(paper)))
    headings = [
        cell
        for table in document.tables
        for cell in table.rows[0].cells
        if cell.text == "Tjenestestedstruktur"
    ]
    assert headings
    soft = [cell._tc.xpath(".//w:softHyphen") for cell in headings]
    assert all(soft)


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize("side", ["kommune", "utfordringer", "tilgjengelighet", "bemanning"])
def test_no_word_of_a_slide_is_wider_than_its_column(lang: str, side: str, demo: Reader) -> None:
    speak(lang)
    try:
        chosen = replace(demo, view=replace(demo.view, kommune="1848", lang=lang))
        paper = briefing(at(chosen, side), side, "https://tall.example", brief=False)
        deck = pptx.Presentation(io.BytesIO(to_pptx(paper)))
    finally:
        speak("nb")
    for table in (s.table for slide in deck.slides for s in slide.shapes if s.has_table):
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                (run,) = cell.text_frame.paragraphs[0].runs
                room = column.width.pt - cell.margin_left.pt - cell.margin_right.pt
                # As wide as letters are in the fonts that stand in for ours.
                longest = max(map(len, cell.text.split() or [""])) * 0.6 * run.font.size.pt
                assert longest <= room, (side, cell.text)


def test_small_tables_that_follow_each_other_share_a_slide(demo: Reader) -> None:
    chosen = replace(demo, view=replace(demo.view, kommune="1848"))
    paper = briefing(at(chosen, "kommune"), "kommune", "https://tall.example", brief=False)
    deck = pptx.Presentation(io.BytesIO(to_pptx(paper)))
    filled = []
    for slide in list(deck.slides)[2:]:
        tables = [shape for shape in slide.shapes if shape.has_table]
        filled.append(sum(shape.height for shape in tables) / BODY)
        boxes = sorted((shape.top, shape.top + shape.height) for shape in tables)
        assert all(a[1] < b[0] for a, b in pairwise(boxes))
        assert boxes[-1][1] < FOOT
        assert "Hele landet" not in " ".join(s.text for s in slide.shapes if s.name == "Kilde")
    titles = {card.title for card in paper.cards if card.table.rows}
    said = {s.text for slide in deck.slides for s in slide.shapes if s.has_text_frame}
    assert titles <= said
    # None of two that follow each other had room for both.
    assert len(filled) < len(titles)
    assert all(a + b > 0.6 for a, b in pairwise(filled))


def test_bars_are_labelled_as_the_table_beside_them(demo: Reader) -> None:
    paper = briefing(at(demo, "kandidater"), "kandidater", "https://tall.example")
    deck = pptx.Presentation(io.BytesIO(to_pptx(paper)))
    (points,) = [
        shape.chart
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart and "poeng" in slide.shapes.title.text
    ]
    assert points.plots[0].data_labels.number_format == "0.0"
