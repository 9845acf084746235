"""A page without a browser: real messages over a real connection, as a stranger can send them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Final
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.protocol import State
from websockets.sync.client import ClientConnection, connect

from queries import budgets

# A page of the slowest kind on a machine with other things to do.
PATIENCE: Final = 60.0


@dataclass
class Open:
    """An open page: what it has been sent, and the widgets it has."""

    socket: ClientConnection
    widgets: dict[str, str] = field(default_factory=dict)
    html: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    # What each component was last sent, by its name.
    sent: dict[str, Any] = field(default_factory=dict)
    address: str | None = None
    # What Streamlit calls the page that was drawn; a page asked for by its name keeps no widgets.
    here: str = ""
    # How many messages it has sent, and what it cost the server to draw it at first.
    told: int = 0
    cost: float = 0.0

    def ask(self, query: str = "", page: str = "", **widgets: Any) -> "Open":
        """Ask for `page` with `query`, as a page does when something is chosen, and wait for it."""
        return self.tell(query, page, **widgets).wait()

    def tell(self, query: str = "", page: str = "", **widgets: Any) -> "Open":
        """Send the same without waiting; it may be refused, and then nothing comes of it."""
        return self.send(self.message(query, page, **widgets))

    def message(self, query: str = "", page: str = "", **widgets: Any) -> bytes:
        """Return what is sent for it."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        for name, value in widgets.items():
            state = message.rerun_script.widget_states.widgets.add(id=self.widgets.get(name, name))
            _set(state, value)
        return message.SerializeToString()

    def send(self, body: bytes) -> "Open":
        """Send any bytes."""
        self.told += 1
        self.socket.send(body)
        return self

    def wait(self) -> "Open":
        """Wait until the page is drawn; raises `ConnectionClosed` or `TimeoutError`.

        What a message has spoilt ends without a page, and is followed by one that is whole.
        """
        self.html, self.errors, self.alerts = [], [], []
        until = monotonic() + PATIENCE
        while True:
            message = ForwardMsg()
            message.ParseFromString(self.socket.recv(timeout=max(0.1, until - monotonic())))
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.HasField("new_element"):
                self._note(message.delta.new_element)
            elif kind == "page_info_changed":
                self.address = message.page_info_changed.query_string
            elif kind == "navigation":
                self.here = message.navigation.page_script_hash
            elif kind == "script_finished" and (self.html or self.alerts):
                return self

    def wait_until_closed(self) -> None:
        """Wait until the server has ended the connection; raises `TimeoutError`."""
        with suppress(ConnectionClosed):
            while True:
                self.socket.recv(timeout=PATIENCE)

    def _note(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        content = getattr(element, kind)
        if kind == "html":
            self.html.append(content.body)
        elif kind == "bidi_component":
            self.html.append(content.component_name)
            self.sent[content.component_name] = content
        elif kind == "exception":
            self.errors.append(content.message)
        elif kind == "alert":
            self.alerts.append(content.body)
        if identity := getattr(content, "id", ""):
            self.widgets[identity.split("-", 2)[-1]] = identity


@contextmanager
def opened(base: str, query: str = "", page: str = "", **how: Any) -> Iterator[Open]:
    """Give the page at `page` of the server at `base`, drawn for `query`."""
    address = urlsplit(base)
    # All that comes is received: what nobody reads would hold up the closing for ten seconds.
    how = {"subprotocols": ["streamlit"], "max_size": None, "max_queue": None} | how
    with connect(f"ws://{address.netloc}/_stcore/stream", **how) as socket:
        yield Open(socket).ask(query, page)


class Kept:
    """Pages that stay open from one case to the next, and are opened anew when they must be."""

    def __init__(self, base: str, cpu: Callable[[], float]) -> None:
        """Keep pages of the server at `base`, which by `cpu` has used so much of its processor."""
        self._base, self._cpu = base, cpu
        self._held: dict[str, tuple[Open, ExitStack]] = {}

    def at(self, page: str, messages: int) -> Open:
        """Return the open page at `page`, which may be sent so many `messages` without waiting."""
        held = self._held.get(page)
        room = held is not None and held[0].told + messages <= budgets.MESSAGES_AT_ONCE
        if held and room and is_open(held[0]):
            return held[0]
        self.leave(page)
        stack, before = ExitStack(), self._cpu()
        there = stack.enter_context(opened(self._base, "data=demo", page))
        there.cost = self._cpu() - before
        self._held[page] = there, stack
        return there

    def leave(self, page: str) -> None:
        """Close the page at `page`, when it is open."""
        if page in self._held:
            self._held.pop(page)[1].close()

    def close(self) -> None:
        """Close them all."""
        for page in [*self._held]:
            self.leave(page)


def is_open(page: Open) -> bool:
    """Return whether the server still talks with `page`."""
    try:
        answered = page.socket.ping()
        until = monotonic() + PATIENCE
        while not answered.wait(0.02) and page.socket.state is State.OPEN and monotonic() < until:
            pass
    except ConnectionClosed:
        return False
    return page.socket.state is State.OPEN


def _set(state: Any, value: Any) -> None:
    """Set the field of `state` that `value` names: a pair of its name and what it holds."""
    kind, held = value
    if kind.endswith("array_value"):
        getattr(state, kind).data.extend(held)
    elif kind == "string_trigger_value":
        state.string_trigger_value.data = held
    else:
        setattr(state, kind, held)
