"""Of choices that are worth as much, which one is taken: by trying every choice there is."""

from typing import Final

import numpy as np
import pytest

from queries import Version, View
from queries.siting import Problem, best, greedy, problem, ties
from queries.siting.gains import Objective
from tests.queries.siting_set import drawn, made, of_equals, value

OBJECTIVES: Final[tuple[Objective, ...]] = ("dekning", "avstand")


def tied(seed: int) -> Problem:
    """Return a problem where people, distances and limits are so alike that much is worth as much.

    Two of the eight candidates stand in the same place, and two of the points need nothing.
    """
    draw = np.random.default_rng(seed)
    distances = draw.integers(1, 4, (8, 8)).astype(float)
    distances[:, 1] = distances[:, 0]
    existing = draw.integers(2, 5, 8).astype(float)
    existing[::4] = 0
    people = draw.choice([10, 20], 8)
    asked = np.flatnonzero(draw.random(8) < 0.4)
    return made(distances, existing, people, float(draw.integers(1, 3)), asked=asked.tolist())


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("seed", range(30))
def test_the_rule_takes_what_trying_every_choice_takes(objective: Objective, seed: int) -> None:
    for question in (tied(seed), drawn(seed, points=9, candidates=8, whole=True)):
        for count in (1, 2, 3, 5, 8):
            expected = of_equals(question, objective, count)
            assert tuple(sorted(best(question, count, objective).chosen)) == expected


@pytest.mark.parametrize("at_once", [1, 3])
@pytest.mark.parametrize("seed", range(8))
def test_the_rule_is_the_same_however_many_places_are_put_in_order_at_a_time(
    seed: int, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ties, "AT_ONCE", at_once)
    for objective in OBJECTIVES:
        for count in (2, 3, 5):
            expected = of_equals(tied(seed), objective, count)
            assert tuple(sorted(best(tied(seed), count, objective).chosen)) == expected


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("seed", range(15))
def test_the_rule_holds_beside_what_is_fixed(objective: Objective, seed: int) -> None:
    question = tied(seed)
    first, second, third = (f"{n:04}" for n in np.random.default_rng(seed).permutation(8)[:3])
    for count in (1, 3, 5):
        expected = of_equals(question, objective, count, [first], [second, third])
        found = best(question, count, objective, med=[first], uten=[second, third])
        assert tuple(sorted(found.chosen)) == expected


def test_most_of_the_drawn_problems_have_several_best_choices() -> None:
    # Else the tests above would be about nothing.
    pairs = [(i, j) for i in range(8) for j in range(i)]
    worths = [[value(tied(seed), "dekning", pair) for pair in pairs] for seed in range(30)]
    assert sum(each.count(max(each)) > 1 for each in worths) > 15


def test_by_hand() -> None:
    """Two points that many places reach, as who asks changes.

    The places 0, 1 and 2 reach the first point, 3 and 4 the second; 5 reaches both.
    """
    near = np.array([[1, 1, 1, 9, 9, 1], [9, 9, 9, 1, 1, 1]], float)

    def chosen(places: int, *asked: int) -> set[str]:
        question = made(near[:, :places], np.full(2, 8.0), (100, 100), 2.0, asked=asked)
        return set(best(question, 2, "dekning").chosen)

    assert chosen(5) == {"0000", "0003"}
    assert chosen(5, 2) == {"0002", "0003"}
    assert chosen(5, 1, 2, 4) == {"0001", "0004"}
    # One place that does it all goes before two that have asked.
    assert chosen(6, 0, 3) == {"0005"}


def test_having_asked_never_outdoes_giving_one_person_more() -> None:
    near = np.array([[1, 9], [9, 1]], float)
    question = made(near, np.full(2, 8.0), (1_000_001, 1_000_000), 2.0, asked=[1])
    assert best(question, 1, "dekning").chosen == ("0000",)


@pytest.mark.parametrize("seed", range(20))
def test_a_single_place_is_the_first_of_the_greedy_order(seed: int) -> None:
    for objective in OBJECTIVES:
        first = tuple(step.id for step in greedy(tied(seed), 1, objective))
        assert best(tied(seed), 1, objective).chosen == first


def test_in_the_country_nobody_who_asked_could_stand_for_one_who_did_not(
    demo_built: Version,
) -> None:
    for limit in (10, 15, 30):
        question = problem(demo_built, View(), kandidater="alle", vekt="innbyggere", grense=limit)
        at = {each.id: i for i, each in enumerate(question.candidates)}
        chosen = best(question, 20, "dekning").chosen
        most = value(question, "dekning", [at[each] for each in chosen])
        for silent in {*chosen} - question.asked:
            rest = [at[each] for each in chosen if each != silent]
            for other in question.asked - {*chosen}:
                assert value(question, "dekning", [*rest, at[other]]) < most
