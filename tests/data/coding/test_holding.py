"""When a verdict is held back: its sentence says the opposite too, or it is only a hint."""

from types import SimpleNamespace
from typing import Any

import pytest

from data.coding.evidence import Evidence
from data.coding.holding import OUTRIGHT, weighed

FIELD = "tilfreds_tilgjengelighet"
GOOD, BAD = "Vi er godt fornøyd", "i praksis er kontoret stengt"


class Named:
    """Subjects that a text names with «om_» before them."""

    everything = "alle tre"

    def named(self, text: str) -> frozenset[str]:
        words = text.split()
        return frozenset(f"tilfreds_{word[3:]}" for word in words if word.startswith("om_"))


def half(verdi: str, *clauses: str, **how: Any) -> bool:
    parts = [SimpleNamespace(text=each) for each in clauses]
    sentence: Any = SimpleNamespace(clauses=parts, text=" ".join(clauses), label="", first=True)
    given: dict[str, Any] = {"regel": "ord", "styrke": 2, "narrow": True} | how
    evidence = Evidence(FIELD, verdi, sentence, 0, 1, **given)
    subjects: Any = Named()
    return weighed(evidence, subjects) is None


def test_a_verdict_is_held_back_where_its_sentence_says_the_opposite_and_not_else() -> None:
    assert half("tilfreds", GOOD, BAD)
    assert not half("tilfreds", GOOD)
    assert half("ikke_tilfreds", BAD, "telefonen er bra")
    assert not half("ikke_tilfreds", BAD)
    # That something is both is a verdict of its own.
    assert not half("delvis", GOOD, BAD)


def test_what_is_said_of_another_point_is_not_the_opposite() -> None:
    assert not half("tilfreds", GOOD, f"om_bemanning {BAD}")
    assert half("tilfreds", GOOD, f"om_tilgjengelighet {BAD}")


@pytest.mark.parametrize(
    ("narrow", "verdi", "clauses", "is_held"),
    [
        (False, "tilfreds", (GOOD, BAD), False),
        (True, "tilfreds", (GOOD, BAD), True),
        (True, "ikke_tilfreds", (BAD, "telefonen er bra"), False),
    ],
)
def test_what_is_said_outright_of_the_whole_stands_whatever_follows(
    narrow: bool, verdi: str, clauses: tuple[str, ...], is_held: bool
) -> None:
    assert half(verdi, *clauses, narrow=narrow, styrke=OUTRIGHT) is is_held


@pytest.mark.parametrize(
    ("how", "is_held"),
    [
        ({"styrke": 1, "narrow": False}, True),
        ({"styrke": 1, "narrow": False, "regel": "svarer nei"}, False),
        ({"styrke": 1, "narrow": True}, False),
        ({"styrke": 2, "narrow": False}, False),
    ],
)
def test_a_complaint_that_names_no_point_is_nobodys_verdict_unless_it_answers(
    how: dict[str, Any], is_held: bool
) -> None:
    assert half("ikke_tilfreds", BAD, **how) is is_held
