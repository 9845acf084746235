"""The heap: what lives is left out of Streamlit's walk, and what died among it is not kept."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from anyio import move_on_after, run
from streamlit import config

from pages.server import heap
from pages.server.heap import settle, tend


class Knot:
    """An object that holds itself, so that only a collection drops it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Leave the heap as it was."""
    yield
    gc.unfreeze()


async def for_a_while() -> None:
    with move_on_after(0.2):
        await tend()


def test_what_has_come_since_the_start_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heap, "PERIOD", 0.01)
    gc.unfreeze()
    kept = [Knot() for _ in range(1000)]
    run(for_a_while)
    assert gc.get_freeze_count() >= len(kept)


def test_what_has_died_is_dropped_and_not_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else does it: Streamlit is told not to, and what is set aside waits for a sweep."""
    assert not config.get_option("runner.postScriptGC")
    monkeypatch.setattr(heap, "PERIOD", 0.01)
    gc.unfreeze()
    gc.disable()
    try:
        knot = Knot()
        gone = weakref.ref(knot)
        del knot
        run(for_a_while)
    finally:
        gc.enable()
    assert gone() is None


def test_what_dies_while_set_aside_is_swept() -> None:
    knot = Knot()
    gone = weakref.ref(knot)
    gc.freeze()
    del knot
    gc.collect()
    assert gone() is not None
    settle()
    assert gone() is None
    assert gc.get_freeze_count() > 0


def test_the_sweep_comes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heap, "PERIOD", 0.01)
    monkeypatch.setattr(heap, "BETWEEN_SWEEPS", 3)
    knot = Knot()
    gone = weakref.ref(knot)
    gc.freeze()
    del knot
    run(for_a_while)
    assert gone() is None
