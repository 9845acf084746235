"""One build at a time, in a process of its own, with what it says kept where everybody can read it.

The lock is held by the process that builds, so it is free when that has ended, however it ended,
also when the one that started it is gone meanwhile. It is the same whether a leader had it built or
somebody at the command line did.
"""

import datetime as dt
import fcntl
import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, Final

from data import paths

# What a build does, in this order; one that changes nothing ends after the first.
STEPS: Final = ("lesing", "koding", "skriving")
# In seconds. A build takes some ten, and some minutes on a busy machine with many letters.
LONGEST: Final = 1_800.0
_BUILD: Final = (sys.executable, "-m", "data", "build")
# Readers go first.
_NICE: Final = 10
UNTOLD: Final = (
    "Byggingen stanset uten å si hvorfor. Det den skrev, står i bygging.txt i mappen for databaser."
)
# Characters of what a build says that are read, from the end, and told.
_READ: Final = 20_000
_TOLD: Final = 2_000
_LOG: Final = logging.getLogger(__name__)


class BusyError(Exception):
    """Another builds; the message is a Norwegian sentence for the one who comes second."""


@dataclass(frozen=True)
class Building:
    """The build that was started last: of which data set, by whom and when, and how it stands.

    `step` is how many of `STEPS` have begun. When it `is_running` no more, `version` is what it
    made, or `wrong` says in Norwegian why it made none.
    """

    id: str
    datasett: str
    navn: str
    begun: dt.datetime
    step: int
    is_running: bool
    version: str
    wrong: str


def last() -> Building | None:
    """Return the build that a leader started last, None where none has been."""
    holder = _holder()
    try:
        started = json.loads(_file(".json").read_text("utf-8"))
        begun = dt.datetime.fromisoformat(started["begun"])
        name, dataset, identity = (str(started[key]) for key in ("navn", "datasett", "id"))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    said = _tail(_file(".txt"))
    steps = sum(f"{dataset}: trinn {step}" in said.splitlines() for step in STEPS)
    is_running = holder == identity
    version, wrong = ("", "") if is_running else _outcome(dataset, said)
    return Building(identity, dataset, name, begun, steps, is_running, version, wrong)


def is_busy() -> bool:
    """Return whether something is being built now, whoever had it built."""
    return _holder() is not None


@contextmanager
def alone(held: int | None = None) -> Iterator[None]:
    """Build nothing else meanwhile, here or for a leader.

    `held` is the lock as a process has it that was started by one who took it. Raises `BusyError`
    where another builds, and `OSError` where nothing can be written.
    """
    paths.build_dir().mkdir(parents=True, exist_ok=True)
    lock = _opened() if held is None else held
    try:
        if not _locked(lock):
            raise BusyError(_busy())
        if held is None:
            _sign(lock, "")
        yield
    finally:
        # One that was given us is let go of when the process ends, as it was meant.
        if held is None:
            os.close(lock)


def start(identity: str, dataset: str, name: str, command: Sequence[str] = ()) -> bool:
    """Start a build of `dataset` in the name of `name`; False where one is running already.

    One that has been started by the same `identity` is not started again. `command` is what is run
    instead of the build. Raises `OSError` when nothing can be started.
    """
    paths.build_dir().mkdir(parents=True, exist_ok=True)
    lock = _opened()
    try:
        is_free = _locked(lock)
        if _last_started() == identity:
            return True
        if not is_free:
            return False
        _sign(lock, identity)
        now = dt.datetime.now(dt.UTC)
        told = {"id": identity, "datasett": dataset, "navn": name, "begun": now.isoformat()}
        with _file(".txt").open("w") as said:
            _file(".json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
            made = subprocess.Popen(
                command or (*_BUILD, dataset, "--trinn", "--laas", str(lock)),
                cwd=paths.DATA.parent,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                # It holds the lock from here on, and is ended neither with nor by a terminal.
                pass_fds=(lock,),
                start_new_session=True,
            )
    finally:
        os.close(lock)
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, made.pid, _NICE)
    Thread(target=_attend, args=(made, dataset, _file(".txt")), daemon=True).start()
    return True


def _last_started() -> str:
    """Return who started the last build, by its identity, empty where nobody has."""
    try:
        told: Any = json.loads(_file(".json").read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    return str(told.get("id", "")) if isinstance(told, dict) else ""


def _attend(made: "subprocess.Popen[bytes]", dataset: str, text: Path) -> None:
    """Wait for a build to end, end one that takes too long, and say in the log how it went."""
    try:
        made.wait(LONGEST)
    except subprocess.TimeoutExpired:
        with suppress(OSError), text.open("a") as said:
            said.write(f"{dataset}: byggingen tok mer enn {LONGEST / 60:.0f} minutter\n")
        with suppress(ProcessLookupError):
            os.killpg(made.pid, signal.SIGKILL)
        made.wait()
    version, wrong = _outcome(dataset, _tail(text))
    if version:
        _LOG.info("Bygd etter ønske fra en leder: %s %s", dataset, version)
    else:
        _LOG.error("En bygging gikk ikke: %s", wrong)


def _outcome(dataset: str, said: str) -> tuple[str, str]:
    """Return the version that was made, and what was wrong where none was."""
    told = [line for line in said.splitlines() if f"{dataset}: trinn " not in line]
    for line in reversed(told):
        version, _space, state = line.removeprefix(f"{dataset}: ").partition(" ")
        if line.startswith(f"{dataset}: ") and state.startswith(("bygd", "uendret")):
            return version, ""
    ours = [at for at, line in enumerate(told) if line.startswith(f"{dataset}: ")]
    if not ours:
        return "", UNTOLD
    return "", "\n".join(told[ours[0] :])[:_TOLD]


def _tail(text: Path) -> str:
    """Return the last of what a build has said."""
    try:
        return text.read_text("utf-8", "replace")[-_READ:]
    except OSError:
        return ""


def _file(suffix: str) -> Path:
    return paths.build_dir() / f"bygging{suffix}"


def _opened() -> int:
    # Not emptied: it may be another's, and says whose.
    return os.open(_file(".lock"), os.O_RDWR | os.O_CREAT, 0o666)


def _sign(lock: int, identity: str) -> None:
    """Say in the lock who holds it: a leader's build, or with an empty name the command line."""
    os.ftruncate(lock, 0)
    os.pwrite(lock, identity.encode(), 0)


def _holder() -> str | None:
    """Return who holds the lock, None where nobody does."""
    try:
        with _file(".lock").open() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return lock.read()
    except (OSError, ValueError):
        return None
    return None


def _busy() -> str:
    found = last()
    by = f", startet av {found.navn}" if found and found.is_running else " fra kommandolinjen"
    return f"En ny versjon bygges allerede{by}. Ingenting er bygd; prøv igjen når den er ferdig."


def _locked(lock: int) -> bool:
    """Take the lock; those who only look at it hold it for a moment."""
    for _turn in range(20):
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.02)
    return False
