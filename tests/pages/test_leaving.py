"""Pages that are open: counted, turned away when too many, forgotten a while after they close."""

import anyio
import pytest
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnected
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.server import leaving
from pages.server.leaving import LATER, Leaving
from queries import budgets

CONNECTION: Scope = {"type": "websocket"}


def told_of(session: str) -> bytes:
    message = ForwardMsg()
    message.new_session.initialize.session_id = session
    return bytes(message.SerializeToString())


async def receive() -> Message:
    return {"type": "websocket.disconnect", "code": 1001}


async def send(_message: Message) -> None:
    return None


def test_a_session_is_forgotten_a_while_after_its_page_has_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forgotten: list[str] = []
    monkeypatch.setattr(leaving, "forget", forgotten.append)
    monkeypatch.setattr(budgets, "AWAY", 0.0)

    async def page(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.send", "bytes": b"\xff\xff"})
        await send({"type": "websocket.send", "bytes": told_of("hennes")})
        await send({"type": "websocket.send", "bytes": told_of("en annens")})
        assert forgotten == []
        # However it ends.
        raise ConnectionResetError

    async def visit() -> None:
        with pytest.raises(ConnectionResetError):
            await Leaving(page)(CONNECTION, receive, send)
        with anyio.fail_after(5):
            while not forgotten:
                await anyio.sleep(0)

    anyio.run(visit)
    assert forgotten == ["hennes"]


@pytest.mark.parametrize("is_open", [True, False])
def test_a_session_whose_page_is_open_again_is_kept(
    is_open: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[str] = []

    class Sessions:
        def is_active_session(self, session: str) -> bool:
            return is_open

        def close_session(self, session: str) -> None:
            closed.append(session)

    monkeypatch.setattr(leaving, "exists", lambda: True)
    monkeypatch.setattr(leaving, "get_instance", Sessions)
    leaving.forget("hennes")
    assert closed == ([] if is_open else ["hennes"])


def test_those_too_many_are_turned_away_until_somebody_leaves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budgets, "PAGES", 2)

    async def visits() -> list[list[int]]:
        leave = anyio.Event()

        async def page(_scope: Scope, _receive: Receive, send: Send) -> None:
            await send({"type": "websocket.accept"})
            await leave.wait()

        server = Leaving(page)

        async def come() -> list[int]:
            codes: list[int] = []

            async def noted(message: Message) -> None:
                codes.append(message.get("code", 0))

            await server(CONNECTION, receive, noted)
            return codes

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(come)
            tasks.start_soon(come)
            await anyio.wait_all_tasks_blocked()
            turned_away = await come()
            leave.set()
        return [turned_away, await come()]

    assert anyio.run(visits) == [[LATER], [0]]


@pytest.mark.parametrize(
    ("addresses", "let_in"),
    [
        (["a", "a", "a", "b", "b", "a"], ["a", "a", "b", "b"]),
        (["a", "b", "c", "d", "e", "f"], ["a", "b", "c", "d", "e"]),
    ],
)
def test_one_address_leaves_room_for_the_pages_of_others(
    addresses: list[str], let_in: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budgets, "PAGES_AN_ADDRESS", 2)
    monkeypatch.setattr(budgets, "PAGES", 5)
    drawn: list[str] = []

    async def visits() -> Leaving:
        leave = anyio.Event()

        async def page(scope: Scope, _receive: Receive, _send: Send) -> None:
            drawn.append(scope["client"][0])
            await leave.wait()

        leaving_ = Leaving(page)
        async with anyio.create_task_group() as tasks:
            for who in addresses:
                tasks.start_soon(leaving_, {**CONNECTION, "client": (who, 1)}, receive, send)
                await anyio.wait_all_tasks_blocked()
            leave.set()
        return leaving_

    left = anyio.run(visits)
    assert drawn == let_in
    # Who has left takes no room.
    assert left._open == {}


def test_who_leaves_while_she_is_sent_something_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budgets, "AWAY", 0.0)

    async def page(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise WebSocketDisconnected

    anyio.run(Leaving(page), CONNECTION, receive, send)
