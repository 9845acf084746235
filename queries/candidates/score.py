"""The score of a place: a sum that anyone can check."""

from dataclasses import dataclass

import numpy as np

from queries.candidates.counts import Counts
from queries.weights import COUNTS, Floats, Weights


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


def ranked(totals: Floats) -> Floats:
    """Return the rank of each place in each row of `totals`: 1 more than those with more.

    Sums that differ by less than rounding does are equal.
    """
    if not totals.size:
        return totals
    many = totals.shape[1]
    # A sum and whose it is in one whole number: sorting those is several times as fast.
    keys = np.rint(totals * -1e9).astype(np.int64) * many + np.arange(many)
    keys.sort(axis=1)
    sums, owners = np.divmod(keys, many)
    # Who is equal to the one before has the place of the first of them.
    place = np.broadcast_to(np.arange(1.0, many + 1), totals.shape).copy()
    place[:, 1:][sums[:, 1:] == sums[:, :-1]] = 0
    np.maximum.accumulate(place, axis=1, out=place)
    found = np.empty(totals.shape)
    np.put_along_axis(found, owners, place, axis=1)
    return found


def _written(parts: Floats) -> Floats:
    """Return `parts` in whole thousandths, halves rounded up; the last bit of a product is none."""
    return np.floor(np.round(parts * 1_000, 6) + 0.5) / 1_000
