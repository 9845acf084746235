"""What speaks for a place, each count from 0 to 1, and not a number where nobody knows.

Wish, premises, dissatisfaction and advice are words, and worth what `WORTH` says. Distance, people
and reported crime are measured, and divided by the largest in the country, so that a filter changes
nobody's number. A count is no share of anything, and two counts are not alike: only the reader's
weights say how much one is worth beside another.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from queries.choices import SATISFACTION
from queries.weights import COUNTS, Flags, Floats

WORTH: Final[dict[str, dict[str, float]]] = {
    "onsker": {"ja": 1.0, "betinget": 0.5, "nei": 0.0},
    "lokaler": {"ja": 1.0, "vurderes": 0.5, "nei": 0.0},
    "raad": {"anbefaler": 1.0, "noytral": 0.5, "fraraader": 0.0},
    "tilfreds": {"ikke_tilfreds": 1.0, "delvis": 0.5, "tilfreds": 0.0},
}


@dataclass(frozen=True, eq=False)
class Counts:
    """One row for each place and one column for each of `COUNTS`; nan is unknown."""

    kommunenumre: tuple[str, ...]
    values: Floats
    # Which counts are known of anybody in the country; the others weigh nothing.
    in_use: Flags

    @property
    def low(self) -> Floats:
        """Return the counts as if everything unknown spoke against the place."""
        return np.nan_to_num(self.values, nan=0.0)

    @property
    def high(self) -> Floats:
        """Return the counts as if everything unknown spoke for the place."""
        return np.nan_to_num(self.values, nan=1.0)


def counts(rows: pl.DataFrame, country: pl.DataFrame) -> Counts:
    """Return what speaks for the places in `rows`, answers to query `kandidater`.

    `country` is the answer for the whole country with the same limit. Dissatisfaction is the mean
    of the points of question 2 that are known.
    """
    in_use = np.isfinite(_values(country, country)).sum(axis=0) > 0
    return Counts(tuple(rows["kommunenummer"]), _values(rows, country), in_use)


def _values(rows: pl.DataFrame, country: pl.DataFrame) -> Floats:
    points = np.column_stack([_worth(rows[point], "tilfreds") for point in SATISFACTION])
    known = ~np.isnan(points)
    total = np.where(known, points, 0.0).sum(axis=1)
    unhappy = np.divide(
        total, known.sum(axis=1), out=np.full(rows.height, np.nan), where=known.any(axis=1)
    )
    columns = (
        _worth(rows["onsker"], "onsker"),
        _worth(rows["lokaler"], "lokaler"),
        _measured(rows["til_naermeste"], country["til_naermeste"]),
        _measured(rows["flere_innenfor"], country["flere_innenfor"]),
        unhappy,
        _measured(rows["anmeldt_per_tusen"], country["anmeldt_per_tusen"]),
        _worth(rows["raad"], "raad"),
    )
    return np.column_stack(columns).reshape(rows.height, len(COUNTS))


def _worth(codes: pl.Series, field: str) -> Floats:
    worth = WORTH[field]
    return np.array([worth.get(code, np.nan) for code in codes], float)


def _measured(here: pl.Series, country: pl.Series) -> Floats:
    """Return `here` as a part of the largest in the country; nought where all are nought."""
    numbers = here.cast(pl.Float64).fill_null(float("nan")).to_numpy()
    most = country.cast(pl.Float64).max()
    largest = float(most) if isinstance(most, float) and most > 0 else 1.0
    return np.asarray(numbers / largest, float)
