"""Every answer has a reference; one that fails is a page with a sentence, and is found by it."""

import logging
import re

import anyio
import pytest
from prometheus_client import generate_latest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from pages.server import metrics
from pages.server.ledger import HEADER, Ledger
from pages.server.logs import CASE

WORD = "hemmelig"


async def fine(request: Request) -> PlainTextResponse:
    return PlainTextResponse(CASE.get())


async def fails(request: Request) -> PlainTextResponse:
    raise ValueError(WORD)


class Half:
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ValueError(WORD)


def ask(path: str, query: str = "") -> list[Message]:
    """Return what is sent to one who asks a small application behind the ledger."""
    routes = [Route("/fin/{navn}", fine), Route("/feil/{navn}", fails), Route("/halvt", Half())]
    app = Starlette(routes=routes, middleware=[Middleware(Ledger)])
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "root_path": "",
        "query_string": query.encode(),
        "headers": [],
    }
    anyio.run(app, scope, receive, send)
    return sent


def reference(sent: list[Message]) -> str:
    return str(dict(sent[0]["headers"])[HEADER.encode()].decode())


def test_an_answer_carries_the_reference_that_the_log_has_while_it_is_made() -> None:
    one, other = ask("/fin/a"), ask("/fin/a")
    assert re.fullmatch("[0-9A-F]{6}", reference(one))
    assert one[1]["body"].decode() == reference(one) != reference(other)
    assert CASE.get() == ""


def test_what_fails_is_a_page_whose_reference_finds_the_line_and_says_nothing_of_the_reader(
    caplog: pytest.LogCaptureFixture,
) -> None:
    sent = ask(f"/feil/{WORD}", f"q={WORD}")
    assert sent[0]["status"] == 500
    page = sent[1]["body"].decode()
    assert f"meld fra med referansen {reference(sent)}" in page
    assert WORD not in page
    (line,) = (each for each in caplog.records if each.levelno == logging.ERROR)
    assert line.getMessage() == f"Feil {reference(sent)} på /feil/{{navn}}"
    assert WORD not in line.getMessage()


def test_half_an_answer_ends_instead_of_becoming_another(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ValueError, match=WORD):
        ask("/halvt")
    assert "på /halvt" in caplog.text


def test_each_answer_is_told_by_its_route_and_counted(caplog: pytest.LogCaptureFixture) -> None:
    def counted(route: str, status: str) -> float:
        found = metrics.REGISTRY.get_sample_value(
            "tjenestested_svar_total", {"rute": route, "status": status}
        )
        return found or 0.0

    before = counted("/fin/{navn}", "200"), counted("annet", "404")
    with caplog.at_level(logging.INFO, "pages.server.ledger"):
        ask(f"/fin/{WORD}", f"q={WORD}")
        ask(f"/{WORD}")
    assert (counted("/fin/{navn}", "200"), counted("annet", "404")) == (
        before[0] + 1,
        before[1] + 1,
    )
    told = [(vars(each)["rute"], vars(each)["status"]) for each in caplog.records]
    assert told == [("/fin/{navn}", 200), ("annet", 404)]
    assert WORD not in generate_latest(metrics.REGISTRY).decode()
