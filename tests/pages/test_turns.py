"""Pages are drawn a few at a time for one address, and others never wait for her."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import anyio
import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.server.turns import Turns
from queries import budgets

DRAWN = ForwardMsg.FINISHED_SUCCESSFULLY
ANEW = ForwardMsg.FINISHED_EARLY_FOR_RERUN


@pytest.fixture(autouse=True)
def _two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "DRAWN_AT_ONCE", 2)
    monkeypatch.setattr(budgets, "HASTE", 0.05)


def wish() -> Message:
    message = BackMsg()
    message.rerun_script.query_string = "data=demo"
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def other() -> Message:
    return {"type": "websocket.receive", "bytes": BackMsg(app_heartbeat=True).SerializeToString()}


def finished(how: int) -> Message:
    body = ForwardMsg(script_finished=how).SerializeToString()  # type: ignore[arg-type]
    return {"type": "websocket.send", "bytes": body}


class Page:
    """An open page: what it sends, and how much of it has come through."""

    def __init__(self, turns: Turns, who: str, *messages: Message) -> None:
        self.turns, self.who = turns, who
        self.waiting = list(messages)
        self.given = 0
        self.left = anyio.Event()
        self.send: Callable[[Message], object] | None = None

    async def open(self, inside: "Inside") -> None:
        async def receive() -> Message:
            if not self.waiting:
                await self.left.wait()
                return {"type": "websocket.disconnect", "code": 1000}
            return self.waiting.pop(0)

        async def send(_message: Message) -> None:
            return None

        inside.pages[self.who] = self
        scope: Scope = {"type": "websocket", "client": (self.who.partition("/")[0], 1)}
        await self.turns({**scope, "page": self}, receive, send)


class Inside:
    """What draws: it takes what it is given, and says that it is done when it is told to."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        page = scope["page"]
        page.send = send
        while (await receive())["type"] == "websocket.receive":
            page.given += 1

    async def says(self, who: str, how: int) -> None:
        await self.sends(who, finished(how))

    async def sends(self, who: str, message: Message) -> None:
        send = self.pages[who].send
        assert send is not None
        await send(message)  # type: ignore[misc]


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    with anyio.fail_after(seconds):
        yield


def test_one_address_draws_so_many_at_a_time_and_another_does_not_wait() -> None:
    async def tried() -> tuple[list[int], ...]:
        inside = Inside()
        turns = Turns(inside)
        pages = [Page(turns, who, wish()) for who in ("a/1", "a/2", "a/3", "a/4", "b/1")]

        def given() -> list[int]:
            return [page.given for page in pages]

        async with anyio.create_task_group() as tasks:
            for page in pages:
                tasks.start_soon(page.open, inside)
                await anyio.wait_all_tasks_blocked()
            first = given()
            # Nothing else that a page is sent is the end of it: least of all that it is drawn anew.
            await inside.says("a/1", ANEW)
            for other_ in (
                {"type": "websocket.accept"},
                {"type": "websocket.send", "text": "x"},
                {"type": "websocket.send", "bytes": b"\xff\xff"},
                {"type": "websocket.send", "bytes": ForwardMsg(hash="x").SerializeToString()},
                {"type": "websocket.send", "bytes": ForwardMsg(hash="x" * 999).SerializeToString()},
            ):
                await inside.sends("a/1", other_)
            await anyio.wait_all_tasks_blocked()
            same = given()
            await inside.says("a/1", DRAWN)
            await anyio.wait_all_tasks_blocked()
            second = given()
            # Who leaves gives her turn to the next.
            pages[1].left.set()
            await anyio.wait_all_tasks_blocked()
            third = given()
            for page in pages:
                page.left.set()
        assert (turns._turns, turns._open) == ({}, {})
        return first, same, second, third

    first, same, second, third = anyio.run(tried)
    assert first == same == [1, 1, 0, 0, 1]
    assert second == [1, 1, 1, 0, 1]
    assert third == [1, 1, 1, 1, 1]


def test_a_page_that_never_says_it_is_drawn_keeps_nobody_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budgets, "DRAWN_AT_ONCE", 1)
    monkeypatch.setattr(budgets, "DRAWING", 0.05)

    async def tried() -> None:
        inside = Inside()
        turns = Turns(inside)
        pages = [Page(turns, who, wish()) for who in ("a/1", "a/2")]
        async with anyio.create_task_group() as tasks:
            for page in pages:
                tasks.start_soon(page.open, inside)
            with no_longer_than(10):
                while [page.given for page in pages] != [1, 1]:
                    await anyio.sleep(0.01)
            for page in pages:
                page.left.set()

    anyio.run(tried)


def test_a_page_waits_for_its_own_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "HASTE", 60.0)

    async def tried() -> list[int]:
        inside = Inside()
        hasty = Page(Turns(inside), "a/1", wish(), wish(), wish())
        found = []
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(hasty.open, inside)
            for _drawn in range(3):
                await anyio.wait_all_tasks_blocked()
                found.append(hasty.given)
                await inside.says("a/1", DRAWN)
            hasty.left.set()
        return found

    assert anyio.run(tried) == [1, 2, 3]


def test_a_page_waits_for_its_own_drawing_only_a_moment() -> None:
    async def tried() -> None:
        inside = Inside()
        hasty = Page(Turns(inside), "a/1", wish(), wish(), wish())
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(hasty.open, inside)
            with no_longer_than(10):
                while hasty.given < 3:
                    await anyio.sleep(0.01)
            hasty.left.set()

    anyio.run(tried)


def test_what_has_no_page_drawn_waits_for_nothing() -> None:
    async def tried() -> int:
        inside = Inside()
        turns = Turns(inside)
        first, second = Page(turns, "a/1", wish()), Page(turns, "a/2", wish())
        beating = Page(turns, "a/3", other(), other(), other())
        async with anyio.create_task_group() as tasks:
            for page in (first, second, beating):
                tasks.start_soon(page.open, inside)
            await anyio.wait_all_tasks_blocked()
            for page in (first, second, beating):
                page.left.set()
        return beating.given

    assert anyio.run(tried) == 3
