"""What one address can have made leaves room for others: papers in turn, files in turn."""

import threading
from collections.abc import AsyncIterator
from contextlib import suppress

import anyio
import pytest
from starlette.types import Message

from pages.server.costly import BusyError, Costly, InTurn, briefly, costly
from queries import budgets
from tests.pages.test_costly import asked


def test_three_who_ask_for_all_they_may_leave_room_for_a_fourth() -> None:
    async def asking() -> list[int]:
        turns, release, found = Costly(), anyio.Event(), list[int]()

        async def hold(who: str) -> None:
            try:
                async with turns.turn(who):
                    await release.wait()
            except BusyError as busy:
                found.append(busy.status_code)

        async with anyio.create_task_group() as tasks:
            for who in ("a", "b", "c"):
                for _asked in range(budgets.PER_ADDRESS):
                    tasks.start_soon(hold, who)
            await anyio.wait_all_tasks_blocked()
            tasks.start_soon(hold, "d")
            await anyio.wait_all_tasks_blocked()
            release.set()
        return found

    assert anyio.run(asking) == []


@pytest.mark.parametrize("ends", ["well", "badly"])
def test_nothing_is_kept_of_who_has_had_her_turn(ends: str) -> None:
    async def all_ask() -> Costly:
        turns = Costly()

        async def ask(who: str) -> None:
            with suppress(KeyError):
                async with turns.turn(who):
                    await anyio.sleep(0)
                    if ends == "badly":
                        raise KeyError(who)

        async with anyio.create_task_group() as tasks:
            for number in range(budgets.QUEUE):
                # Two of each.
                tasks.start_soon(ask, f"192.0.2.{number // 2}")
        return turns

    line = anyio.run(all_ask)._papers
    assert (line.here, line.locks) == ({}, {})


def test_a_turn_is_one_at_a_time_also_when_another_of_hers_has_ended() -> None:
    async def three() -> int:
        turns, running, most = Costly(), 0, 0

        async def hold() -> None:
            nonlocal running, most
            async with turns.turn("a"):
                running += 1
                most = max(most, running)
                # The next of hers comes when this one is about to end.
                await anyio.sleep(0.01)
                running -= 1

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(hold)
            tasks.start_soon(hold)
            await anyio.sleep(0.015)
            tasks.start_soon(hold)
        return most

    assert anyio.run(three) == 1


def test_one_address_has_one_file_made_at_a_time_and_another_does_not_wait() -> None:
    release, begun = threading.Event(), list[str]()

    def slow(who: str) -> str:
        begun.append(who)
        release.wait(10)
        return who

    async def asking() -> list[int]:
        turns, refused = Costly(), list[int]()

        async def ask(who: str) -> None:
            try:
                await turns.briefly(who, slow, who)
            except BusyError as busy:
                refused.append(busy.status_code)

        async with anyio.create_task_group() as tasks:
            for _asked in range(budgets.BRIEF_AN_ADDRESS + 2):
                tasks.start_soon(ask, "a")
            await anyio.wait_all_tasks_blocked()
            tasks.start_soon(ask, "b")
            with anyio.fail_after(10):
                while "b" not in begun:
                    await anyio.sleep(0.01)
            assert begun == ["a", "b"]
            release.set()
        assert turns._files.here == {}
        return refused

    assert anyio.run(asking) == [429, 429]
    assert begun.count("a") == budgets.BRIEF_AN_ADDRESS


def test_a_file_that_nobody_waits_for_is_not_made() -> None:
    release, begun = threading.Event(), list[str]()

    def slow(name: str) -> None:
        begun.append(name)
        release.wait(10)

    async def leaving() -> None:
        leaves = anyio.Event()

        async def left() -> None:
            with pytest.raises(Exception, match="408"):
                await briefly(asked("a", leaves), slow, "han som gikk")

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(briefly, asked("a"), slow, "hun som venter")
            await anyio.wait_all_tasks_blocked()
            tasks.start_soon(left)
            await anyio.wait_all_tasks_blocked()
            leaves.set()
            await anyio.wait_all_tasks_blocked()
            release.set()

    anyio.run(leaving)
    assert begun == ["hun som venter"]


@pytest.mark.parametrize("spec", ["2.3", "2.4"])
@pytest.mark.parametrize("takes", [True, False])
def test_who_does_not_take_what_she_is_sent_loses_her_turn(
    takes: bool, spec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budgets, "TAKING", 0.05)
    sent: list[Message] = []

    async def pieces() -> AsyncIterator[bytes]:
        yield b"en"
        yield b"to"

    async def send(message: Message) -> None:
        sent.append(message)
        if not takes and message.get("body"):
            await anyio.sleep_forever()

    async def receive() -> Message:
        await anyio.sleep_forever()
        raise AssertionError

    async def answer() -> bool:
        scope = {"type": "http", "client": ("a", 1), "asgi": {"spec_version": spec}}
        await InTurn(pieces())(scope, receive, send)
        return not costly()._papers.here

    assert anyio.run(answer)
    assert [each["body"] for each in sent[1:]] == ([b"en", b"to", b""] if takes else [b"en"])
