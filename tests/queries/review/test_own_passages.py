"""Each detail of premises may rest on a passage of its own, which follows the text."""

import json
from typing import Any

import pytest

from data.work.dividing import exact_hash
from data.work.premises import flaw
from queries.review import DIVISION, OWN, PREMISES, Item, State, state_of
from tests.queries.review.desk_set import NOW, event, letter
from tests.queries.review.test_items import ROOM, ROW

TEXT = "Huset har 40 m². Vi kan tilby rådhuset. Det er 40 m², ledig nå."
OFFER = (TEXT.index("Vi kan"), TEXT.index(" Det er"))
SIZE = TEXT.rindex("40 m²")
AREA = {"utdrag": "40 m²", "sporsmal": 5, "start": SIZE, "slutt": SIZE + 5}
WHOLE = {"utdrag": TEXT[slice(*OFFER)], "sporsmal": 5, "start": OFFER[0], "slutt": OFFER[1]}
SAID: dict[str, Any] = {
    "status": "bekreftet",
    "lokaltype": "raadhus",
    "kommunenummer": "1804",
    "tilstand": "ukjent",
    "areal_m2": 40,
}


def the(state: State) -> Item:
    (found,) = (item for item in state.items if item.slag == PREMISES)
    return found


def told(**columns: Any) -> State:
    row = ROOM | {"utdrag": WHOLE["utdrag"]} | columns
    return state_of(letter(texts={5: TEXT}, read=ROW, built=ROW, rooms=(row,)), [], NOW)


def test_what_is_suggested_of_a_detail_stands_by_the_premises_and_not_first_in_the_letter() -> None:
    item = the(told(utdrag_areal_m2="40 m²"))
    assert (item.suggested or {})[OWN] == {"areal_m2": AREA}
    assert item.own == {"areal_m2": (5, SIZE, SIZE + 5)}
    # A build of an earlier program has no such column.
    assert the(told()).own == {}


def test_an_event_of_an_earlier_program_says_the_same_as_before() -> None:
    old = event(PREMISES, SAID | WHOLE, 1, felt="R1-raadhus")
    item = the(state_of(letter(texts={5: TEXT}, rooms=(ROOM,)), [old], NOW))
    assert item.said
    assert item.place == (5, *OFFER)
    assert (item.said[OWN], item.own, item.is_lost) == ({}, {}, False)


def test_the_passage_of_a_detail_is_followed_and_gone_when_it_is_cut() -> None:
    own = event(PREMISES, SAID | WHOLE | {OWN: {"areal_m2": AREA}}, 1, felt="R1-raadhus")
    about = letter(texts={5: TEXT}, rooms=(ROOM,))

    def divided(start: int, end: int) -> State:
        moved = {"status": "bekreftet", "flyttet": [[5, start, end, 1]],
                 "tekster": {"5": exact_hash(TEXT)}}  # fmt: skip
        return state_of(about, [own, event(DIVISION, moved, 2, felt="deling")], NOW)

    assert the(divided(OFFER[1] + 1, len(TEXT))).own == {"areal_m2": (1, 7, 12)}
    say = AREA | {"utdrag": "40 m², ledig", "slutt": SIZE + 12}
    own = event(PREMISES, SAID | WHOLE | {OWN: {"areal_m2": say}}, 1, felt="R1-raadhus")
    cut = the(divided(SIZE + 3, len(TEXT)))
    assert (cut.own, cut.place, cut.is_lost) == ({}, (5, *OFFER), True)
    # What is left may be said again.
    said = {name: value for name, value in (cut.said or {}).items() if value is not None}
    assert flaw(said) == ""
    assert json.dumps(said)


@pytest.mark.parametrize(
    "own",
    [
        [],
        {"lokaltype": AREA},
        {"areal_m2": "40 m²"},
        {"areal_m2": AREA | {"start": 0, "slutt": 5}},
        {"areal_m2": AREA | {"mer": 1}},
        {"areal_m2": dict.fromkeys(AREA)},
        {"areal_m2": {name: AREA[name] for name in ("utdrag", "start")}},
    ],
)
def test_what_is_no_passage_of_a_detail_is_refused(own: Any) -> None:
    assert flaw(SAID | WHOLE | {OWN: {"areal_m2": AREA}}, {5: TEXT}) == ""
    assert flaw(SAID | WHOLE | {OWN: own}, {5: TEXT})
