"""Figures for an operator: nowhere until she says where, and then on a port of their own."""

import json
import logging
import urllib.error
import urllib.request
from pathlib import Path

import anyio
import pytest
from starlette.types import Message

from pages.server import metrics
from tests.e2e.harness import free_port, running
from tests.fuzz.client import opened

WORD = "hemmelig"


def got(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("", None),
        ("9464", ("127.0.0.1", 9464)),
        ("10.0.0.5:9464", ("10.0.0.5", 9464)),
        ("[::1]:9464", ("::1", 9464)),
        # Open to everybody, nowhere, or no address at all.
        ("0.0.0.0:9464", None),
        ("[::]:9464", None),
        ("239.0.0.1:9464", None),
        ("999.0.0.1:9464", None),
        ("tall.example.no:9464", None),
        ("0", None),
        ("99999", None),
        ("ja", None),
    ],
)
def test_they_are_off_until_an_address_of_the_machines_own_is_given(
    given: str, place: tuple[str, int] | None, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    monkeypatch.setenv("TJENESTESTED_MAALINGER", given)
    assert metrics.place() == place
    assert ("TJENESTESTED_MAALINGER" in caplog.text) == (place is None and bool(given))


def test_a_port_that_is_taken_is_told_of_and_the_server_runs(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    port = free_port()
    monkeypatch.setenv("TJENESTESTED_MAALINGER", str(port))
    before = list(logging.getLogger().handlers)
    with metrics.served(), metrics.served():
        assert f"127.0.0.1:{port} kan ikke brukes" in caplog.text
        assert "tjenestested_sider_aapne" in got(f"http://127.0.0.1:{port}/metrics")
    with pytest.raises(urllib.error.URLError):
        got(f"http://127.0.0.1:{port}/metrics")
    left = [each for each in logging.getLogger().handlers if isinstance(each, metrics.Counting)]
    assert left == [each for each in before if isinstance(each, metrics.Counting)]


def test_only_what_an_open_page_sends_is_a_message() -> None:
    kinds = iter(("websocket.connect", "websocket.receive", "websocket.disconnect"))

    async def receive() -> Message:
        return {"type": next(kinds)}

    async def all_three() -> None:
        for _kind in range(3):
            await metrics.counted(receive)()

    def told() -> float:
        return metrics.REGISTRY.get_sample_value("tjenestested_meldinger_total") or 0.0

    before = told()
    anyio.run(all_three)
    assert told() == before + 1


def test_a_running_server_tells_figures_and_lines_and_nothing_of_who_reads(
    build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    monkeypatch.setenv("TJENESTESTED_MAALINGER", str(port))
    monkeypatch.setenv("TJENESTESTED_LOGG", "json")
    with running(build) as base:
        address = f"{base}/last-ned/{WORD}.csv?q={WORD}&kommune=1804"
        with pytest.raises(urllib.error.HTTPError) as refused:
            got(address)
        with opened(base, f"data=demo&q={WORD}", "sok") as page:
            assert page.html
            figures = got(f"http://127.0.0.1:{port}/metrics")
            page.send(b"dette er ingen melding")
        log = (build / f"server-{base.rpartition(':')[2]}.log").read_text()
    reference = refused.value.headers["x-request-id"]
    route = "/last-ned/{card}.{format}"
    lines = [json.loads(line) for line in log.splitlines()]
    (told,) = (line for line in lines if line.get("sak") == reference)
    assert (told["rute"], told["status"]) == (route, refused.value.code)
    assert f'tjenestested_svar_total{{rute="{route}",status="{told["status"]}"}} 1.0' in figures
    assert "tjenestested_sider_aapne 1.0" in figures
    assert 'tjenestested_datasett{data="demo",versjon=' in figures
    assert "tjenestested_feil{" not in figures
    assert "process_open_fds" in figures
    # Where it listens is told there too.
    assert any("Lytter bare på denne maskinen" in line["melding"] for line in lines)
    for text in (figures, log):
        assert WORD not in text
        assert "1804" not in text
