"""To undo goes one step back each time, and what is undone may always be said again."""

import json
from typing import Any

from data.work.dividing import exact_hash
from data.work.events import Event
from queries.review import DIVISION, UNDONE, Field, State, state_of
from queries.review.undoing import steps
from tests.queries.review.desk_set import NOW, TEXT, decision, event, letter

KEY = "tilfreds_bemanning"


def the(state: State) -> Field:
    (found,) = (field for field in state.fields if field.key == KEY)
    return found


def undone(history: list[Event], nr: int) -> Event:
    """Return the event that the undo of the desk writes after `history`."""
    before = the(state_of(letter(), history, NOW)).before
    return event("kode", json.loads(before or "null"), nr, felt=KEY, hvorfor=UNDONE)


def test_undo_goes_back_step_by_step_and_not_to_and_fro() -> None:
    history = [
        decision(KEY, verdi, nr)
        for nr, verdi in enumerate(("delvis", "tilfreds", "uklart"), start=1)
    ]
    seen: list[tuple[str | None, int]] = []
    for nr in range(4, 7):
        history.append(undone(history, nr))
        field = the(state_of(letter(), history, NOW))
        seen.append((field.value, field.undoable))
    # The last of them is what was suggested, and there is nothing more to undo.
    assert seen == [("tilfreds", 2), ("delvis", 1), ("ikke_tilfreds", 0)]
    assert len(history) == 6


def test_what_is_decided_after_an_undo_is_undone_to_where_that_led() -> None:
    history = [decision(KEY, "delvis", 1), decision(KEY, "tilfreds", 2)]
    history.append(undone(history, 3))
    history.append(decision(KEY, "uklart", 4))
    history.append(undone(history, 5))
    assert the(state_of(letter(), history, NOW)).value == "delvis"


def test_an_undo_of_an_earlier_program_is_a_step_like_others() -> None:
    history = [decision(KEY, "delvis", 1), event("kode", None, 2, felt=KEY)]
    assert steps(history) == tuple(history)
    assert the(state_of(letter(), history, NOW)).before == history[0].til


def test_undo_leads_to_what_may_be_said_though_its_passage_has_been_divided_away() -> None:
    place = {"utdrag": "ikke tilfreds", "sporsmal": 2, "start": 6, "slutt": 19}
    cut: dict[str, Any] = {
        "status": "bekreftet",
        "flyttet": [[2, 8, 12, 1]],
        "tekster": {"2": exact_hash(TEXT)},
    }
    first = {"status": "bekreftet", "verdi": "delvis"} | place
    history = [
        event("kode", first, 1, felt=KEY),
        decision(KEY, "tilfreds", 2),
        event(DIVISION, cut, 3, felt="deling"),
    ]
    before = json.loads(the(state_of(letter(), history, NOW)).before or "")
    assert before == {"status": "bekreftet", "verdi": "delvis"}
