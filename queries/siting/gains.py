"""What candidates are worth: both objectives in one form, and the order of a greedy choice.

A point gains step by step. For reach there is one step: any candidate within the limit is worth
the point's weight. For distance there is a step for each candidate k nearer than today: any
candidate at least as near as k is worth the weight times the distance from k to the next one
farther away (at last, today's station). If the nearest chosen candidate is k, exactly the steps
from k outwards are gained, and their worth adds up to the distance saved. Points that meet the
candidates in the same order share their steps, so hundreds of thousands of points become some
hundreds of steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from queries.siting.problem import Floats, Ints, Pairs, Problem

Objective = Literal["dekning", "avstand"]

# A choice is as good as another, and proved the best, when none is better by more than this share.
PROVED: Final = 1e-9


@dataclass(frozen=True, eq=False)
class Steps:
    """A tree: step n is gained when candidate `added[n]` is chosen or step `before[n]` is gained.

    `before` is -1 for a first step, and always lower than the step's own number.
    """

    before: Ints
    added: Ints
    worth: Floats


def steps(problem: Problem, objective: Objective) -> Steps:
    """Return what can be gained in `problem` by `objective`."""
    pairs, worth = _worth(problem, objective)
    known: dict[tuple[int, int], int] = {}
    totals: list[float] = []
    at = -1
    rows = zip(pairs.candidate.tolist(), worth.tolist(), _last(pairs.demand).tolist(), strict=True)
    for candidate, value, is_last in rows:
        at = known.setdefault((at, candidate), len(known))
        if at == len(totals):
            totals.append(0.0)
        totals[at] += value
        if is_last:
            at = -1
    tree = np.array(list(known), np.int64).reshape(-1, 2)
    return Steps(tree[:, 0], tree[:, 1], np.array(totals))


def order(
    problem: Problem, objective: Objective, count: int, among: Ints | None = None
) -> list[int]:
    """Return at most `count` candidates' positions, each adding most to those before it.

    Of equals the first that has asked is taken, else the first; one that adds nothing is not.
    `among` restricts the choice.
    """
    pairs = problem.pairs
    asked = {i for i, each in enumerate(problem.candidates) if each.id in problem.asked}
    allowed = np.ones(len(problem.candidates), bool)
    if among is not None:
        allowed = np.isin(np.arange(len(problem.candidates)), among)
    now = problem.existing.copy()
    chosen: list[int] = []
    while len(chosen) < min(count, len(problem.candidates)):
        gains = np.where(allowed, _gains(problem, objective, now), 0)
        alike = np.flatnonzero(gains >= gains.max() * (1 - PROVED)).tolist()
        best: int = next((each for each in alike if each in asked), alike[0])
        if gains[best] <= 0:
            break
        chosen.append(best)
        mine = pairs.candidate == best
        now[pairs.demand[mine]] = np.minimum(now[pairs.demand[mine]], pairs.distance[mine])
    return chosen


def first_gains(problem: Problem, objective: Objective) -> Floats:
    """Return what each candidate is worth alone, beside the stations of today."""
    return _gains(problem, objective, problem.existing)


def gained(problem: Problem, objective: Objective, chosen: Sequence[int]) -> float:
    """Return what the candidates at positions `chosen` are worth together."""
    before, after = problem.existing, problem.with_chosen(np.array(chosen, int))
    if objective == "avstand":
        return float(problem.weights @ (before - after))
    return float(problem.weights[(after <= problem.limit) & (before > problem.limit)].sum())


def _gains(problem: Problem, objective: Objective, now: Floats) -> Floats:
    """Return what each candidate adds when the points have `now` to go."""
    pairs = problem.pairs
    there = now[pairs.demand]
    if objective == "avstand":
        saved = np.maximum(there - pairs.distance, 0)
    else:
        saved = ((pairs.distance <= problem.limit) & (there > problem.limit)).astype(float)
    value = problem.weights[pairs.demand] * saved
    return np.bincount(pairs.candidate, value, len(problem.candidates)).astype(float)


def _worth(problem: Problem, objective: Objective) -> tuple[Pairs, Floats]:
    """Return the pairs that are steps, in the order of steps, and what each step is worth."""
    pairs = problem.pairs
    if objective == "avstand":
        beyond = np.append(pairs.distance[1:], 0.0)[: len(pairs.demand)]
        last = _last(pairs.demand)
        beyond[last] = problem.existing[pairs.demand[last]]
        return pairs, problem.weights[pairs.demand] * (beyond - pairs.distance)
    kept = (pairs.distance <= problem.limit) & (problem.existing[pairs.demand] > problem.limit)
    # Within the limit all are equal; one fixed order lets more points share their steps.
    near = Pairs.of(pairs.demand[kept], pairs.candidate[kept], np.zeros(kept.sum()))
    return near, np.where(_last(near.demand), problem.weights[near.demand], 0.0)


def _last(demand: Ints) -> np.ndarray:
    return np.append(demand[1:] != demand[:-1], True)[: len(demand)]
