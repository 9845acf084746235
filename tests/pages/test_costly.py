"""Work that takes seconds: in turn, a few at a time, for as long as somebody waits for it."""

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import anyio
import pytest
from starlette.requests import Request
from starlette.types import Message

from pages.server.costly import BusyError, Costly, made, warm
from queries import budgets
from tests.architecture.project import ROOT


@pytest.fixture
def one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "PER_ADDRESS", 2)
    monkeypatch.setattr(budgets, "WORKERS", 1)
    monkeypatch.setattr(budgets, "QUEUE", 2)


def asked(address: str, leaves: anyio.Event | None = None) -> Request:
    """Return a request from `address`, whose sender leaves when `leaves` is set."""

    async def receive() -> Message:
        await (leaves.wait() if leaves else anyio.sleep_forever())
        return {"type": "http.disconnect"}

    return Request({"type": "http", "client": (address, 1), "headers": []}, receive)


def test_one_address_has_one_thing_made_at_a_time(one_at_a_time: None) -> None:
    running: list[int] = []
    most: list[int] = []

    async def work(turns: Costly) -> None:
        async with turns.turn("a"):
            running.append(1)
            most.append(len(running))
            await anyio.sleep(0)
            running.pop()

    async def both() -> None:
        turns = Costly()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(work, turns)
            tasks.start_soon(work, turns)

    anyio.run(both)
    assert most == [1, 1]


def test_who_asks_for_too_much_is_refused_at_once_and_others_are_not(one_at_a_time: None) -> None:
    async def tried(turns: Costly, who: str) -> int:
        try:
            async with turns.turn(who):
                return 200
        except BusyError as busy:
            return busy.status_code if busy.headers == {"retry-after": "10"} else 0

    async def answers() -> list[int]:
        turns, release = Costly(), anyio.Event()

        async def hold(who: str) -> None:
            async with turns.turn(who):
                await release.wait()

        async with anyio.create_task_group() as tasks:
            for who in ("a", "a"):
                tasks.start_soon(hold, who)
            await anyio.wait_all_tasks_blocked()
            # This address has its share, another has not.
            found = [await tried(turns, "a"), await tried(turns, "b")]
            tasks.start_soon(hold, "b")
            await anyio.wait_all_tasks_blocked()
            # Now the queue is full for everybody.
            found += [await tried(turns, "c")]
            release.set()
        return [*found, await tried(turns, "a"), await tried(turns, "c")]

    assert anyio.run(answers) == [429, 200, 503, 200, 200]


def test_what_nobody_waits_for_is_dropped_from_the_queue(one_at_a_time: None) -> None:
    made_: list[str] = []

    async def leaving() -> None:
        leaves, busy = anyio.Event(), threading.Event()

        def slow(name: str) -> str:
            busy.wait(10)
            made_.append(name)
            return name

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(made, asked("a"), slow, "hun som venter")
            await anyio.wait_all_tasks_blocked()
            gone = asked("b", leaves)

            async def left() -> None:
                with pytest.raises(Exception, match="408"):
                    await made(gone, slow, "han som gikk")

            tasks.start_soon(left)
            await anyio.wait_all_tasks_blocked()
            leaves.set()
            await anyio.wait_all_tasks_blocked()
            busy.set()

    anyio.run(leaving)
    assert made_ == ["hun som venter"]


def test_what_goes_wrong_under_way_is_told_to_who_asked(one_at_a_time: None) -> None:
    def broken() -> bytes:
        raise KeyError("9999")

    async def ask() -> None:
        await made(asked("a"), broken)

    with pytest.raises(KeyError, match="9999"):
        anyio.run(ask)


def test_work_that_takes_too_long_is_given_up(
    one_at_a_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEIDERE", "1")
    monkeypatch.setattr(budgets, "LONGEST_WORK", 0.5)

    async def ask() -> None:
        await made(asked("a"), time.sleep, 3600)

    with pytest.raises(BusyError) as refused:
        anyio.run(ask)
    assert refused.value.status_code == 503


def test_a_process_that_works_for_somebody_who_left_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEIDERE", "1")
    begun, done = tmp_path / "begynt", tmp_path / "ferdig"

    async def ask() -> None:
        leaves = anyio.Event()
        async with anyio.create_task_group() as tasks:

            async def left() -> None:
                with pytest.raises(Exception, match="408"):
                    await made(asked("a", leaves), touching, str(begun), str(done))

            tasks.start_soon(left)
            while not begun.exists():
                await anyio.sleep(0.05)
            leaves.set()

    anyio.run(ask)
    assert begun.exists()
    assert not done.exists()


def touching(begun: str, done: str) -> None:
    """Touch one file, and another an hour later."""
    Path(begun).touch()
    time.sleep(3600)
    Path(done).touch()


def test_there_may_be_no_processes_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEIDERE", "0")
    here: list[int] = []

    async def ask(work: Callable[[], None]) -> None:
        await made(asked("a"), work)

    anyio.run(ask, lambda: here.append(threading.get_ident()))
    assert len(here) == 1


def test_a_process_that_is_lost_is_told_of_and_ends_nothing_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEIDERE", "1")

    async def lose_two() -> int:
        await warm(os.abort)
        with pytest.raises(BusyError) as refused:
            await Costly().make(os.abort)
        return refused.value.status_code

    assert anyio.run(lose_two) == 503
    # Python's own loop tells too, where it is not the first to learn that a process has ended.
    ours = [each for each in caplog.records if each.name == warm.__module__]
    assert [each.getMessage().startswith("En prosess som lager papirer") for each in ours] == [
        True,
        True,
    ]


@pytest.mark.parametrize("main", ["pages/frame.py", "", "borte.py"])
def test_a_process_starts_whatever_the_server_was_started_from(
    main: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEIDERE", "1")
    # Streamlit puts the page it draws in the place of what was started.
    drawn = ModuleType("__main__")
    if main:
        drawn.__file__ = str(ROOT / main)
    monkeypatch.setitem(sys.modules, "__main__", drawn)

    async def ask() -> str:
        return str(await made(asked("a"), str.upper, "papir"))

    assert anyio.run(ask) == "PAPIR"
