"""Choosing new stations exactly: maximal covering and p-median, solved by HiGHS."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np

from queries.siting.gains import PROVED, Objective, first_gains, gained, order, steps
from queries.siting.model import model
from queries.siting.problem import Problem
from queries.siting.ties import settled

Progress = Callable[[float], None]

LIMIT_SECONDS: Final = 12.0


@dataclass(frozen=True)
class Solution:
    """Which candidates to choose, and what that changes; `reason` says why none were chosen."""

    # The candidates' ids, the one that adds most first.
    chosen: tuple[str, ...]
    # Inhabitants within the limit, with the chosen and as it is today.
    covered: int
    covered_before: int
    mean_before: float
    mean_after: float
    # How much better, at most, another choice could be, as a share of what this one gains.
    gap: float
    seconds: float
    optimal: bool
    # ingen_antall, ingen_kandidater, ingen_avstand, ingen_innbyggere, for_faa_kandidater,
    # alt_dekket or ingen_gevinst.
    reason: str | None = None


def cover(
    problem: Problem,
    antall: int,
    *,
    limit_seconds: float = LIMIT_SECONDS,
    progress: Progress | None = None,
) -> Solution:
    """Return the `antall` candidates that bring most weight within the limit.

    Of choices that bring as much, the one with the fewest places is taken, of these the one where
    most have asked, and of these the one with the lowest municipality numbers. `progress` is told
    how far it has come, from 0 to 1, in the calling thread; the solver lets other threads run.
    """
    return _solution(problem, antall, "dekning", limit_seconds, progress)


def p_median(
    problem: Problem,
    antall: int,
    *,
    limit_seconds: float = LIMIT_SECONDS,
    progress: Progress | None = None,
) -> Solution:
    """Return the `antall` candidates that shorten the weighted distance most; see `cover`."""
    return _solution(problem, antall, "avstand", limit_seconds, progress)


def reason(problem: Problem, antall: int, objective: Objective) -> str | None:
    """Return why nothing can be chosen, or None."""
    if antall < 1:
        return "ingen_antall"
    if not problem.candidates:
        return "ingen_kandidater"
    if not problem.total:
        return "ingen_avstand" if problem.uncovered else "ingen_innbyggere"
    if antall > len(problem.candidates):
        return "for_faa_kandidater"
    enough = problem.limit if objective == "dekning" else 0
    return "alt_dekket" if (problem.existing <= enough).all() else None


def _solution(
    problem: Problem,
    antall: int,
    objective: Objective,
    limit_seconds: float,
    progress: Progress | None,
) -> Solution:
    begun = time.perf_counter()
    tell = progress or (lambda _share: None)
    tell(0.0)
    why = reason(problem, antall, objective)
    chosen: list[int] = []
    gap = 0.0
    if not why:
        chosen, gap = _maximum(problem, antall, objective, limit_seconds, tell)
        if chosen and gap <= PROVED:
            left = limit_seconds - (time.perf_counter() - begun)
            found = np.array(settled(problem, antall, objective, chosen, left))
            chosen = order(problem, objective, antall, found)
        why = None if chosen else "ingen_gevinst"
    before, after = problem.existing, problem.with_chosen(np.array(chosen, int))
    tell(1.0)
    return Solution(
        chosen=tuple(problem.candidates[i].id for i in chosen),
        covered=problem.covered(after),
        covered_before=problem.covered(before),
        mean_before=problem.mean(before),
        mean_after=problem.mean(after),
        gap=gap,
        seconds=time.perf_counter() - begun,
        optimal=gap <= PROVED,
        reason=why,
    )


def _maximum(
    problem: Problem, antall: int, objective: Objective, limit_seconds: float, tell: Progress
) -> tuple[list[int], float]:
    """Return the positions of the best candidates, and the gap that is left."""
    start = order(problem, objective, antall)
    # When greed runs out of gains, it has everything that can be had.
    if len(start) < antall:
        return start, 0.0
    solver, scale = model(steps(problem, objective), len(problem.candidates), antall)
    tell(0.1)
    solver.setOptionValue("time_limit", limit_seconds)
    solver.setSolution(len(start), np.array(start, np.int32), np.ones(len(start)))

    def on_the_way(event: highspy.HighsCallbackEvent) -> None:
        tell(min(0.95, 0.1 + 0.85 * event.data_out.running_time / limit_seconds))

    solver.cbMipInterrupt.subscribe(on_the_way)
    solver.run()
    picked = np.array(solver.getSolution().col_value[: len(problem.candidates)]) > 0.5
    found = order(problem, objective, antall, np.nonzero(picked)[0]) if picked.any() else start
    if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
        return found, 0.0
    best, chosen = max((gained(problem, objective, each), each) for each in (found, start))
    # No choice gains more than the best candidates each alone, nor than the solver's bound. Before
    # it has any bound, the solver reports one that is less than what is already gained.
    alone = float(np.sort(first_gains(problem, objective))[-antall:].sum())
    proved = solver.getInfo().mip_dual_bound * scale
    bound = min(alone, proved) if proved >= best else alone
    return chosen, max(0.0, bound / best - 1)
