"""The optimum is the optimum: by trying everything, and on the whole country by other ways."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final

import numpy as np
import pytest

from queries import Version, View
from queries.siting import Problem, Solution, cover, p_median, problem
from queries.siting.gains import Objective
from queries.siting.problem import Candidates, Weight
from tests import built
from tests.queries.siting_set import by_assignment, by_parts, drawn, exhaustive, made, worth

SOLVE: Final = {"dekning": cover, "avstand": p_median}
OBJECTIVES: Final[tuple[Objective, ...]] = ("dekning", "avstand")


def best(question: Problem, objective: Objective, count: int) -> Solution:
    return SOLVE[objective](question, count)


def check(question: Problem, objective: Objective, solution: Solution) -> None:
    """Check what the solution says about itself."""
    assert len(set(solution.chosen)) == len(solution.chosen)
    position = {c.id: i for i, c in enumerate(question.candidates)}
    columns = question.distances()[:, [position[key] for key in solution.chosen]]
    after = np.minimum(question.existing, columns.min(axis=1, initial=np.inf))
    total = question.inhabitants.sum()
    inside, before = (after <= question.limit), (question.existing <= question.limit)
    assert solution.covered == question.inhabitants[inside].sum()
    assert solution.covered_before == question.inhabitants[before].sum()
    assert solution.mean_after == pytest.approx(question.inhabitants @ after / total)
    assert solution.mean_before == pytest.approx(question.inhabitants @ question.existing / total)
    assert solution.gap == 0 or not solution.optimal


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("whole", [False, True], ids=["ulike", "like avstander"])
@pytest.mark.parametrize("seed", range(12))
def test_the_optimum_of_a_small_problem(objective: Objective, whole: bool, seed: int) -> None:
    question = drawn(seed, points=12 + seed, candidates=9, whole=whole)
    for count in (1, 2, 4):
        solution = best(question, objective, count)
        expected = exhaustive(question, objective, count)
        assert solution.optimal or solution.reason
        assert len(solution.chosen) <= count
        assert worth(question, objective, solution.chosen) == pytest.approx(expected, rel=1e-9)
        check(question, objective, solution)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_greed_is_not_enough(objective: Objective) -> None:
    # The middle one is best alone; the two others are better together.
    distances = np.array([[1, 9, 9], [1, 9, 1], [9, 1, 1], [9, 1, 9]], float)
    distances[:, 2] = [9, 1, 1, 9]
    question = made(distances, np.full(4, 9.0), [10, 11, 11, 10], 2)
    assert best(question, objective, 1).chosen == ("0002",)
    assert set(best(question, objective, 2).chosen) == {"0000", "0001"}


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("candidates", ["alle", "onsker", "tilbyr"])
@pytest.mark.parametrize("weight", ["innbyggere", "misnoye"])
@pytest.mark.parametrize("limit", [15, 30])
def test_the_whole_country_by_two_other_ways(
    demo_built: Version, objective: Objective, candidates: Candidates, weight: Weight, limit: int
) -> None:
    question = problem(demo_built, View(), kandidater=candidates, vekt=weight, grense=limit)
    for count in (5, 20):
        solution = best(question, objective, count)
        found = worth(question, objective, solution.chosen)
        assert solution.optimal
        assert found == pytest.approx(by_parts(question, objective, count), rel=1e-9)
        assert found == pytest.approx(by_assignment(question, objective, count), rel=1e-9)
        check(question, objective, solution)


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("supplied", ["punkter", "reisetid"])
def test_finer_points_and_travel_time_by_another_way(
    objective: Objective, supplied: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    by_time = supplied == "reisetid"
    version = built.reach(tmp_path_factory, points=not by_time, times=by_time)
    question = problem(version, View(), kandidater="alle", vekt="misnoye", grense=15)
    assert question.unit == ("min" if by_time else "km")
    solution = best(question, objective, 12)
    assert solution.optimal
    expected = by_assignment(question, objective, 12)
    assert worth(question, objective, solution.chosen) == pytest.approx(expected, rel=1e-9)
    check(question, objective, solution)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_one_station_today_and_candidates_everywhere(objective: Objective) -> None:
    question = drawn(5, points=60, candidates=60)
    solution = best(question, objective, 6)
    assert solution.optimal
    expected = by_assignment(question, objective, 6)
    assert worth(question, objective, solution.chosen) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_out_of_time_there_is_an_answer_and_an_honest_gap(objective: Objective) -> None:
    question = replace(drawn(3, points=150, candidates=150), limit=0.08)
    hasty = SOLVE[objective](question, 12, limit_seconds=0)
    optimum = worth(question, objective, best(question, objective, 12).chosen)
    gained = worth(question, objective, hasty.chosen)
    assert len(hasty.chosen) == 12
    check(question, objective, hasty)
    assert not hasty.optimal
    assert gained * (1 + hasty.gap) >= optimum * (1 - 1e-9)


def test_progress_goes_forward_from_nothing_to_all() -> None:
    told: list[float] = []
    p_median(drawn(3, points=150, candidates=150), 12, progress=told.append)
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)
    assert len(told) > 3


def test_several_readers_can_solve_at_the_same_time() -> None:
    questions = [drawn(seed, points=50, candidates=30) for seed in range(6)]
    alone = [p_median(q, 6).chosen for q in questions]
    with ThreadPoolExecutor(3) as pool:
        together = [s.chosen for s in pool.map(lambda q: p_median(q, 6), questions)]
    assert together == alone


def test_a_process_that_solves_prints_nothing_of_its_own() -> None:
    script = "from queries.siting.model import _introduced; _introduced(); print('svar')"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "svar\n"
