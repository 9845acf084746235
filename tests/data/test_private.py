"""What is not published, and what people write, is not for others who have an account there."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.private import private_file, private_folder
from data.unpublished import unpublished_file
from data.work import store
from data.work.copies import backup, restore
from tests.data.work.test_store import said
from tests.data.workshop import GOOD, Workshop


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    """Let what is made be readable to others, as where nobody has said anything else."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def shut(path: Path) -> bool:
    """Return whether `path` can be read by its owner alone."""
    return not stat.S_IMODE(path.stat().st_mode) & 0o077


def test_letters_that_are_not_published_are_shut_to_others_also_where_they_were_open(
    workshop: Workshop,
) -> None:
    workshop.write(innspill=GOOD)
    workshop.build.joinpath("upublisert").mkdir(parents=True)
    assert workshop.run("build", "innspill")[0] == 0
    file = unpublished_file(workshop.newest())
    assert file.exists()
    assert shut(file.parent)
    assert not shut(workshop.newest().path)


def test_what_people_write_is_shut_to_others_wherever_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / name for name in ("arbeid.sqlite3", "kopi.sqlite3", "hentet.sqlite3")]
    work, copy, brought = places
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(work))
    store.append([said()])
    assert backup(copy) == 1
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(brought))
    assert restore(copy) == 1
    store.append([said()])
    assert all(map(shut, tmp_path.iterdir()))
    assert {*places} <= {*tmp_path.iterdir()}


def test_what_somebody_has_opened_on_purpose_stays_so_and_who_may_not_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "arbeid.sqlite3"
    file.write_bytes(b"x")
    file.chmod(0o640)
    private_file(file)
    assert file.read_bytes() == b"x"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    private_file(tmp_path / "borte" / "arbeid.sqlite3")

    def refuse(*_given: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    private_folder(tmp_path)


@pytest.mark.parametrize("user", [0, 1000])
def test_what_an_administrator_makes_belongs_to_who_has_the_folder(
    user: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(os, "fchown", lambda _file, owner, group: given.append((owner, group)))
    private_file(tmp_path / "arbeid.sqlite3")
    here = tmp_path.stat()
    assert given == ([] if user else [(here.st_uid, here.st_gid)])
