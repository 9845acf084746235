"""Load: people who come, read, take a paper and leave, 1 to 300 at a time, cold and warm.

`make load` prints a table beside an empty application of the same run; `make soak` has 50 of them
for so many minutes and says what grows. Read ratios: who sends the load takes of the same cores.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import linear_regression, median
from typing import Final

import psutil

from data import pipeline
from queries import budgets
from tests.bench.journeys import Journeys, journeys, travel
from tests.e2e import harness

EMPTY: Final = Path(__file__).parent / "empty" / "server.py"
LADDER: Final = (1, 10, 50, 100, 300)
SECONDS: Final = 15.0
SOAKED: Final = 50
MINUTES: Final = 30.0
# In seconds: between two looks at a server that soaks, and what a closed page is held beyond AWAY.
LOOKS: Final = 5.0
AFTER: Final = 5.0
# What is left after that is told in so many parts.
PIECES: Final = 6
# A soak warms up for this part of it, which says nothing of growth.
WARMING: Final = 0.3
HEADS: Final = (
    "lesere", "", "p50", "p95", "tom p50", "tom p95", "p95 ×", "steg/s", "CPU/steg", "feil",
    "ark", "vent", "helse p95", "MB", "tråder", "fd", "fd igjen",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the ladder, or a soak of so many minutes; 1 when anything went wrong under way."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load")
    parser.add_argument("--soak", type=float, nargs="?", const=MINUTES, help="minutter")
    parser.add_argument("--readers", type=int, nargs="*", default=LADDER)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TJENESTESTED_BUILD"] = folder
        for dataset in ("demo", "kjente"):
            pipeline.build(dataset)
        print(f"{os.cpu_count()} kjerner, last ved start {os.getloadavg()[0]:.1f}; tider i ms")
        if chosen.soak is not None:
            return _soak(Path(folder), chosen.soak)
        return _ladder(Path(folder), chosen.readers, chosen.seconds)


def _ladder(build: Path, readers: Sequence[int], seconds: float) -> int:
    wrong: list[str] = []
    print(" | ".join(HEADS))
    for number in readers:
        with _server(build, EMPTY) as (base, _process):
            travel(base, 1, 1, empty=True)
            nothing = travel(base, number, seconds, empty=True)
        with _server(build) as (base, process):
            for how in ("kald", "varm"):
                used, held = _cpu(process), process.num_fds()
                seen = travel(base, number, seconds)
                cpu = 1000 * (_cpu(process) - used) / max(1, len(seen.latencies))
                open_, threads = process.num_fds(), process.num_threads()
                memory = process.memory_info().rss / 2**20
                time.sleep(budgets.AWAY + AFTER)
                left = process.num_fds() - held
                _row(number, how, seen, nothing, cpu, memory, threads, open_, left)
                wrong += seen.errors
    for error in dict.fromkeys(wrong):
        print(error, file=sys.stderr)
    return 1 if wrong else 0


def _row(number: int, how: str, seen: Journeys, nothing: Journeys, *measured: float) -> None:
    cpu, memory, threads, open_, left = measured
    p95 = seen.percentile(0.95)
    health = sorted(seen.health)[int(0.95 * (len(seen.health) - 1))]
    cells = (
        number, how, f"{median(seen.latencies):.0f}", f"{p95:.0f}",
        f"{median(nothing.latencies):.0f}", f"{nothing.percentile(0.95):.0f}",
        f"{p95 / nothing.percentile(0.95):.1f}", f"{seen.per_second:.1f}", f"{cpu:.0f}",
        len(seen.errors), seen.papers, seen.busy, f"{health:.0f}", f"{memory:.0f}",
        int(threads), int(open_), int(left),
    )  # fmt: skip
    print(" | ".join(map(str, cells)), flush=True)


@dataclass(frozen=True)
class _Look:
    at: float
    mb: float
    threads: int
    descriptors: int


def _soak(build: Path, minutes: float) -> int:
    with _server(build) as (base, process):
        held = process.num_fds()
        seen, looks = asyncio.run(_watched(base, process, 60 * minutes))
        time.sleep(budgets.AWAY + AFTER)
        left = process.num_fds() - held
    settled = [look for look in looks if look.at > WARMING * looks[-1].at]
    hours = [look.at / 3600 for look in settled]
    print(
        f"{SOAKED} lesere i {minutes:.0f} minutter: {len(seen.latencies)} steg, "
        f"{len(seen.errors)} feil, p50 {median(seen.latencies):.0f}, "
        f"p95 {seen.percentile(0.95):.0f}, {seen.papers} ark, {seen.busy} bedt om å vente, "
        f"{left} deskriptorer igjen etterpå"
    )
    for name, values in (
        ("MB", [look.mb for look in settled]),
        ("tråder", [float(look.threads) for look in settled]),
        ("deskriptorer", [float(look.descriptors) for look in settled]),
    ):
        slope = linear_regression(hours, values).slope
        # A cache that fills rises and stays; a leak rises by as much in each part.
        ends = [part * len(values) // PIECES for part in range(PIECES + 1)]
        typical = [f"{median(values[a:b]):.0f}" for a, b in pairwise(ends) if b > a]
        print(f"{name}: {' → '.join(typical)}, høyest {max(values):.0f}, {slope:+.1f} i timen")
    for error in dict.fromkeys(seen.errors):
        print(error, file=sys.stderr)
    return 1 if seen.errors else 0


async def _watched(
    base: str, process: psutil.Process, seconds: float
) -> tuple[Journeys, list[_Look]]:
    looks: list[_Look] = []
    begun = time.monotonic()
    running = asyncio.create_task(journeys(base, SOAKED, seconds))
    # The last seconds are those who leave.
    while time.monotonic() - begun < seconds:
        await asyncio.sleep(min(LOOKS, seconds / 10))
        memory = process.memory_info().rss / 2**20
        at = time.monotonic() - begun
        looks.append(_Look(at, memory, process.num_threads(), process.num_fds()))
    return await running, looks


@contextmanager
def _server(build: Path, script: Path | None = None) -> Iterator[tuple[str, psutil.Process]]:
    with harness.running(build, script or harness.ROOT / "dashboard.py") as base:
        yield base, harness.process_at(base)


def _cpu(process: psutil.Process) -> float:
    """Return the seconds of processor that the server and those that make papers have used."""
    family = [process, *process.children(recursive=True)]
    return sum(each.cpu_times().user + each.cpu_times().system for each in family)


if __name__ == "__main__":
    sys.exit(main())
