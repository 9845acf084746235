"""Any request to any address: an answer below 500, soon, with the security headers on."""

import json
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import anyio
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Message

import dashboard
from pages.parts.openings.every_card import EVERY_CARD
from pages.server.costly import Costly
from queries.page_names import PAGES
from queries.tables import TABLES
from tests.fuzz.cases import KNOWN, ODD, one_second, queries, texts, tried

METHODS = ("GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "OPTIONS", "DELETE", "TRACE")
FORMS = ("csv", "xlsx", "html", "pdf", "docx", "pptx", "png", "svg", "parquet", "duckdb", "zip", "")
HOSTS = ("localhost:8501", "localhost", "127.0.0.1", "ondt.example", "", "a b", "[::1", "[::1]:80")


class Server:
    """The whole server in this process, behind all its layers, without anything that listens."""

    def __init__(self, portal: BlockingPortal) -> None:
        self.portal = portal
        self.app: Starlette = dashboard.app._build_starlette_app()

    def ask(
        self, method: str, path: str, query: str = "", host: str = "localhost", body: bytes = b"",
        headers: tuple[tuple[str, str], ...] = (),
    ) -> tuple[int, dict[str, str]]:  # fmt: skip
        """Return status and headers of the answer to a request."""
        return self.portal.call(self._ask, method, path, query, host, body, headers)

    async def _ask(
        self, method: str, path: str, query: str, host: str, body: bytes, headers: Any
    ) -> tuple[int, dict[str, str]]:
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

        given = [("host", host), ("content-length", str(len(body))), *headers]
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "raw_path": quote(path).encode(),
            "root_path": "",
            "query_string": query.encode("utf-8", "surrogatepass"),
            "scheme": "http",
            "server": ("localhost", 8501),
            "client": ("127.0.0.1", 1),
            "headers": [(n.encode(), v.encode("latin-1", "replace")) for n, v in given],
            "http_version": "1.1",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
        }
        await self.app(scope, receive, send)
        found = {name.decode(): value.decode("latin-1") for name, value in sent[0]["headers"]}
        return sent[0]["status"], found


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    # What makes papers is tried elsewhere; here it is what leads to it.
    async def make(_self: Costly, _work: object, *_given: object) -> bytes:
        return b"%PDF"

    with pytest.MonkeyPatch.context() as patch, start_blocking_portal() as portal:
        patch.setattr(Costly, "make", make)
        served = Server(portal)
        # What is only done once is no case's to pay for.
        for card in EVERY_CARD:
            served.ask("GET", f"/last-ned/{card}.xlsx", "data=demo")
        yield served


def paths() -> st.SearchStrategy[str]:
    """Return addresses of every route with any values in them, and any others."""
    parts = st.one_of(
        st.sampled_from((*PAGES, *EVERY_CARD, *TABLES, *FORMS, "demo", "kjente", "0301", "nb")),
        st.sampled_from(KNOWN + ODD),
        st.text(max_size=12),
    )
    routes = [route.path for route in dashboard.app._user_routes if isinstance(route, Route)]
    filled = st.builds(_filled, st.sampled_from(routes), st.lists(parts, min_size=4, max_size=4))
    likely = st.builds(
        lambda page, card, form: f"/last-ned/{page}/{card}.{form}",
        st.sampled_from(PAGES),
        st.sampled_from(sorted(EVERY_CARD)),
        st.sampled_from(FORMS[:3]),
    )
    return st.one_of(filled, likely, texts().map(lambda text: f"/{text}"), st.just("/l"))


def _filled(path: str, parts: list[str]) -> str:
    for part in parts:
        start, brace, rest = path.partition("{")
        if not brace:
            break
        path = start + part.replace("{", "") + rest.partition("}")[2]
    return path


@tried
@given(st.sampled_from(METHODS), paths(), queries(), st.sampled_from(HOSTS))
@example("GET", "/last-ned/oversikt/kart.csv", [("gruppe", "kommune:0000x," * 9_000)], "localhost")
@example("GET", "//ondt.example.", [], "localhost")
@example("GET", "/l/navn).", [("lang", "nn")], "localhost")
def test_any_request_is_answered_below_500(
    caplog: pytest.LogCaptureFixture, server: Server, method: str, path: str,
    query: list[tuple[str, str]], host: str,
) -> None:  # fmt: skip
    caplog.clear()
    with one_second((method, path, query)):
        status, headers = server.ask(method, path, urlencode(query, errors="surrogatepass"), host)
    # 503 is how a closed store and a full queue are told.
    assert status < 500 or status == 503, (status, path, query)
    assert headers["x-content-type-options"] == "nosniff"
    assert "ondt.example" not in headers.get("location", "").partition("?")[0].removeprefix("/ondt")
    assert not [r for r in caplog.records if r.exc_info or r.levelno >= logging.ERROR]


@tried
@given(
    st.one_of(
        st.binary(max_size=200),
        texts().map(lambda text: text.encode("utf-8", "replace")),
        st.fixed_dictionaries(
            {
                "nokkel": st.one_of(texts(), st.integers(), st.none()),
                "navn": st.one_of(texts(), st.lists(texts(), max_size=2)),
                "lenke": st.one_of(texts(), texts().map(lambda t: f"/lokaler?distrikt={t}")),
            }
        ).map(lambda said: json.dumps(said).encode()),
    ),
    st.sampled_from(("", "5", "0", "99999999", "abc", "-1")),
)
@example(b"[" * 7_000, "")
@example(json.dumps({"nokkel": "x", "navn": "x", "lenke": "http://[::1"}).encode(), "")
def test_any_wish_for_a_short_link_is_answered_below_500(
    caplog: pytest.LogCaptureFixture, server: Server, body: bytes, length: str
) -> None:
    caplog.clear()
    headers = (("content-length", length),) if length else ()
    with one_second(body):
        status, _headers = server.ask("POST", "/l", body=body, headers=headers)
    assert 400 <= status < 500
    assert not [r for r in caplog.records if r.exc_info]
