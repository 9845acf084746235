"""The greedy order: each the best next one, never better than the optimum, never going back."""

import math

import numpy as np
import pytest

from queries import Version, View
from queries.siting import cover, greedy, p_median, problem
from queries.siting.gains import Objective
from tests.queries.siting_set import drawn, exhaustive, made, value, worth


@pytest.mark.parametrize("objective", ["dekning", "avstand"])
@pytest.mark.parametrize("seed", range(8))
def test_each_step_is_the_best_next_one(objective: Objective, seed: int) -> None:
    question = drawn(seed, points=25, candidates=10)
    taken: list[int] = []
    for step in greedy(question, 6, objective):
        before = value(question, objective, taken)
        gains = [value(question, objective, [*taken, j]) - before for j in range(10)]
        position = int(step.id)
        assert gains[position] == pytest.approx(max(gains), rel=1e-9)
        assert gains[position] > 0
        taken.append(position)
    # It stops only when nobody gains anything more.
    rest = value(question, objective, range(10)) - value(question, objective, taken)
    assert len(taken) == 6 or rest == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("objective", ["dekning", "avstand"])
@pytest.mark.parametrize("seed", range(8))
def test_greed_gains_less_and_less_and_never_more_than_the_optimum(
    objective: Objective, seed: int
) -> None:
    question = drawn(seed, points=25, candidates=10)
    steps = greedy(question, 4, objective)
    totals = [
        worth(question, objective, [s.id for s in steps[:count]]) for count in range(len(steps) + 1)
    ]
    gains = np.diff(totals)
    assert (gains > 0).all()
    assert (np.diff(gains) <= 1e-6).all()
    optimum = exhaustive(question, objective, 4)
    # Nemhauser, Wolsey and Fisher (1978): never less than 1 - 1/e of the optimum.
    assert (1 - 1 / math.e) * optimum <= totals[-1] * (1 + 1e-9)
    assert totals[-1] <= optimum * (1 + 1e-9)


@pytest.mark.parametrize("objective", ["dekning", "avstand"])
def test_the_steps_add_up(demo_built: Version, objective: Objective) -> None:
    question = problem(demo_built, View(), kandidater="alle", vekt="innbyggere", grense=15)
    steps = greedy(question, 20, objective)
    assert [s.id for s in steps] == list(dict.fromkeys(s.id for s in steps))
    before = question.covered(question.existing)
    for count, step in enumerate(steps, start=1):
        distances = question.with_chosen(
            np.array([[c.id for c in question.candidates].index(s.id) for s in steps[:count]])
        )
        assert step.covered == question.covered(distances) == before + step.reached
        assert step.mean_after == pytest.approx(question.mean(distances))
        before = step.covered
    saved = question.mean(question.existing) - steps[-1].mean_after
    assert sum(s.saved for s in steps) == pytest.approx(saved * question.total)
    solve = cover if objective == "dekning" else p_median
    optimum = worth(question, objective, solve(question, 20).chosen)
    assert worth(question, objective, [s.id for s in steps]) <= optimum * (1 + 1e-9)


def test_of_equals_the_first_is_taken() -> None:
    question = made(np.ones((2, 3)), np.full(2, 5.0), [10, 10], 2)
    assert [s.id for s in greedy(question, 3)] == ["0000"]


@pytest.mark.parametrize("count", [0, -1])
def test_none_asked_for_is_none(count: int) -> None:
    assert greedy(drawn(1, points=5, candidates=3), count) == ()


def test_nothing_to_choose_from_and_nobody_to_serve() -> None:
    nobody = made(np.empty((0, 3)), np.empty(0), [], 2)
    nowhere = made(np.empty((3, 0)), np.full(3, 5.0), [1, 2, 3], 2)
    for question in (nobody, nowhere):
        assert greedy(question, 3) == ()
        assert greedy(question, 3, "avstand") == ()


def test_of_equals_one_that_has_asked_goes_first() -> None:
    """Two of three places reach the same people; having asked does not outdo giving more."""
    far = np.array([[1.0, 1.0, 9.0], [9.0, 9.0, 1.0]])

    def order(*asked: int) -> list[str]:
        question = made(far, np.array([8.0, 8.0]), (100, 300), limit=2.0, asked=asked)
        return [step.id for step in greedy(question, 2)]

    assert order() == ["0002", "0000"]
    assert order(1) == ["0002", "0001"]
    assert order(0, 1) == ["0002", "0000"]
