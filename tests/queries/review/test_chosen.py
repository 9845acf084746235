"""Which letters are listed: by status, and by the suggestions that are left of them."""

from dataclasses import replace

from queries.review import State, asked_for, chosen_letters, state_of
from queries.view import View
from tests.queries.review.desk_set import NOW, code, decision, letter

SURE = code("tilfreds_bemanning", "tilfreds", 0.95)
FAIR = code("onsker_tjenestested", "ja", 0.8)
UNSURE = code("tema", "rus", 0.7)
UNSAID = replace(code("tilbyr_lokaler", "ja"), sikkerhet=None)


def desk() -> list[State]:
    """Return three letters: two suggestions, one unsure of which is decided, and one unsaid."""
    return [
        state_of(letter("A", people=10, codes=(SURE, UNSURE)), [], NOW),
        state_of(letter("B", people=90, codes=(SURE, UNSURE)), [decision("tema:rus", "rus")], NOW),
        state_of(letter("C", people=50, codes=(FAIR, UNSAID)), [], NOW),
    ]


def listed(**chosen: tuple[str, ...]) -> list[str]:
    places = [place.kommunenummer for state in desk() for place in state.letter.places]
    shown = chosen_letters(desk(), View(**chosen), places)  # type: ignore[arg-type]
    return [state.letter.innspill_id for state in shown]


def test_without_a_choice_all_are_listed_begun_first_and_then_the_least_sure() -> None:
    assert listed() == ["B", "A", "C"]


def test_a_field_lists_the_letters_where_a_suggestion_in_it_is_left() -> None:
    assert listed(brevfelt=("tema",)) == ["A"]
    assert listed(brevfelt=("tilfreds_bemanning",)) == ["B", "A"]
    assert listed(brevfelt=("tema", "onsker_tjenestested")) == ["A", "C"]
    assert listed(brevfelt=("samarbeid",)) == []


def test_how_sure_is_asked_of_the_suggestions_that_are_left() -> None:
    assert listed(sikkerhet=("lav",)) == ["A"]
    # 0.8 is no longer low, and 0.9 is high.
    assert listed(sikkerhet=("middels",)) == ["C"]
    assert listed(sikkerhet=("hoy",)) == ["B", "A"]
    assert listed(sikkerhet=("ukjent",)) == ["C"]


def test_both_are_asked_of_the_same_suggestion() -> None:
    assert listed(brevfelt=("tilfreds_bemanning",), sikkerhet=("lav",)) == []
    assert listed(brevfelt=("tema",), sikkerhet=("lav",)) == ["A"]
    view = View(brevfelt=("tema",))
    assert [asked.felt for asked in asked_for(desk()[0], view)] == ["tema"]


def test_status_and_place_are_asked_too() -> None:
    assert listed(brevstatus=("i_arbeid",)) == ["B"]
    assert chosen_letters(desk(), View(), []) == []
