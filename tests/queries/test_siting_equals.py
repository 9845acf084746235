"""Who could stand in the place of a chosen one: by trying every exchange."""

import pytest

from queries.siting import best, effect, equals
from tests.queries.siting_set import drawn


@pytest.mark.parametrize("seed", range(12))
def test_those_that_do_as_much_are_found_by_trying_all(seed: int) -> None:
    question = drawn(seed, points=10, candidates=9, whole=True)
    chosen = best(question, 3, "dekning").chosen
    found = equals(question, chosen)
    assert list(found) == list(chosen)
    for key in chosen:
        rest = [each for each in chosen if each != key]
        now = effect(question, chosen).covered
        alike = [
            other.id
            for other in question.candidates
            if other.id not in chosen and effect(question, [*rest, other.id]).covered == now
        ]
        assert list(found[key]) == alike


def test_some_of_the_drawn_problems_have_equals() -> None:
    # Else the test above would be about nothing.
    found = [
        equals(question, best(question, 3, "dekning").chosen)
        for question in (drawn(seed, points=10, candidates=9, whole=True) for seed in range(12))
    ]
    assert any(any(alike.values()) for alike in found)
