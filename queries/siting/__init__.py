"""Where new stations would help most: the analysis that SQL cannot do."""

from queries.siting.decided import Decided, Overlap, decided, overlap
from queries.siting.equals import equals
from queries.siting.fixed import Effect, best, effect
from queries.siting.greedy import Step, greedy
from queries.siting.problem import Candidate, Problem, problem
from queries.siting.solve import Solution, cover, p_median

__all__ = [
    "Candidate",
    "Decided",
    "Effect",
    "Overlap",
    "Problem",
    "Solution",
    "Step",
    "best",
    "cover",
    "decided",
    "effect",
    "equals",
    "greedy",
    "overlap",
    "p_median",
    "problem",
]
