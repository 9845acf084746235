"""Which places could stand in the place of a chosen one, and do as much."""

import numpy as np

from queries.siting.fixed import positions
from queries.siting.problem import Problem


def equals(problem: Problem, chosen: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return by chosen candidate those that in its place would bring as many within the limit.

    One at a time, the other chosen staying: a rule takes one of equally good choices, and what is
    said of the best must hold of all.
    """
    pairs, found = problem.pairs, {}
    for key in chosen:
        others = positions(problem, [each for each in chosen if each != key])
        now = problem.with_chosen(others)
        new = (pairs.distance <= problem.limit) & (now[pairs.demand] > problem.limit)
        gains = np.bincount(
            pairs.candidate[new],
            problem.inhabitants[pairs.demand[new]],
            len(problem.candidates),
        )
        mine = gains[positions(problem, [key])]
        alike = np.nonzero(gains == mine)[0]
        ids = (problem.candidates[i].id for i in alike)
        found[key] = tuple(each for each in ids if each not in chosen)
    return found
