"""Choosing the rest: with some places fixed and others shut out, by trying everything."""

from itertools import combinations
from typing import Final

import numpy as np
import pytest

from queries.siting import best, effect
from queries.siting.gains import Objective
from tests.queries.siting_set import drawn, made, value, worth

OBJECTIVES: Final[tuple[Objective, ...]] = ("dekning", "avstand")


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("whole", [False, True], ids=["ulike", "like avstander"])
@pytest.mark.parametrize("seed", range(10))
def test_the_rest_is_the_best_there_is(objective: Objective, whole: bool, seed: int) -> None:
    question = drawn(seed, points=14, candidates=8, whole=whole)
    draw = np.random.default_rng(seed)
    fixed, shut = np.split(draw.permutation(8)[:4], [draw.integers(0, 4)])
    med, uten = ({question.candidates[i].id for i in each} for each in (fixed, shut))
    free = [i for i in range(8) if i not in {*fixed, *shut}]
    for count in range(max(1, len(fixed)), len(fixed) + 4):
        found = best(question, count, objective, med=med, uten=uten)
        assert med <= set(found.chosen)
        assert not uten & set(found.chosen)
        assert len(set(found.chosen)) == len(found.chosen) <= count
        expected = max(
            value(question, objective, (*fixed, *more))
            for n in range(min(count - len(fixed), len(free)) + 1)
            for more in combinations(free, n)
        )
        assert worth(question, objective, found.chosen) == pytest.approx(expected, rel=1e-9)
        told = effect(question, found.chosen)
        assert (found.covered, found.mean_after) == (told.covered, told.mean_after)


def test_what_is_fixed_is_with_though_it_adds_nothing() -> None:
    # The second place is farther from everybody than today's station.
    question = made(np.array([[1.0, 9.0], [2.0, 9.0]]), np.array([5.0, 5.0]), [10, 20], 3.0)
    found = best(question, 2, "dekning", med=["0001"])
    assert set(found.chosen) == {"0000", "0001"}
    assert found.covered == 30
    assert best(question, 1, "dekning", med=["0001"]).chosen == ("0001",)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_the_order_of_what_is_fixed_is_no_matter(objective: Objective) -> None:
    question = drawn(3, points=20, candidates=9)
    one = best(question, 5, objective, med=["0001", "0006"], uten=["0002", "0003"])
    other = best(question, 5, objective, med=["0006", "0001"], uten=["0003", "0002"])
    assert one.chosen == other.chosen


def test_what_cannot_be_is_told_with_its_reason() -> None:
    question = drawn(1, points=10, candidates=5)
    today = effect(question, ())
    for found, why in (
        (best(question, 1, "dekning", med=["0001", "0002"]), "for_mange_faste"),
        (best(question, 3, "dekning", med=["0001"], uten=["0001"]), "fast_og_utelatt"),
    ):
        assert found.reason == why
        assert not found.chosen
        assert found.covered == today.covered_before


def test_a_place_that_is_no_candidate_is_left_out() -> None:
    question = drawn(1, points=10, candidates=5)
    plain = best(question, 2, "dekning")
    assert best(question, 2, "dekning", med=["9999"], uten=["8888"]).chosen == plain.chosen
    assert effect(question, ["9999"]).chosen == ()


def test_who_gets_nearer_is_counted_wherever_the_limit_is() -> None:
    question = made(np.array([[1.0], [4.0], [9.0]]), np.array([5.0, 5.0, 5.0]), [10, 20, 40], 2.0)
    found = effect(question, ["0000"])
    assert (found.nearer, found.covered, found.covered_before) == (30, 10, 0)
    assert found.mean_before == 5
    assert found.mean_after == pytest.approx((10 * 1 + 20 * 4 + 40 * 5) / 70)
