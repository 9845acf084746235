"""The siting problem: who lives where, how far it is today, and what candidates would change."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from data.versions import Version
from queries.answers import ask, read
from queries.choices import WISHES
from queries.view import View

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Candidates = Literal["alle", "onsker", "tilbyr"]
Weight = Literal["innbyggere", "misnoye"]


@dataclass(frozen=True)
class Candidate:
    """A place where a station may come: a municipality's centre, or a place that was decided."""

    id: str
    navn: str
    kommunenummer: str
    lat: float
    lon: float
    kart_x: float
    kart_y: float


@dataclass(frozen=True, eq=False)
class Pairs:
    """Demand points and the candidates nearer to them than any station is today.

    Both are positions in the problem's own arrays. Ordered by point, the nearest candidate first.
    """

    demand: Ints
    candidate: Ints
    distance: Floats

    @classmethod
    def of(cls, demand: Ints, candidate: Ints, distance: Floats) -> "Pairs":
        """Return the pairs in their order; of equally near candidates the first goes first."""
        order = np.lexsort((candidate, distance, demand))
        return cls(demand[order], candidate[order], distance[order])


@dataclass(frozen=True, eq=False)
class Problem:
    """Demand, candidates and distances; the stations of today are there whatever is chosen."""

    candidates: tuple[Candidate, ...]
    # One entry per demand point: its key, who lives there, their weight, how far it is today.
    # Points that nothing can be nearer to are added together, municipality by municipality.
    demand: Ints
    inhabitants: Ints
    weights: Floats
    existing: Floats
    pairs: Pairs
    # How far is near, in `unit`.
    limit: float
    unit: Literal["km", "min"] = "km"
    # Inhabitants of the selection whose distance is unknown; they are no part of the problem.
    uncovered: int = 0
    # Ids of the candidates that have asked for a station: of equals they go first.
    asked: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """Return how many inhabitants the problem is about."""
        return int(self.inhabitants.sum())

    def distances(self) -> Floats:
        """Return demand × candidates as a matrix, infinite where a station today is as near."""
        matrix = np.full((len(self.demand), len(self.candidates)), np.inf)
        matrix[self.pairs.demand, self.pairs.candidate] = self.pairs.distance
        return matrix

    def with_chosen(self, chosen: Ints, pairs: Pairs | None = None) -> Floats:
        """Return each point's distance when the candidates at positions `chosen` have stations."""
        pairs = pairs or self.pairs
        there = np.isin(pairs.candidate, chosen)
        nearest = self.existing.copy()
        np.minimum.at(nearest, pairs.demand[there], pairs.distance[there])
        return nearest

    def covered(self, distances: Floats) -> int:
        """Return how many inhabitants have at most the limit to go."""
        return int(self.inhabitants[distances <= self.limit].sum())

    def mean(self, distances: Floats) -> float:
        """Return the mean distance of an inhabitant, not a number when there are none."""
        return float(self.inhabitants @ distances / self.total) if self.total else float("nan")


def problem(
    version: Version,
    view: View,
    *,
    kandidater: Candidates,
    vekt: Weight,
    grense: float,
) -> Problem:
    """Return the problem for the municipalities that `view` selects.

    Equal questions get the same object, so it can key what is computed from it.
    """
    return _problem(version, view.only(), kandidater, vekt, float(grense))


# With population points one problem is a megabyte or two.
@lru_cache(maxsize=32)
def _problem(
    version: Version, view: View, kandidater: Candidates, vekt: Weight, grense: float
) -> Problem:
    unit = ask(version, "avstandsmaal", view)["enhet"].item()
    sites = ask(version, "plassering_kandidater", view, kandidater=kandidater)
    people = read(version, "plassering_punkter", view, vekt=vekt, grense=grense)
    known = people.filter(pl.col("avstand").is_not_null())
    pairs = read(version, "plassering_par", view)
    return Problem(
        candidates=candidates_of(sites, key="kommunenummer"),
        demand=known["punkt_id"].to_numpy(),
        inhabitants=known["innbyggere"].to_numpy(),
        weights=known["vekt"].to_numpy(),
        existing=known["avstand"].to_numpy(),
        pairs=pairs_of(pairs, known["punkt_id"], sites["kommunenummer"]),
        limit=grense,
        unit=unit,
        uncovered=int(people.filter(pl.col("avstand").is_null())["innbyggere"].sum()),
        asked=frozenset(sites.filter(pl.col("onsker").is_in(WISHES))["kommunenummer"]),
    )


def candidates_of(sites: pl.DataFrame, *, key: str) -> tuple[Candidate, ...]:
    """Return the places in `sites`, whose column `key` names them."""
    named = sites.select(
        pl.col(key).alias("id"), "navn", pl.col("kommunenummer"), "lat", "lon", "kart_x", "kart_y"
    )
    return tuple(Candidate(*row) for row in named.rows())


def pairs_of(pairs: pl.DataFrame, points: pl.Series, places: pl.Series) -> Pairs:
    """Return the rows of query `plassering_par` as positions among `points` and `places`."""
    point = pl.DataFrame({"punkt_id": points}).with_row_index("demand")
    place = pl.DataFrame({"kandidat_id": places}).with_row_index("candidate")
    found = pairs.join(point, on="punkt_id").join(place, on="kandidat_id")
    return Pairs.of(
        found["demand"].cast(pl.Int64).to_numpy(),
        found["candidate"].cast(pl.Int64).to_numpy(),
        found["avstand"].to_numpy(),
    )
