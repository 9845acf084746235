"""What a letter's review has come to, event by event."""

import datetime as dt
from dataclasses import replace

from queries.review import State, state_of
from queries.review.state import DONE, HOLD
from tests.queries.review.desk_set import NOW, code, decision, event, letter


def value(state: State, key: str) -> str | None:
    return {field.key: field.value for field in state.fields}[key]


def test_a_letter_nobody_has_looked_at_shows_what_is_suggested() -> None:
    state = state_of(letter(), [], NOW)
    assert (state.status, state.decided, state.held) == ("ny", 0, None)
    assert value(state, "tilfreds_bemanning") == "ikke_tilfreds"
    assert value(state, "tema:rus") == "rus"
    # Every field of one value is there, also where nothing is coded: that is to be seen too.
    assert value(state, "kanal_telefon") is None
    assert state.least_sure == 0.75


def test_what_a_person_had_coded_before_is_settled_and_no_suggestion_left() -> None:
    before = replace(code("tilfreds_bemanning", "delvis", 0.6), status="bekreftet")
    state = state_of(letter(codes=(before, code("tema", "rus", 0.8))), [], NOW)
    assert [each.felt for each in state.left()] == ["tema"]
    assert state.left(("tilfreds_bemanning",)) == ()
    assert (state.decided, state.least_sure) == (1, 0.8)


def test_what_is_confirmed_refused_changed_and_undone() -> None:
    steps = [
        decision("tilfreds_bemanning", "delvis", 1),
        decision("tema:rus", "rus", 2, status="avvist"),
        decision("tema:trafikk", "trafikk", 3),
    ]
    state = state_of(letter(), steps, NOW)
    assert value(state, "tilfreds_bemanning") == "delvis"
    assert value(state, "tema:rus") is None
    assert value(state, "tema:trafikk") == "trafikk"
    assert (state.status, state.decided) == ("i_arbeid", 3)
    (field,) = (f for f in state.fields if f.key == "tilfreds_bemanning")
    # Undoing is saying what was before: here, nothing.
    assert (field.before, field.seen) == (None, 1)
    undone = state_of(letter(), [*steps, event("kode", None, 4, felt="tilfreds_bemanning")], NOW)
    assert value(undone, "tilfreds_bemanning") == "ikke_tilfreds"
    (field,) = (f for f in undone.fields if f.key == "tilfreds_bemanning")
    assert field.before == steps[0].til
    assert len(field.history) == 2


def test_a_finished_letter_that_changes_is_up_again() -> None:
    whole = letter()
    done = event(DONE, til=True, tekst_hash=whole.hash)
    assert state_of(whole, [done], NOW).status == "ferdig"
    assert state_of(letter(texts={2: "Noe annet."}), [done], NOW).status == "endret"
    again = event(DONE, til=False, nr=2)
    assert state_of(whole, [done, again], NOW).status == "ny"


def test_a_letter_is_held_for_a_while_and_until_it_is_let_go() -> None:
    held = event(HOLD, til=True, who="sara")
    assert state_of(letter(), [held], NOW).held == held
    assert state_of(letter(), [held], NOW + dt.timedelta(hours=1)).held is None
    assert state_of(letter(), [held, event(HOLD, til=False, nr=2)], NOW).held is None


def test_comments_are_kept_in_order() -> None:
    said = [event("kommentar", None, n, hvorfor=f"nr. {n}") for n in (1, 2)]
    assert [each.hvorfor for each in state_of(letter(), said, NOW).comments] == ["nr. 1", "nr. 2"]


def test_a_letter_is_hers_for_as_long_as_she_works_on_it() -> None:
    taken = event(HOLD, til=True, nr=1)
    worked = decision("tema:rus", "rus", 2, minutes=44)
    later = NOW + dt.timedelta(minutes=60)
    assert state_of(letter(), [taken], later).held is None
    held = state_of(letter(), [taken, worked], later).held
    assert held
    assert held.hvem == "sara"
    # What others do with it makes it hers no longer.
    other = decision("tema:rus", "rus", 2, minutes=44, who="leo")
    assert state_of(letter(), [taken, other], later).held is None
