"""What is told of a letter besides its codes: suggested, decided, undone, counted and compared."""

import datetime as dt
import json
from typing import Any

import pytest

from data.work.dividing import exact_hash
from data.work.events import Event
from queries.review import (
    DIVISION,
    PREMISES,
    RULES,
    SENDER,
    Basis,
    Item,
    State,
    agreement,
    pairs,
    pending,
    progress,
    state_of,
)
from queries.review.second import SECOND, blind
from queries.review.state import DONE
from queries.writing import write
from tests.login.roles import ROLES, access
from tests.queries.review.desk_set import NOW, TEXT, decision, event, letter

ROW = {
    "avsender": "Brev 17.pdf",
    "avsendertype": "annet",
    "kommunenumre": None,
    "brevdato": None,
    "dato": dt.date(2022, 5, 20),
}
BODO = {
    "status": "bekreftet",
    "avsender": "Bodø kommune",
    "avsendertype": "kommune",
    "kommunenumre": "1804",
}
ROOM = {
    "lokale_id": "R1-raadhus",
    "innspill_id": "R1",
    "kommunenummer": "1804",
    "lokaltype": "raadhus",
    "delt_med": None,
    "adresse": None,
    "areal_m2": 40,
    "ledig_fra": dt.date(2023, 1, 1),
    "tilstand": "ukjent",
    "utdrag": "Rus",
    "betingelse": None,
    "status": "forslag",
    "regel": "lokaltype",
    "sikkerhet": 0.85,
}
CUT = TEXT.index("Rus")
MOVED = {
    "status": "bekreftet",
    "flyttet": [[2, CUT, len(TEXT), 1]],
    "tekster": {"2": exact_hash(TEXT)},
}
WHOLE = letter(
    read=ROW, built=ROW, rooms=(ROOM,), basis={"avsender": Basis("filnavnet", None, "hvem?")}
)


def the(state: State, key: str) -> Item:
    (found,) = (item for item in state.items if item.key == key)
    return found


def said(slag: str, felt: str, til: Any, nr: int = 1, **changes: Any) -> Event:
    return event(slag, til, nr, felt=felt, **changes)


def test_what_was_read_in_is_suggested_with_what_it_rests_on() -> None:
    state = state_of(WHOLE, [], NOW)
    assert [item.key for item in state.items] == [
        "avsender",
        "brevdato",
        "dato",
        "deling",
        "R1-raadhus",
    ]
    assert the(state, "avsender").basis.tvil == "hvem?"
    assert the(state, "brevdato").suggested is None
    assert the(state, "dato").value == {"verdi": "2022-05-20"}
    room = the(state, "R1-raadhus")
    assert (room.value or {})["ledig_fra"] == "2023-01-01"
    assert (room.basis.sikkerhet, room.place) == (0.85, (2, CUT, CUT + 3))
    assert (state.decided, state.total, state.open) == (0, len(state.fields) + 5, 2 + 4)


def test_each_is_decided_refused_and_undone_and_the_heading_follows() -> None:
    events = [
        said(SENDER, "avsender", BODO, 1),
        said(PREMISES, "R1-raadhus", {"status": "avvist"} | _premises(), 2),
        said(PREMISES, "R1-0a1b2c3d", {"status": "bekreftet"} | _premises(), 3),
    ]
    state = state_of(WHOLE, events, NOW)
    assert (state.sender, state.status, state.decided) == ("Bodø kommune", "i_arbeid", 3)
    assert the(state, "R1-raadhus").value is None
    assert the(state, "R1-0a1b2c3d").value
    undone = [
        *events,
        said(SENDER, "avsender", None, 4),
        said(PREMISES, "R1-0a1b2c3d", None, 5),
    ]
    state = state_of(WHOLE, undone, NOW)
    assert state.sender == "Brev 17.pdf"
    assert json.loads(the(state, "avsender").before or "") == BODO
    # What was added and taken back is nothing.
    assert "R1-0a1b2c3d" not in {item.key for item in state.items}


def _premises() -> dict[str, Any]:
    names = ("lokaltype", "kommunenummer", "tilstand", "areal_m2")
    return {name: ROOM[name] for name in names}


def test_the_text_is_shown_as_it_is_divided_and_passages_follow_at_once() -> None:
    place = {"utdrag": "ikke tilfreds", "sporsmal": 2, "start": 6, "slutt": 19}
    code = {"status": "bekreftet", "verdi": "ikke_tilfreds"} | place
    before = said("kode", "tilfreds_bemanning", code, 1)
    state = state_of(WHOLE, [before, said(DIVISION, "deling", MOVED, 2)], NOW)
    assert dict(state.texts) == {1: TEXT[CUT:], 2: TEXT[:CUT].rstrip()}
    assert the(state, "R1-raadhus").place == (1, 0, 3)
    assert not any(field.is_lost for field in state.fields)
    cut = MOVED | {"flyttet": [[2, 8, 12, 1]]}
    state = state_of(WHOLE, [before, said(DIVISION, "deling", cut, 2)], NOW)
    (lost,) = (field for field in state.fields if field.key == "tilfreds_bemanning")
    assert (lost.is_lost, lost.is_settled) == (True, False)
    # Put back, it stands where it stood.
    again = said(DIVISION, "deling", None, 3)
    state = state_of(WHOLE, [before, said(DIVISION, "deling", cut, 2), again], NOW)
    (found,) = (field for field in state.fields if field.key == "tilfreds_bemanning")
    assert (found.is_lost, found.decision and found.decision.start) == (False, 6)


def test_a_finished_letter_that_is_divided_otherwise_is_up_again_until_it_is_put_back() -> None:
    done = event(DONE, til=True, nr=1, tekst_hash=WHOLE.hash)
    moved, back = said(DIVISION, "deling", MOVED, 2), said(DIVISION, "deling", None, 3)
    assert state_of(WHOLE, [done], NOW).status == "ferdig"
    assert state_of(WHOLE, [done, moved], NOW).status == "endret"
    assert state_of(WHOLE, [done, moved, back], NOW).status == "ferdig"


def test_what_the_next_build_changes_is_counted_until_it_is_built() -> None:
    events = [
        said(SENDER, "avsender", BODO, 1),
        said(SENDER, "dato", {"status": "bekreftet", "verdi": "2022-05-20"}, 2),
        said(DIVISION, "deling", MOVED, 3),
        said(PREMISES, "R1-raadhus", {"status": "avvist"} | _premises(), 4),
    ]
    found = {each.felt: each.kind for each in pending([state_of(WHOLE, events, NOW)])}
    assert found == {
        "avsender": "endres",
        "dato": "bekreftes",
        "deling": "endres",
        "R1-raadhus": "tas_ut",
    }
    ids = frozenset(each.id for each in events)
    built = letter(read=ROW, built=ROW | BODO, rooms=(ROOM,), applied=ids)
    assert not pending([state_of(built, events, NOW)])
    # Taken back after it was published it is a change again.
    taken = [*events, said(SENDER, "avsender", None, 5)]
    (again,) = pending([state_of(built, taken, NOW)])
    assert (again.felt, again.kind, again.will["avsender"]) == ("avsender", "endres", "Brev 17.pdf")


def test_progress_counts_each_kind() -> None:
    events = [said(SENDER, "avsender", BODO, 1), decision("tema:rus", "rus", 2)]
    state = state_of(WHOLE, events, NOW)
    found = progress([state], events).decided
    assert found == {
        "avsender": (1, 1),
        "dato": (0, 1),
        "deling": (0, 1),
        "kode": (1, 2),
        "lokale": (0, 1),
    }


def test_the_second_reader_is_told_nothing_and_is_compared_when_both_are_done() -> None:
    seen = state_of(blind(WHOLE), [], NOW, SECOND)
    assert all(item.suggested is None for item in seen.items)
    about: dict[str, Any] = {"gjelder": "annen:R1", "who": "leo"}
    other = BODO | {"avsendertype": "privatperson", "kommunenumre": None}
    events = [
        said(SENDER, "avsender", BODO, 1),
        said(PREMISES, "R1-raadhus", {"status": "bekreftet"} | _premises(), 2),
        event(DONE, til=True, nr=3, tekst_hash=WHOLE.hash),
        said(SENDER, "avsender", other, 4, **about),
        said(PREMISES, "R1-0a1b2c3d", {"status": "bekreftet"} | _premises(), 5, **about),
        event(DONE, til=True, nr=6, tekst_hash=WHOLE.hash, **about),
    ]
    found = {each.felt: (each.same, each.n) for each in agreement(pairs([WHOLE], events))}
    assert found["avsender"] == (0, 1)
    # Of seven types of premises both say the town hall, and neither any other.
    assert found["lokale"] == (7, 7)


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("saksbehandler", "leder")])
@pytest.mark.parametrize(
    ("slag", "felt", "til"),
    [
        (SENDER, "avsender", BODO),
        (DIVISION, "deling", {"status": "avvist"}),
        (PREMISES, "R1-0a1b2c3d", {"status": "bekreftet"} | _premises()),
    ],
)
def test_who_may_not_review_decides_none_of_it(
    role: str, slag: str, felt: str, til: dict[str, Any]
) -> None:
    post = {"id": "0c8b8f9e-7b57-4a5e-9d55-5f3a2f0b1c11", "datasett": "demo", "slag": slag,
            "gjelder": "innspill:D001", "felt": felt, "til": json.dumps(til)}  # fmt: skip
    (receipt,) = write(access(role), [post], RULES)
    assert receipt.refused == "Bare saksbehandlere og ledere kan vurdere brev."
