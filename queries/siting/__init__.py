"""Where new stations would help most: the analysis that SQL cannot do."""

from queries.siting.decided import Decided, Overlap, decided, overlap
from queries.siting.greedy import Step, greedy
from queries.siting.problem import Candidate, Problem, problem
from queries.siting.solve import Solution, cover, p_median

__all__ = [
    "Candidate",
    "Decided",
    "Overlap",
    "Problem",
    "Solution",
    "Step",
    "cover",
    "decided",
    "greedy",
    "overlap",
    "p_median",
    "problem",
]
