"""What the server answers for: every route there is, and nothing for strangers or by mistake."""

from collections.abc import Iterator
from typing import Final

import anyio
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import Message, Receive, Scope, Send

import dashboard
from pages.server.doors import Doors, is_closed
from pages.server.hosts import (
    _checked,
    is_own_origin,
    is_trusted,
    public_address,
    trusted_hosts,
)
from pages.server.middleware import SecurityHeaders
from queries import budgets
from tests.login.roles import believe

# Ours, and what each is for; see `dashboard.py`.
OURS: Final = {
    "/assets/{version}/{name}",
    "/geometri/{version}/{name}",
    "/helse",
    "/kart/{dataset}/{version}/sted/{number}.svg",
    "/kart/{dataset}/{version}/lag/{lang}/{name}",
    "/tilgjengelighetserklaering",
    "/l",
    "/l/{name}",
    "/last-ned/beslutningsgrunnlag.{form}",
    "/last-ned/kommune-{number}.pdf",
    "/last-ned/kommuner.zip",
    "/last-ned/kortlenke/{name}.{form}",
    "/last-ned/notat.{form}",
    "/last-ned/politidistrikt-{name}.pdf",
    "/last-ned/qr/{page}.{form}",
    "/last-ned/tabell/{table}.{format}",
    "/last-ned/velg-kort",
    "/last-ned/{card}.{format}",
    "/last-ned/{file}.duckdb",
    "/last-ned/{page}/{card}.{format}",
    "/navn/{dataset}/{version}.json",
    "/oversikt",
    "/plotly/{version}/{name}",
}
# Streamlit's that a page needs.
OPEN: Final = {
    "",
    "/_stcore/bidi-components/{path:path}",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/media/{file_id:path}",
}
# Streamlit's that a login goes through; shut where nobody can log in.
LOGIN: Final = {"/auth/login", "/auth/logout", "/oauth2callback"}
# Streamlit's that nobody needs here.
CLOSED: Final = {
    "/_stcore/agent/interact",
    "/_stcore/agent/mcp",
    "/_stcore/agent/openapi.json",
    "/_stcore/metrics",
    "/_stcore/upload_file/{session_id}/{file_id}",
    "/component/{path:path}",
}


def answered(
    path: str, *, method: str = "GET", host: str = "localhost", query: str = ""
) -> tuple[int, dict[str, str], str]:
    """Return what a request gets from the doors; everything behind them answers «inne»."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def inside(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("inne")(scope, receive, send)

    scope: Scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"host", host.encode())] if host else [],
    }
    anyio.run(SecurityHeaders(Doors(inside)), scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, sent[1]["body"].decode()


def routes() -> Iterator[str]:
    for route in dashboard.app._build_starlette_app().routes:
        assert isinstance(route, Route | Mount | WebSocketRoute)
        yield route.path


def test_every_route_of_the_server_is_known_here() -> None:
    assert {*routes()} == OURS | OPEN | CLOSED | LOGIN


def test_what_no_page_needs_is_closed_and_the_rest_is_not() -> None:
    for path in CLOSED | LOGIN:
        assert is_closed(path.replace("{session_id}/{file_id}", "a/b")), path
        assert answered(path)[0] == 404
        assert answered(path, method="POST")[0] == 404
        assert answered(path, method="PUT")[0] == 404
    for path in OURS | OPEN:
        assert not is_closed(path), path


def test_the_doors_of_a_login_are_open_where_somebody_can_log_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    believe(monkeypatch)
    for path in LOGIN:
        assert answered(path)[0] == 200
        assert answered(path, method="POST")[0] == 405
        assert answered(f"{path}/x")[0] == 404
    assert answered("/auth/nytt")[0] == 404
    believe(monkeypatch, client_id="")
    assert answered("/auth/login")[0] == 404


@pytest.mark.parametrize("path", ["/_stcore/nytt", "/_stcore", "/component/x", "/_stcore/media"])
def test_what_a_later_streamlit_adds_is_closed_until_somebody_opens_it(path: str) -> None:
    status, _headers, body = answered(path)
    assert status == 404
    assert "<h1>Fant ikke siden</h1>" in body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST", "TRACE"])
def test_nothing_is_taken_in_but_short_links(method: str) -> None:
    assert answered("/lokaler", method=method)[0] == 405
    assert answered("/l", method=method)[0] == (200 if method == "POST" else 405)
    assert answered("/", method="HEAD")[0] == answered("/", method="OPTIONS")[0] == 200


def test_a_link_longer_than_any_of_ours_is_refused_in_one_sentence() -> None:
    assert answered("/", query="q=" + "x" * (budgets.ADDRESS - 10))[0] == 200
    status, headers, body = answered("/", query="q=" + "x" * budgets.ADDRESS)
    assert status == 414
    assert "Den er lengre enn noen lenke herfra. Be om den på nytt." in body
    assert headers["cache-control"] == "no-store"
    assert answered("/" + "a" * budgets.ADDRESS)[0] == 414


@pytest.mark.parametrize(
    ("path", "query", "place"),
    [
        ("/l/navn.", "", "/l/navn"),
        ("/l/navn).", "lang=nn", "/l/navn?lang=nn"),
        ("/l/møte,", "", "/l/m%C3%B8te"),
        ("/lokaler»", "data=demo", "/lokaler?data=demo"),
        ("/last-ned/oversikt/kart.csv.", "", "/last-ned/oversikt/kart.csv"),
        ("//ondt.example.", "", "/ondt.example"),
        ("/\\ondt.example!", "", "/%5Condt.example"),
    ],
)
def test_the_end_of_a_sentence_leads_to_the_address_before_it(
    path: str, query: str, place: str
) -> None:
    status, headers, _body = answered(path, query=query)
    assert (status, headers["location"]) == (307, place)


@pytest.mark.parametrize(
    "host",
    [
        "ondt.example", "", "localhost.ondt.example", "localhost@ondt.example", "a b", "[::1",
        # What an address may have around a host, a host may not.
        "ondt.example@localhost", "localhost/ondt.example", "localhost?ondt", "localhost#ondt",
    ],
)  # fmt: skip
def test_a_host_that_is_not_ours_is_not_answered_for(host: str) -> None:
    status, _headers, body = answered("/", host=host)
    assert status == 421
    assert "Serveren svarer ikke for verten i adressen." in body
    # Those who watch the server know it by a number.
    assert answered("/helse", host=host)[0] == 200


def test_the_operator_says_which_hosts_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_VERTER", " Tall.Example , 10.0.0.7:8501,[2001:db8::1]")
    monkeypatch.setenv("TJENESTESTED_ADRESSE", "https://svar.dep.example/politi")
    named = ("tall.example", "TALL.example:443", "10.0.0.7", "[2001:db8::1]:80", "svar.dep.example")
    # As a name server writes a host in full.
    in_full = ("tall.example.", "tall.example.:443")
    for host in (*named, *in_full):
        assert is_trusted(host), host
    for host in ("example", "x.tall.example", "10.0.0.8", "tall.example.evil"):
        assert not is_trusted(host), host
    assert {"localhost", "127.0.0.1", "::1"} <= trusted_hosts()
    assert is_own_origin("https://tall.example")
    assert not is_own_origin("https://ondt.example")
    assert not is_own_origin("null")
    assert not is_own_origin("ftp://tall.example")
    assert not is_own_origin("chrome-extension://tall.example")


@pytest.mark.parametrize(
    ("given", "told"), [("", 0), ("https://tall.example", 0), ("tall.example", 1)]
)
def test_an_address_that_is_not_set_is_no_mistake_and_one_that_is_none_is(
    given: str, told: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("TJENESTESTED_ADRESSE", given)
    _checked.cache_clear()
    assert public_address() == ("" if told else given)
    assert len(caplog.records) == told


@pytest.mark.parametrize(
    ("headers", "let_in"),
    [
        ([(b"host", b"localhost:8501")], True),
        ([(b"host", b"localhost:8501"), (b"origin", b"http://localhost:8501")], True),
        ([(b"host", b"localhost:8501"), (b"origin", b"http://ondt.example")], False),
        ([(b"host", b"localhost:8501"), (b"origin", b"null")], False),
        ([(b"host", b"ondt.example"), (b"origin", b"http://ondt.example")], False),
        ([], False),
    ],
)
def test_only_our_own_pages_open_a_connection(
    headers: list[tuple[bytes, bytes]], let_in: bool
) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def inside(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})

    scope: Scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    anyio.run(Doors(inside), scope, receive, send)
    assert [message["type"] for message in sent] == [
        "websocket.accept" if let_in else "websocket.close"
    ]


def test_behind_tls_a_browser_is_told_to_stay_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "strict-transport-security" not in answered("/")[1]
    monkeypatch.setenv("TJENESTESTED_ADRESSE", "https://svar.dep.example")
    assert answered("/")[1]["strict-transport-security"] == "max-age=31536000"
    monkeypatch.setenv("TJENESTESTED_ADRESSE", "http://svar.dep.example")
    assert "strict-transport-security" not in answered("/")[1]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"path": "/l/navn."}, 307),
        ({"path": "/_stcore/metrics"}, 404),
        ({"path": "/lokaler", "method": "PUT"}, 405),
        ({"path": "/", "query": "q=" + "x" * budgets.ADDRESS}, 414),
        ({"path": "/", "host": "ondt.example"}, 421),
    ],
)
def test_behind_tls_no_refusal_and_no_way_elsewhere_is_without_it(
    asked: dict[str, str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_ADRESSE", "https://svar.dep.example/politi")
    found, headers, _body = answered(**asked)
    assert found == status
    assert headers["strict-transport-security"] == "max-age=31536000"


def test_behind_tls_no_cookie_travels_without(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def inside(_scope: Scope, _receive: Receive, send: Send) -> None:
        cookies = [(b"set-cookie", b"a=1; Path=/"), (b"set-cookie", b"b=2; Secure; HttpOnly")]
        await send({"type": "http.response.start", "status": 200, "headers": cookies})

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    monkeypatch.setenv("TJENESTESTED_ADRESSE", "https://svar.dep.example")
    anyio.run(SecurityHeaders(inside), {"type": "http"}, receive, send)
    assert [value for name, value in sent[0]["headers"] if name == b"set-cookie"] == [
        b"a=1; Path=/; Secure",
        b"b=2; Secure; HttpOnly",
    ]
