"""The letters of a build: every passage has a place, also where the words alone were told."""

from dataclasses import replace

from pages.parts.reading.markup import Markup
from pages.parts.reviewing.buttons import About
from pages.parts.reviewing.section import section
from queries.review import Basis, letters, state_of
from queries.review.second import SECOND, blind
from queries.serving import newest
from tests.login.roles import access
from tests.queries.review.desk_set import NOW


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


def test_what_came_in_a_table_is_said_to_have_been_read_by_no_rule() -> None:
    version = newest("demo")
    assert version
    (first, *_others) = letters(access("leder"), version)
    assert {each.is_given for each in first.basis.values()} == {True}
    (item, *_more) = state_of(first, (), NOW).items
    about = About("demo", "innspill:D001", "")
    assert "sto i tabellen svaret kom i" in section(about, item, "Avsender", "x", Markup(""))
    # The second reader is told of nothing that stands anywhere.
    (item, *_more) = state_of(blind(first), (), NOW, SECOND).items
    assert "tabellen" not in section(about, item, "Avsender", "x", Markup(""))
    read = replace(first, basis={"avsender": Basis("signaturen")})
    (item, *_more) = state_of(read, (), NOW).items
    assert "signaturen, uten tvil" in section(about, item, "Avsender", "x", Markup(""))
