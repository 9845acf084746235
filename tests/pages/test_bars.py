"""Bars: shares that add up, silence that is drawn, and everything said in words too."""

import re

import pytest

from pages.parts.drawing.bars import Bar, Part, bars, legend
from pages.parts.drawing.colours import Ink
from pages.parts.drawing.group_bars import STEPS, bar
from pages.parts.reading.reader import Reader
from pages.parts.wording.groups import SEGMENTS, groups
from pages.parts.wording.rates import Rate

BLUE = Ink("#0062ba", "#0062ba")
WIDTH = re.compile(r"width:([\d.]+)%")


def test_a_segment_is_as_wide_as_its_share_and_says_what_it_is() -> None:
    row = Bar("Nordland", (Part(0.25, BLUE, "Ja: 25 %"), Part(0.75, BLUE, "Nei: 75 %")), ("25 %",))
    html = bars([row], ("Distrikt", "Andel"), "Ønsker")
    assert WIDTH.findall(html) == ["25.000", "75.000"]
    assert 'role="img" aria-label="Ja: 25 %, Nei: 75 %"' in html
    assert '<td class="tall">25 %</td>' in html
    assert "<caption>Ønsker</caption>" in html


def test_a_row_without_answers_is_an_outlined_empty_bar() -> None:
    html = bars([Bar("Oslo", (Part(0.0, BLUE, "Ja"),), ("–",))], ("Distrikt", "Andel"), "Ønsker")
    assert 'class="stolpe-flate tom"' in html
    assert 'aria-label="ingen svar"' in html
    assert not WIDTH.findall(html)


def test_the_line_to_compare_with_stands_at_its_share() -> None:
    rows = [Bar("a", (Part(1, BLUE, "x"),), ())]
    assert 'style="--linje:53.769%"' in bars(rows, ("a",), "b", line=107 / 199)
    assert "--linje" not in bars(rows, ("a",), "b")


def test_what_silence_leaves_open_is_a_line_and_words() -> None:
    row = Bar("Nordland", (Part(0.8, BLUE, "Ja: 80 %"),), ("80 %",), rate=Rate(16, 20, 41))
    html = bars([row], ("Distrikt", "Andel"), "Ønsker")
    assert 'class="spenn" style="left:39.024%;width:51.220%"' in html
    assert "mellom 39 og 90\u00a0% med de tause" in html
    everybody = Bar("Nordland", (Part(0.8, BLUE, "Ja"),), ("80 %",), rate=Rate(16, 20, 20))
    assert "spenn" not in bars([everybody], ("Distrikt", "Andel"), "Ønsker")


def test_names_labels_links_and_captions_are_escaped() -> None:
    hostile = '"><script>x</script>'
    row = Bar(hostile, (Part(1, BLUE, hostile),), (hostile,), f"/?{hostile}")
    html = bars([row], (hostile, hostile), hostile) + legend([(BLUE, hostile)])
    assert "<script" not in html


@pytest.mark.parametrize("measure", SEGMENTS)
@pytest.mark.parametrize("grouping", ["politidistrikt", "fylke", "storrelse", "avstand", "alle"])
@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_the_segments_of_a_bar_are_the_whole_of_it(
    dataset: str, grouping: str, measure: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(dataset)
    found = groups(reader, grouping, measure)
    assert sum(group.kommuner for group in found) == 356
    for group in found:
        total = sum(part.share for part in bar(group, "navn", reader).parts)
        # Few answers are steps of one length, which no one can take for a share.
        few = group.rate.is_few
        whole = group.svart_punkt / STEPS if few else 1.0
        assert total == pytest.approx(whole if group.svart_punkt else 0.0)
        assert sum(group.counts.values()) == group.kommuner
