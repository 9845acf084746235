"""Any link: a View that a link can hold, a few sentences, and no work that grows with it."""

from collections import defaultdict

import pytest
from hypothesis import example, given

from pages.parts.reading.session import view_of
from queries import budgets
from tests.fuzz.cases import one_second, queries, tried

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
