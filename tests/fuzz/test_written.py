"""Anything sent as advice or as a decision on a code is kept or refused, and never raises."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pages.parts.writing.rules import RULES
from queries import budgets
from queries.writing import write
from tests.fuzz.cases import KNOWN, ODD, one_second, tried
from tests.login.roles import access

ID: Final = "0d5b7f5e-8a52-4a5e-9f0a-1f5f5d1c{:04x}"
# Half of a character, which JSON can spell and no store takes.
TEXTS: Final = st.one_of(
    st.sampled_from((*KNOWN, *ODD, "\ud800", "Nordland", "innspill:D012", "bemanning", '"ja"')),
    st.text(max_size=40),
)
VALUES: Final = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)
PARTS: Final = {
    "id": st.integers(0, 9).map(ID.format),
    "datasett": st.just("demo"),
    "slag": st.sampled_from((*RULES, "annet")),
    "gjelder": st.one_of(st.sampled_from(("kommune:1804", "innspill:D012")), TEXTS),
    "felt": TEXTS,
    "fra": st.one_of(st.none(), TEXTS),
    "til": st.one_of(st.none(), st.just('{"raad": "ja", "tekst": "x"}'), TEXTS),
    "hvorfor": TEXTS,
    "tekst_hash": TEXTS,
    "seen": st.one_of(st.none(), st.integers()),
}
POSTS: Final = st.one_of(
    st.fixed_dictionaries(PARTS),
    # One part of another kind than is sent.
    st.builds(lambda post, name, value: post | {name: value},
              st.fixed_dictionaries(PARTS), st.sampled_from(tuple(PARTS)), VALUES),
    VALUES,
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the file of a store that is these tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        file = tmp_path_factory.mktemp("skrevet") / "arbeid.sqlite3"
        patch.setenv("TJENESTESTED_ARBEID", str(file))
        yield file


@tried
@given(
    st.sampled_from(("saksbehandler", "distrikt:Nordland", "leder")),
    st.one_of(VALUES, st.lists(POSTS, max_size=4)),
)
@example(
    "leder",
    [
        {
            "id": ID.format(1),
            "datasett": "demo",
            "slag": "kode",
            "gjelder": "innspill:D012",
            "seen": 10**30,
        }
    ],
)
def test_anything_that_is_written_is_kept_or_refused(role: str, sent: Any) -> None:
    who = access(role)
    with one_second(sent):
        receipts = write(who, sent, RULES)
    assert len(receipts) <= budgets.POSTS
    for receipt in receipts:
        assert bool(receipt.refused) == (receipt.nr is None)
