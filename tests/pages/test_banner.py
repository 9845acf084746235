"""Who starts the server is told where it listens and for whom it answers."""

import pytest
import streamlit as st

from pages.server.banner import announce


def said(printed: pytest.CaptureFixture[str]) -> list[str]:
    announce()
    return printed.readouterr().err.split("\n")[1:-2]


@pytest.fixture
def bound(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Return the options that the server is started with, to be changed."""
    options: dict[str, object] = {"server.address": "localhost", "server.port": 8501}
    monkeypatch.setattr(st, "get_option", options.get)
    monkeypatch.delenv("TJENESTESTED_VERTER", raising=False)
    return options


def test_by_default_it_listens_on_this_machine(
    bound: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys) == [
        "Tjenestested: http://localhost:8501",
        "Lytter bare på denne maskinen; STREAMLIT_SERVER_ADDRESS åpner for andre.",
        "Svarer for 127.0.0.1, ::1, localhost.",
    ]


@pytest.mark.parametrize("address", [None, "0.0.0.0", "::"])  # noqa: S104
def test_that_others_reach_it_is_said(
    bound: dict[str, object], capsys: pytest.CaptureFixture[str], address: str | None
) -> None:
    bound["server.address"] = address
    assert said(capsys)[1:] == [
        "Lytter på alle nettverk maskinen er på.",
        "Svarer bare for localhost til TJENESTESTED_VERTER eller -ADRESSE er satt.",
    ]


def test_the_address_that_readers_write_comes_first(
    bound: dict[str, object], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bound["server.address"] = "10.0.0.7"
    monkeypatch.setenv("TJENESTESTED_ADRESSE", "https://tall.dep.example")
    assert said(capsys) == [
        "Tjenestested: https://tall.dep.example",
        "Lytter på 10.0.0.7.",
        "Svarer for 127.0.0.1, ::1, localhost, tall.dep.example.",
    ]
