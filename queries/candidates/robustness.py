"""How far a place's rank rests on the reader's weights: the same scores under many others."""

from dataclasses import dataclass
from math import ceil, floor
from typing import Final

import numpy as np

from queries.candidates.counts import Counts
from queries.candidates.score import in_order
from queries.weights import Weights

DRAWS: Final = 1_000
# Of the reader's weights as a Dirichlet distribution: with 20, a weight of a quarter is between 11
# and 42 per cent in nine of ten draws. A count she gives no weight, gets none.
CONCENTRATION: Final = 20.0
SEED: Final = 22_535


@dataclass(frozen=True)
class Standing:
    """How one place stands under the drawn weights."""

    # The share of the draws where it is among the first.
    among_first: float
    # Its rank in the draws: nine of ten lie between these.
    best: int
    worst: int


def standings(known: Counts, weights: Weights, first: int) -> tuple[Standing, ...]:
    """Return how each place stands when the weights vary around the reader's.

    `DRAWS` draws from a Dirichlet distribution with the reader's shares as its mean, the same each
    time. Who shares the last place among the `first`, is among them.
    """
    shares = weights.shares(known.in_use)
    counted = shares > 0
    if not counted.any() or not len(known.kommunenumre):
        return tuple(Standing(0.0, 1, 1) for _place in known.kommunenumre)
    drawn = np.random.default_rng(SEED).dirichlet(shares[counted] * CONCENTRATION, DRAWS)
    owners, ranks = in_order(drawn @ known.low[:, counted].T)
    many = len(known.kommunenumre)
    # How often each place has each rank or a better one: counting them is faster than sorting them.
    counts = np.bincount((owners * many + ranks - 1).ravel(), minlength=many * many)
    up_to = counts.reshape(many, many).cumsum(axis=1)
    within = up_to[:, min(first, many) - 1] / DRAWS
    # Ranks are whole: the lowest and highest that nine of ten draws lie between.
    ends = floor(0.05 * (DRAWS - 1)), ceil(0.95 * (DRAWS - 1))
    low, high = ((up_to > end).argmax(axis=1) + 1 for end in ends)
    return tuple(
        Standing(float(share), int(best), int(worst))
        for share, best, worst in zip(within, low, high, strict=True)
    )
