"""The siting problem as the solver is told it."""

import os
from functools import cache

import highspy
import numpy as np

from queries.siting.gains import PROVED, Steps


def model(tree: Steps, candidates: int, antall: int) -> tuple[highspy.Highs, float]:
    """Return the model, and what one unit of its objective is worth.

    It picks at most `antall` candidates and gains the most by the steps.

    Columns are the candidates, then the steps that have one before them; a first step is gained
    exactly when its candidate is picked. The first row counts what is picked. Each other row says
    that a step is gained no more than its candidate is picked and the step before it gained.
    """
    first = tree.before < 0
    column = np.where(first, tree.added, candidates - 1 + np.cumsum(~first))
    later = np.nonzero(~first)[0]
    width = candidates + len(later)
    cost = np.bincount(column, tree.worth, minlength=width)
    triples = np.column_stack((column[later], column[tree.before[later]], tree.added[later]))

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = width, 1 + len(later)
    lp.sense_ = highspy.ObjSense.kMaximize
    # As shares of the largest, which keeps the solver's tolerances meaningful.
    scale = float(cost.max())
    lp.col_cost_ = cost / scale
    lp.col_lower_, lp.col_upper_ = np.zeros(width), np.ones(width)
    lp.row_lower_ = np.full(1 + len(later), -highspy.kHighsInf)
    lp.row_upper_ = np.append(float(antall), np.zeros(len(later)))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.append(0, candidates + 3 * np.arange(1 + len(later)))
    lp.a_matrix_.index_ = np.append(np.arange(candidates), triples.ravel())
    lp.a_matrix_.value_ = np.append(np.ones(candidates), np.tile([1.0, -1.0, -1.0], len(later)))
    whole, part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    lp.integrality_ = [whole] * candidates + [part] * len(later)

    _introduced()
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    # One thread each, so that several readers can solve at the same time.
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", PROVED)
    solver.passModel(lp)
    return solver, scale


@cache
def _introduced() -> None:
    """Let the first solver of a process print its banner where nobody reads it.

    Standard output is what a process that makes papers answers on, and a banner in it is no answer.
    """
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        highspy.Highs()  # type: ignore[no-untyped-call]
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
