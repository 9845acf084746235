"""The letters of a build: every passage has a place, also where the words alone were told."""

from queries.review import letters
from queries.serving import newest
from tests.login.roles import access


def test_a_passage_that_is_told_without_a_place_stands_where_its_words_are() -> None:
    version = newest("demo")
    assert version
    told = [
        (letter.layout.texts, code)
        for letter in letters(access("leder"), version)
        for code in letter.codes
        if code.utdrag
    ]
    assert len(told) > 1000
    for texts, code in told:
        assert code.sporsmal is not None
        assert texts[code.sporsmal][code.start : code.slutt] == code.utdrag
