"""What the tests of the ground floor share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from queries import Version
from tests import built
from tests.data.workshop import Workshop, made


@pytest.fixture
def workshop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Workshop]:
    """Return empty folders of sources and databases."""
    yield from made(tmp_path, capsys)


@pytest.fixture(scope="session")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built.datasets(tmp_path_factory)


@pytest.fixture(scope="session")
def demo_version(datasets: Path) -> Version:
    """Return the invented set, built."""
    return built.version_in(datasets, "demo")


@pytest.fixture(scope="session")
def known_version(datasets: Path) -> Version:
    """Return the set of public statements, built."""
    return built.version_in(datasets, "kjente")
