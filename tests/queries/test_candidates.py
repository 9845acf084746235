"""Scores, what outdoes what, and how ranks stand: by hand, by trying all, and by definition."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any, Final

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.candidates import Counts, counts, outdone, scores, standings
from queries.candidates.robustness import CONCENTRATION, DRAWS, SEED
from queries.candidates.score import in_order
from queries.weights import COUNTS, USUAL, Weights

NAN: Final = float("nan")
ALL: Final = np.ones(len(COUNTS), bool)
HALVES: Final = st.sampled_from([0.0, 0.5, 1.0, NAN])
TABLES: Final = st.lists(st.lists(HALVES, min_size=7, max_size=7), min_size=1, max_size=6)


def known(*rows: list[float], in_use: Any = ALL) -> Counts:
    return Counts(
        tuple(f"{i:04}" for i in range(len(rows))), np.array(rows, float).reshape(-1, 7), in_use
    )


def row(**changes: Any) -> dict[str, Any]:
    return {
        "kommunenummer": "0001",
        "onsker": "ikke_svart",
        "lokaler": "ikke_svart",
        "bemanning": "ikke_svart",
        "tjenestestedstruktur": "ikke_svart",
        "tjenestetilbud": "ikke_svart",
        "til_naermeste": 10.0,
        "flere_innenfor": 0,
        "anmeldt_per_tusen": None,
        "raad": None,
    } | changes


def test_what_speaks_for_a_place_by_hand() -> None:
    rows = pl.DataFrame(
        [
            row(onsker="betinget", lokaler="ja", til_naermeste=20.0, flere_innenfor=300),
            row(onsker="nei", raad="fraraader", bemanning="delvis", tjenestetilbud="ikke_tilfreds"),
            row(onsker="uklart", til_naermeste=None, flere_innenfor=None),
        ],
        infer_schema_length=None,
    )
    country = pl.concat([rows, pl.DataFrame([row(til_naermeste=40.0, flere_innenfor=600)])])
    found = counts(rows, country)
    assert found.values[0].tolist()[:4] == [0.5, 1.0, 0.5, 0.5]
    assert np.isnan(found.values[0][4:]).all()
    assert found.values[1].tolist()[0] == 0
    assert found.values[1].tolist()[2:5] == [0.25, 0.0, 0.75]
    assert np.isnan(found.values[1][5])
    assert found.values[1][6] == 0
    assert np.isnan(found.values[2]).all()
    # Nothing is reported of anybody, so crime weighs nothing.
    assert found.in_use.tolist() == [True] * 5 + [False, True]


def test_a_filter_changes_nobodys_number() -> None:
    country = pl.DataFrame([row(til_naermeste=km, flere_innenfor=1) for km in (10.0, 20.0, 40.0)])
    whole = counts(country, country).values
    part = counts(country.head(2), country).values
    assert np.array_equal(whole[:2], part, equal_nan=True)


def test_a_score_is_the_sum_of_its_parts_by_hand() -> None:
    first, second = scores(
        known([1, 0.5, 0.5, 1, NAN, 0, NAN], [0, 1, 1, 0, 1, 0, 1]), Weights((3, 2, 1, 2, 1, 0, 1))
    )
    assert first.total == pytest.approx((3 + 1 + 0.5 + 2) / 10)
    assert first.most == pytest.approx(first.total + 2 / 10)
    assert first.unknown == ("misnoye", "raad")
    assert first.parts == pytest.approx(
        {
            "onske": 0.3,
            "lokaler": 0.1,
            "avstand": 0.05,
            "folk": 0.2,
            "misnoye": 0,
            "kriminalitet": 0,
            "raad": 0,
        }
    )
    assert second.total == pytest.approx(5 / 10)
    assert (first.rank, second.rank) == (1, 2)


def test_what_nobody_knows_weighs_nothing() -> None:
    in_use = ALL.copy()
    in_use[6] = False
    (alone,) = scores(known([1, 1, 1, 1, 1, 1, NAN], in_use=in_use), Weights())
    assert alone.total == pytest.approx(1)
    assert alone.unknown == ()


def test_no_weights_are_no_score() -> None:
    nothing = Weights((0,) * 7)
    (alone,) = scores(known([1] * 7), nothing)
    assert (alone.total, alone.rank) == (0, 1)
    assert standings(known([1] * 7), nothing, 1)[0].among_first == 0
    assert scores(known(), Weights()) == ()
    assert standings(known(), Weights(), 3) == ()


@given(TABLES, st.lists(st.integers(0, 5), min_size=7, max_size=7))
def test_every_score_can_be_checked(table: list[list[float]], numbers: list[int]) -> None:
    weights = Weights(tuple(numbers))
    for found, line in zip(scores(known(*table), weights), table, strict=True):
        total = sum(numbers) or 1
        terms = [n * (0 if v != v else v) / total for n, v in zip(numbers, line, strict=True)]
        assert found.total == pytest.approx(sum(terms), abs=0.0015 * len(terms))
        # Each part is within a tenth and a half of a point, and what is written adds up exactly.
        assert list(found.parts.values()) == pytest.approx(terms, abs=0.0015)
        written = sum(Decimal(str(part)) for part in found.parts.values())
        assert written == Decimal(str(found.total))
        assert all(part == round(part, 3) for part in found.parts.values())
        assert 0 <= found.total <= found.most <= 1 + 1e-9


@given(TABLES)
def test_ranks_count_those_with_more(table: list[list[float]]) -> None:
    found = scores(known(*table), Weights())
    for each in found:
        assert each.rank == 1 + sum(other.total > each.total + 1e-9 for other in found)


def test_equals_share_a_rank() -> None:
    owners, ranks = in_order(np.array([[0.5, 0.9, 0.5, 0.1], [0.2, 0.2, 0.2, 0.2]]))
    assert owners.tolist() == [[1, 0, 2, 3], [0, 1, 2, 3]]
    assert ranks.tolist() == [[1, 2, 2, 4], [1, 1, 1, 1]]


def fillings(ours: list[float], theirs: list[float]) -> Iterator[tuple[list[float], list[float]]]:
    """Yield the two with every unknown at either end; what is unknown of both, alike in both."""
    pair = (ours, theirs)
    unknown = [(i, j) for j in range(len(ours)) for i in range(2) if np.isnan(pair[i][j])]
    both = {j for _i, j in unknown if (0, j) in unknown and (1, j) in unknown}
    free = [place for place in unknown if place[1] not in both or place[0] == 0]
    for ends in product((0.0, 1.0), repeat=len(free)):
        filled = [list(ours), list(theirs)]
        for (i, j), end in zip(free, ends, strict=True):
            filled[i][j] = end
            if j in both:
                filled[1 - i][j] = end
        yield filled[0], filled[1]


@given(TABLES)
def test_who_is_outdone_is_so_whatever_the_unknown_is(table: list[list[float]]) -> None:
    found = outdone(known(*table))
    for at, by in enumerate(found):
        others = [by] if by >= 0 else [o for o in range(len(table)) if o != at]
        for other in others:
            always = all(
                all(x >= y for x, y in zip(theirs, ours, strict=True)) and theirs != ours
                for ours, theirs in fillings(table[at], table[other])
            )
            assert always == (by >= 0)


def test_what_nobody_knows_hides_no_comparison() -> None:
    table = known([1, 1, 1, 1, NAN, NAN, NAN], [1, 0.5, 1, 1, NAN, NAN, NAN], [NAN] * 7)
    assert outdone(table).tolist() == [-1, 0, -1]


def test_standings_are_the_same_each_time_and_keep_to_what_counts() -> None:
    draw = np.random.default_rng(1)
    places = known(*(draw.integers(0, 1001, (30, 7)) / 1000).tolist())
    weights = Weights(USUAL)
    assert standings(places, weights, 5) == standings(places, weights, 5)
    only = Weights((1, 0, 0, 0, 0, 0, 0))
    by_wish = scores(places, only)
    for score, standing in zip(by_wish, standings(places, only, 5), strict=True):
        # Nothing else counts, so no draw can change the order.
        assert standing.best == standing.worst == score.rank
        assert standing.among_first == float(score.rank <= 5)


def test_a_place_that_outdoes_all_stands_first_in_every_draw() -> None:
    best, *rest = standings(known([1] * 7, [0.5] * 7, [0.4, 0.6, 0.1, 0, 0, 0, 1]), Weights(), 1)
    assert (best.among_first, best.best, best.worst) == (1, 1, 1)
    assert all(each.among_first == 0 for each in rest)


def test_weights_are_what_a_link_writes() -> None:
    weights = Weights.read("3-2-2-3-1-2-1")
    assert weights == Weights()
    assert str(weights.having("raad", 5)) == "3-2-2-3-1-2-5"
    assert weights.shares(ALL).sum() == pytest.approx(1)


@given(st.lists(st.integers(0, 5), min_size=7, max_size=7).filter(any))
def test_a_place_that_everything_speaks_for_has_all_the_points(numbers: list[int]) -> None:
    best, nothing = scores(known([1] * 7, [0] * 7), Weights(tuple(numbers)))
    assert (best.total, best.most, nothing.total) == (1, 1, 0)
    assert round(sum(best.parts.values()), 9) == best.total


def test_standings_count_the_draws_one_by_one() -> None:
    draw = np.random.default_rng(2)
    table = (draw.integers(0, 3, (12, 7)) / 2).tolist()
    places, weights, first = known(*table), Weights((3, 0, 2, 1, 4, 0, 5)), 4
    shares = np.array(weights.numbers, float) / sum(weights.numbers)
    counted = shares > 0
    ranks: list[list[int]] = [[] for _place in table]
    draws = np.random.default_rng(SEED).dirichlet(shares[counted] * CONCENTRATION, DRAWS)
    for drawn in draws:
        sums = [round(float(np.array(line)[counted] @ drawn), 9) for line in table]
        for mine, found in zip(sums, ranks, strict=True):
            found.append(1 + sum(other > mine for other in sums))
    for standing, found in zip(standings(places, weights, first), ranks, strict=True):
        assert standing.among_first == sum(rank <= first for rank in found) / DRAWS
        within = sum(standing.best <= rank <= standing.worst for rank in found)
        assert within >= 0.9 * DRAWS
        ordered = sorted(found)
        assert (standing.best, standing.worst) == (ordered[49], ordered[950])
