"""The processes that read files, and what happens when one of them does not come back."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import IO, Final

from data.documents.reading.files import Reading, Trouble
from data.documents.reading.limits import SCAN_SECONDS
from data.documents.reading.parcel import unpacked

PROJECT: Final = Path(__file__).resolve().parents[3]
PROGRAM: Final = ("-m", "data.documents.reading.worker")
SLOW: Final = "filen tar for lang tid å lese; den er skadet eller altfor stor"
CRASHED: Final = "filen er skadet eller krever for mye minne, og lar seg ikke lese"


def read_files(paths: Sequence[tuple[Path, str]]) -> Iterator[tuple[str, Reading]]:
    """Yield what is in each of `paths`, pairs of a file and what it is called, as they are read."""
    count = min(len(paths), os.cpu_count() or 1)
    if not count:
        return
    free = [_Worker() for _each in range(count)]

    def one(path: Path, fil: str) -> tuple[str, Reading]:
        worker = free.pop()
        try:
            return fil, worker.read(path, fil)
        finally:
            free.append(worker)

    pool = ThreadPoolExecutor(count)
    try:
        for done in as_completed([pool.submit(one, path, fil) for path, fil in paths]):
            yield done.result()
    finally:
        pool.shutdown(cancel_futures=True)
        for worker in free:
            worker.stop()


class _Worker:
    """One process that reads files, started anew when it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_late = False

    def read(self, path: Path, fil: str) -> Reading:
        """Return what is in `path`; a file that takes too long or kills its reader is a trouble."""
        process, to, fro = self._started()
        self._is_late = False
        alarm = threading.Timer(SCAN_SECONDS, self._too_late)
        alarm.start()
        try:
            to.write((os.fsencode(path) + b"\0" + fil.encode()).hex().encode() + b"\n")
            to.flush()
            return unpacked(fro.readline())
        except (OSError, ValueError, KeyError):
            self.stop()
            is_late = self._is_late or process.returncode == -getattr(signal, "SIGXCPU", 0)
            return Reading(troubles=(Trouble(fil, SLOW if is_late else CRASHED),))
        finally:
            alarm.cancel()

    def stop(self) -> None:
        """End the process, and what it has started."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (AttributeError, OSError):
            process.kill()
        process.wait()

    def _too_late(self) -> None:
        self._is_late = True
        if self._process is not None:
            self._process.kill()

    def _started(self) -> tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]:
        """Return the process, what it is asked through and what it answers through."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, *PROGRAM],
                cwd=PROJECT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Its own group, so that the programs it starts end with it.
                start_new_session=True,
            )
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise OSError("a process without pipes")
        return process, process.stdin, process.stdout
