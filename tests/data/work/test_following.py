"""What is known of what people wrote is what the store holds, however it came to hold it."""

from pathlib import Path

import pytest

from data.work import store
from data.work.copies import backup, restore
from data.work.events import ClosedError, Event
from data.work.following import known
from tests.data.work.test_store import said


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "arbeid.sqlite3"
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(found))
    return found


def test_what_is_new_is_read_and_what_nobody_wrote_of_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not known("demo")
    kept = store.append([said(), said(gjelder="innspill:R13")])
    before = known("demo")
    assert tuple(before) == kept
    assert known("demo") is before
    asked: list[tuple[Event, ...]] = []
    since = store.since

    def watched(datasett: str, nr: int) -> tuple[Event, ...]:
        asked.append(since(datasett, nr))
        return asked[-1]

    monkeypatch.setattr(store, "since", watched)
    store.append([said(datasett="kjente"), said(felt="lokaler")])
    after = known("demo")
    assert tuple(after) == store.all("demo")
    # The last one known, and the new one; what was known before is not read again.
    assert asked == [store.all("demo")[-2:]]
    assert after.about["innspill:R12"] == (kept[0], after[-1])
    assert after.about["innspill:R13"] is before.about["innspill:R13"]
    assert len(before) == 2


def test_a_copy_that_is_brought_back_is_what_is_known(tmp_path: Path) -> None:
    first = store.append([said()])
    backup(tmp_path / "kopi.sqlite3")
    store.append([said(), said()])
    assert len(known("demo")) == 3
    restore(tmp_path / "kopi.sqlite3", replace=True)
    assert tuple(known("demo")) == first
    store.append([said(), said()])
    assert len(known("demo")) == 3
    # As many as before, and others.
    restore(tmp_path / "kopi.sqlite3", replace=True)
    store.append([said(), said()])
    assert tuple(known("demo")) == store.all("demo")


def test_another_store_is_another_matter_and_one_that_is_lost_is_told_of(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.append([said()])
    assert len(known("demo")) == 1
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "annen.sqlite3"))
    assert not known("demo")
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(file))
    assert len(known("demo")) == 1
    file.unlink()
    with pytest.raises(ClosedError):
        known("demo")
