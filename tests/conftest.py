"""Databases that many tests read, built once per process by the real pipeline."""

import datetime as dt

import pytest

from data import pipeline
from queries import Version
from tests.small_set import SMALL, places, write


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the hand-counted set of `tests/small_set.py`, one bad row set aside."""
    folder = tmp_path_factory.mktemp("small")
    write(folder / "innspill", **SMALL)
    with places(folder / "build", folder / "innspill"):
        return pipeline.build("innspill", set_aside=True, today=dt.date(2026, 1, 2)).version
