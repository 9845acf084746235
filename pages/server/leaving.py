"""Letting go of what was held for a page that is closed: descriptors, and all it was drawn of.

Streamlit keeps a session for somebody who may come back until others come instead of her. A page of
ours that comes back shows what its address says, so a short while is enough.
"""

from asyncio import get_running_loop
from collections import Counter
from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnected
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import exists, get_instance

from pages.server.costly import address_of
from queries import budgets

# By RFC 6455 and its register: try again later.
LATER: Final = 1013


class Leaving:
    """Count the pages that are open, turn away those too many, and forget those that close."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the connection on, and remember whose it was until it has ended."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        who = address_of(scope)
        if self._open.total() >= budgets.PAGES or self._open[who] >= budgets.PAGES_AN_ADDRESS:
            await send({"type": "websocket.close", "code": LATER})
            return
        session = ""

        async def send_noted(message: Message) -> None:
            nonlocal session
            session = session or _session_in(message)
            await send(message)

        self._open[who] += 1
        try:
            await self.app(scope, receive, send_noted)
        except WebSocketDisconnected:
            # She left while something was on its way to her, and there is nobody to tell.
            pass
        finally:
            self._open[who] -= 1
            if not self._open[who]:
                del self._open[who]
            if session:
                get_running_loop().call_later(budgets.AWAY, forget, session)


def forget(session: str) -> None:
    """Let go of `session` unless its page is open again; to be called in the event loop."""
    if exists() and not get_instance().is_active_session(session):
        get_instance().close_session(session)


def _session_in(message: Message) -> str:
    """Return the session that a page is told it has, which is in the first thing it is sent."""
    body = message.get("bytes")
    if message["type"] != "websocket.send" or not body:
        return ""
    told = ForwardMsg()
    try:
        told.ParseFromString(body)
    except DecodeError:
        return ""
    return str(told.new_session.initialize.session_id)
