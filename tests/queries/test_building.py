"""A leader has a version built, one at a time, and is told how it went; nobody else can."""

import logging
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import building as runner
from data.__main__ import main
from data.work import store
from pages.parts.writing.rules import ACTS, RULES
from queries import building
from queries.access import Access
from queries.building import BUILD, VERSION, Building, last_build
from queries.writing import Receipt, write
from tests.login.roles import ROLES, access

LEADER = "leder"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path))
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))
    monkeypatch.setattr(building, "newest", lambda _dataset: object())
    return tmp_path


START = runner.start


def runs(monkeypatch: pytest.MonkeyPatch, program: str) -> list[str]:
    """Let `program` be what builds, and return who starts it."""
    started: list[str] = []

    def started_by(identity: str, dataset: str, name: str) -> bool:
        started.append(name)
        return START(identity, dataset, name, (sys.executable, "-c", program))

    monkeypatch.setattr(runner, "start", started_by)
    return started


def ask(who: Access | None, **changes: Any) -> Receipt:
    post = {"id": str(uuid.uuid4()), "datasett": "demo", "slag": BUILD, "gjelder": VERSION}
    (receipt,) = write(who, [post | changes], RULES, ACTS)
    return receipt


def when(holds: Callable[[Building], bool]) -> Building:
    """Return how the build stands, as soon as `holds` is true of it."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        found = last_build(access(LEADER))
        if found and holds(found):
            return found
        time.sleep(0.02)
    raise AssertionError(found)


def ended() -> Building:
    return when(lambda found: not found.is_running)


def test_nobody_but_a_leader_can_have_a_version_built_whatever_the_page_showed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = runs(monkeypatch, "print('demo: 2026-01-02-abcdef0 bygd')")
    for who in (None, *(access(role) for role in ROLES if role != LEADER)):
        assert ask(who).refused
        assert last_build(who) is None
    for odd in ({"gjelder": "annet"}, {"felt": "x"}, {"til": '"--set-aside"'}):
        assert ask(access(LEADER), **odd).refused == "Byggingen gjelder ikke noe som finnes."
    assert (started, store.all("demo")) == ([], ())
    assert last_build(access(LEADER)) is None


def test_it_is_told_who_builds_what_and_what_came_of_it_and_the_wish_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    runs(monkeypatch, "print('demo: trinn lesing\\ndemo: 2026-01-02-abcdef0 bygd')")
    leader = access(LEADER)
    assert ask(leader).nr == 1
    found = ended()
    assert (found.datasett, found.navn, found.step) == ("demo", leader.name, 1)
    assert (found.version, found.wrong) == ("2026-01-02-abcdef0", "")
    (kept,) = store.all("demo")
    assert (kept.slag, kept.gjelder, kept.navn) == (BUILD, VERSION, leader.name)


def test_one_is_built_at_a_time_and_one_wish_is_one_build(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    program = (
        "import pathlib, time\n"
        "print('demo: trinn lesing', flush=True)\n"
        f"while not pathlib.Path({str(place / 'slipp')!r}).exists(): time.sleep(0.01)\n"
        "print('demo: 2026-01-02-abcdef0 uendret')"
    )
    runs(monkeypatch, program)
    first = str(uuid.uuid4())
    assert ask(access(LEADER), id=first).nr
    assert when(lambda found: found.step == 1).is_running
    assert ask(access(LEADER)).refused == building.RUNNING
    assert ask(access(LEADER), id=first).nr
    # Two who press at once have both been let through by the rule.
    assert not START("en annen", "demo", "Leo", (sys.executable, "-c", "print('feil')"))
    (place / "slipp").touch()
    done = ended()
    assert (done.id, done.version) == (first, "2026-01-02-abcdef0")
    # A browser that never heard the answer sends it again.
    (place / "slipp").unlink()
    assert ask(access(LEADER), id=first).nr
    assert ended() == done


def test_the_command_line_comes_second_to_a_leader_and_says_so(
    monkeypatch: pytest.MonkeyPatch, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waits = f"while not pathlib.Path({str(place / 'slipp')!r}).exists(): time.sleep(0.01)"
    runs(monkeypatch, f"import pathlib, time\n{waits}")
    leader = access(LEADER)
    assert ask(leader).nr
    when(lambda found: found.is_running)
    assert main(["build", "kjente"]) == 1
    told = f"En ny versjon bygges allerede, startet av {leader.name}. Ingenting er bygd;"
    assert capsys.readouterr().err.startswith(told)
    (place / "slipp").touch()
    ended()
    assert not runner.is_busy()


def test_a_leader_comes_second_to_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, "print('demo: 2026-01-02-abcdef0 bygd')")
    assert ask(access(LEADER)).nr
    before = ended()
    with runner.alone():
        assert ask(access(LEADER)).refused == building.RUNNING
        # What she sees is her own build, which has ended, and no other's.
        assert last_build(access(LEADER)) == before
        with pytest.raises(runner.BusyError, match="fra kommandolinjen"), runner.alone():
            raise AssertionError("Two build at once.")
    assert ask(access(LEADER)).nr
    ended()


def test_what_the_server_starts_builds_with_the_lock_it_is_given(place: Path) -> None:
    assert START("en", "kjente", "Leo")
    done = ended()
    assert (done.wrong, done.step) == ("", len(building.STEPS))
    assert (place / f"kjente-{done.version}.duckdb").exists()


@pytest.mark.parametrize(
    ("program", "says"),
    [
        (
            "print('demo: 1 feil, ingenting er bygd\\nsvar.csv, rad 3: fant «x», ventet y.')",
            "demo: 1 feil, ingenting er bygd\nsvar.csv, rad 3: fant «x», ventet y.",
        ),
        ("raise ValueError", runner.UNTOLD),
    ],
)
def test_one_that_goes_wrong_is_told_of_in_words_and_in_the_log(
    program: str, says: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    runs(monkeypatch, program)
    with caplog.at_level(logging.ERROR):
        assert ask(access(LEADER)).nr
        found = ended()
        deadline = time.monotonic() + 30
        while not caplog.records and time.monotonic() < deadline:
            time.sleep(0.02)
    assert (found.version, found.wrong) == ("", says)
    assert [record.getMessage() for record in caplog.records] == [f"En bygging gikk ikke: {says}"]


def test_one_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "LONGEST", 0.2)
    runs(monkeypatch, "import time\ntime.sleep(600)")
    assert ask(access(LEADER)).nr
    assert when(lambda found: bool(found.wrong)).wrong.startswith("demo: byggingen tok mer enn")


def test_one_that_cannot_be_started_is_told_of_with_a_reference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_given: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(runner, "start", refuse)
    assert "referansen" in ask(access(LEADER)).refused
