"""Other ways to show the same slice: Dash, and a page without a server."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Browser

from pages.parts.openings.answers import overview
from pages.parts.reading.reader import Reader
from pages.parts.wording.groups import groups
from queries import View, available
from tests.bench.browser import CHANGES, OPTIONS, PRESS, WARM, changes

HERE: Final = Path(__file__).parent
# Where `make bench` has put what only the peers need.
DASH: Final = HERE.parents[2] / ".venv" / "peers"
PORTS: Final = {"dash": 8971, "side uten server": 8972}
SECONDS: Final = 30
_WATCH: Final = """
() => {
  const times = (window.__times = { click: 0, text: 0 });
  const seen = { subtree: true, childList: true, characterData: true };
  new MutationObserver(() => (times.text = performance.now()))
    .observe(document.querySelector(".funn"), seen);
}
"""
_CHOOSE: Final = """
name => {
  window.__times.click = performance.now();
  [...document.querySelectorAll("input[type=radio]")]
    .find((input) => input.closest("label").textContent.includes(name)).click();
}
"""


def show(browser: Browser, ours: str) -> None:
    """Print what a choice takes to the text, ours beside the peers that are installed."""
    print("\nSamme utsnitt hos andre                    valg → tekst, median ms")
    seen = changes(browser, ours, "/", PRESS)
    print(f"{'vår Oversikt, hele siden':40} {median(seen.text):12.0f}")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "slice.json").write_text(json.dumps(_slice()), "utf-8")
        for name in ("static.html", "static.js"):
            shutil.copy(HERE / name, folder)
        serve = [sys.executable, "-m", "http.server", str(PORTS["side uten server"])]
        with _running(serve, folder, PORTS["side uten server"]) as base:
            print(f"{'side uten server':40} {_text(browser, f'{base}/static.html'):12.0f}")
        if not (DASH / "bin" / "python").exists():
            print("Dash er ikke installert; make bench gjør det.")
            return
        run = [str(DASH / "bin" / "python"), str(HERE / "dash_app.py")]
        command = [*run, str(PORTS["dash"]), str(folder / "slice.json")]
        with _running(command, folder, PORTS["dash"]) as base:
            print(f"{'Dash':40} {_text(browser, base):12.0f}")


def _slice() -> dict[str, dict[str, object]]:
    """Return what Oversikt opens with in each district, and its bars."""
    version = available()["demo"]
    found: dict[str, dict[str, object]] = {}
    for district in OPTIONS:
        reader = Reader(View(data="demo", distrikt=(district,)), version)
        said = overview(reader)
        bars = [
            (g.code, round(100 * (g.share or 0))) for g in groups(reader, "storrelse", "bemanning")
        ]
        found[district] = {"tekst": f"{said.title}. {said.basis}", "stolper": bars}
    return found


def _text(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.locator("input[type=radio]").first.wait_for()
    page.evaluate(_WATCH)
    waits = []
    for i in range(CHANGES + WARM):
        page.evaluate(_CHOOSE, OPTIONS[i % len(OPTIONS)])
        page.wait_for_function("() => window.__times.text > window.__times.click")
        if i >= WARM:
            waits.append(page.evaluate("window.__times.text - window.__times.click"))
    context.close()
    return float(median(waits))


@contextmanager
def _running(command: Sequence[str], folder: Path, port: int) -> Iterator[str]:
    base = f"http://localhost:{port}"
    server = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _second in range(SECONDS):
            try:
                urllib.request.urlopen(base, timeout=1).close()
                break
            except OSError:
                time.sleep(1)
        yield base
    finally:
        server.terminate()
        server.wait(10)
