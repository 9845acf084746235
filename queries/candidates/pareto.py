"""Places that another place outdoes on every count, whatever the weights."""

import numpy as np
from numpy.typing import NDArray

from queries.candidates.counts import Counts


def outdone(known: Counts) -> NDArray[np.int64]:
    """Return for each place the position of one that outdoes it, -1 when none does.

    Another outdoes it that is at least as good on every count and better on one, whatever the
    unknown is: what is unknown of the other alone counts as 0, of the place itself alone as 1. What
    is unknown of both, sets none before the other. Of several the one that is better by most in
    sum, then the first.
    """
    low, high, unknown = known.low, known.high, np.isnan(known.values)
    least = low[None, :, :] - high[:, None, :]
    least[unknown[None, :, :] & unknown[:, None, :]] = 0.0
    # All of it at least as good, and not all of it equal.
    beats = (least.min(axis=2) >= 0) & (least.max(axis=2) > 0)
    by = np.where(beats, least.sum(axis=2), -np.inf)
    found = by.argmax(axis=1) if by.size else np.zeros(0, np.int64)
    return np.where(np.isfinite(by).any(axis=1), found, -1).astype(np.int64)
