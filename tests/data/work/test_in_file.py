"""The store in a file: what the file refuses, and what is said when something is wrong with it."""

import os
import sqlite3
from pathlib import Path
from typing import ClassVar

import pytest

from data.work import database, in_file, store
from data.work.copies import backup
from data.work.events import ClosedError, FullError, RefusedError
from tests.data.work.test_store import said


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "mappe" / "arbeid.sqlite3"
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(found))
    return found


def test_nothing_is_made_by_reading(file: Path) -> None:
    assert store.all("demo") == ()
    assert not file.exists()


@pytest.mark.parametrize(
    "sql",
    [
        "update hendelse set til = 'x'",
        "delete from hendelse",
        "insert or replace into hendelse select * from hendelse",
        """
        replace into hendelse select nr + 9, id, tid, 'en annen', navn, rolle, datasett, slag,
        gjelder, felt, fra, til, hvorfor, tekst_hash from hendelse
        """,
    ],
)
def test_the_database_itself_refuses_to_change_what_was_said(file: Path, sql: str) -> None:
    kept = store.append([said()])
    with sqlite3.connect(file) as opened, pytest.raises(sqlite3.IntegrityError, match="ikke"):
        opened.execute(sql)
    assert store.all("demo") == kept


def test_a_store_that_is_locked_is_read_and_says_so_to_who_writes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.append([said()])
    monkeypatch.setattr(in_file, "PATIENCE", 0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(ClosedError, match="er opptatt"):
        store.append([said()])
    assert store.all("demo") == kept
    other.execute("rollback")
    other.close()


@pytest.mark.parametrize("kind", ["no_store", "a_folder", "below_a_file"])
def test_a_place_that_can_not_hold_it_is_said_to_be(
    kind: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind == "a_folder":
        file.mkdir(parents=True)
    else:
        file.parent.mkdir()
        file.write_bytes(b"dette er ingen database" * 100)
    if kind == "below_a_file":
        monkeypatch.setenv("TJENESTESTED_ARBEID", str(file / "arbeid.sqlite3"))
    with pytest.raises(ClosedError, match="Ingenting er lagret"):
        store.append([said()])
    if kind == "no_store":
        with pytest.raises(ClosedError, match="er skadet"):
            store.all("demo")


def test_a_store_that_is_gone_is_missed(file: Path) -> None:
    store.append([said()])
    for part in file.parent.iterdir():
        part.unlink()
    with pytest.raises(ClosedError, match="er borte"):
        store.all("demo")
    with pytest.raises(ClosedError, match="er borte"):
        store.append([said()])


def test_a_full_disk_is_said_to_be_and_reading_goes_on(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.append([said()])
    opened = in_file._opened

    def full(path: Path, *, write: bool) -> sqlite3.Connection:
        connection = opened(path, write=write)
        connection.execute("pragma max_page_count = 1")
        return connection

    monkeypatch.setattr(in_file, "_opened", full)
    with pytest.raises(FullError, match="Disken er full"):
        store.append([said(til='"' + "x" * 19_000 + '"') for _ in range(20)])
    assert store.all("demo") == kept


def test_the_setting_is_a_path_or_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEID", f"sqlite:///{tmp_path / 'annet.sqlite3'}")
    store.append([said()])
    assert (tmp_path / "annet.sqlite3").exists()
    for odd in ("mysql://x/y", "://", "sqlite://"):
        monkeypatch.setenv("TJENESTESTED_ARBEID", odd)
        with pytest.raises(ClosedError, match="TJENESTESTED_ARBEID"):
            store.all("demo")
    monkeypatch.delenv("TJENESTESTED_ARBEID")
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path))
    assert database.place() == tmp_path / "arbeid.sqlite3"


def test_a_store_put_in_the_place_of_another_is_the_one_that_is_read(
    file: Path, tmp_path: Path
) -> None:
    """Also while connections to the one before are still open."""
    kept = store.append([said()])
    copy = tmp_path / "kopi.sqlite3"
    backup(copy)
    store.append([said(), said()])
    copy.replace(file)
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)
    assert store.all("demo") == kept
    (more,) = store.append([said()])
    assert store.all("demo") == (*kept, more)


def test_a_store_spoiled_after_it_was_opened_is_told_of(file: Path) -> None:
    kept = store.append([said()])
    assert store.all("demo") == kept
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)
    file.write_bytes(b"dette er ingen database" * 1000)
    with pytest.raises(ClosedError, match="er skadet"):
        store.all("demo")
    with pytest.raises(ClosedError, match="Ingenting er lagret"):
        store.append([said()])


def test_what_is_open_is_used_again_and_few_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    before = in_file._opened

    def counted(path: Path, *, write: bool) -> sqlite3.Connection:
        opened.append(path)
        return before(path, write=write)

    monkeypatch.setattr(in_file, "_opened", counted)
    store.append([said()])
    store.append([said()])
    store.all("demo")
    opened.clear()
    for _each in range(5):
        store.append([said()])
        store.all("demo")
    assert len(opened) <= 1
    for number in range(2 * in_file._MOST):
        monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / f"{number}.sqlite3"))
        store.append([said()])
    assert len(in_file._HELD) == in_file._MOST


def test_who_waits_too_long_for_her_turn_is_told_that_it_is_busy(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.append([said()])
    monkeypatch.setattr(in_file, "PATIENCE", 0.05)
    with in_file._turn(), pytest.raises(ClosedError, match=f"{file.name} er opptatt"):
        store.append([said()])
    assert store.all("demo") == kept
    # The turn is given back by who was told, and by who could not keep what she wrote.
    with pytest.raises(RefusedError):
        store.append([said(id=kept[0].id, til='"annet"')])
    store.append([said()])


def test_where_nothing_may_be_written_the_file_is_opened_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What lies there may be read as it lies, and then another version of it would not be seen."""
    kept = store.append([said()])
    monkeypatch.setattr(in_file, "_HELD", {})
    monkeypatch.setattr(os, "access", lambda *_given: False)
    opened: list[Path] = []
    before = in_file._opened

    def counted(path: Path, *, write: bool) -> sqlite3.Connection:
        opened.append(path)
        return before(path, write=write)

    monkeypatch.setattr(in_file, "_opened", counted)
    store.all("demo")
    opened.clear()
    assert [store.all("demo") for _each in range(3)] == [kept] * 3
    assert len(opened) == 3


def test_the_folders_of_a_new_store_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "en" / "annen" / "arbeid.sqlite3"
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(file))
    kept = store.append([said()])
    assert file.exists()
    assert store.all("demo") == kept


class Refusing:
    """A connection to a place where nothing may be written, that can only be read as it lies."""

    opened: ClassVar[list[str]] = []

    def __init__(self, place: str, **_how: object) -> None:
        self._how = place.rpartition("?")[2]
        self.opened.append(self._how)

    def execute(self, _sql: str) -> None:
        if self._how != "immutable=1":
            raise sqlite3.OperationalError("attempt to write a readonly database")

    def close(self) -> None:
        """Do nothing."""


def test_who_writes_where_nothing_may_be_written_is_never_given_a_store_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_given: False)
    monkeypatch.setattr(sqlite3, "connect", Refusing)
    monkeypatch.setattr(Refusing, "opened", [])
    with pytest.raises(sqlite3.OperationalError):
        in_file._opened(tmp_path / "arbeid.sqlite3", write=True)
    assert in_file._opened(tmp_path / "arbeid.sqlite3", write=False)
    assert Refusing.opened == ["mode=rwc", "mode=ro", "immutable=1"]
    # What somebody has written and not yet moved to the file would not be seen.
    (tmp_path / "arbeid.sqlite3-wal").write_bytes(b"x")
    with pytest.raises(sqlite3.OperationalError):
        in_file._opened(tmp_path / "arbeid.sqlite3", write=False)
