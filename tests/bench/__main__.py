"""The speed goals, measured beside an empty Streamlit application in the same run.

`make bench` prints one table. Ratios hold on any machine that is otherwise quiet; times do not.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final

import psutil
from playwright.sync_api import Browser, sync_playwright

from data import pipeline
from queries import Version
from tests.bench import growth, siting
from tests.bench.browser import Waits, changes, visits
from tests.bench.viewers import Load, load
from tests.e2e import harness

EMPTY: Final = Path(__file__).parent / "empty" / "server.py"
PAGES: Final = ("/", "/bemanning", "/lokaler")
MANY: Final = 100


def main() -> int:
    """Measure everything and print it; 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder)
        os.environ["TJENESTESTED_BUILD"] = folder
        version = pipeline.build("demo").version
        pipeline.build("kjente")
        print(f"Last på maskinen ved start: {os.getloadavg()[0]:.1f}\n")
        missed = _in_browsers(build) + _with_many(build) + _with_more(version, build) + _siting()
    print(f"\nMål som ikke er nådd: {', '.join(missed) or 'ingen'}")
    return 1 if missed else 0


def _in_browsers(build: Path) -> list[str]:
    with (
        _server(build, EMPTY) as (empty, _one),
        _server(build) as (ours, _two),
        sync_playwright() as playwright,
    ):
        browser = harness.launch(playwright)
        missed = _filter_changes(browser, empty, ours) + _first_visits(browser, empty, ours)
        browser.close()
    return missed


def _filter_changes(browser: Browser, empty: str, ours: str) -> list[str]:
    missed = []
    nothing = changes(browser, empty)
    print("Filtervalg, ms fra klikk        tekst: median  p95   kart: median  p95  utpakket")
    print(_line("tom app", nothing))
    for page in PAGES:
        seen = changes(browser, ours, page)
        print(_line(page, seen))
        text = median(nothing.text)
        missed += _goal(f"tekst {page} ≤ 1,5 × tom app", median(seen.text) / text, 1.5)
        if seen.paint:
            missed += _goal(f"kart {page} ≤ 2 × tom app", median(seen.paint) / text, 2)
    return missed


def _first_visits(browser: Browser, empty: str, ours: str) -> list[str]:
    print("\nFørste besøk, ms fra adresse    tekst: median  p95   kart: median  p95     byte")
    nothing, seen = visits(browser, empty), visits(browser, ours)
    print(_line("tom app", nothing))
    print(_line("/", seen))
    painted = max(median(seen.text), median(seen.paint))
    return [
        *_goal("første besøk ≤ 1,5 × tom app", painted / median(nothing.text), 1.5),
        *_goal("første besøk, MB ≤ 3", median(seen.bytes_) / 1e6, 3),
    ]


def _with_many(build: Path) -> list[str]:
    print(
        "\nSeere som velger hvert sekund   median   p95   feil  MB per seer  ms CPU per valg   byte"
    )
    missed = []
    for count, page in [(1, page) for page in PAGES] + [(MANY, "/")]:
        with _server(build) as (base, process):
            # The first views after a start are read from disk.
            load(base, process, 1, 3, page)
            seen = load(base, process, count, page=page)
        print(_load_line(f"{page}, {count}", seen))
        missed += _goal(f"{page}, kB på linja ≤ 40", median(seen.bytes_) / 1000, 40)
        if count == 1:
            missed += _goal(f"{page}, ms på tjeneren ≤ 15", median(seen.latencies), 15)
    with _server(build, EMPTY) as (base, process):
        print(_load_line(f"tom app, {MANY}", load(base, process, MANY)))
    return [
        *missed,
        *_goal(f"{MANY} seere, p95 ms ≤ 300", _p95(seen.latencies), 300),
        *_goal(f"{MANY} seere, feil", len(seen.errors), 0),
        *_goal(f"{MANY} seere, MB per seer ≤ 0,5", seen.mb_per_viewer, 0.5),
    ]


def _with_more(version: Version, folder: Path) -> list[str]:
    one = growth.seconds(version)
    ten = growth.seconds(growth.grown(version, folder))
    print(f"\nSpørringer, ms                     1 ×   {growth.TIMES} ×  forhold (de fem tregeste)")
    for name in sorted(ten, key=ten.__getitem__, reverse=True)[:5]:
        before, after = 1000 * one[name], 1000 * ten[name]
        print(f"{name:30} {before:8.1f} {after:6.1f} {after / before:8.1f}")
    return _goal("spørretid i alt ≤ 2 ×", sum(ten.values()) / sum(one.values()), 2)


def _siting() -> list[str]:
    print("\nPlassering                                          sekunder      MB")
    for name, seconds, peak in siting.rows():
        print(f"{name:50} {seconds:8.3f} {peak:8.0f}")
    return []


@contextmanager
def _server(build: Path, script: Path | None = None) -> Iterator[tuple[str, psutil.Process]]:
    """Run ours, or `script`, and give its address and its process."""
    with harness.running(build, script or harness.ROOT / "dashboard.py") as base:
        port = base.rpartition(":")[2]
        children = psutil.Process().children()
        found = [each for each in children if each.environ().get("STREAMLIT_SERVER_PORT") == port]
        yield base, found[0]


def _line(name: str, waits: Waits) -> str:
    paint = f"{median(waits.paint):12.0f} {_p95(waits.paint):5.0f}" if waits.paint else " " * 18
    return (
        f"{name:30} {median(waits.text):14.0f} {_p95(waits.text):5.0f} {paint}"
        f" {median(waits.bytes_):10.0f}"
    )


def _load_line(name: str, seen: Load) -> str:
    if seen.errors:
        print(seen.errors[0], file=sys.stderr)
    return (
        f"{name:30} {median(seen.latencies):7.1f} {_p95(seen.latencies):5.0f}"
        f" {len(seen.errors):6} {seen.mb_per_viewer:12.2f} {seen.cpu_ms:16.1f}"
        f" {median(seen.bytes_):8.0f}"
    )


def _goal(name: str, measured: float, most: float) -> list[str]:
    reached = measured <= most
    print(f"    {'nådd  ' if reached else 'IKKE  '} {name}: {measured:.2f}")
    return [] if reached else [name]


def _p95(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[max(0, int(0.95 * len(ordered)) - 1)] if ordered else 0.0


if __name__ == "__main__":
    sys.exit(main())
