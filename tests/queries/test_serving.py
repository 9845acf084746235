"""A spoilt pointer or database touches its own set only: the last good version is shown, and told.

The log says it once, by the reference that readers are given.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data import versions
from data.versions import Version
from queries import View, ask, available, newest, pinned, resolve, served, serving, troubles
from tests import built


@pytest.fixture(scope="session")
def _twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    return built.twice(tmp_path_factory)


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the set of public statements, built."""
    return built.version_in(built.datasets(tmp_path_factory), "kjente")


@pytest.fixture
def two(
    _twice: tuple[Version, Version], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Version, Version]:
    """Return an older and a newer version in a folder of their own, for one test to spoil."""
    folder = tmp_path / "build"
    shutil.copytree(_twice[0].path.parent, folder)
    monkeypatch.setenv("TJENESTESTED_BUILD", str(folder))
    monkeypatch.setattr("data.versions._UNDERSTOOD", {})
    serving.tell.cache_clear()
    older, newer = (Version(v.dataset, v.version, folder / v.path.name) for v in _twice)
    return older, newer


def answers(version: Version) -> int:
    return ask(version, "nokkeltall", View(data="innspill")).row(0, named=True)["svart"]


def pointer(version: Version) -> Path:
    return version.path.parent / f"{version.dataset}.json"


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(10_000))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def gone(path: Path) -> None:
    path.unlink()


def holed(path: Path) -> None:
    content = bytearray(path.read_bytes())
    start = len(content) // 2
    content[start : start + 512] = os.urandom(512)
    path.write_bytes(content)


def test_nothing_is_wrong_with_what_is_whole(two: tuple[Version, Version]) -> None:
    assert served("innspill") == serving.Served(two[1], None)
    assert troubles() == ()
    assert available() == {"innspill": two[1]}


@pytest.mark.parametrize("spoil", [truncated, garbage, empty, folder, gone, holed])
def test_a_damaged_database_gives_the_last_good_version(
    two: tuple[Version, Version], spoil: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    older, newer = two
    assert answers(newer)
    spoil(newer.path)
    assert newest("innspill") == older
    assert pinned("innspill", newer.version) is None
    assert resolve(View(data="innspill", versjon=newer.version)) == (older, False)
    assert resolve(View(data="innspill", versjon=older.version)) == (older, True)
    assert answers(older)
    (trouble,) = troubles()
    assert (trouble.dataset, len(trouble.reference)) == ("innspill", 6)
    told = [record.getMessage() for record in caplog.records]
    assert len([line for line in told if trouble.reference in line]) == 1
    assert served("innspill").trouble == trouble


@pytest.mark.parametrize("content", ["[]", "5", "null", "", "{", '{"versjon": 3}'])
def test_a_spoilt_pointer_gives_the_last_good_version(
    two: tuple[Version, Version], content: str
) -> None:
    assert newest("innspill") == two[1]
    pointer(two[0]).write_text(content, "utf-8")
    assert newest("innspill") == two[1]
    (trouble,) = troubles()
    assert trouble.says == "pekeren innspill.json har ikke form av en peker"


@pytest.mark.parametrize("spoil", [folder, gone])
def test_a_pointer_that_is_a_folder_or_gone_gives_the_last_good_version(
    two: tuple[Version, Version], spoil: Callable[[Path], None]
) -> None:
    spoil(pointer(two[0]))
    assert newest("innspill") == two[1]
    assert len(troubles()) == 1


def test_a_set_of_which_nothing_can_be_read_leaves_the_others_alone(
    two: tuple[Version, Version], known: Version
) -> None:
    build = two[0].path.parent
    shutil.copy(known.path, build / known.path.name)
    versions.point_to(Version("kjente", known.version, build / known.path.name))
    for version in two:
        garbage(version.path)
    assert list(available()) == ["kjente"]
    assert resolve(View(data="innspill")) == (None, True)
    assert [trouble.dataset for trouble in troubles()] == ["innspill"]
    assert served("kjente").trouble is None
    assert served("demo") == serving.Served(None, None)


def test_a_database_that_is_mended_is_shown_again_without_a_restart(
    two: tuple[Version, Version],
) -> None:
    _older, newer = two
    whole = newer.path.read_bytes()
    truncated(newer.path)
    assert newest("innspill") != newer
    newer.path.write_bytes(whole)
    assert newest("innspill") == newer
    assert troubles() == ()
    assert answers(newer)


def test_a_database_overwritten_while_it_is_read_is_noticed(two: tuple[Version, Version]) -> None:
    older, newer = two
    assert answers(newer)
    holed(newer.path)
    assert newest("innspill") == older
    assert answers(older)


def test_a_database_of_another_format_is_told_and_passed_over(
    two: tuple[Version, Version], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "FORMAT", versions.FORMAT + 1)
    assert newest("innspill") is None
    assert "eldre utgave" in troubles()[0].says


def test_only_built_data_sets_are_available_the_ministrys_first(
    two: tuple[Version, Version], known: Version
) -> None:
    build = two[0].path.parent
    shutil.copy(known.path, build / known.path.name)
    versions.point_to(Version("kjente", known.version, build / known.path.name))
    assert list(available()) == ["innspill", "kjente"]
