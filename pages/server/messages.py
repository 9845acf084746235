"""What an open page may send: small messages that ask for a page, and not too many of them.

Streamlit takes others too: to empty everybody's cache, to make room for an upload, to change its
own settings. Ours are never among them.
"""

import json
import logging
import math
from collections.abc import Iterator
from time import monotonic
from typing import Final

from anyio import sleep
from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from pages.server.pace import Pace
from queries import budgets

ALLOWED: Final = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
# How a connection ends, by the numbers of RFC 6455.
BROKEN: Final = 1002
TOO_LARGE: Final = 1009

_LOG: Final = logging.getLogger(__name__)


class Messages:
    """Let through what our pages send; drop the rest with one line in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the connection on, its messages read first."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        pace = Pace(budgets.MESSAGES_A_SECOND, budgets.MESSAGES_AT_ONCE)

        async def receive_ours() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                # Who sends faster than anybody clicks waits for herself alone.
                await sleep(pace.wait(monotonic()))
                code, says = judged(message.get("bytes"))
                if not says:
                    return message
                _LOG.warning("En melding fra en åpen side er avvist: %s", says)
                if code:
                    await send({"type": "websocket.close", "code": code})
                    return {"type": "websocket.disconnect", "code": code}

        await self.app(scope, receive_ours, send)


def judged(body: bytes | None) -> tuple[int, str]:
    """Return what is wrong with a message, and by which number the connection ends for it, or 0.

    One that nothing is said of goes to Streamlit, and a page is drawn for it when it asks for one.
    """
    if body is None:
        return BROKEN, "den er tekst"
    if len(body) > budgets.MESSAGE:
        return TOO_LARGE, f"den har {len(body)} byte"
    message = BackMsg()
    try:
        message.ParseFromString(body)
    except DecodeError:
        return BROKEN, "den har ikke form av en melding"
    kind = message.WhichOneof("type")
    if kind not in ALLOWED:
        return 0, f"den er av typen {kind}"
    asked = message.rerun_script
    if len(asked.query_string) > budgets.ADDRESS:
        return 0, f"adressen i den har {len(asked.query_string)} tegn"
    widgets = asked.widget_states.widgets
    if len(widgets) > budgets.MESSAGE_VALUES:
        return 0, f"den har {len(widgets)} verdier"
    return 0, next((odd for widget in widgets if (odd := _odd(widget))), "")


def _odd(widget: WidgetState) -> str:
    """Return what is wrong with one value that a page sends, or nothing."""
    kind = widget.WhichOneof("value")
    if kind in ("json_value", "json_trigger_value"):
        try:
            json.loads(getattr(widget, kind), parse_constant=_refuse)
        except (ValueError, RecursionError):
            return "en verdi er ikke JSON"
    if not all(map(math.isfinite, _numbers(widget))):
        return "et tall i den er ikke et tall"
    if kind in ("file_uploader_state_value", "chat_input_value", "arrow_value", "bytes_value"):
        return f"en verdi er av typen {kind}"
    return ""


def _numbers(widget: WidgetState) -> Iterator[float]:
    yield widget.double_value
    yield from widget.double_array_value.data


def _refuse(constant: str) -> float:
    raise ValueError(constant)
