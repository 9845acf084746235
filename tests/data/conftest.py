"""What the tests of the ground floor share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import pipeline
from queries import Version
from tests.data.workshop import Workshop, made
from tests.small_set import places


@pytest.fixture
def workshop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Workshop]:
    """Return empty folders of sources and databases."""
    yield from made(tmp_path, capsys)


def _built(dataset: str, factory: pytest.TempPathFactory) -> Version:
    folder = factory.mktemp(dataset)
    with places(folder, folder):
        return pipeline.build(dataset).version


@pytest.fixture(scope="session")
def demo_version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the invented set, built."""
    return _built("demo", tmp_path_factory)


@pytest.fixture(scope="session")
def known_version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the set of public statements, built."""
    return _built("kjente", tmp_path_factory)
