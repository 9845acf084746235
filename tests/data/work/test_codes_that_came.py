"""Codes that came with a letter, after its text has been divided otherwise."""

import polars as pl
import pytest

from data.coding.texts import Texts
from data.work import dividing
from data.work.dividing import exact_hash
from data.work.effect import _followed
from tests.data.work.test_effect import OFFER, TWO


@pytest.mark.parametrize(
    ("moves", "made_on", "expected"),
    [
        # Made on the text as it was read in, the code follows its words; so does one that says
        # nothing of the text it was made on.
        ([(OFFER, len(TWO))], "lest", (5, 0, 27, "delt")),
        ([(OFFER, len(TWO))], None, (5, 0, 27, None)),
        # Made on another text it stays what it was, and is up for review.
        ([(OFFER, len(TWO))], "f" * 12, (2, OFFER, OFFER + 27, "f" * 12)),
        # And where its words are parted.
        ([(OFFER + 5, OFFER + 9)], "lest", (2, OFFER, OFFER + 27, "0" * 12)),
    ],
)
def test_a_code_that_came_with_a_letter_follows_its_words_or_is_up_for_review(
    moves: list[tuple[int, int]], made_on: str | None, expected: tuple[object, ...]
) -> None:
    parts = tuple(dividing.Move(2, start, end, 5) for start, end in moves)
    said = dividing.Division(parts, {2: exact_hash(TWO)})
    letters = dividing.Letters({"R1": {2: TWO}}, dividing.Divisions({"R1": ((1, said),)}))
    hashes = {
        "lest": Texts(letters.read).hash_of("R1", 2),
        "delt": Texts({"R1": letters.now("R1").texts}).hash_of("R1", 5),
    }
    row = {
        "innspill_id": "R1",
        "utdrag": TWO[OFFER : OFFER + 27],
        "sporsmal": 2,
        "start": OFFER,
        "slutt": OFFER + 27,
        "teksthash": hashes.get(made_on or "", made_on),
    }
    (found,) = _followed(pl.DataFrame([row]), letters, ["R1"]).iter_rows(named=True)
    place = tuple(found[name] for name in ("sporsmal", "start", "slutt"))
    assert (*place, found["teksthash"]) == (
        *expected[:3],
        hashes.get(str(expected[3]), expected[3]),
    )
