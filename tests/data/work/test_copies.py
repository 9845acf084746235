"""Copies of the store: whole, while people work, and brought back without anything being lost."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event as Flag
from threading import Thread
from typing import Any

import pytest

from data.__main__ import main
from data.work import coding_files, copies, store
from data.work.copies import backup, restore
from data.work.events import ClosedError, RefusedError
from data.work.layout import VERSION
from tests.data.work.test_store import said

FIRST = Path(__file__).with_name("arbeid-1.sql").read_text("utf-8")


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "arbeid.sqlite3"
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(found))
    return found


def laid_out_before(file: Path) -> None:
    with closing(sqlite3.connect(file)) as made:
        made.executescript(FIRST)


def test_a_store_of_the_version_before_is_ours_when_it_is_read(file: Path) -> None:
    laid_out_before(file)
    first, second = store.all("demo")
    assert (first.nr, first.til, first.tekst_hash) == (1, '"ja"', "")
    assert (second.nr, second.navn, second.hvorfor) == (3, "Per Prøve", "Uenig.")
    (new,) = store.append([said(tekst_hash="abc")], seen=3)
    assert (new.nr, new.tekst_hash) == (4, "abc")
    assert store.all("demo") == (first, second, new)
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("select versjon from skjema").fetchall() == [(VERSION,)]
        with pytest.raises(sqlite3.IntegrityError):
            opened.execute("delete from hendelse")


def test_a_new_store_is_as_one_that_has_come_from_the_first_version(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def layout() -> list[list[tuple[object, ...]]]:
        with closing(sqlite3.connect(file)) as opened:
            columns = "select name, lower(type), pk from pragma_table_info('hendelse')"
            others = "select type, name, sql from sqlite_master where type in ('trigger', 'index')"
            return [sorted(opened.execute(sql), key=repr) for sql in (columns, others)]

    laid_out_before(file)
    store.all("demo")
    upgraded = layout()
    file.unlink()
    file = tmp_path / "ny.sqlite3"
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(file))
    store.append([said()])
    columns, others = layout()
    assert columns == upgraded[0]
    assert others == upgraded[1]


def test_a_store_of_a_later_version_is_left_alone(file: Path) -> None:
    laid_out_before(file)
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("update skjema set versjon = 99")
        opened.commit()
    with pytest.raises(ClosedError, match="skjemaversjon 99"):
        store.all("demo")
    with pytest.raises(ClosedError, match="skjemaversjon 99"):
        store.append([said()])


def test_a_copy_is_whole_while_others_write(file: Path, tmp_path: Path) -> None:
    store.append([said()])
    stop = Flag()

    def write() -> None:
        while not stop.is_set():
            store.append([said(), said()])

    writer = Thread(target=write)
    writer.start()
    try:
        sizes = [backup(tmp_path / f"kopi-{i}.sqlite3") for i in range(10)]
    finally:
        stop.set()
        writer.join()
    # Two are kept together, so that half of them is never there.
    assert all(n % 2 for n in sizes)
    assert sizes == sorted(sizes)
    every = store.all("demo")
    assert restore(tmp_path / "kopi-9.sqlite3", replace=True) == sizes[-1]
    assert store.all("demo") == every[: sizes[-1]]


def test_what_is_lost_comes_back_from_the_copy(file: Path, tmp_path: Path) -> None:
    kept = store.append([said(), said()])
    assert backup(tmp_path / "kopi") == 2
    file.unlink()
    assert restore(tmp_path / "kopi") == 2
    assert store.all("demo") == kept
    assert restore(tmp_path / "kopi") == 0
    file.write_bytes(b"garbage" * 1000)
    with pytest.raises(ClosedError):
        restore(tmp_path / "kopi")
    assert restore(tmp_path / "kopi", replace=True) == 2
    assert store.all("demo") == kept


def test_what_is_newer_than_the_copy_is_not_replaced_without_a_word(
    file: Path, tmp_path: Path
) -> None:
    old = store.append([said()])
    backup(tmp_path / "kopi")
    new = store.append([said(), said()])
    with pytest.raises(RefusedError, match="har 2 hendelser som kopien mangler"):
        restore(tmp_path / "kopi")
    assert store.all("demo") == (*old, *new)
    assert restore(tmp_path / "kopi", replace=True) == 1
    assert store.all("demo") == old
    (aside,) = tmp_path.glob("arbeid.sqlite3.til-side-*[0-9]")
    assert restore(aside) == 2
    assert store.all("demo") == (*old, *new)


def test_a_copy_of_the_version_before_is_brought_to_ours(file: Path, tmp_path: Path) -> None:
    laid_out_before(tmp_path / "gammel")
    before = (tmp_path / "gammel").read_bytes()
    assert restore(tmp_path / "gammel") == 2
    assert [event.nr for event in store.all("demo")] == [1, 3]
    assert (tmp_path / "gammel").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"ikke en database" * 99])
def test_what_is_no_copy_is_refused_and_the_store_stays(
    content: bytes, file: Path, tmp_path: Path
) -> None:
    kept = store.append([said()])
    (tmp_path / "kopi").write_bytes(content)
    for replace in (False, True):
        with pytest.raises(ClosedError):
            restore(tmp_path / "kopi", replace=replace)
    assert store.all("demo") == kept


def test_a_damaged_copy_is_refused_and_the_store_stays(file: Path, tmp_path: Path) -> None:
    kept = store.append([said(), said()])
    backup(tmp_path / "kopi")
    # The table and its index say different things of one event.
    body, spoilt = (tmp_path / "kopi").read_bytes(), kept[0].id.encode()
    assert body.count(spoilt) > 1
    at = body.index(spoilt)
    (tmp_path / "kopi").write_bytes(body[:at] + b"x" + body[at + 1 :])
    for replace in (False, True):
        with pytest.raises(ClosedError, match="er skadet"):
            restore(tmp_path / "kopi", replace=replace)
    assert store.all("demo") == kept


def test_the_command_says_how_it_went(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = str(tmp_path / "kopi")
    assert main(["backup", copy]) == 1
    assert "ingen har skrevet noe ennå" in capsys.readouterr().err
    store.append([said()])
    assert main(["backup", copy]) == 0
    assert main(["backup", copy]) == 1
    assert main(["backup", copy, "--erstatt"]) == 0
    assert main(["restore", copy]) == 0
    assert "0 hendelser hentet" in capsys.readouterr().out
    store.append([said()])
    assert main(["restore", copy]) == 1
    assert "--erstatt" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "finnes-ikke")]) == 1


def test_a_store_with_nothing_in_it_is_copied_as_what_it_is(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"")
    copy = tmp_path / "kopi.sqlite3"
    assert backup(copy) == 0
    with pytest.raises(ClosedError, match="ingen kopi"):
        restore(copy)


def test_a_disk_that_has_no_room_for_the_copy_is_told_as_such(
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    store.append([said() for _event in range(200)])
    opened = sqlite3.connect

    def small(place: Any, **how: Any) -> sqlite3.Connection:
        connection = opened(place, **how)
        if not how:
            connection.execute("pragma max_page_count = 1")
        return connection

    monkeypatch.setattr(sqlite3, "connect", small)
    assert main(["backup", str(tmp_path / "kopi")]) == 1
    assert capsys.readouterr().err == "Disken er full, og ingenting er kopiert.\n"
    monkeypatch.undo()
    assert sorted(path.name for path in tmp_path.glob("*kopi*")) == []


@pytest.mark.parametrize("command", [("backup",), ("koding", "logg"), ("koding", "ut")])
def test_what_the_disk_refuses_is_said_in_norwegian_by_every_command(
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    store.append([said()])

    def refuse(*_given: object, **_how: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "kopi.csv")

    monkeypatch.setattr(copies, "backup", refuse)
    monkeypatch.setattr(coding_files, "take_out", refuse)
    assert main([*command, str(tmp_path / "kopi.csv")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "ingenting er" in line.lower()
    assert "det er ikke plass på disken" in line
