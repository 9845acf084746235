"""What a connection takes in before anybody looks at it: no more than a page sends.

Uvicorn holds what is sent until it is asked for, and answers each sign of life, however much of it
comes and whatever it unpacks to: a message of 45 kB can be one of 45 MB. It has one limit for what
goes out and what comes in. A test fails when an upgrade makes its connections in another way.
"""

from time import monotonic
from typing import Any

from uvicorn.protocols.websockets import websockets_sansio_impl as connections
from websockets.exceptions import PayloadTooBig
from websockets.frames import Frame
from websockets.server import ServerProtocol

from pages.server.pace import Pace
from queries import budgets


class Intake(ServerProtocol):
    """A connection that ends for who sends more at once, or in the long run, than any page."""

    def __init__(self, **given: Any) -> None:
        """Make what `ServerProtocol` makes, with a limit of our own for what is sent here."""
        super().__init__(**given | {"max_size": budgets.TAKEN_AT_ONCE})
        self._pace = Pace(budgets.TAKEN_A_SECOND, budgets.TAKEN_AT_ONCE)

    def recv_frame(self, frame: Frame) -> None:
        """Take in `frame`, unpacked as it is here, unless it is one too many."""
        size = len(frame.data) + budgets.FRAME
        if self._pace.wait(monotonic(), size):
            raise PayloadTooBig(size, budgets.TAKEN_AT_ONCE)
        super().recv_frame(frame)


def bound_intake() -> None:
    """Have every connection from now on be one of ours."""
    connections.ServerProtocol = Intake  # type: ignore[attr-defined]
