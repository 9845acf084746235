"""The chosen municipality beside the map: its own words, in words."""

import re
from typing import Final

import pytest

from pages.parts.drawing.municipality_panel import municipality
from pages.parts.reading.reader import Reader

CODE: Final = re.compile(r">[^<>]*\b[a-z]+_[a-z_]+\b[^<>]*<")


@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_every_municipality_is_shown_in_words(dataset: str, request: pytest.FixtureRequest) -> None:
    reader: Reader = request.getfixturevalue(dataset)
    for number, name in reader.ask("kart").select("kommunenummer", "navn").rows():
        shown = municipality(reader.having(kommune=number))
        assert f"<h2>{name}</h2>" in shown
        assert not CODE.findall(shown), number
        assert shown.count("<dd>") == 5
        assert "None" not in shown


def test_the_passages_are_those_the_codes_rest_on(demo: Reader) -> None:
    reader = demo.having(kommune="5424")
    passages = reader.ask("kommuneutdrag")["utdrag"].drop_nulls().to_list()
    quoted = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", municipality(reader))
    assert quoted
    assert set(quoted) <= set(passages)


def test_silence_is_said_in_the_words_of_the_data_set(demo: Reader, kjente: Reader) -> None:
    assert "Kommunen har ikke svart." in municipality(demo.having(kommune="0301"))
    unknown = "Ingen kjent uttalelse; svaret er ikke innhentet."
    assert unknown in municipality(kjente.having(kommune="0301"))


def test_a_known_statement_has_its_grade_and_its_source(kjente: Reader) -> None:
    shown = municipality(kjente.having(kommune="3425"))
    assert "belegg: " in shown
    assert re.search(r'<a href="https://[^"]+" rel="noreferrer">Kilde</a>', shown)
