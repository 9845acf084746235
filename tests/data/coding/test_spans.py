"""A passage stands in a text however lines are broken; changed words change the hash."""

import pytest

from data.coding.spans import is_at, locate, stands_in, text_hash


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("politiets bemanningsutvikling", "politiets bemannings-\nutvikling"),
        ("et nytt tjenestested", "et nytt\n  tjeneste\u00adsted"),
        ("Måløy", "Ma\u030aløy"),
    ],
)
def test_a_passage_is_found_as_people_see_it(passage: str, text: str) -> None:
    assert stands_in(passage, text)
    assert is_at(passage, text, 0, len(text))


def test_a_passage_that_is_not_there_is_not_found() -> None:
    assert not stands_in("ikke et nytt", "et nytt")
    assert not is_at("et nytt", "et nytt her", 1, 8)
    assert not is_at("et nytt", "et nytt", 0, 99)
    assert locate("finnes ikke", "en tekst") is None


def test_a_place_is_told_in_the_texts_own_characters() -> None:
    text = "Vi vil\n ha kontor."
    place = locate("vil ha kontor", text)
    assert place
    assert text[slice(*place)] == "vil\n ha kontor"


def test_new_line_breaks_are_the_same_text_and_new_words_are_not() -> None:
    assert text_hash("en to\ntre") == text_hash("en  to tre ")
    assert text_hash("en to tre") != text_hash("en to fire")
