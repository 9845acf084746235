"""The score of a place: a sum that anyone can check."""

from dataclasses import dataclass

import numpy as np

from queries.candidates.counts import Counts
from queries.weights import COUNTS, Floats, Weights


@dataclass(frozen=True)
class Score:
    """One place's score, from 0 to 1, and the parts it is the sum of, by count.

    What is unknown adds nothing; `most` is the score if all of it spoke for the place.
    """

    kommunenummer: str
    total: float
    most: float
    parts: dict[str, float]
    unknown: tuple[str, ...]
    # 1 is first; equals share the better number.
    rank: int


def scores(known: Counts, weights: Weights) -> tuple[Score, ...]:
    """Return the scores in the order of `known`.

    A part is the count times the weight divided by the sum of the weights. A weighted mean, the
    additive model of multi-attribute utility (Keeney and Raiffa 1976, ch. 3).
    """
    shares = weights.shares(known.in_use)
    low, high = known.low * shares, known.high * shares
    totals, tops = low.sum(axis=1), high.sum(axis=1)
    ranks = ranked(totals[None, :])[0] if len(totals) else totals
    return tuple(
        Score(
            number,
            float(totals[i]),
            float(tops[i]),
            dict(zip(COUNTS, map(float, low[i]), strict=True)),
            tuple(
                name
                for j, name in enumerate(COUNTS)
                if shares[j] > 0 and np.isnan(known.values[i, j])
            ),
            int(ranks[i]),
        )
        for i, number in enumerate(known.kommunenumre)
    )


def ranked(totals: Floats) -> Floats:
    """Return the rank of each place in each row of `totals`: 1 more than those with more.

    Sums that differ by less than rounding does are equal.
    """
    rounded = np.round(totals, 9)
    places = [np.searchsorted(np.sort(-row), -row, side="left") for row in rounded]
    return np.array(places, float).reshape(rounded.shape) + 1
