"""What is left, who did what, and which letter is next: by hand."""

from queries.review import agreed, next_letter, progress, states
from queries.review.state import DONE, HOLD
from tests.queries.review.desk_set import NOW, code, decision, event, letter

SURE = letter("R1", 9000, codes=(code("tema", "rus", 0.95),))
UNSURE = letter("R2", 10, codes=(code("tema", "rus", 0.71),))
LARGE = letter("R3", 99_000, codes=(code("tema", "rus", 0.95),))


def about(name: str) -> str:
    return f"innspill:{name}"


def test_the_next_letter_is_where_a_look_pays_most() -> None:
    found = states((SURE, UNSURE, LARGE), [], NOW)
    first = next_letter(found.values(), "sara")
    assert first
    assert first.letter == UNSURE
    after = states((SURE, UNSURE, LARGE), [event(HOLD, til=True, gjelder=about("R2"))], NOW)
    # Her own letter is hers still; nobody else is given it.
    mine, theirs = next_letter(after.values(), "sara"), next_letter(after.values(), "leo")
    assert mine
    assert mine.letter == UNSURE
    assert theirs
    assert theirs.letter == LARGE


def test_what_has_a_remark_goes_before_and_what_has_changed_before_that() -> None:
    marked = letter("R4", 1, merknad="Vedlegg mangler", codes=())
    changed = letter("R5", 1, codes=())
    done = event(DONE, til=True, gjelder=about("R5"), tekst_hash="et annet")
    found = states((UNSURE, marked, changed), [done], NOW)
    following = next_letter(found.values(), "sara")
    assert following
    assert following.letter == changed
    rest = [state for state in found.values() if state.letter != changed]
    after = next_letter(rest, "sara")
    assert after
    assert after.letter == marked


def test_nothing_is_next_when_all_is_done() -> None:
    done = event(DONE, til=True, tekst_hash=SURE.hash)
    assert next_letter(states((SURE,), [done], NOW).values(), "sara") is None


def test_progress_by_hand() -> None:
    events = [
        decision("tema:rus", "rus", 1, gjelder=about("R1")),
        event(DONE, til=True, nr=2, gjelder=about("R1"), tekst_hash=SURE.hash, minutes=4),
        decision("tema:rus", "rus", 3, status="avvist", gjelder=about("R3"), who="leo"),
        event(
            DONE, til=True, nr=4, gjelder=about("R3"), tekst_hash=LARGE.hash, who="leo", minutes=10
        ),
    ]
    found = progress(states((SURE, UNSURE, LARGE), events, NOW).values(), events)
    assert (found.done, found.total) == (2, 3)
    assert found.by_district == {"Nordland": (2, 3)}
    assert found.by_person == {"Sara": 1, "Leo": 1}
    assert found.hits == {"r1": (1, 2)}
    assert found.minutes == 7


def test_only_where_all_is_decided_and_nobody_else_sits_a_letter_is_finished_unseen() -> None:
    mine = decision("tema:rus", "rus", 1, gjelder=about("R1"))
    changed = event(DONE, til=True, nr=2, gjelder=about("R2"), tekst_hash="et annet")
    theirs = decision("tema:rus", "rus", 3, gjelder=about("R3"), who="leo")
    held = event(HOLD, til=True, nr=4, gjelder=about("R3"), who="leo")
    said = [mine, changed, theirs, held]
    found = states((SURE, UNSURE, LARGE), said, NOW)
    assert [state.name for state in agreed(found.values(), "sara")] == ["R1"]
    assert [state.name for state in agreed(found.values(), "leo")] == ["R1", "R3"]
    # Nobody has said anything of the last suggestion in it.
    two = letter("R1", codes=(code("tema", "rus"), code("tilfreds_bemanning", "delvis")))
    assert agreed(states((two,), [mine], NOW).values(), "sara") == ()
