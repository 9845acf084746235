"""Any link: a View that a link can hold, a few sentences, and no work that grows with it."""

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pages.parts.reading.session import view_of
from queries import View, ask, available, budgets
from queries.numbering import Numbering
from tests.fuzz.cases import FIELDS, one_second, queries, texts, tried

Query = list[tuple[str, str]]


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> None:
    """Read what every link is read with, so that the first case does not pay for it."""
    view_of({})


@tried
@given(queries())
@example([("gruppe", ",".join(f"kommune:{n:04}x" for n in range(3_000)))])
@example([("kommune", f"{n:04}x") for n in range(1_000)])
@example([("q", '"' * 64_000)])
def test_any_link_is_read_at_once_and_gives_itself_back(query: Query) -> None:
    asked: dict[str, list[str]] = defaultdict(list)
    for name, value in query:
        asked[name].append(value)
    with one_second(query):
        view, issues = view_of(asked)
    assert len(issues) <= budgets.NOTICES + 1
    assert all(len(issue) < 400 for issue in issues)
    again, rest = view_of({name: [value] for name, value in view.query().items()})
    assert (again, rest) == (view, ())
    assert len(view.url("")) <= budgets.LINK


@tried
@given(
    st.sampled_from(FIELDS),
    st.one_of(
        texts(),
        st.none(),
        st.integers(),
        st.floats(),
        st.booleans(),
        st.binary(max_size=20),
        st.lists(texts(), max_size=6).map(tuple),
        st.lists(st.one_of(texts(), st.integers(), st.none()), max_size=6),
        st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
    ),
)
@example("kommune", "9999")
@example("sok", "a\0" * 150_000)
@example("distrikt", ["Troms", 5])
def test_no_change_makes_a_view_that_no_link_can_hold(name: str, value: Any) -> None:
    rows = ask(next(iter(available().values())), "kart", View())
    numbering = Numbering(dict(rows.select("kommunenummer", "navn").iter_rows()))
    with one_second(value):
        view, _odd = View().taking({name: value}, numbering)
    again, issues = view_of({key: [held] for key, held in view.query().items()})
    assert (again, issues) == (view, ())
