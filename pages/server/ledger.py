"""Every request by a reference: in its answer, in each line of the log about it, counted by kind.

What is asked for is told by the route that answers, never by the address, which holds what somebody
looks for.
"""

import logging
import secrets
from time import perf_counter
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server import metrics
from pages.server.logs import CASE
from pages.server.refusal import refusal

HEADER: Final = "x-request-id"
# What no route answers for: a file of Streamlit's, a page, or an address that is not here.
OTHER: Final = "annet"
_LOG: Final = logging.getLogger(__name__)


class Ledger:
    """Give each request its reference, answer for what fails, and count."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; one that fails before it is answered gets a page with a sentence."""
        if scope["type"] == "websocket":
            with metrics.OPEN_PAGES.track_inprogress():
                await self.app(scope, metrics.counted(receive), send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        case = secrets.token_hex(3).upper()
        token = CASE.set(case)
        begun, status = perf_counter(), 0

        async def send_named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = case
            await send(message)

        try:
            await self.app(scope, receive, send_named)
        except Exception as error:
            said = {"referanse": case, "rute": _route(scope)}
            _LOG.error("Feil %s på %s", case, _route(scope), exc_info=error, extra=said)
            if status:
                # Half of an answer can not be taken back; the connection ends.
                raise
            says = f"Prøv igjen, eller meld fra med referansen {case}."
            await refusal(500, says=says)(scope, receive, send_named)
        finally:
            _note(scope, status, perf_counter() - begun)
            CASE.reset(token)


def _note(scope: Scope, status: int, seconds: float) -> None:
    route, method = _route(scope), scope["method"]
    metrics.ANSWERS.labels(route, str(status)).inc()
    metrics.SECONDS.labels(route).observe(seconds)
    told = {"rute": route, "metode": method, "status": status, "ms": round(1000 * seconds)}
    _LOG.info("Besvart", extra=told)


def _route(scope: Scope) -> str:
    path = getattr(scope.get("route"), "path", "")
    return path if isinstance(path, str) and path else OTHER
