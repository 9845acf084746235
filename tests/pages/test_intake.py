"""What comes over a connection: as much as pages send, however small it is packed."""

import asyncio
import zlib
from collections.abc import Callable

import pytest
import uvicorn
from streamlit.web.server.starlette import starlette_server
from uvicorn.protocols.websockets import websockets_sansio_impl as connections
from uvicorn.server import ServerState
from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.frames import CloseCode, Frame
from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.uri import parse_uri

import dashboard
from pages.server import intake
from pages.server.intake import Intake, bound_intake
from queries import budgets

MESSAGE = b"x" * budgets.MESSAGE


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Bound what connections take in, and return the time it is to them, which stands still."""
    now = [1_000.0]
    monkeypatch.setattr(intake, "monotonic", lambda: now[0])
    monkeypatch.setattr(connections, "ServerProtocol", ServerProtocol)
    bound_intake()
    return now


def connected() -> tuple[ClientProtocol, Intake]:
    """Return the two ends of a connection as Uvicorn makes it; what it packs is packed."""
    given = starlette_server._get_uvicorn_config_kwargs()
    config = uvicorn.Config(dashboard.app, interface="asgi3", **given)
    config.loaded, config.loaded_app = True, dashboard.app
    # None is running here, and no task of it is begun.
    loop = asyncio.new_event_loop()
    loop.close()
    server = connections.WebSocketsSansIOProtocol(config, ServerState(), {}, loop).conn
    assert isinstance(server, Intake)
    client = ClientProtocol(
        parse_uri("ws://localhost/"), extensions=[ClientPerMessageDeflateFactory()], max_size=None
    )
    client.send_request(client.connect())
    deliver(client, server)
    (request,) = server.events_received()
    assert isinstance(request, Request)
    server.send_response(server.accept(request))
    for data in server.data_to_send():
        client.receive_data(data)
    assert client.state is State.OPEN
    assert client.extensions
    return client, server


def deliver(client: ClientProtocol, server: Intake) -> int:
    """Hand over what the client has sent, and return how many bytes that was."""
    sent = client.data_to_send()
    for data in sent:
        server.receive_data(data)
    return sum(map(len, sent))


def taken(server: Intake) -> int:
    """Return how many bytes are held for whoever asks for them."""
    return sum(len(event.data) for event in server.events_received() if isinstance(event, Frame))


def bombs(client: ClientProtocol) -> None:
    """Send a message that unpacks to a thousand times as much."""
    client.send_binary(b"\0" * 45_000_000)


def many(client: ClientProtocol) -> None:
    """Send messages that are each as large as one may be."""
    for _each in range(50):
        client.send_binary(MESSAGE)


def unfinished(client: ClientProtocol) -> None:
    """Send a message that never ends."""
    client.send_binary(MESSAGE, fin=False)
    for _each in range(50):
        client.send_continuation(MESSAGE, fin=False)


def pings(client: ClientProtocol) -> None:
    """Send signs of life, each of which is answered."""
    for _each in range(20_000):
        client.send_ping(b"x" * 125)


def empty(client: ClientProtocol) -> None:
    """Send messages with nothing in them."""
    for _each in range(50_000):
        client.send_binary(b"")


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("attack", [bombs, many, unfinished, pings, empty])
def test_who_sends_more_than_any_page_is_let_go_of(
    attack: Callable[[ClientProtocol], None],
) -> None:
    client, server = connected()
    attack(client)
    deliver(client, server)
    assert server.close_sent
    assert server.close_sent.code == CloseCode.MESSAGE_TOO_BIG
    assert taken(server) <= budgets.TAKEN_AT_ONCE
    # What is still on its way is thrown away.
    for data in (b"\x82\x05", zlib.compress(MESSAGE), MESSAGE):
        server.receive_data(data)
    assert taken(server) == 0


def test_who_sends_as_pages_do_is_heard_for_as_long_as_she_likes(clock: list[float]) -> None:
    client, server = connected()
    for _second in range(100):
        for _each in range(int(budgets.MESSAGES_A_SECOND)):
            client.send_binary(b"x" * 6_000)
        client.send_ping(b"x")
        deliver(client, server)
        clock[0] += 1.0
        assert taken(server) == budgets.MESSAGES_A_SECOND * 6_000 + 1
    client.send_binary(MESSAGE)
    assert deliver(client, server) < len(MESSAGE) / 100
    assert taken(server) == len(MESSAGE)
    assert server.parser_exc is None


def test_streamlit_runs_the_connections_that_are_bound() -> None:
    assert starlette_server._get_websocket_protocol() == "websockets-sansio"
