"""What a chart is told of, and the place in the document that it is drawn in."""

import html
import json
import re

import plotly.graph_objects as go
import pytest

from pages.parts.cards import CARDS, curve
from pages.parts.drawing import charts
from pages.parts.drawing.card import drawn
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from pages.server.assets import plotly_url


def test_the_place_holds_the_chart_and_what_it_shows_in_words() -> None:
    figure = go.Figure({"data": [{"type": "bar", "x": [1], "y": ['<b a="1">&']}]})
    place = charts.chart(figure.update_layout(height=77), "Sagt med «ord» & <tegn>")
    (told,) = re.findall(r'data-figur="([^"]*)"', place)
    assert json.loads(html.unescape(told)) == json.loads(figure.to_json())
    assert 'aria-label="Sagt med «ord» &amp; &lt;tegn&gt;"' in place
    assert 'style="height:77px"' in place
    assert f'data-plotly="{plotly_url()}"' in place
    assert not charts.chart(None, "Ingen")


@pytest.mark.parametrize("name", ["avstandspunkter", "rekkevidde-kurve"])
def test_a_card_with_a_chart_is_written_like_any_other(name: str, demo: Reader) -> None:
    card = CARDS[name](demo)
    assert str(drawn(card, demo)).count('class="diagram"') == 1
    assert html.escape(card.alt, quote=False) in html.unescape(card.figure)


def test_where_nobody_answered_there_is_no_chart_of_it(demo: Reader) -> None:
    nobody = demo.having(svart="nei")
    assert not CARDS["avstandspunkter"](nobody).figure
    assert "diagram" not in drawn(CARDS["avstandspunkter"](nobody), nobody)


@pytest.mark.parametrize("limit", [15, 45])
def test_the_tail_has_a_line_where_the_reader_calls_it_near(demo: Reader, limit: int) -> None:
    chart = curve.tail(demo.having(grense=limit))
    assert chart is not None
    (line,), (word,) = chart.layout.shapes, chart.layout.annotations
    assert (line.x0, line.x1, line.y0, line.y1) == (limit, limit, 0, 1)
    assert (word.x, word.y, word.text) == (limit, 1, f"nær: {limit}\u00a0km")


def test_a_chart_is_written_as_the_reader_writes_and_as_high_as_it_is_told(demo: Reader) -> None:
    for lang, marks in (("nb", ",\u00a0"), ("en", ".,")):
        speak(lang)
        chart = charts.chart_of(demo, [], height=77, margin={"b": 3}, bargap=0.5)
        assert chart.layout.separators == marks
    speak("nb")
    assert (chart.layout.height, chart.layout.bargap) == (77, 0.5)
    # What is not told stays as all charts have it.
    assert (chart.layout.margin.b, chart.layout.margin.t) == (3, 36)
    assert not chart.layout.template.layout.to_plotly_json()
