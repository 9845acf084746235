"""What somebody has looked at asks nothing of the database for the next who looks at it."""

from typing import Any

import pytest

from pages.parts.drawing import document
from pages.parts.reading.memory import Memory
from queries import answers, serving
from queries.page_names import PAGES, path_of
from tests.pages.app import html, opened

# Pages that tell of what people write, which may have changed since, and of no choice.
OTHERS = {"vurdering", "raad", "endringer"}


@pytest.fixture(autouse=True)
def _forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody have seen anything."""
    for each in vars(answers).values():
        if hasattr(each, "cache_clear"):
            each.cache_clear()
    monkeypatch.setattr(document, "_MEMORY", Memory(32 * 2**20))


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
