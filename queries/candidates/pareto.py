"""Places that another place outdoes on every count, whatever the weights."""

import numpy as np
from numpy.typing import NDArray

from queries.candidates.counts import Counts


def outdone(known: Counts) -> NDArray[np.int64]:
    """Return for each place the position of one that outdoes it, -1 when none does.

    Another outdoes it that is at least as good on every count and better on one, whatever the
    unknown is: what is unknown of the other counts as 0, of the place itself as 1. Of several the
    one that is better by most in sum, then the first.
    """
    low, high = known.low, known.high
    least = low[None, :, :] - high[:, None, :]
    # All of it at least as good, and not all of it equal.
    beats = (least.min(axis=2) >= 0) & (least.max(axis=2) > 0)
    by = np.where(beats, least.sum(axis=2), -np.inf)
    found = by.argmax(axis=1) if by.size else np.zeros(0, np.int64)
    return np.where(np.isfinite(by).any(axis=1), found, -1).astype(np.int64)
