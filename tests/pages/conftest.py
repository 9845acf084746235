"""Readers of the two data sets every clone can build."""

from pathlib import Path

import pytest

from pages.parts.reading.reader import Reader
from queries import Version, View
from tests import built
from tests.built import DATASETS


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the demo set and the known statements, built anew."""
    return built.datasets(tmp_path_factory)


@pytest.fixture(autouse=True)
def _built(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(build))
    # Hosts that the tests ask from, and no processes to start for each of them.
    monkeypatch.setenv("TJENESTESTED_VERTER", "tall.example, a.example")
    monkeypatch.setenv("TJENESTESTED_ARBEIDERE", "0")


@pytest.fixture(scope="session")
def versions(build: Path) -> dict[str, Version]:
    """Return the version of each data set in `build`."""
    return {dataset: built.version_in(build, dataset) for dataset in DATASETS}


@pytest.fixture
def demo(versions: dict[str, Version]) -> Reader:
    """Return a reader of the demo set who has chosen nothing."""
    return Reader(View(data="demo"), versions["demo"])


@pytest.fixture
def kjente(versions: dict[str, Version]) -> Reader:
    """Return a reader of the known statements who has chosen nothing."""
    return Reader(View(data="kjente"), versions["kjente"])


@pytest.fixture(scope="session")
def _built_twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    return built.twice(tmp_path_factory)


@pytest.fixture
def two(
    _built_twice: tuple[Version, Version], monkeypatch: pytest.MonkeyPatch
) -> tuple[Version, Version]:
    """Return an older and a newer version of one set, with a change of each kind between them."""
    monkeypatch.setenv("TJENESTESTED_BUILD", str(_built_twice[0].path.parent))
    return _built_twice
