"""Logging in, against a provider that runs: what is believed, how long, and what is kept."""

import json
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from data.work import store
from tests.e2e import harness
from tests.e2e.people import KEY, USER, XSRF, forged, logged_in, page_of, said, told
from tests.login.provider import CLIENT, provider, settings


@pytest.fixture(scope="module")
def place(build: Path) -> Iterator[tuple[str, str]]:
    """Give the address of a server that people log in to, and that of the provider."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        issuer = stack.enter_context(provider())
        for name, value in settings(issuer).items():
            patch.setenv(name, value)
        patch.setenv("TJENESTESTED_LOGIN_NOKKEL", KEY)
        patch.setenv("TJENESTESTED_ARBEID", str(build / "innlogging" / "arbeid.sqlite3"))
        yield stack.enter_context(harness.running(build, settings=harness.NO_PAPERS)), issuer


@pytest.fixture(scope="module")
def dina(place: tuple[str, str]) -> dict[str, str]:
    return logged_in(*place, "dina")


@pytest.fixture(scope="module")
def lise(place: tuple[str, str]) -> dict[str, str]:
    return logged_in(*place, "lise")


def advice(**changes: Any) -> dict[str, Any]:
    text = json.dumps({"raad": "anbefaler", "tekst": "Hit.", "grunner": ["avstand"]})
    usual = {"id": str(uuid.uuid4()), "datasett": "demo", "slag": "raad", "felt": "Nordland"}
    return usual | {"gjelder": "kommune:1804", "til": text, "seen": 0} | changes


def test_who_has_logged_in_is_who_her_cookie_says(
    place: tuple[str, str], dina: dict[str, str], lise: dict[str, str]
) -> None:
    base, _issuer = place
    with page_of(base, {}) as nobody, page_of(base, dina) as one, page_of(base, lise) as other:
        assert told(nobody)["hvem"] == ""
        assert told(one)["hvem"]
        assert told(one)["hvem"] != told(other)["hvem"]


def test_what_is_sent_is_kept_once_and_what_is_forged_is_not(
    place: tuple[str, str], dina: dict[str, str], lise: dict[str, str]
) -> None:
    base, _issuer = place
    post = advice(gjelder="kommune:1820")
    with page_of(base, dina, "raad") as page:
        page.send(said(page, skrevet=[post, post])).wait()
        first = told(page)["kvittert"]
        page.send(said(page, skrevet=[post])).wait()
        again = told(page)["kvittert"]
        (nr,) = {each["nr"] for each in (*first, *again)}
        forgeries: list[Any] = [
            advice(felt="Troms", gjelder="kommune:5401"),
            advice(hvem="leo", navn="Leo Leder"),
            advice(slag="publisert", gjelder="raad", felt="", til=None),
            advice(slag="finnes-ikke"),
        ]
        page.send(said(page, skrevet=forgeries)).wait()
        assert all(each["avvist"] for each in told(page)["kvittert"])
        strange: list[Any] = ["x", 5, {}, [[[]]], [None], {"skrevet": []}]
        for odd in strange:
            page.send(said(page, skrevet=odd, konto=odd)).wait()
            assert told(page)["kvittert"] == []
        assert page.errors == page.alerts == []
    for cookies in ({}, lise):
        with page_of(base, cookies, "raad") as page:
            page.send(said(page, skrevet=[advice()])).wait()
            assert all("nr" not in each for each in told(page)["kvittert"])
    kept = store.all("demo")
    assert [(event.nr, event.hvem, event.rolle) for event in kept] == [
        (nr, "dina", "distrikt:Nordland")
    ]


def test_a_cookie_that_is_not_whole_is_nobodys(
    place: tuple[str, str], dina: dict[str, str], lise: dict[str, str]
) -> None:
    base, issuer = place
    now = int(time.time())
    claims = {"iss": issuer, "aud": CLIENT, "sub": "leo", "name": "Leo", "iat": now - 60,
              "exp": now + 600, "roller": ["leder"]}  # fmt: skip
    with page_of(base, dina | {USER: forged(base, claims)}) as page:
        assert told(page)["hvem"], "den som er hel, blir trodd"
    broken = {
        "endret": dina[USER][:-4] + "abcd",
        "kuttet": dina[USER][:40],
        "tom": "",
        "annen nøkkel": forged(base, claims, "x" * 40),
        "utløpt": forged(base, claims | {"exp": now - 1}),
        "annen utsteder": forged(base, claims | {"iss": "https://ondt.example"}),
        "annen mottaker": forged(base, claims | {"aud": "en-annen"}),
        "annet sted": forged("http://ondt.example", claims),
        "uten rolle": forged(base, claims | {"roller": []}),
    }
    for name, cookie in broken.items():
        with page_of(base, dina | {USER: cookie}) as page:
            assert told(page)["hvem"] == "", name
    # The cookie alone, as a page of another site would have it sent, is no login.
    for token in ("", lise[XSRF][:-2] + "00", "2|x|y|z"):
        with page_of(base, dina, token=token) as page:
            assert told(page)["hvem"] == "", token


def test_who_logs_out_is_out_in_every_window_and_so_is_a_copy_of_her_cookie(
    place: tuple[str, str],
) -> None:
    base, issuer = place
    leo = logged_in(base, issuer, "leo")
    # Begun before she logs out by more than the second that a token counts in.
    now = int(time.time())
    claims = {"iss": issuer, "aud": CLIENT, "sub": "leo", "name": "Leo", "iat": now - 60,
              "exp": now + 600, "roller": ["leder"]}  # fmt: skip
    copy = leo | {USER: forged(base, claims)}
    with page_of(base, copy) as one, page_of(base, copy, "raad") as other:
        assert told(one)["hvem"]
        one.send(said(one, konto="ut")).wait()
        other.send(said(other, skrevet=[advice()])).wait()
        assert told(other)["hvem"] == ""
        assert all("nr" not in each for each in told(other)["kvittert"])
    with page_of(base, copy) as page:
        assert told(page)["hvem"] == ""
