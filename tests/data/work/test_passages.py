"""Where a passage stands in a letter: a place is whole or none, and the first is taken."""

from typing import Any

import pytest

from data.work.passages import found, place_flaw, span_of

TEXTS = {5: "Rus og vold.", 2: "Vold og rus.", 1: "xx"}


@pytest.mark.parametrize(
    ("place", "is_right"),
    [
        ({}, True),
        ({"utdrag": "Rus", "sporsmal": 5, "start": 0, "slutt": 3}, True),
        ({"utdrag": "Rus", "sporsmal": 5, "start": 1, "slutt": 4}, False),
        ({"utdrag": "Rus", "sporsmal": 4, "start": 0, "slutt": 3}, False),
        ({"utdrag": "Rus"}, False),
        ({"sporsmal": 5, "start": 0, "slutt": 3}, False),
        # In Python «True» is a number, and in a letter it is no place.
        ({"utdrag": "x", "sporsmal": True, "start": 0, "slutt": 1}, False),
        ({"utdrag": "x", "sporsmal": 1, "start": False, "slutt": 1}, False),
    ],
)
def test_a_place_is_whole_and_holds_what_it_says(place: dict[str, Any], is_right: bool) -> None:
    assert (place_flaw(place, TEXTS) == "") is is_right


def test_of_several_places_the_one_under_the_first_question_is_found() -> None:
    assert found("og", TEXTS) == (2, 5, 7)
    assert found("innbrudd", TEXTS) is None


def test_half_a_place_is_none() -> None:
    assert span_of({"sporsmal": 0, "start": 0, "slutt": 4}) == (0, 0, 4)
    assert span_of({"sporsmal": 0, "start": 0}) is None
