"""What lies beside the databases, in every state a disk can leave it in: told, and never served.

The pointer and the databases are in `tests/queries/test_serving.py`, full disks in
`tests/data/test_full_disk.py`, and a running server in `test_faults_live.py`.
"""

import errno
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.routing import Route

from data import short_links as store
from data import versions as known
from data.sharing import shared_file
from pages.parts.sharing.short_links import short_link_routes
from pages.parts.sharing.whole_tables import download_database, download_table
from pages.server.health import health
from queries import Version, View, budgets, serving, short_links
from tests.pages.served import ask

ROUTES = [
    Route("/helse", health),
    *short_link_routes(),
    Route("/last-ned/tabell/{table}.{format}", download_table),
    Route("/last-ned/{file}.duckdb", download_database),
]


@pytest.fixture
def folder(build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the build folder that one test may spoil."""
    copied = Path(shutil.copytree(build, tmp_path / "build"))
    monkeypatch.setenv("TJENESTESTED_BUILD", str(copied))
    monkeypatch.setenv("TJENESTESTED_LENKER", str(copied / "lenker.sqlite3"))
    monkeypatch.setattr(known, "_UNDERSTOOD", {})
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    serving.tell.cache_clear()
    return copied


def told() -> dict[str, Any]:
    """Return what `/helse` says is wrong."""
    return dict(json.loads(ask(ROUTES, "/helse")[2]).get("feil", {}))


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def halved(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(9_000))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


SPOILT = pytest.mark.parametrize("spoil", [folder_instead, halved, garbage, emptied])


@SPOILT
def test_a_file_to_pass_on_that_is_spoilt_is_refused_with_the_reference_health_has(
    folder: Path, versions: dict[str, Version], spoil: Callable[[Path], None]
) -> None:
    spoil(shared_file(versions["demo"]))
    for path in (f"demo-{versions['demo'].version}.duckdb", "tabell/kommune.csv?data=demo"):
        status, _headers, body = ask(ROUTES, f"/last-ned/{path}")
        assert status == 503
        assert told()["demo-deling"]["referanse"] in body.decode()
    assert ask(ROUTES, "/last-ned/tabell/kommune.csv?data=kjente")[0] == 200


@pytest.mark.parametrize("gone", ["filen", "mappen", "mappen er en fil"])
def test_a_file_to_pass_on_that_is_not_there_is_404(
    folder: Path, versions: dict[str, Version], gone: str
) -> None:
    path = shared_file(versions["demo"])
    if gone == "filen":
        path.unlink()
    else:
        shutil.rmtree(path.parent)
    if gone == "mappen er en fil":
        path.parent.write_bytes(b"x")
    assert ask(ROUTES, f"/last-ned/{path.name}")[0] == 404
    assert ask(ROUTES, "/last-ned/tabell/kommune.csv?data=demo")[0] == 404
    assert told() == {}


@SPOILT
def test_links_that_are_spoilt_are_told_and_nothing_else_notices(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    store.add("lokaler", "data=demo", "møte")
    spoil(folder / "lenker.sqlite3")
    status, _headers, body = ask(ROUTES, "/l/m%C3%B8te")
    assert status == 503
    assert told()["kortlenker"]["referanse"] in body.decode()
    assert ask(ROUTES, "/last-ned/tabell/kommune.csv?data=demo")[0] == 200


@pytest.mark.parametrize("lose", [Path.unlink, emptied])
def test_links_that_are_begun_anew_are_told_once_and_what_is_lost_is_not_called_misspelt(
    folder: Path,
    lose: Callable[[Path], None],
    versions: dict[str, Version],
    caplog: pytest.LogCaptureFixture,
) -> None:
    view = View(data="demo", versjon=versions["demo"].version)
    short_links.make("lokaler", view, "møte")
    lose(folder / "lenker.sqlite3")
    caplog.clear()
    # Nobody asks `/helse`: who makes the next link is the first to meet it.
    short_links.make("lokaler", view, "ny")
    assert "begynt på nytt" in told()["kortlenker"]["feil"]
    reference = told()["kortlenker"]["referanse"]
    assert ask(ROUTES, "/l/ny")[0] == 302
    status, _headers, body = ask(ROUTES, "/l/m%C3%B8te")
    assert status == 503
    assert reference in body.decode()
    says = "filen med kortlenker er begynt på nytt, uten lenkene som var i den"
    logged = [r.getMessage() for r in caplog.records if reference in r.getMessage()]
    assert logged == [f"Feil {reference} i kortlenker: {says}"]


@pytest.fixture
def other(folder: Path) -> Iterator[sqlite3.Connection]:
    """Return another process' hold of a store with one link in it, which it has for itself."""
    store.add("lokaler", "data=demo", "møte")
    held = sqlite3.connect(folder / "lenker.sqlite3", isolation_level=None)
    held.execute("begin exclusive")
    yield held
    held.close()


def test_links_that_another_holds_are_told_until_it_lets_go(other: sqlite3.Connection) -> None:
    assert ask(ROUTES, "/l/m%C3%B8te")[0] == 503
    assert "database is locked" in told()["kortlenker"]["feil"]
    other.execute("rollback")
    # It has changed nothing in the file.
    assert told() == {}
    assert ask(ROUTES, "/l/m%C3%B8te")[0] == 302


def test_links_that_are_held_after_they_were_looked_through_are_told_once_to_all_who_ask(
    other: sqlite3.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    other.execute("rollback")
    assert told() == {}
    other.execute("begin exclusive")
    bodies = [ask(ROUTES, "/l/m%C3%B8te")[2].decode() for _time in range(3)]
    ((reference,),) = {tuple(re.findall(r"referansen (\w+)\.", body)) for body in bodies}
    assert "database is locked" in caplog.text
    assert [reference in record.getMessage() for record in caplog.records] == [True]


@pytest.mark.parametrize("change", ["drop table lenke", "alter table lenke drop column tilfeldig"])
def test_links_of_an_unknown_form_are_kept_as_they_are(folder: Path, change: str) -> None:
    store.add("lokaler", "data=demo", "møte")
    file = folder / "lenker.sqlite3"
    with sqlite3.connect(file) as opened:
        opened.execute("drop trigger lenke_endres_ikke")
        opened.execute(change)
    if "alter" in change:
        # An older form has what a link is made of, and is followed.
        assert ask(ROUTES, "/l/m%C3%B8te")[0] == 302
        with pytest.raises(store.ClosedError):
            store.add("lokaler", "data=kjente")
        return
    assert ask(ROUTES, "/l/m%C3%B8te")[0] == 503
    assert "kan ikke leses" in told()["kortlenker"]["feil"]


def test_links_of_a_later_form_are_followed(folder: Path) -> None:
    store.add("lokaler", "data=demo", "møte")
    with sqlite3.connect(folder / "lenker.sqlite3") as opened:
        opened.execute("alter table lenke add column utloper text")
    assert ask(ROUTES, "/l/m%C3%B8te")[0] == 302
    assert store.add("lokaler", "data=kjente").name


def fill(links: int) -> None:
    for n in range(links):
        store.add("lokaler", "data=demo&sok=" + "x" * 1_900 + str(n))


@pytest.mark.parametrize("which", ["BUILD", "LENKER", "ARBEID"])
def test_a_disk_that_is_almost_full_is_told_before_anything_is_refused(
    folder: Path, which: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = tmp_path / "liten"
    small.mkdir()
    looked = shutil.disk_usage

    def usage(path: Path) -> Any:
        found = looked(path)
        return found._replace(free=budgets.ROOM - 1) if path == small else found

    monkeypatch.setattr(shutil, "disk_usage", usage)
    assert told() == {}
    if which == "BUILD":
        shutil.copytree(folder, small, dirs_exist_ok=True)
    place = small if which == "BUILD" else small / "a.sqlite3"
    monkeypatch.setenv(f"TJENESTESTED_{which}", str(place))
    assert told()["disk"]["feil"] == "det er nesten ikke plass igjen i mappen liten"


def test_a_folder_that_is_not_there_yet_is_not_full(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_LENKER", str(tmp_path / "ny" / "lenker.sqlite3"))
    for work in ("postgresql://nobody@localhost:1/arbeid", "oracle://annet"):
        monkeypatch.setenv("TJENESTESTED_ARBEID", work)
        assert "disk" not in told()


def test_a_full_disk_keeps_no_half_link(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store.add("lokaler", "data=demo", "møte")
    opened = sqlite3.connect

    def full(*given: Any, **how: Any) -> sqlite3.Connection:
        connection = opened(*given, **how)
        (pages,) = connection.execute("pragma page_count").fetchone()
        connection.execute(f"pragma max_page_count = {pages}")
        return connection

    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(store.ClosedError) as refused:
        fill(500)
    wrong = short_links.trouble(refused.value)
    assert wrong
    assert "full" in wrong.says
    assert "full" in caplog.text
    monkeypatch.undo()
    monkeypatch.setenv("TJENESTESTED_LENKER", str(folder / "lenker.sqlite3"))
    assert store.find("møte")
    assert store.flaw() == ""


def test_links_in_a_folder_that_refuses_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: Any, **_how: Any) -> sqlite3.Connection:
        raise PermissionError(errno.EACCES, "Permission denied")

    store.add("lokaler", "data=demo", "møte")
    monkeypatch.setattr(sqlite3, "connect", refused)
    assert ask(ROUTES, "/l/m%C3%B8te")[0] == 503
    monkeypatch.undo()


@pytest.mark.parametrize("error", [errno.EACCES, errno.EIO, errno.ELOOP])
def test_a_pointer_that_the_disk_refuses_touches_its_own_set_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    looked = Path.stat

    def refusing(path: Path, **how: Any) -> os.stat_result:
        if path.name == "demo.json":
            raise OSError(error, os.strerror(error))
        return looked(path, **how)

    monkeypatch.setattr(Path, "stat", refusing)
    body = json.loads(ask(ROUTES, "/helse")[2])
    assert list(body["feil"]) == ["demo"]
    assert set(body["data"]) == {"demo", "kjente"}
    assert os.strerror(error) in body["feil"]["demo"]["feil"]
