"""Requests to some of the server's routes, without a server."""

from collections.abc import Sequence
from urllib.parse import unquote

import anyio
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import Message


def ask(
    routes: Sequence[BaseRoute] | Starlette,
    address: str,
    *,
    host: str = "localhost:8501",
    method: str = "GET",
    body: bytes = b"",
    headers: Sequence[tuple[str, str]] = (),
) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of a request to `routes`, or to a whole server."""
    path, _mark, query = address.partition("?")
    sent: list[Message] = []
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if waiting:
            return waiting.pop()
        # Nobody leaves before the answer is there.
        await anyio.sleep_forever()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    given = [(name.encode(), value.encode()) for name, value in (("host", host), *headers)]
    scope = {
        "type": "http",
        "method": method,
        "path": unquote(path),
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "scheme": "http",
        "server": ("localhost", 8501),
        "headers": given,
        "http_version": "1.1",
        "asgi": {"version": "3.0"},
    }
    app = routes if isinstance(routes, Starlette) else Starlette(routes=routes)
    anyio.run(app, scope, receive, send)
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(m.get("body", b"") for m in sent[1:])
