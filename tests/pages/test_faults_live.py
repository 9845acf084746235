"""A running server with viewers on it: what is replaced, spoilt, ended or killed beneath them."""

import json
import shutil
import signal
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from psutil import CONN_LISTEN
from websockets.exceptions import ConnectionClosed

from data import short_links
from queries import Version
from tests.e2e.harness import free_port, process_at, running
from tests.fuzz.client import Open, opened

VIEWERS = 8
DEMO = "data=demo"


@pytest.fixture
def folder(build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the build folder that one server has for itself."""
    monkeypatch.setenv("TJENESTESTED_LENKER", str(tmp_path / "build" / "lenker.sqlite3"))
    return Path(shutil.copytree(build, tmp_path / "build"))


@pytest.fixture
def viewers() -> Iterator[ExitStack]:
    """Return what closes every page that is still open."""
    with ExitStack() as stack:
        yield stack


def got(address: str) -> tuple[int, Any]:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def health(base: str) -> dict[str, Any]:
    return dict(json.loads(got(f"{base}/helse")[1]))


def several(stack: ExitStack, base: str) -> list[Open]:
    return [stack.enter_context(opened(base, DEMO, "lokaler")) for _viewer in range(VIEWERS)]


def whole(page: Open) -> None:
    assert page.html
    assert (page.errors, page.alerts) == ([], [])


def test_what_is_spoilt_beneath_viewers_is_told_and_the_rest_is_served(
    folder: Path, viewers: ExitStack, versions: dict[str, Version]
) -> None:
    with running(folder) as base:
        pages = several(viewers, base)
        other = viewers.enter_context(opened(base, "data=kjente"))
        assert health(base)["status"] == "ok"
        database = folder / versions["demo"].path.name
        held = database.read_bytes()

        database.unlink()
        database.write_bytes(held[: len(held) // 3])
        for page in pages:
            whole(page.ask(f"{DEMO}&distrikt=Troms", "lokaler"))
        whole(other.ask("data=kjente&lang=nn"))
        told = health(base)
        reference = told["feil"]["demo"]["referanse"]
        assert told["status"] == "delvis"
        (log,) = folder.glob("server-*.log")
        assert len([line for line in log.read_text().splitlines() if reference in line]) == 1

        database.write_bytes(held)
        assert health(base)["status"] == "ok"
        for page in pages:
            whole(page.ask(f"{DEMO}&distrikt=Agder", "lokaler"))

        (folder / "demo.json").write_text("[]")
        shutil.rmtree(folder / "deling")
        for page in pages:
            whole(page.ask(f"{DEMO}&distrikt=Vest", "lokaler"))
        name = f"demo-{versions['demo'].version}.duckdb"
        assert got(f"{base}/last-ned/{name}")[0] == 404
        assert got(f"{base}/static/js/finnes-ikke.js")[0] == 404
        assert "Traceback" not in log.read_text()


def test_a_server_that_is_asked_to_end_does_so_with_viewers_on_it(
    folder: Path, viewers: ExitStack
) -> None:
    with running(folder) as base:
        pages = several(viewers, base)
        process = process_at(base)
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) in (0, -signal.SIGTERM)
        for page in pages:
            with pytest.raises((ConnectionClosed, OSError)):
                page.ask(DEMO)
    assert not list(folder.rglob("*.tmp*"))


def test_no_process_that_works_for_a_server_holds_its_port(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEIDERE", "1")
    with running(folder) as base:
        # A paper, so that the process is there.
        assert got(f"{base}/last-ned/notat.pdf?{DEMO}")[0] == 200
        server = process_at(base)
        assert [each for each in server.net_connections() if each.status == CONN_LISTEN]
        helpers = server.children(recursive=True)
        assert helpers
        assert [each for helper in helpers for each in helper.net_connections("inet")] == []


def test_a_server_that_is_killed_loses_no_short_link_and_the_next_shows_the_same(
    folder: Path, viewers: ExitStack, monkeypatch: pytest.MonkeyPatch, versions: dict[str, Version]
) -> None:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(folder))
    made = short_links.add("lokaler", f"{DEMO}&versjon={versions['demo'].version}", "møte")
    port = free_port()
    with running(folder, port=port) as base:
        first = several(viewers, base)[0].html
        writer = sqlite3.connect(folder / "lenker.sqlite3", isolation_level=None)
        writer.execute("begin immediate")
        process_at(base).kill()
        writer.close()
    with running(folder, port=port) as base:
        again = viewers.enter_context(opened(base, DEMO, "lokaler"))
        assert again.html == first
        assert short_links.find("møte") == made
        assert health(base)["status"] == "ok"
