"""The greedy order: if only five, these five."""

from dataclasses import dataclass

import numpy as np

from queries.siting.gains import Objective, order
from queries.siting.problem import Problem


@dataclass(frozen=True)
class Step:
    """One candidate and what it adds to those before it."""

    id: str
    navn: str
    kommunenummer: str
    # Inhabitants that this one brings within the limit, and how many are within it then.
    reached: int
    covered: int
    # Inhabitants times distance that this one saves, and the mean distance then.
    saved: float
    mean_after: float


def greedy(problem: Problem, antall: int, formaal: Objective = "dekning") -> tuple[Step, ...]:
    """Return at most `antall` candidates, each the one that adds most weight by `formaal`.

    Of those that add as much, the first that has asked is taken, else the first. It stops when no
    candidate adds anything, so there may be fewer, or none.
    """
    taken: list[Step] = []
    before = problem.existing
    found = order(problem, formaal, antall) if problem.total else []
    for count, position in enumerate(found, start=1):
        candidate = problem.candidates[position]
        after = problem.with_chosen(np.array(found[:count]))
        step = Step(
            candidate.id,
            candidate.navn,
            candidate.kommunenummer,
            reached=problem.covered(after) - problem.covered(before),
            covered=problem.covered(after),
            saved=float(problem.inhabitants @ (before - after)),
            mean_after=problem.mean(after),
        )
        taken.append(step)
        before = after
    return tuple(taken)
