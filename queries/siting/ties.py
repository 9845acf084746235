"""Which of the best choices is taken when several are worth as much.

A solver gives one best choice, and of equally good ones it is chance which. Here it is a rule: the
choice with the fewest places, of these the one where most have asked for a station, and of these
the one with the lowest municipality numbers. The optimum stays what it is: each question below is
asked among the choices that are worth as much, and each answer is weighed before it is taken.
"""

import time
from typing import Final

import highspy
import numpy as np

from queries.siting.gains import PROVED, Objective, gained, steps
from queries.siting.model import model
from queries.siting.problem import Floats, Ints, Problem

# So many places are put in order at a time: the first weighs two to this power, which must stay
# far below where the solver's rounding of a choice would weigh as much as the last.
AT_ONCE: Final = 12
# What the relaxed problem may be wrong by, as a share of the largest single gain.
SLACK: Final = 1e-6
# How far a row may come out from what it must be: people are counted one by one.
EXACT: Final = 1e-9


def settled(
    problem: Problem, antall: int, objective: Objective, chosen: list[int], seconds: float
) -> list[int]:
    """Return the positions of the choice that the rule takes, of all worth as much as `chosen`.

    `chosen` is a best choice of at most `antall`. Where it takes more than so many `seconds`, the
    rule is followed as far as it has come.
    """
    equal = _Equal(problem, antall, objective, chosen, time.perf_counter() + seconds)
    asked = np.array([each.id in problem.asked for each in problem.candidates])
    # One place fewer outdoes any number that have asked.
    dear = antall + 1.0 - asked
    if not len(equal.free) or not equal.cheapen(dear):
        return equal.chosen.tolist()
    equal.keep(dear)
    for at in range(0, len(equal.free), AT_ONCE):
        part = equal.free[at : at + AT_ONCE]
        first = np.zeros(len(problem.candidates))
        first[part] = -(2.0 ** np.arange(len(part), 0, -1))
        if not equal.cheapen(first):
            break
        equal.keep(first)
    return equal.chosen.tolist()


class _Equal:
    """The choices that are worth as much as one that is best, and the one that is held of them."""

    def __init__(
        self, problem: Problem, antall: int, objective: Objective, chosen: list[int], until: float
    ) -> None:
        self.chosen: Ints = np.array(sorted(chosen), np.int64)
        self._problem, self._objective, self._until = problem, objective, until
        self._value = gained(problem, objective, chosen)
        self._all = np.arange(len(problem.candidates), dtype=np.int32)
        self._solver, self._scale = model(steps(problem, objective), len(self._all), antall)
        self.free = self._narrow()

    def cheapen(self, cost: Floats) -> bool:
        """Hold the choice that costs least by candidate; False where it was not found."""
        left = self._until - time.perf_counter()
        if left <= 0:
            return False
        self._options(time_limit=self._solver.getRunTime() + left)
        self._solver.changeColsCost(len(self._all), self._all, cost)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return False
        values = np.array(self._solver.getSolution().col_value[: len(self._all)])
        found = np.flatnonzero(values > 0.5)
        is_as_good = gained(self._problem, self._objective, found.tolist()) >= self._enough
        if is_as_good and cost[found].sum() <= cost[self.chosen].sum():
            self.chosen = found
        return is_as_good

    def keep(self, cost: Floats) -> None:
        """Leave out, from now on, the choices that cost more than the one that is held."""
        held = float(cost[self.chosen].sum())
        where = np.flatnonzero(cost)
        self._solver.addRow(-highspy.kHighsInf, held + 0.5, len(where), where, cost[where])

    @property
    def _enough(self) -> float:
        return self._value * (1 - PROVED)

    def _narrow(self) -> Ints:
        """Tell the solver that all must be worth as much, and return what is not thereby decided.

        The relaxed problem says what it would cost at least to take a candidate in or to leave it
        out: where that is more than there is to lose, no choice that is as good does so.
        """
        solver = self._solver
        self._options(solve_relaxation=True)
        solver.run()
        prices = np.array(solver.getSolution().col_dual[: len(self._all)])
        most = solver.getInfo().objective_function_value
        self._options(solve_relaxation=False)
        to_lose = max(0.0, most - self._value / self._scale) + SLACK
        always, never = self._all[prices > to_lose], self._all[prices < -to_lose]
        solver.changeColsBounds(len(always), always, np.ones(len(always)), np.ones(len(always)))
        solver.changeColsBounds(len(never), never, np.zeros(len(never)), np.zeros(len(never)))
        gains = np.array(solver.getLp().col_cost_)
        where = np.flatnonzero(gains).astype(np.int32)
        solver.addRow(
            self._enough / self._scale, highspy.kHighsInf, len(where), where, gains[where]
        )
        every = np.arange(len(gains), dtype=np.int32)
        solver.changeColsCost(len(gains), every, np.zeros(len(gains)))
        solver.changeObjectiveSense(highspy.ObjSense.kMinimize)
        # Every cost is a whole number.
        self._options(mip_rel_gap=0.0, mip_abs_gap=0.5)
        self._options(primal_feasibility_tolerance=EXACT, mip_feasibility_tolerance=EXACT)
        return np.setdiff1d(self._all, np.concatenate((always, never)))

    def _options(self, **values: float | bool) -> None:
        for name, value in values.items():
            self._solver.setOptionValue(name, value)
