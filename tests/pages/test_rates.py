"""A share, a count of few, and what silence could make of either."""

import pytest

from pages.parts.wording.rates import Rate, total

N = "\u00a0"


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (Rate(16, 20, 41), f"80{N}%"),
        (Rate(4, 8, 20), "4 av 8"),
        (Rate(9, 9, 9), "9 av 9"),
        (Rate(10, 10, 10), f"100{N}%"),
        (Rate(0, 0, 7), "–"),
        (Rate(12, 20, 356, counted=True), "12 av 20"),
        (Rate(1, 300, 356), f"under 1{N}%"),
    ],
)
def test_few_answers_are_counted(rate: Rate, text: str) -> None:
    assert rate.text == text


def test_silence_leaves_a_share_open_between_two_ends() -> None:
    rate = Rate(16, 20, 41)
    assert rate.span == (16 / 41, 37 / 41)
    assert rate.between == f"mellom 39 og 90{N}%"
    assert rate.if_all_answered == f"mellom 39 og 90{N}% med de tause"


@pytest.mark.parametrize("rate", [Rate(16, 20, 20), Rate(4, 8, 20), Rate(0, 0, 7)])
def test_nothing_is_open_where_nobody_is_silent_or_no_share_is_told(rate: Rate) -> None:
    assert rate.span is None
    assert rate.if_all_answered == ""


def test_ends_that_are_words_stay_whole() -> None:
    assert Rate(1, 300, 600).between == f"mellom under 1{N}% og 50{N}%"


def test_groups_together_are_one() -> None:
    assert total([Rate(1, 2, 3), Rate(4, 5, 6)]) == Rate(5, 7, 9)
    assert total([]) == Rate(0, 0, 0)


def test_a_count_among_the_groups_makes_a_count_of_all() -> None:
    assert total([Rate(1, 2, 3), Rate(4, 50, 60, counted=True)]).is_few
