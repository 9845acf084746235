"""What is asked of each district before anybody asks it."""

import duckdb
import pytest

from data.schemas import POLITIDISTRIKTER
from queries import Version, View, answers, ask
from queries.ahead import ask_ahead, asked_ahead


def nothing_new(*_given: object) -> duckdb.DuckDBPyConnection:
    raise AssertionError("databasen ble spurt")


@pytest.mark.parametrize("name", ["nokkeltall", "fordeling_gruppe", "nevnt_gruppe", "rekkevidde"])
def test_what_every_district_is_asked_is_known_beforehand(name: str) -> None:
    assert name in [query.name for query in asked_ahead()]


def test_what_is_taken_of_other_answers_is_not_asked_ahead() -> None:
    assert not [query.name for query in asked_ahead() if query.within or query.mark]


def test_a_district_that_was_asked_ahead_is_not_asked_again(
    small: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = POLITIDISTRIKTER[:2]
    ask_ahead(small, one)
    monkeypatch.setattr(answers, "_executed", nothing_new)
    for query in asked_ahead():
        ask(small, query.name, View(distrikt=(one,)), **dict.fromkeys(query.parts, "tema"))
    # Whichever View chooses it, and not the district beside it.
    ask(small, "nokkeltall", View(distrikt=(one,), vis="lokaler", lang="en", kommune="1103"))
    with pytest.raises(AssertionError):
        ask(small, "nokkeltall", View(distrikt=(other,), forslag="nei"))
