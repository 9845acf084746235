"""A chart is put together once for all who see the same, and anew for all who do not."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

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
