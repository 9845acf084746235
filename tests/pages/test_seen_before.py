"""What somebody has looked at asks nothing of the database for the next who looks at it."""

from typing import Any

import pytest

from queries import answers, serving
from queries.page_names import PAGES, path_of
from tests.pages.app import html, opened

# Pages that tell of what people write, which may have changed since, and of no choice.
OTHERS = {"vurdering", "raad", "endringer"}


@pytest.mark.parametrize("page", [name for name in PAGES if name not in OTHERS])
def test_a_choice_that_was_seen_before_asks_the_database_nothing(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    connect = serving.connect

    def counted(*given: Any) -> Any:
        asked.append(given)
        return connect(*given)

    monkeypatch.setattr(answers, "connect", counted)
    choice: dict[str, Any] = {"data": "demo", "distrikt": "Innlandet", "innbyggere": "under_5000"}
    first = html(opened(path_of(page), **choice))
    before = len(asked)
    assert before
    # Another reader, of whom nothing is known.
    assert html(opened(path_of(page), **choice))
    assert first
    assert len(asked) == before
