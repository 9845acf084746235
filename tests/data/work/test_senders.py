"""What may be said of who sent a letter and when, to the limits of it."""

from typing import Any

import pytest

from data.work.senders import LONGEST, flaw, meant

OSLO = {"avsender": "Oslo kommune", "avsendertype": "kommune", "kommunenumre": "0301"}


@pytest.mark.parametrize(
    ("key", "said", "is_right"),
    [
        ("dato", {"status": "bekreftet", "verdi": "2022-05-20"}, True),
        ("dato", {"status": "bekreftet", "verdi": None}, False),
        # A letter has no date where the one that was found is none.
        ("dato", {"status": "avvist", "verdi": None}, True),
        ("brevdato", {"status": "avvist"}, True),
        ("brevdato", {"status": "avvist", "verdi": "i går"}, False),
        ("avsender", {"status": "bekreftet", **OSLO}, True),
        ("avsender", {"status": "bekreftet", **OSLO, "avsender": "x" * LONGEST}, True),
        ("avsender", {"status": "bekreftet", **OSLO, "avsender": "x" * (LONGEST + 1)}, False),
        ("avsender", {"status": "bekreftet", **OSLO, "kommunenumre": "0301|"}, False),
        ("avsender", {"status": "bekreftet", **OSLO, "verdi": "2022-05-20"}, False),
        ("annet", {"status": "avvist"}, False),
    ],
)
def test_what_is_a_decision_on_a_letter_and_what_is_none(
    key: str, said: dict[str, Any], is_right: bool
) -> None:
    assert (flaw(key, said) == "") is is_right


def test_what_is_refused_says_nothing_of_the_letter() -> None:
    assert meant("dato", {"status": "avvist", "verdi": None}) == {"dato": None}
    assert meant("avsender", {"status": "avvist", **OSLO}) == {
        "avsendertype": "annet",
        "kommunenumre": None,
    }
