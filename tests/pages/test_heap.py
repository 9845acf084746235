"""The heap: what was there before the readers is walked through once, what has died is dropped."""

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


def test_what_was_there_before_the_readers_is_never_walked_through_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All of the server stands still while that is done, `/helse` with it."""
    monkeypatch.setattr(heap, "PERIOD", 0.01)
    monkeypatch.setattr(heap, "BETWEEN_SWEEPS", 2)
    old = Knot()
    told = weakref.ref(old)
    settle()
    set_aside = gc.get_freeze_count()
    assert set_aside > 0
    del old
    new = [Knot() for _ in range(1000)]
    run(for_a_while)
    # A walk would have met it, and dropped it.
    assert told() is not None
    assert gc.get_freeze_count() <= set_aside
    assert new


def test_what_has_died_is_dropped_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else does it: Streamlit is told not to."""
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


def test_what_was_dead_at_the_start_is_not_set_aside() -> None:
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    settle()
    assert gone() is None


@pytest.mark.parametrize(("between", "is_kept"), [(3, False), (10_000, True)])
def test_what_has_lived_long_before_it_died_is_dropped_in_a_sweep(
    between: int, is_kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heap, "PERIOD", 0.01)
    monkeypatch.setattr(heap, "BETWEEN_SWEEPS", between)
    gc.disable()
    try:
        knot = Knot()
        gone = weakref.ref(knot)
        # As old as anything gets.
        gc.collect()
        del knot
        run(for_a_while)
    finally:
        gc.enable()
    assert (gone() is not None) is is_kept
