"""The pointer to the newest version changes at once, and nothing strange is ever followed."""

import json
from pathlib import Path

import pytest

from data import versions
from data.versions import Version

FIRST, SECOND = "2026-01-02-0123abc", "2026-02-03-4567def"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty build folder that the project uses."""
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path))
    return tmp_path


def made(dataset: str, version: str) -> Version:
    path = versions.file_of(dataset, version)
    path.write_bytes(b"")
    return Version(dataset, version, path)


def test_the_pointer_names_the_newest(build: Path) -> None:
    first, second = made("demo", FIRST), made("demo", SECOND)
    versions.point_to(first)
    assert versions.newest("demo") == first
    versions.point_to(second)
    assert versions.newest("demo") == second
    assert json.loads((build / "demo.json").read_text("utf-8")) == {
        "versjon": SECOND,
        "historie": [FIRST, SECOND],
    }
    assert sorted(p.suffix for p in build.iterdir()) == [".duckdb", ".duckdb", ".json"]


def test_a_pointer_that_cannot_be_moved_stays_whole(
    build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = made("demo", FIRST), made("demo", SECOND)
    versions.point_to(first)

    def refuse(self: Path, target: Path) -> Path:
        raise OSError("disken er full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disken er full"):
        versions.point_to(second)
    assert versions.newest("demo") == first


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "{}",
        '{"versjon": "2026-09-09-aaaaaaa"}',
        '{"versjon": "../../demo-2026-01-02-0123abc"}',
        '{"versjon": "2026-01-02-0123abc\\n"}',
    ],
)
def test_a_spoilt_pointer_is_as_none(build: Path, content: str) -> None:
    made("demo", FIRST)
    (build / "demo.json").write_text(content, "utf-8")
    assert versions.newest("demo") is None


def test_a_pinned_version_is_found_by_name_while_its_file_is_here(build: Path) -> None:
    first = made("demo", FIRST)
    made("demo", SECOND)
    assert versions.pinned("demo", FIRST) == first
    assert versions.pinned("kjente", FIRST) is None
    assert versions.pinned("annet", FIRST) is None
    versions.file_of("demo", "kopi").write_bytes(b"")
    assert versions.pinned("demo", "kopi") is None
    first.path.unlink()
    assert versions.pinned("demo", FIRST) is None


def test_a_version_is_found_by_its_content(build: Path) -> None:
    first = made("demo", FIRST)
    later = made("demo", f"2026-03-04-{FIRST[-7:]}")
    assert versions.with_hash("demo", "0123abc") == later
    assert versions.with_hash("kjente", "0123abc") is None
    later.path.unlink()
    assert versions.with_hash("demo", "0123abc") == first


def test_the_hash_is_of_names_and_contents_and_of_nothing_else(tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "en.csv", tmp_path / "a" / "to.csv"
    one.parent.mkdir()
    one.write_text("x", "utf-8")
    two.write_text("y", "utf-8")
    found = versions.digest_of([one, two], tmp_path)
    assert versions.VERSION.fullmatch(f"2026-01-02-{found}")
    assert versions.digest_of([two, one], tmp_path) == found
    two.write_text("z", "utf-8")
    assert versions.digest_of([one, two], tmp_path) != found
    two.write_text("y", "utf-8")
    assert versions.digest_of([one, two], tmp_path) == found
    three = two.rename(tmp_path / "a" / "tre.csv")
    assert versions.digest_of([one, three], tmp_path) != found
