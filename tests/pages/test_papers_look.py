"""What once was wrong on paper: clicks nobody can make, bars that say the opposite, two covers."""

import io
import re
from dataclasses import replace

import pptx
import pytest

from pages.parts.cards import CARDS
from pages.parts.openings import PAGES, at
from pages.parts.papers.briefing import briefing
from pages.parts.papers.chart import chart_of
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.telling import lead, weights
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
