"""The score of a place: a sum that anyone can check."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from queries.candidates.counts import Counts
from queries.weights import COUNTS, Floats, Weights

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Score:
    """One place's score, from 0 to 1, and the parts it is the sum of, by count.

    Parts are whole thousandths, tenths of a point of a hundred, so that those that are written add
    up to the sum that is. What is unknown adds nothing; `most` is the score if all of it spoke for
    the place.
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

    A part is the count times the weight divided by the sum of the weights, in whole thousandths. A
    weighted mean, the additive model of multi-attribute utility (Keeney and Raiffa 1976, ch. 3).
    """
    shares = apportioned(weights.shares(known.in_use))
    low, high = _written(known.low * shares), _written(known.high * shares)
    totals, tops = np.round(low.sum(axis=1), 3), np.round(high.sum(axis=1), 3)
    owners, places = in_order(totals[None, :])
    ranks = np.empty(len(totals), np.int64)
    ranks[owners[0]] = places[0]
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


def apportioned(shares: Floats) -> Floats:
    """Return `shares` in whole thousandths that sum to what they do, by largest remainders.

    A place that everything speaks for then has a hundred points, whatever the weights are.
    """
    exact = np.round(shares * 1_000, 6)
    found = np.floor(exact)
    left = round(float(exact.sum() - found.sum()))
    # Of equal remainders the first go first, whatever the last bit of a difference is.
    found[np.argsort(np.round(found - exact, 6), kind="stable")[:left]] += 1
    return found / 1_000


def in_order(totals: Floats) -> tuple[Ints, Ints]:
    """Return for each row of `totals` whose the sums are, the largest first, and their ranks.

    Sums that differ by less than rounding does are equal, and share the better rank.
    """
    many = totals.shape[1]
    bits = many.bit_length()
    # A sum and whose it is in one whole number: sorting those is several times as fast.
    keys = np.rint(totals * -1e9).astype(np.int64)
    keys <<= bits
    keys |= np.arange(many)
    keys.sort(axis=1)
    owners = keys & ((1 << bits) - 1)
    keys >>= bits
    # Who is equal to the one before has the place of the first of them.
    ranks = np.repeat(np.arange(1, many + 1)[None, :], len(totals), axis=0)
    ranks[:, 1:][keys[:, 1:] == keys[:, :-1]] = 0
    np.maximum.accumulate(ranks, axis=1, out=ranks)
    return owners, ranks


def _written(parts: Floats) -> Floats:
    """Return `parts` in whole thousandths, halves rounded up; the last bit of a product is none."""
    return np.floor(np.round(parts * 1_000, 6) + 0.5) / 1_000
