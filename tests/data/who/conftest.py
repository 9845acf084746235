"""What the tests of senders share."""

import pytest

from data.documents.who import Register
from tests.data.saved import register


@pytest.fixture(scope="session")
def names() -> Register:
    """Return the names of the real municipalities."""
    return register()
