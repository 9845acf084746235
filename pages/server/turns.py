"""Turns at drawing: a few pages at a time for one address, so that nobody can take all of it.

Pages are drawn in threads of one process, which gain nothing by being many; who asks for a hundred
at once waits for herself, and who asks for one has a fair part of the machine.
"""

from asyncio import TimerHandle, get_running_loop
from typing import Final

from anyio import CapacityLimiter, Event, move_on_after
from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.server.costly import address_of
from queries import budgets

# What tells that a page is drawn is shorter than this; what it is drawn of is not worth reading.
_SHORT: Final = 300


class Turns:
    """Let in what asks for a page when the address has a turn, until the page is drawn."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._turns: dict[str, CapacityLimiter] = {}
        self._open: dict[str, int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the connection on, its messages in turn."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        who = address_of(scope)
        self._open[who] = self._open.get(who, 0) + 1
        turn = _Turn(self._turns.setdefault(who, CapacityLimiter(budgets.DRAWN_AT_ONCE)))

        async def receive_in_turn() -> Message:
            message = await receive()
            if _asks(message):
                await turn.take()
            return message

        async def send_noted(message: Message) -> None:
            if _is_drawn(message):
                turn.give_back()
            await send(message)

        try:
            await self.app(scope, receive_in_turn, send_noted)
        finally:
            turn.give_back()
            self._open[who] -= 1
            if not self._open[who]:
                del self._open[who], self._turns[who]


class _Turn:
    """The turn of one open page, which it has or has not."""

    def __init__(self, limiter: CapacityLimiter) -> None:
        self._limiter = limiter
        self._ends: TimerHandle | None = None
        self._drawn = Event()

    async def take(self) -> None:
        """Wait for a turn; a page that is being drawn is drawn anew in the one it has.

        It is let be done first, if that is soon: Streamlit begins anew in another thread.
        """
        if self._ends is not None:
            with move_on_after(budgets.HASTE):
                await self._drawn.wait()
        if self._ends is None:
            await self._limiter.acquire_on_behalf_of(self)
            self._drawn = Event()
            # A page that never says it is done keeps nobody waiting for ever.
            self._ends = get_running_loop().call_later(budgets.DRAWING, self.give_back)

    def give_back(self) -> None:
        """Let another have the turn, if this page has it."""
        if self._ends is not None:
            self._ends.cancel()
            self._ends = None
            self._limiter.release_on_behalf_of(self)
            self._drawn.set()


def _asks(message: Message) -> bool:
    """Return whether `message` has a page drawn."""
    if message["type"] != "websocket.receive":
        return False
    told = BackMsg()
    told.ParseFromString(message.get("bytes") or b"")
    return told.WhichOneof("type") == "rerun_script"


def _is_drawn(message: Message) -> bool:
    """Return whether `message` tells a page that it is drawn, and not to be drawn anew at once."""
    body = message.get("bytes")
    if message["type"] != "websocket.send" or not body or len(body) > _SHORT:
        return False
    told = ForwardMsg()
    try:
        told.ParseFromString(body)
    except DecodeError:
        return False
    return (
        told.WhichOneof("type") == "script_finished"
        and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
    )
