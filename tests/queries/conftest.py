"""Databases that several files ask, each built once for all workers."""

import pytest

from queries import Version
from tests import built


@pytest.fixture(scope="session")
def demo_built(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the invented set, built."""
    return built.version_in(built.datasets(tmp_path_factory), "demo")


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the set of `tests/told_set.py`."""
    return built.told(tmp_path_factory)
