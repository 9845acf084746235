"""Every code has a label: nobody is shown a code, and nobody is shown nothing."""

import inspect
from collections.abc import Collection, Mapping

import pytest

from data import pipeline
from data import vocabulary as v
from data.versions import DATASETS
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from queries.view import MAAL, SATISFACTION, STORRELSER

# What a municipality may be shown with besides what it said.
SILENCE = {*pipeline.SILENCE.values(), *pipeline.UNCODED.values(), "ikke_besvart"}
SAID = {
    **dict.fromkeys(SATISFACTION, v.TILFREDSHET),
    "onsker": v.STASJONSONSKE,
    "lokaler": v.LOKALTILBUD,
}


@pytest.mark.parametrize(
    ("codes", "labels"),
    [
        pytest.param(MAAL, words.measures(), id="measures"),
        pytest.param(MAAL, words.measure_titles(), id="measure_titles"),
        pytest.param(SATISFACTION, words.measure_with(), id="measure_with"),
        pytest.param(STORRELSER, words.sizes(), id="sizes"),
        pytest.param(v.GRUNN, words.reasons(), id="reasons"),
        pytest.param(v.LOKALTYPE, words.premises(), id="premises"),
        pytest.param(v.TILSTAND, words.conditions(), id="conditions"),
        pytest.param(v.BELEGG, words.evidence(), id="evidence"),
        pytest.param(DATASETS, words.datasets(), id="datasets"),
        pytest.param(DATASETS, words.sources(), id="sources"),
    ],
)
def test_a_vocabulary_has_a_label_for_each_code(
    codes: Collection[str], labels: Mapping[str, str]
) -> None:
    assert set(labels) >= set(codes)


@pytest.mark.parametrize("measure", SAID)
def test_a_measure_has_a_label_for_each_answer_and_each_silence(measure: str) -> None:
    labels = words.values(measure)
    assert set(labels) == {*SAID[measure], *SILENCE}
    # Silences stay apart from each other and from every answer.
    assert len(set(labels.values())) == len(labels)


@pytest.mark.parametrize("grouping", words.groupings())
def test_every_group_has_a_name(demo: Reader, grouping: str) -> None:
    rows = demo.ask("fordeling_gruppe", gruppering=grouping)
    codes = rows["gruppe"].unique().to_list()
    assert codes
    assert not [code for code in codes if "_" in words.group(grouping, code)]


def test_no_label_is_empty_or_a_code() -> None:
    tables = [
        made
        for _name, function in inspect.getmembers(words, inspect.isfunction)
        if function.__module__ == words.__name__ and not inspect.signature(function).parameters
        for made in [function()]
    ]
    labels = [label for table in tables for label in table.values()]
    assert len(labels) > 50
    assert not [label for label in labels if not label.strip() or "_" in label]
