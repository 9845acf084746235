"""A chart is put together once for all who see the same, and anew for all who do not."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from pages.parts.cards import curve
from pages.parts.drawing import charts
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Table
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader


def test_equal_readers_share_a_chart_and_others_do_not(
    demo: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Reader] = []
    shown: list[go.Figure] = []

    def draw(reader: Reader) -> go.Figure:
        drawn.append(reader)
        return go.Figure()

    monkeypatch.setattr(charts, "write", lambda *_given: None)
    monkeypatch.setattr(charts, "place", lambda: None)
    monkeypatch.setattr("streamlit.plotly_chart", lambda chart, **_named: shown.append(chart))
    about: list[Reader] = []

    def card(reader: Reader) -> Card:
        about.append(reader)
        return Card(name="x", query="kart", title="", basis="", table=Table((), ()), alt="Alt")

    for reader in (demo, replace(demo), replace(demo, dark=True), demo.having(vis="onsker"), demo):
        charts.charted("x", card, draw, reader)
    assert drawn == [demo, replace(demo, dark=True), demo.having(vis="onsker")]
    speak("en")
    charts.charted("x", card, draw, demo)
    # The words of the card go with its chart.
    assert about == drawn
    assert len(drawn) == 4
    assert len(shown) == 6
    speak("nb")
    assert shown[0] is shown[1] is shown[4] is not shown[5]


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
