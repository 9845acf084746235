"""Which places to look at first: what speaks for each, weighed as the reader weighs it."""

from queries.candidates.counts import Counts, counts
from queries.candidates.pareto import outdone
from queries.candidates.robustness import DRAWS, Standing, standings
from queries.candidates.score import Score, apportioned, scores

__all__ = [
    "DRAWS",
    "Counts",
    "Score",
    "Standing",
    "apportioned",
    "counts",
    "outdone",
    "scores",
    "standings",
]
