"""A damaged data set is told to its own readers and to the operator, by one reference."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.routing import Route

from data import versions
from data.sharing import shared_file
from pages.parts.sharing.download import download
from pages.parts.sharing.short_links import short_link_routes
from pages.parts.sharing.whole_tables import download_database, download_table
from pages.server.health import health
from queries import Version, serving, short_links
from tests.pages.app import headings, html, opened
from tests.pages.served import ask

ROUTES = [
    Route("/helse", health),
    *short_link_routes(),
    Route("/last-ned/tabell/{table}.{format}", download_table),
    Route("/last-ned/{file}.duckdb", download_database),
    Route("/last-ned/{card}.{format}", download),
]


@pytest.fixture
def spoilt(build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the build folder that one test may spoil."""
    folder = tmp_path / "build"
    shutil.copytree(build, folder)
    monkeypatch.setenv("TJENESTESTED_BUILD", str(folder))
    monkeypatch.setenv("TJENESTESTED_LENKER", str(folder / "lenker.sqlite3"))
    monkeypatch.setattr(versions, "_UNDERSTOOD", {})
    serving.tell.cache_clear()
    return folder


def told() -> tuple[int, dict[str, object]]:
    status, _headers, body = ask(ROUTES, "/helse")
    return status, json.loads(body)


@pytest.mark.parametrize("content", ["[]", "5", "null", "", "x"])
def test_a_spoilt_pointer_is_told_to_readers_of_its_set_alone(
    spoilt: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    (spoilt / "demo.json").write_text(content, "utf-8")
    page = opened("bemanning", data="demo")
    assert not page.exception
    assert headings(page)
    status, body = told()
    assert (status, body["status"]) == (200, "delvis")
    wrong = body["feil"]
    assert isinstance(wrong, dict)
    assert list(wrong) == ["demo"]
    reference = wrong["demo"]["referanse"]
    assert f"Meld fra med referansen {reference}." in html(page)
    assert len([line for line in caplog.messages if reference in line]) == 1
    assert "referansen" not in html(opened("bemanning", data="kjente"))


@pytest.mark.parametrize("damage", [lambda p: os.truncate(p, 9_000), lambda p: p.write_bytes(b"x")])
def test_a_set_that_cannot_be_shown_says_so_and_the_others_are(
    spoilt: Path, versions: dict[str, Version], damage: Callable[[Path], object]
) -> None:
    damage(spoilt / versions["demo"].path.name)
    page = opened("bemanning", data="demo")
    assert "<h1>Datasettet kan ikke vises nå</h1>" in page.html[0].value
    status, body = told()
    assert (status, body["status"], body["data"]) == (
        200,
        "delvis",
        {"kjente": versions["kjente"].version},
    )
    refused = ask(ROUTES, "/last-ned/kart.csv?data=demo")
    assert refused[0] == 503
    assert serving.served("demo").trouble.reference in refused[2].decode()  # type: ignore[union-attr]
    assert ask(ROUTES, "/last-ned/kart.csv?data=kjente")[0] == 200
    assert headings(opened("bemanning", data="kjente"))


def test_health_fails_only_when_nothing_can_be_shown(
    spoilt: Path, versions: dict[str, Version]
) -> None:
    assert told()[1] == {
        "status": "ok",
        "data": {name: version.version for name, version in versions.items()},
    }
    for version in versions.values():
        (spoilt / version.path.name).write_bytes(b"x")
    status, body = told()
    assert (status, body["status"], body["data"]) == (503, "feil", {})


@pytest.mark.parametrize("damage", [lambda p: os.truncate(p, 9_000), lambda p: p.write_bytes(b"x")])
def test_damaged_tables_to_pass_on_are_never_passed_on(
    spoilt: Path, versions: dict[str, Version], damage: Callable[[Path], object]
) -> None:
    version = versions["demo"]
    damage(shared_file(version))
    for path in (f"demo-{version.version}.duckdb", "tabell/kommune.csv?data=demo"):
        status, _headers, body = ask(ROUTES, f"/last-ned/{path}")
        assert (status, "referansen" in body.decode()) == (503, True), path
    # Its pages need no such file.
    assert headings(opened("data", data="demo"))


@pytest.mark.parametrize("damage", ["borte", "søppel", "tom", "mappe"])
def test_a_store_of_links_that_is_lost_or_damaged_is_told(spoilt: Path, damage: str) -> None:
    file = spoilt / "lenker.sqlite3"
    assert "feil" not in told()[1]
    short_links.make(
        "lokaler", opened("lokaler", data="demo").session_state.reader.pinned.view, "a"
    )
    assert ask(ROUTES, "/l/a")[0] == ask(ROUTES, "/l/a).")[0] == 302
    file.unlink()
    if damage == "søppel":
        file.write_bytes(os.urandom(5_000))
    elif damage == "tom":
        sqlite3.connect(file).close()
        file.touch()
    elif damage == "mappe":
        file.mkdir()
    status, _headers, body = ask(ROUTES, "/l/a")
    assert status == 503
    wrong = told()[1]["feil"]
    assert isinstance(wrong, dict)
    assert wrong["kortlenker"]["referanse"] in body.decode()
