"""The stations that were decided, measured as the model measures its own: from the same places.

A candidate is the centre of its municipality, and so is a decided station, also where it is known
to lie elsewhere: two choices are compared by what is alike in them.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import polars as pl

from data.versions import Version
from queries.answers import ask, read
from queries.siting.problem import Candidate, Problem, candidates_of, pairs_of
from queries.view import View


@dataclass(frozen=True)
class Decided:
    """The decided stations in the selection, and what they change."""

    stations: tuple[Candidate, ...]
    covered: int
    covered_before: int
    mean_before: float
    mean_after: float
    # Which decided station (id) lies within the limit of which municipality's centre (number).
    near: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Overlap:
    """Ids of the decided stations that a choice agrees with; nobody is in both."""

    same_kommune: tuple[str, ...]
    within_limit: tuple[str, ...]


def decided(version: Version, view: View, problem: Problem) -> Decided:
    """Return the stations that were decided in the municipalities of `view`, and their effect.

    `problem` is the one for the same version and View; its limit is used.
    """
    sites = ask(version, "plassering_besluttet", view)
    rows = read(version, "plassering_par", view)
    pairs = pairs_of(rows, pl.Series(problem.demand), sites["kommunenummer"])
    after = problem.with_chosen(np.arange(sites.height), pairs)
    near = ask(version, "plassering_naerhet", view, grense=problem.limit)
    return Decided(
        stations=candidates_of(sites, key="sted_id"),
        covered=problem.covered(after),
        covered_before=problem.covered(problem.existing),
        mean_before=problem.mean(problem.existing),
        mean_after=problem.mean(after),
        near=frozenset(near.select("sted_id", "kommunenummer").rows()),
    )


def overlap(known: Decided, chosen: Collection[str]) -> Overlap:
    """Return which of the decided stations the candidates `chosen` (ids) stand for.

    A station counts where a chosen candidate is in its municipality, else where one lies within
    the limit.
    """
    same = [s.id for s in known.stations if s.kommunenummer in chosen]
    near = [s.id for s in known.stations if any((s.id, each) in known.near for each in chosen)]
    return Overlap(tuple(same), tuple(key for key in near if key not in same))
