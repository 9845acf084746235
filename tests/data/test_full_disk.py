"""A full or shut disk, a killed build and a damaged file: one sentence, and nothing lost."""

import datetime as dt
import errno
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Final

import duckdb
import pytest

from data import drafts, pipeline, tabular, versions
from data.sharing import shared_file
from data.soundness import flaw, flaw_of
from tests.data.workshop import GOOD, Workshop

ROOT: Final = Path(__file__).resolve().parents[2]


def limited(workshop: Workshop, most: int) -> tuple[int, list[str]]:
    """Build in a process that may write no file larger than `most` bytes."""
    # Its output goes through a pipe, which no such limit holds for.
    done = subprocess.run(
        [sys.executable, "-m", "data", "build", "innspill"],
        cwd=ROOT,
        env={
            **os.environ,
            "TJENESTESTED_BUILD": str(workshop.build),
            "TJENESTESTED_INNSPILL": str(workshop.sources),
        },
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr.splitlines()


def left_over(workshop: Workshop) -> list[str]:
    return [path.name for path in workshop.build.rglob("*.tmp*")]


# No room for the first byte, for the log, and for the file that what is in the log goes to.
@pytest.mark.parametrize("most", [40, 1_000_000, 7_000_000])
def test_a_full_disk_is_one_sentence_and_the_last_good_version_stays(
    workshop: Workshop, most: int
) -> None:
    workshop.write(innspill=GOOD)
    assert workshop.run("build", "innspill")[0] == 0
    good = workshop.newest()
    workshop.write(innspill=GOOD.replace("sak 1", "sak 2"))
    code, (line,) = limited(workshop, most)
    assert code == 1
    assert line.startswith("innspill: ingenting er bygd, det er ikke plass på disken")
    assert workshop.newest() == good
    assert flaw_of(good) == ""
    assert left_over(workshop) == []


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x"), "ikke plass på disken"),
        (OSError(errno.EDQUOT, "Disk quota exceeded", "x"), "ikke plass på disken"),
        (OSError(errno.EROFS, "Read-only file system", "x"), "kan ikke leses eller skrives"),
        (PermissionError(errno.EACCES, "Permission denied", "x"), "kan ikke leses eller skrives"),
        (duckdb.IOException('Could not write file "x": No space left on device'), "ikke plass"),
        (OSError(errno.EIO, "Input/output error", "x"), "svarte med en feil"),
    ],
)
def test_what_the_file_system_refuses_is_said_in_norwegian(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, error: Exception, says: str
) -> None:
    workshop.write(innspill=GOOD)

    def refuse(*_given: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "write_shared", refuse)
    code, _out, (line,) = workshop.run("build", "innspill")
    assert code == 1
    assert says in line
    assert workshop.files() == []


def test_a_text_longer_than_any_cell_may_be_is_placed_by_its_row(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tabular, "LONGEST_CELL", 1_000)
    answers = f"innspill_id,sporsmal,tekst\nA1,1,kort\nA1,2,{'x' * 1_001}\n"
    workshop.write(innspill=GOOD, svar=answers)
    code, _out, err = workshop.run("build", "innspill")
    assert code == 1
    assert err == [
        "innspill: 1 feil, ingenting er bygd",
        "svar.csv, rad 3: ventet høyst 1 000 tegn i hver celle.",
    ]


def test_a_text_of_a_megabyte_is_read(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD, svar=f"innspill_id,sporsmal,tekst\nA1,1,{'politi ' * 150_000}\n")
    assert workshop.run("build", "innspill")[0] == 0


def test_what_killed_builds_left_is_removed_by_the_next(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    (workshop.build / "deling").mkdir(parents=True)
    dead = [
        workshop.build / f"innspill-2026-01-02-0123abc.{done.pid}.tmp",
        workshop.build / f"innspill-2026-01-02-0123abc.{done.pid}.tmp.wal",
        workshop.build / f"demo.{done.pid}.tmp",
        workshop.build / "deling" / f"innspill-2026-01-02-0123abc.{done.pid}.tmp",
    ]
    alive = workshop.build / f"demo-2026-01-02-0123abc.{os.getppid()}.tmp"
    for path in (*dead, alive):
        path.write_bytes(b"halvferdig")
    spilled = workshop.build / f"innspill-2026-01-02-0123abc.{done.pid}.tmp.tmp"
    spilled.mkdir()
    assert workshop.run("build", "innspill")[0] == 0
    assert left_over(workshop) == [alive.name]


def test_a_draft_that_fails_leaves_what_stood_there(tmp_path: Path) -> None:
    target = tmp_path / "fil.json"
    target.write_text("før", "utf-8")

    def spoil() -> None:
        with drafts.draft_of(target) as draft:
            draft.write_text("halv", "utf-8")
            raise OSError(errno.ENOSPC, "fullt")

    with pytest.raises(OSError, match="fullt"):
        spoil()
    assert target.read_text("utf-8") == "før"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("part", ["database", "deling"])
@pytest.mark.parametrize("damage", ["avkortet", "søppel", "borte"])
def test_a_damaged_database_is_built_again_under_its_own_name(
    workshop: Workshop, part: str, damage: str
) -> None:
    workshop.write(innspill=GOOD)
    first = pipeline.build("innspill", today=dt.date(2026, 1, 2)).version
    path = first.path if part == "database" else shared_file(first)
    content = path.read_bytes()
    path.unlink()
    if damage == "avkortet":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "søppel":
        path.write_bytes(os.urandom(5000))
    assert flaw(path)
    again = pipeline.build("innspill", today=dt.date(2026, 1, 9))
    assert again.made
    assert flaw_of(again.version) == ""
    assert flaw(shared_file(again.version)) == ""
    # Where the whole database is gone, nothing tells of its date.
    assert (again.version == first) is not (part == "database" and damage == "borte")
    assert versions.newest("innspill") == again.version


@pytest.mark.parametrize("at", [0.02, 0.5, 0.97])
def test_a_hole_anywhere_in_a_database_is_found(known_version: versions.Version, at: float) -> None:
    content = bytearray(known_version.path.read_bytes())
    start = int(len(content) * at)
    content[start : start + 512] = os.urandom(512)
    path = known_version.path.with_name("hull.duckdb")
    path.write_bytes(content)
    assert "er skadd" in flaw(path)
    path.unlink()


def test_another_database_under_a_versions_name_is_found(
    known_version: versions.Version, tmp_path: Path
) -> None:
    copied = versions.Version("demo", known_version.version, tmp_path / "demo.duckdb")
    copied.path.write_bytes(known_version.path.read_bytes())
    assert flaw_of(copied) == f"inneholder kjente {known_version.version}"
    foreign = versions.Version("demo", known_version.version, tmp_path / "fremmed.duckdb")
    with duckdb.connect(foreign.path) as made:
        made.execute("create table noe (a integer)")
    assert flaw_of(foreign) == "er ikke bygd av Tjenestested"


@pytest.mark.parametrize(("step", "word"), [(-1, "eldre"), (1, "nyere")])
def test_another_format_is_told(
    known_version: versions.Version, monkeypatch: pytest.MonkeyPatch, step: int, word: str
) -> None:
    held = known_version.path.read_bytes()
    copied = known_version.path.with_name("kopi.duckdb")
    copied.write_bytes(held)
    monkeypatch.setattr(versions, "FORMAT", versions.FORMAT - step)
    version = versions.Version("kjente", known_version.version, copied)
    assert flaw_of(version) == f"er bygd av en {word} utgave"
    copied.unlink()
