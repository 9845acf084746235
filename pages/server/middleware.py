"""What is done to every HTTP answer on its way out."""

from pathlib import Path
from typing import Final

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from pages.server.assets import address
from pages.server.calm import calm
from pages.server.content import IMMUTABLE, REVALIDATE, read
from pages.server.doors import Doors
from pages.server.hosts import is_https
from pages.server.leaving import Leaving
from pages.server.ledger import Ledger
from pages.server.messages import Messages
from pages.server.patience import patient
from pages.server.refusal import refusal
from pages.server.shell import shell
from pages.server.turns import Turns
from pages.server.words import in_norwegian
from queries.page_names import PAGES, path_of

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        # Streamlit starts what patches our document from a blob that the page itself makes. deck.gl
        # starts a WebAssembly decoder of a format we do not use; without the permission the map
        # works all the same, but each one logs an error.
        "script-src 'self' blob: 'wasm-unsafe-eval'",
        # Streamlit writes <style> elements while the page runs, and our HTML has style="".
        "style-src 'self' 'unsafe-inline'",
        # Streamlit's stylesheet has one inline font, its pages and deck.gl an inline image each.
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

# A year, in seconds.
HSTS: Final = "max-age=31536000"

SECURITY_HEADERS: Final = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


def middleware() -> list[Middleware]:
    """Return our layers, outermost first; RuntimeError if Streamlit's page is not as we know it."""
    # Built here once, since Uvicorn takes an error in a layer's own constructor for a server
    # without start-up code, and goes on without ours.
    shell()
    return [
        Middleware(SecurityHeaders),
        Middleware(Ledger),
        Middleware(Doors),
        Middleware(Leaving),
        Middleware(Messages),
        Middleware(Turns),
        Middleware(OurShell),
        Middleware(StreamlitScripts),
    ]


class SecurityHeaders:
    """Put the security headers on every answer that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer back with the headers on."""

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                if is_https():
                    headers.setdefault("strict-transport-security", HSTS)
                    _secure(headers)
            await send(message)

        await self.app(scope, receive, send_secured if scope["type"] == "http" else send)


def _secure(headers: MutableHeaders) -> None:
    """Let no cookie travel without TLS."""
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        secure = "" if "; secure" in cookie.lower() else "; Secure"
        headers.append("set-cookie", f"{cookie}{secure}")


class OurShell:
    """Send our HTML page where Streamlit sends its own, for the pages there are."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.files = _streamlit_files()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and hold the answer back if it is Streamlit's page."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        held = False

        async def send_unless_held(message: Message) -> None:
            nonlocal held
            held = held or self._is_streamlit_page(scope, message)
            if not held:
                await send(message)

        await self.app(scope, receive, send_unless_held)
        if held and scope["path"].removeprefix(address("")).strip("/") not in _PATHS:
            await refusal(404)(scope, receive, send)
        elif held:
            asked = QueryParams(scope["query_string"]).get("lang", "")
            response = shell(asked).response(Headers(scope=scope), REVALIDATE)
            await response(scope, receive, send)

    def _is_streamlit_page(self, scope: Scope, message: Message) -> bool:
        if message["type"] != "http.response.start" or message["status"] not in _OF_A_FILE:
            return False
        # Streamlit's static files answer with its page wherever they have no such file; what a
        # route of our own answers with has another endpoint.
        return isinstance(scope.get("endpoint"), StaticFiles) and scope["path"] not in self.files


_PATHS: Final = frozenset(map(path_of, PAGES))
# How a file is answered with: whole, in part, not at all since it is known, or in no such part.
_OF_A_FILE: Final = frozenset({200, 206, 304, 400, 416})


def _streamlit_files() -> dict[str, Path]:
    """Return Streamlit's own files by the address of each, but for its page."""
    folder = Path(get_static_dir())
    return {
        address(f"/{path.relative_to(folder).as_posix()}"): path
        for path in folder.rglob("*")
        if path.is_file() and path.name != "index.html"
    }


class StreamlitScripts:
    """Send Streamlit's scripts and styles in Norwegian, each compressed once per process.

    Streamlit leaves them uncompressed because its own middleware would compress them anew for
    every reader (see its `starlette_gzip_middleware.py`); what else it serves it compresses.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.files = {
            asked: path
            for asked, path in _streamlit_files().items()
            if path.suffix in {".css", ".js", ".json", ".svg"}
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a script or style; pass everything else on."""
        path = self.files.get(scope["path"]) if scope["type"] == "http" else None
        if path is None or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        response = await to_thread.run_sync(
            lambda: patient(calm(in_norwegian(read(path)))).response(headers, IMMUTABLE)
        )
        await response(scope, receive, send)
