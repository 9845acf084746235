"""A database that many tests read."""

import pytest

from queries import Version
from tests import built


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the hand-counted set of `tests/small_set.py`, one bad row set aside."""
    return built.small(tmp_path_factory)
