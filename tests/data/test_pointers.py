"""The order of the versions stands in the pointer, and a spoilt pointer is told from none."""

import os
from pathlib import Path

import pytest

from data import pointers, versions
from data.pointers import Pointer, PointerError
from data.versions import Version

FIRST, SECOND, THIRD = "2026-01-02-0123abc", "2026-02-03-4567def", "2025-12-31-89abcde"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty build folder that the project uses."""
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path))
    return tmp_path


def made(version: str) -> Version:
    path = versions.file_of("demo", version)
    path.write_bytes(b"")
    return Version("demo", version, path)


def order() -> list[str]:
    return [version.version for version in versions.history("demo")]


def test_an_old_version_that_is_put_back_is_the_newest_whatever_the_files_dates(
    build: Path,
) -> None:
    first, second = made(FIRST), made(SECOND)
    for version in (first, second, first):
        versions.point_to(version)
    os.utime(first.path, (1, 1))
    assert order() == [FIRST, SECOND]
    os.utime(second.path, (1, 1))
    os.utime(first.path)
    assert order() == [FIRST, SECOND]


def test_a_clock_that_was_set_back_changes_no_order(build: Path) -> None:
    for version in (FIRST, SECOND, THIRD):
        versions.point_to(made(version))
    assert order() == [THIRD, SECOND, FIRST]


def test_the_newest_is_the_newest_wherever_its_history_has_it(build: Path) -> None:
    for version in (FIRST, SECOND):
        made(version)
    told = f'{{"versjon": "{FIRST}", "historie": ["{FIRST}", "{SECOND}"]}}'
    (build / "demo.json").write_text(told, "utf-8")
    assert order() == [FIRST, SECOND]


def test_a_pointer_from_before_there_was_a_history_is_followed(build: Path) -> None:
    made(SECOND)
    first = made(FIRST)
    (build / "demo.json").write_text(f'{{"versjon": "{FIRST}"}}', "utf-8")
    assert versions.newest("demo") == first
    assert order() == [FIRST, SECOND]
    versions.point_to(made(THIRD))
    assert order() == [THIRD, FIRST, SECOND]


def test_a_version_whose_file_is_away_for_a_while_keeps_its_place(build: Path) -> None:
    first, second = made(FIRST), made(SECOND)
    for version in (first, second):
        versions.point_to(version)
    first.path.unlink()
    versions.point_to(made(THIRD))
    made(FIRST)
    assert order() == [THIRD, SECOND, FIRST]


def test_a_pointer_spoilt_under_way_does_not_change_what_came_after_what(build: Path) -> None:
    for version in (made(SECOND), made(FIRST)):
        versions.point_to(version)
    assert order() == [FIRST, SECOND]
    (build / "demo.json").write_text("[]", "utf-8")
    assert order() == [FIRST, SECOND]


def test_a_pointer_saved_by_an_editor_on_windows_is_followed(build: Path) -> None:
    first = made(FIRST)
    for begun, newline in (("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")):
        told = f'{begun}{{{newline}  "versjon": "{FIRST}"{newline}}}{newline}'
        (build / "demo.json").write_bytes(told.encode())
        assert versions.newest("demo") == first


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "5",
        "null",
        '"demo"',
        "{",
        "{}",
        '{"versjon": null}',
        '{"versjon": ["2026-01-02-0123abc"]}',
        '{"versjon": "2026-01-02-0123abc", "historie": "alle"}',
        "[" * 100_000,
        " " * 200_000,
        "\x00\x01",
    ],
)
def test_what_is_no_pointer_is_told_and_never_followed(build: Path, content: str) -> None:
    path = build / "demo.json"
    path.write_text(content, "utf-8")
    with pytest.raises(PointerError):
        pointers.read(path)
    assert versions.newest("demo") is None


def test_a_pointer_that_is_no_text_or_a_folder_is_told(build: Path) -> None:
    path = build / "demo.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PointerError, match="form"):
        pointers.read(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(PointerError, match="kan ikke leses"):
        pointers.read(path)
    assert versions.newest("demo") is None


def test_odd_names_in_a_history_are_passed_over(build: Path) -> None:
    path = build / "demo.json"
    path.write_text(f'{{"versjon": "{FIRST}", "historie": [1, null, "{SECOND}", "../x"]}}', "utf-8")
    made(FIRST)
    made(SECOND)
    assert pointers.read(path) == Pointer(FIRST, (SECOND, "../x", FIRST))
    assert order() == [FIRST, SECOND]


def test_no_pointer_is_none(build: Path) -> None:
    assert pointers.read(build / "demo.json") is None
