"""Which requests come in: to a host of ours, through a door that is used, and no longer than any.

Everything here is decided by the first line and the headers of a request, before any work is done.
"""

from typing import Final
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.server.assets import address
from pages.server.hosts import is_own_origin, is_trusted
from pages.server.login import trust
from pages.server.refusal import NO_STORE, refusal
from queries import budgets
from queries.link import SENTENCE_END

# Streamlit's own addresses lie below these.
FRAMEWORK: Final = (
    "/_stcore",
    "/app/static",
    "/auth",
    "/component",
    "/media",
    "/oauth2callback",
)
# Of them, what a page needs: that the server is there, what hosts it may stand in, the connection
# itself, files of components, and files that a page has made for its reader.
OPEN: Final = (
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/_stcore/bidi-components/",
    "/media/",
)
READING: Final = frozenset({"GET", "HEAD"})
# And what a login goes through, where there is one.
LOGIN: Final = ("/auth/login", "/auth/logout", "/oauth2callback")
# The one address that takes anything in, and those that an operator's own programs ask for by the
# number of the machine.
POSTED: Final = "/l"
BY_ANY_NAME: Final = "/helse"


class Doors:
    """Let in what is meant for this server and asks for something it has; refuse the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with a sentence."""
        if scope["type"] == "websocket" and not _is_ours(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
            return
        refused = _refused(scope) if scope["type"] == "http" else None
        await (refused or self.app)(scope, receive, send)


def is_closed(path: str) -> bool:
    """Return whether `path`, below server.baseUrlPath, is one of the framework's that is shut."""
    if path in LOGIN:
        return trust() is None
    below = any(path == door or path.startswith(f"{door}/") for door in FRAMEWORK)
    return below and not any(
        path.startswith(door) if door.endswith("/") else path == door for door in OPEN
    )


def _refused(scope: Scope) -> Response | None:
    """Return the answer to a request that is not let in, or None."""
    path, headers = scope["path"].removeprefix(address("")), Headers(scope=scope)
    if path != BY_ANY_NAME and not is_trusted(headers.get("host", "")):
        return refusal(421)
    if len(scope["query_string"]) + len(scope.get("raw_path") or b"") > budgets.ADDRESS:
        return refusal(414)
    if is_closed(path):
        return refusal(404)
    if scope["method"] not in READING and not (
        scope["method"] == "OPTIONS" or (scope["method"] == "POST" and path == POSTED)
    ):
        return refusal(405)
    return _without_sentence(scope)


def _without_sentence(scope: Scope) -> Response | None:
    """Return the way to the address that a sentence put its end behind, as «/l/navn).»."""
    path = scope["path"]
    meant = path.rstrip(SENTENCE_END + " ")
    if meant == path or scope["method"] not in READING:
        return None
    query = scope["query_string"].decode("latin-1")
    # A path that begins with two strokes would lead to another host.
    place = quote(f"/{meant.lstrip('/')}") + (f"?{query}" if query else "")
    return RedirectResponse(place, 307, NO_STORE)


def _is_ours(headers: Headers) -> bool:
    """Return whether a connection is opened from a page of this server, by a host of its."""
    origin = headers.get("origin")
    return is_trusted(headers.get("host", "")) and (origin is None or is_own_origin(origin))
