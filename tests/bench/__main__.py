"""The speed goals, measured beside an empty Streamlit application in the same run.

`make bench` prints one table; `python -m tests.bench changes viewers` only these parts. Ratios hold
on any machine that is otherwise quiet; thread time, processor time and messages on a busy one too.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final

import psutil
from playwright.sync_api import Browser, sync_playwright

from data import pipeline
from tests.bench import behind, candidates, growth, peers, reviewers, siting
from tests.bench.browser import PRESS_EMPTY, changes, visits
from tests.bench.table import Line, show
from tests.bench.viewers import costs, load
from tests.e2e import harness
from tests.registered import pages

EMPTY: Final = Path(__file__).parent / "empty" / "server.py"
MANY: Final = 100
REVIEWERS: Final = 30
READY: Final = 8
# Where a district changes no finding: nothing is compared, one municipality is open, and who is not
# logged in sees no letters.
UNFILTERED: Final = ("endringer", "kommune", "vurdering")
# As a browser does by itself where it finds no graphics card; Debian's is told to do otherwise.
WITHOUT_CARD: Final = ("--disable-gpu-compositing", "--disable-gpu-rasterization")
# What a page needs to be about something.
ABOUT: Final = {"kommune": "?kommune=1804", "sok": "?q=vold"}


def main(asked: list[str]) -> int:
    """Measure the parts that are asked for, all without any; 1 when a must is missed."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TJENESTESTED_BUILD"] = folder
        for dataset in ("demo", "kjente"):
            pipeline.build(dataset)
        print(f"Last på maskinen ved start: {os.getloadavg()[0]:.1f}")
        missed = [name for part in asked or PARTS for name in PARTS[part](Path(folder))]
    print(f"\nMå-krav som ikke er nådd: {', '.join(missed) or 'ingen'}")
    return 1 if missed else 0


def _changes(build: Path) -> list[str]:
    """Every page: what a filter change takes, in time, work and messages; and with WebGL."""
    with (
        _server(build, EMPTY) as (empty, _one),
        _server(build) as (ours, _two),
        sync_playwright() as playwright,
    ):
        missed = _changed(harness.launch(playwright), empty, ours, "uten WebGL")
        # The page finds out that a program draws, and takes the map in SVG.
        drawing = harness.launch(playwright, (*harness.SOFTWARE_WEBGL, *WITHOUT_CARD))
        return missed + _changed(drawing, empty, ours, "WebGL i programvare")


def _changed(browser: Browser, empty: str, ours: str, by: str) -> list[str]:
    """Show and return the lines of one browser, which is closed."""
    lines = []
    nothing = changes(browser, empty, "/", PRESS_EMPTY)
    text, main, messages = (median(w) for w in (nothing.text, nothing.main, nothing.messages))
    for path in pages():
        if path in UNFILTERED:
            continue
        seen = changes(browser, ours, f"/{path}{ABOUT.get(path, '')}")
        name = path or "oversikt"
        lines.append(Line(f"{name}: valg → tekst, ms", text, median(seen.text), 3.5, 1.5))
        if seen.paint:
            lines.append(Line(f"{name}: valg → kart, ms", text, median(seen.paint), 6, 2))
        lines += [
            Line(f"{name}: nettleserens hovedtråd, ms", main, median(seen.main), 3.5, 2),
            Line(f"{name}: meldinger", messages, median(seen.messages), 15, 10, plain=True),
        ]
    browser.close()
    return show(f"Et filtervalg, {by}", lines)


def _server_side(build: Path) -> list[str]:
    """Every page: what a filter change costs the server."""
    lines = []
    with _server(build, EMPTY) as (base, process):
        costs(base, process)
        nothing = costs(base, process)[1]
    with _server(build) as (base, process):
        # The first seconds go to asking what each district answered (`pages/server/ahead.py`).
        time.sleep(READY)
        for path in pages():
            if path != "endringer":
                new, seen = costs(base, process, f"/{path}")
                name = path or "oversikt"
                lines += [
                    Line(f"{name}: sett før, ms CPU", nothing, seen, 5, 2.5),
                    Line(f"{name}: ny, ms CPU", nothing, new, 8, 4),
                ]
    return show("Serveren per valg", lines)


def _viewers(build: Path) -> list[str]:
    """A hundred viewers who choose every second."""
    with _server(build, EMPTY) as (base, process):
        nothing = load(base, process, MANY)
    with _server(build) as (base, process):
        # The first Views after a start are read from disk.
        load(base, process, 1, 3)
        seen = load(base, process, MANY)
    for error in dict.fromkeys(seen.errors):
        print(error, file=sys.stderr)
    memory = seen.mb_per_viewer - nothing.mb_per_viewer
    return show(
        f"{MANY} seere som velger hvert sekund",
        [
            Line("valg per sekund", nothing.per_second, seen.per_second, 0.35, 0.6, more=True),
            Line("MB per seer over tom app", nothing.mb_per_viewer, memory, 0.4, 0.2, plain=True),
            Line("deskriptorer igjen", nothing.left_open, seen.left_open, 0, 0, plain=True),
            Line("feil", len(nothing.errors), len(seen.errors), 0, 0, plain=True),
            Line("valg → svar, median ms", median(nothing.latencies), median(seen.latencies), 5, 2),
        ],
    )


def _reviewers(build: Path) -> list[str]:
    """Thirty who review at once, each with a decision every second."""
    with _server(build, EMPTY) as (base, process):
        nothing = load(base, process, REVIEWERS)
    version = pipeline.build("demo").version
    with reviewers.office(build) as (base, key):
        seen = reviewers.review(base, key, version, REVIEWERS)
    for told in dict.fromkeys((*seen.errors, *seen.refused)):
        print(told, file=sys.stderr)
    alone = sorted(nothing.latencies)[int(0.95 * (len(nothing.latencies) - 1))]
    answered = len(seen.sent) - len(seen.kept)
    print(
        f"\n{len(seen.sent)} avgjørelser sendt, {len(seen.kept)} kvittert som lagret, "
        f"{seen.again} ganger bedt om å vente"
    )
    return show(
        f"{REVIEWERS} som vurderer, en avgjørelse i sekundet hver i {reviewers.SECONDS} s",
        [
            # Three times an empty app, or half a second where that is nearly nothing.
            Line("avgjørelse → svar, p95 ms", alone, seen.percentile(0.95), max(3, 500 / alone), 2),
            Line("avgjørelser uten kvittering", 0, answered, 0, 0, plain=True),
            Line("avgjørelser som er borte", 0, seen.lost, 0, 0, plain=True),
            Line("avgjørelser som står to ganger", 0, seen.twice, 0, 0, plain=True),
            Line("feil", 0, len(seen.errors) + len(seen.refused), 0, 0, plain=True),
        ],
    )


def _visits(build: Path) -> list[str]:
    """A first visit to the front page."""
    with (
        _server(build, EMPTY) as (empty, _one),
        _server(build) as (ours, _two),
        sync_playwright() as playwright,
    ):
        browser = harness.launch(playwright)
        nothing, seen = visits(browser, empty), visits(browser, ours)
        browser.close()
    painted = max(median(seen.text), median(seen.paint or [0]))
    megabytes = median(seen.bytes_) / 1e6
    return show(
        "Første besøk",
        [
            Line("tegnet, ms", median(nothing.text), painted, 1.6, 1.3),
            Line("MB på linja", median(nothing.bytes_) / 1e6, megabytes, 1.6, 1.6, plain=True),
        ],
    )


def _growth(build: Path) -> list[str]:
    """Ten times as many municipalities and answers."""
    version = pipeline.build("demo").version
    one = growth.seconds(version)
    ten = growth.seconds(growth.grown(version, build))
    names = sorted(ten, key=ten.__getitem__, reverse=True)[:5]
    lines = [Line(f"{name}, ms", 1000 * one[name], 1000 * ten[name], 10, 2) for name in names]
    whole = Line("alle spørringer, ms", 1000 * sum(one.values()), 1000 * sum(ten.values()), 2, 2)
    return show(f"{growth.TIMES} × rader («tom app» er 1 ×)", [*lines, whole])


def _siting(_build: Path) -> list[str]:
    print("\nPlassering                                          sekunder      MB")
    for name, seconds, peak in siting.rows():
        print(f"{name:50} {seconds:8.3f} {peak:8.0f}")
    return []


def _candidates(_build: Path) -> list[str]:
    print("\nKandidater                                    p95, millisekunder")
    for name, milliseconds in candidates.rows():
        print(f"{name:50} {milliseconds:8.1f}")
    return []


def _peers(build: Path) -> list[str]:
    """Other ways to show the same slice, in the same browser."""
    with _server(build) as (ours, _one), sync_playwright() as playwright:
        browser = harness.launch(playwright)
        peers.show(browser, ours)
        browser.close()
    return []


def _behind(build: Path) -> list[str]:
    """Two processes behind a proxy; «tom app» is one of ours alone."""
    return show("To prosesser bak nginx («tom app» er én alene)", behind.lines(build))


@contextmanager
def _server(build: Path, script: Path | None = None) -> Iterator[tuple[str, psutil.Process]]:
    """Run ours, or `script`, and give its address and its process."""
    with harness.running(build, script or harness.ROOT / "dashboard.py") as base:
        yield base, harness.process_at(base)


PARTS: Final[dict[str, Callable[[Path], list[str]]]] = {
    "changes": _changes,
    "server": _server_side,
    "viewers": _viewers,
    "reviewers": _reviewers,
    "visits": _visits,
    "behind": _behind,
    "peers": _peers,
    "growth": _growth,
    "siting": _siting,
    "candidates": _candidates,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
