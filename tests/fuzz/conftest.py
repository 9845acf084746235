"""One build and no processes beside, for all that is tried here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import built


@pytest.fixture(scope="session", autouse=True)
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder with the demo set and the known statements, which the project reads."""
    folder = built.datasets(tmp_path_factory)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TJENESTESTED_BUILD", str(folder))
        patch.setenv("TJENESTESTED_ARBEIDERE", "0")
        patch.delenv("TJENESTESTED_ADRESSE", raising=False)
        yield folder
