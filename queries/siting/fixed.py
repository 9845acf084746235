"""Choosing the rest when some places are already chosen, and others are out of the question."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from queries.siting.gains import Objective
from queries.siting.problem import Ints, Pairs, Problem
from queries.siting.solve import Progress, Solution, cover, p_median, reason


@dataclass(frozen=True)
class Effect:
    """What a choice changes: inhabitants within the limit, and the mean distance, before and after.

    `nearer` are the inhabitants who get a shorter way, wherever the limit is.
    """

    chosen: tuple[str, ...]
    covered: int
    covered_before: int
    mean_before: float
    mean_after: float
    nearer: int


def effect(problem: Problem, chosen: Collection[str]) -> Effect:
    """Return what stations at the candidates `chosen` (ids) change; others are left out.

    All choices that are compared are measured by this: the same points, the same distances.
    """
    places = positions(problem, chosen)
    after = problem.with_chosen(places)
    return Effect(
        chosen=tuple(problem.candidates[i].id for i in places),
        covered=problem.covered(after),
        covered_before=problem.covered(problem.existing),
        mean_before=problem.mean(problem.existing),
        mean_after=problem.mean(after),
        nearer=int(problem.inhabitants[after < problem.existing].sum()),
    )


def best(
    problem: Problem,
    antall: int,
    objective: Objective,
    *,
    med: Collection[str] = (),
    uten: Collection[str] = (),
    progress: Progress | None = None,
) -> Solution:
    """Return the best `antall` candidates among those with all of `med` and none of `uten`.

    As `cover` and `p_median`, with the variables of `med` fixed at one and of `uten` at nought:
    what is fixed is taken out of the problem, which becomes smaller and has the same optimum. The
    `reason` is «for_mange_faste» when more must be with than are chosen, and «fast_og_utelatt» when
    a place is in both. Places that are no candidates are left out.
    """
    solve = {"dekning": cover, "avstand": p_median}[objective]
    fixed, shut = positions(problem, med), positions(problem, uten)
    if not len(fixed) and not len(shut):
        return solve(problem, antall, progress=progress)
    why = _impossible(problem, antall, fixed, shut)
    if why:
        return _unsolved(problem, why)
    rest = _without(problem, fixed, shut)
    left = antall - len(fixed)
    none_left = not rest.candidates or reason(rest, left, objective) is not None
    found = None if none_left else solve(rest, min(left, len(rest.candidates)), progress=progress)
    chosen = (*(problem.candidates[i].id for i in fixed), *(found.chosen if found else ()))
    done = effect(problem, chosen)
    return Solution(
        chosen=chosen,
        covered=done.covered,
        covered_before=done.covered_before,
        mean_before=done.mean_before,
        mean_after=done.mean_after,
        gap=found.gap if found else 0.0,
        seconds=found.seconds if found else 0.0,
        optimal=found.optimal if found else True,
        reason=None if chosen else (found.reason if found else reason(rest, left, objective)),
    )


def positions(problem: Problem, ids: Collection[str]) -> Ints:
    """Return the positions of those of `ids` that are candidates, in the candidates' order."""
    wanted = frozenset(ids)
    found = [i for i, candidate in enumerate(problem.candidates) if candidate.id in wanted]
    return np.array(found, np.int64)


def _impossible(problem: Problem, antall: int, fixed: Ints, shut: Ints) -> str | None:
    if len(np.intersect1d(fixed, shut)):
        return "fast_og_utelatt"
    if len(fixed) > antall:
        return "for_mange_faste"
    return None if problem.total else "ingen_innbyggere"


def _unsolved(problem: Problem, why: str) -> Solution:
    today = effect(problem, ())
    return Solution(
        chosen=(),
        covered=today.covered,
        covered_before=today.covered,
        mean_before=today.mean_before,
        mean_after=today.mean_before,
        gap=0.0,
        seconds=0.0,
        optimal=True,
        reason=why,
    )


def _without(problem: Problem, fixed: Ints, shut: Ints) -> Problem:
    """Return the problem where `fixed` have stations already, and only the others may get one."""
    existing = problem.with_chosen(fixed)
    free = np.setdiff1d(np.arange(len(problem.candidates)), np.union1d(fixed, shut))
    at = np.full(len(problem.candidates), -1, np.int64)
    at[free] = np.arange(len(free))
    pairs = problem.pairs
    kept = (at[pairs.candidate] >= 0) & (pairs.distance < existing[pairs.demand])
    return replace(
        problem,
        candidates=tuple(problem.candidates[i] for i in free),
        existing=existing,
        pairs=Pairs(pairs.demand[kept], at[pairs.candidate[kept]], pairs.distance[kept]),
    )
