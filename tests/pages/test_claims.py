"""What may be claimed: the kinds of sentences that once said more than the answers carry."""

import pytest

from pages.parts.wording.claims import Standing, claim, compare, places
from pages.parts.wording.rates import Rate


def rate(n: int, of: int, silent: int = 0) -> Rate:
    return Rate(n, of, of + silent)


def standings(**rates: Rate) -> list[Standing]:
    return [Standing.of_rate(code, each) for code, each in rates.items()]


@pytest.mark.parametrize(
    ("found", "kind", "codes"),
    [
        ({"a": rate(9, 10), "b": rate(1, 10)}, "most", ("a",)),
        ({"a": rate(9, 10, 20), "b": rate(1, 10)}, "most", ("a",)),
        ({"a": rate(9, 10, 20), "b": rate(4, 10)}, "among", ("a",)),
        ({"a": rate(9, 10), "b": rate(1, 10, 100)}, "among", ("a",)),
        # As low as the one could be is as high as the other: they may be equal.
        ({"a": rate(9, 10, 20), "b": rate(3, 10)}, "among", ("a",)),
        ({"a": rate(9, 10), "b": rate(9, 10)}, "tied", ("a", "b")),
        ({"a": rate(9, 10), "b": rate(9, 10), "c": rate(1, 10)}, "tied", ("a", "b")),
        ({"a": rate(9, 10)}, "none", ()),
        ({"a": rate(0, 10), "b": rate(0, 10)}, "none", ()),
        ({"a": rate(9, 10), "b": rate(1, 9)}, "none", ()),
        ({"a": rate(9, 10), "b": rate(1, 10), "c": rate(1, 1)}, "none", ()),
        ({"a": rate(9, 10), "b": rate(0, 0, 5)}, "none", ()),
        ({}, "none", ()),
    ],
)
def test_a_first_place_is_one_above_zero_and_beyond_silence(
    found: dict[str, Rate], kind: str, codes: tuple[str, ...]
) -> None:
    said = claim(standings(**found))
    assert (said.kind, said.codes) == (kind, codes)


def test_a_group_where_nobody_answered_could_be_anything() -> None:
    said = claim(standings(a=rate(9, 10), b=rate(1, 10), c=rate(0, 0, 5)))
    assert said.kind == "among"


def test_the_largest_below_the_whole_is_not_the_largest() -> None:
    found = standings(a=rate(4, 10), b=rate(1, 10))
    assert claim(found, Standing.of_rate("landet", rate(5, 10))).kind == "none"
    assert claim(found, Standing.of_rate("landet", rate(3, 10))).kind == "most"


def test_the_largest_is_not_above_a_whole_that_is_written_alike() -> None:
    found = standings(a=rate(401, 1000), b=rate(1, 10))
    assert claim(found, Standing.of_rate("landet", rate(400, 1000))).kind == "none"


def test_a_distance_written_alike_is_shared() -> None:
    found = [Standing.of_fact(code, km, f"{km:.1f}") for code, km in (("a", 0.02), ("b", 0.01))]
    assert claim(found).kind == "tied"


def test_a_rank_tells_what_silence_could_make_of_it() -> None:
    found = places(standings(a=rate(9, 10), b=rate(5, 10, 10), c=rate(1, 10), d=rate(5, 10)))
    assert {code: (p.rank, p.best, p.worst) for code, p in found.items()} == {
        "a": (1, 1, 1),
        "b": (2, 2, 3),
        "c": (4, 4, 4),
        "d": (2, 2, 3),
    }
    assert found["b"].shared
    assert not found["a"].shared


def test_a_rank_is_first_at_best_where_silence_could_make_it_equal() -> None:
    found = places(standings(a=rate(9, 10, 20), b=rate(3, 10)))
    assert (found["b"].rank, found["b"].best, found["a"].worst) == (2, 1, 2)


def test_who_is_written_alike_has_the_same_rank() -> None:
    found = places(standings(a=rate(501, 1000), b=rate(500, 1000), c=rate(1, 10)))
    assert {code: place.rank for code, place in found.items()} == {"a": 1, "b": 1, "c": 3}


@pytest.mark.parametrize(
    "found",
    [
        {"a": rate(0, 10), "b": rate(0, 12)},
        {"a": rate(3, 10)},
        {"a": rate(3, 9), "b": rate(1, 9)},
        {},
    ],
)
def test_where_nothing_differs_nobody_is_ranked(found: dict[str, Rate]) -> None:
    assert places(standings(**found)) == {}


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        (rate(18, 20), rate(50, 100), "more"),
        (rate(18, 20, 30), rate(50, 100), ""),
        (rate(1, 20), rate(50, 100), "less"),
        (rate(9, 9), rate(10, 100), ""),
        (rate(90, 100), rate(1, 9), ""),
        (rate(10, 20), rate(50, 100), ""),
    ],
)
def test_two_are_compared_only_where_silence_cannot_turn_it(
    here: Rate, there: Rate, said: str
) -> None:
    assert compare(here, there) == said
