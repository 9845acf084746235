"""What pages send: nothing of ours is refused, and what no page sends is one line in the log."""

import logging
from collections.abc import Callable

import anyio
import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.server.messages import Messages
from pages.server.pace import Pace
from queries import budgets


def passed(*bodies: bytes | None) -> tuple[list[Message], list[Message]]:
    """Return what of the messages comes through, and what the sender is sent."""
    waiting: list[Message] = [
        {"type": "websocket.receive", "text": "x"} if body is None
        else {"type": "websocket.receive", "bytes": body}
        for body in bodies
    ]  # fmt: skip
    through: list[Message] = []
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "websocket.disconnect", "code": 1000}

    async def send(message: Message) -> None:
        sent.append(message)

    async def inside(_scope: Scope, receive: Receive, _send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            through.append(message)

    anyio.run(Messages(inside), {"type": "websocket"}, receive, send)
    return through, sent


def asking(query: str = "", fill: Callable[[BackMsg], object] = lambda _message: None) -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = query
    fill(message)
    return message.SerializeToString()


def with_json(text: str) -> bytes:
    return asking(fill=lambda m: m.rerun_script.widget_states.widgets.add(id="x", json_value=text))


def test_what_our_pages_send_comes_through(caplog: pytest.LogCaptureFixture) -> None:
    ours = [
        asking("distrikt=Troms&vis=onsker"),
        with_json('{"selection": {"indices": {}, "objects": {}}}'),
        BackMsg(app_heartbeat=True).SerializeToString(),
        BackMsg(stop_script=True).SerializeToString(),
    ]
    through, sent = passed(*ours)
    assert [message["bytes"] for message in through] == ours
    assert sent == []
    assert caplog.records == []


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        (None, 1002, "den er tekst"),
        (b"\xff\xff\xff", 1002, "den har ikke form av en melding"),
        (b"x" * (budgets.MESSAGE + 1), 1009, f"den har {budgets.MESSAGE + 1} byte"),
        (b"", 0, "den er av typen None"),
        (BackMsg(clear_cache=True).SerializeToString(), 0, "den er av typen clear_cache"),
        (BackMsg(load_git_info=True).SerializeToString(), 0, "den er av typen load_git_info"),
        (
            BackMsg(debug_shutdown_runtime=True).SerializeToString(),
            0,
            "den er av typen debug_shutdown_runtime",
        ),
        (
            asking(fill=lambda m: m.file_urls_request.file_names.append("x")),
            0,
            "den er av typen file_urls_request",
        ),
        (asking("q=" + "x" * budgets.ADDRESS), 0, f"adressen i den har {budgets.ADDRESS + 2} tegn"),
        (with_json("{"), 0, "en verdi er ikke JSON"),
        (with_json("[" * 50_000), 0, "en verdi er ikke JSON"),
        (with_json('{"a": NaN}'), 0, "en verdi er ikke JSON"),
        (
            asking(
                fill=lambda m: [
                    m.rerun_script.widget_states.widgets.add(id=str(n), bool_value=True)
                    for n in range(budgets.MESSAGE_VALUES + 1)
                ]
            ),
            0,
            f"den har {budgets.MESSAGE_VALUES + 1} verdier",
        ),
        (
            asking(
                fill=lambda m: m.rerun_script.widget_states.widgets.add(
                    id="x", double_value=float("nan")
                )
            ),
            0,
            "et tall i den er ikke et tall",
        ),
        (
            asking(
                fill=lambda m: m.rerun_script.widget_states.widgets.add(
                    id="x"
                ).double_array_value.data.extend([1.0, float("inf")])
            ),
            0,
            "et tall i den er ikke et tall",
        ),
        (
            asking(
                fill=lambda m: m.rerun_script.widget_states.widgets.add(id="x", bytes_value=b"x")
            ),
            0,
            "en verdi er av typen bytes_value",
        ),
    ],
)
def test_what_no_page_sends_is_one_line_in_the_log(
    body: bytes | None, code: int, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    after = asking("etterpå")
    through, sent = passed(body, after)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage() == f"En melding fra en åpen side er avvist: {says}"
    assert record.exc_info is None
    # A connection that is no page's ends; on another the next message is heard.
    assert sent == ([{"type": "websocket.close", "code": code}] if code else [])
    assert [message["bytes"] for message in through] == ([] if code else [after])


def test_who_sends_faster_than_anybody_clicks_waits() -> None:
    pace = Pace(a_second=10.0, at_once=5)
    assert [pace.wait(100.0) for _message in range(5)] == [0.0] * 5
    assert pace.wait(100.0) == pytest.approx(0.1)
    assert pace.wait(100.0) == pytest.approx(0.2)
    assert pace.wait(101.0) == 0.0
    # However long it is still, no more than that comes at once.
    assert pace.wait(900.0, 5) == 0.0
    assert pace.wait(900.0, 2) == pytest.approx(0.2)
