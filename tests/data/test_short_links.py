"""The store of short links: it keeps its word, stands many writers, and says when it can not."""

import shutil
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data import short_links
from data.short_links import ClosedError, FullError, TakenError, add, find


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "mappe" / "lenker.sqlite3"
    monkeypatch.setenv("TJENESTESTED_LENKER", str(file))
    return file


def test_a_link_is_found_by_its_name(store: Path) -> None:
    assert find("møte") is None
    assert not store.exists()
    made = add("lokaler", "data=demo", "møte")
    assert find("møte") == made
    assert (made.page, made.query) == ("lokaler", "data=demo")


def test_a_name_means_one_thing_for_ever(store: Path) -> None:
    first = add("lokaler", "data=demo", "møte")
    with pytest.raises(TakenError):
        add("bemanning", "data=demo", "møte")
    assert add("lokaler", "data=demo", "møte") == first
    with sqlite3.connect(store) as opened, pytest.raises(sqlite3.IntegrityError, match="endres"):
        opened.execute("update lenke set side = 'data'")
    assert find("møte") == first


def test_a_random_name_is_short_and_is_used_again_for_the_same() -> None:
    one, two = add("lokaler", "data=demo"), add("lokaler", "data=kjente")
    assert one.name != two.name
    assert len(one.name) == short_links.RANDOM_LENGTH
    assert set(one.name) <= set(short_links.ALPHABET)
    assert add("lokaler", "data=demo") == one
    # A name somebody chose is not handed out to others.
    chosen = add("data", "data=demo", "min")
    assert add("data", "data=demo").name != chosen.name


def test_there_is_an_end_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FullError):
        add("lokaler", "x" * (short_links.LONGEST + 1))
    monkeypatch.setattr(short_links, "MOST", 1)
    kept = add("lokaler", "data=demo", "a")
    with pytest.raises(FullError):
        add("lokaler", "data=kjente", "b")
    assert find("b") is None
    assert add("lokaler", "data=demo", "a") == kept


def test_many_threads_make_each_link_once() -> None:
    def write(i: int) -> str:
        return add("lokaler", f"data=demo&side={i % 40}").name

    with ThreadPoolExecutor(8) as pool:
        names = list(pool.map(write, range(200)))
    assert len(set(names)) == 40
    found = {find(name) for name in names}
    assert None not in found
    assert len(found) == 40


def test_of_many_who_want_a_name_one_gets_it() -> None:
    def write(i: int) -> bool:
        try:
            add("lokaler", f"side={i}", "møte")
        except TakenError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(write, range(40))) == 1


def test_a_store_that_is_locked_is_said_to_be(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(short_links, "PATIENCE", 0.05)
    add("lokaler", "data=demo", "a")
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(ClosedError):
        add("lokaler", "data=demo", "b")
    other.execute("rollback")
    other.close()
    assert find("b") is None


def test_links_are_followed_while_another_writes(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_links, "PATIENCE", 0.05)
    made = add("lokaler", "data=demo", "a")
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("begin immediate")
    try:
        assert find("a") == made
        assert short_links.flaw() == ""
    finally:
        other.close()


@pytest.mark.parametrize("kind", ["not_a_store", "a_folder", "below_a_file"])
def test_a_place_that_can_not_hold_it_is_said_to_be(
    kind: str, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind == "a_folder":
        store.mkdir(parents=True)
    else:
        store.parent.mkdir()
        store.write_bytes(b"dette er ingen database" * 100)
    if kind == "below_a_file":
        monkeypatch.setenv("TJENESTESTED_LENKER", str(store / "lenker.sqlite3"))
    with pytest.raises(ClosedError):
        add("lokaler", "data=demo", "a")
    if kind == "not_a_store":
        with pytest.raises(ClosedError):
            find("a")


@pytest.mark.parametrize("known_by", ["writing", "reading"])
def test_a_store_that_is_gone_is_lost_and_not_empty(known_by: str, store: Path) -> None:
    made = add("lokaler", "data=demo", "møte")
    if known_by == "reading":
        # As a process that has only followed links.
        short_links._FIRST_IN.clear()
        assert find("møte") == made
    store.unlink()
    for name in ("møte", "aldri-laget"):
        with pytest.raises(ClosedError):
            find(name)
    assert short_links.flaw() == "er borte"


def test_a_store_that_is_begun_anew_has_lost_what_was_in_it_until_it_is_put_back(
    store: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    add("lokaler", "data=demo", "første")
    kept = shutil.copy(store, tmp_path / "kopi")
    add("lokaler", "data=kjente", "andre")
    assert short_links.flaw() == ""
    store.write_bytes(b"")
    caplog.clear()
    add("lokaler", "data=demo", "ny")
    assert "begynt på nytt" in short_links.flaw()
    assert [r.message for r in caplog.records if store.name in r.message]
    # An older copy has fewer links, and is the store that it was.
    shutil.copy(kept, store)
    assert short_links.flaw() == ""
    assert find("første")


def test_a_store_that_had_no_link_has_lost_none(store: Path) -> None:
    with pytest.raises(FullError):
        add("lokaler", "x" * (short_links.LONGEST + 1))
    store.parent.mkdir(exist_ok=True)
    with short_links._open(write=True):
        pass
    store.unlink()
    add("lokaler", "data=demo", "ny")
    assert short_links.flaw() == ""


def test_a_store_that_is_not_there_yet_is_only_empty(store: Path) -> None:
    assert find("møte") is None
    assert short_links.flaw() == ""


def test_a_store_that_is_only_read_still_answers(store: Path) -> None:
    made = add("lokaler", "data=demo", "a")
    store.chmod(stat.S_IRUSR)
    store.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert find("a") == made
    finally:
        store.parent.chmod(stat.S_IRWXU)
