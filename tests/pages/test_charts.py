"""What a chart is told of, and the place in the document that it is drawn in."""

import html
import json
import re
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from pages.parts.cards import CARDS, curve
from pages.parts.drawing import charts
from pages.parts.drawing.card import drawn
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from pages.server.assets import plotly_url


def told(place: str) -> charts.Figure:
    """Return the chart that a place in the document is told to hold."""
    (figure,) = re.findall(r'data-figur="([^"]*)"', place)
    found: charts.Figure = json.loads(html.unescape(figure))
    return found


def test_the_place_holds_the_chart_and_what_it_shows_in_words() -> None:
    figure = {"data": [{"type": "bar", "x": [1], "y": ['<b a="1">&']}], "layout": {"height": 77}}
    place = charts.chart(figure, "Sagt med «ord» & <tegn>")
    assert told(place) == figure
    assert 'aria-label="Sagt med «ord» &amp; &lt;tegn&gt;"' in place
    assert 'style="height:77px"' in place
    assert f'data-plotly="{plotly_url()}"' in place
    assert not charts.chart(None, "Ingen")


@pytest.mark.parametrize("name", ["avstandspunkter", "rekkevidde-kurve"])
def test_plotly_takes_every_chart_as_it_is_told(name: str, demo: Reader) -> None:
    for reader in (demo, replace(demo, dark=True), demo.having(distrikt=("Troms",), vis="onsker")):
        figure = told(CARDS[name](reader).figure)
        # It refuses what it does not know.
        assert go.Figure(figure).to_plotly_json()["layout"].items() >= figure["layout"].items()
        assert figure["data"]


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
    (line,), (word,) = chart["layout"]["shapes"], chart["layout"]["annotations"]
    assert (line["x0"], line["x1"], line["y0"], line["y1"]) == (limit, limit, 0, 1)
    assert (word["x"], word["y"], word["text"]) == (limit, 1, f"nær: {limit}\u00a0km")


def test_a_chart_is_written_as_the_reader_writes_and_as_high_as_it_is_told(demo: Reader) -> None:
    for lang, marks in (("nb", ",\u00a0"), ("en", ".,")):
        speak(lang)
        layout = charts.chart_of(demo, [], height=77, margin={"b": 3}, bargap=0.5)["layout"]
        assert layout["separators"] == marks
    speak("nb")
    assert (layout["height"], layout["bargap"]) == (77, 0.5)
    # What is not told stays as all charts have it.
    assert (layout["margin"]["b"], layout["margin"]["t"]) == (3, 36)
