"""The running application and a browser that watches what it does."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

import psutil
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

from tests.e2e import chromium

ROOT: Final = Path(__file__).resolve().parents[2]
SCREENSHOTS: Final = Path(__file__).with_name("screenshots")
# `make axe` looks at every page in all languages, widths and lights, and takes pictures of them.
WHOLE: Final = os.environ.get("TJENESTESTED_AXE") == "alt"

# A slow machine with two cores draws the first map in several seconds.
START_SECONDS: Final = 180
SETTLE_MS: Final = 60_000
QUIET_MS: Final = 100

# A server that is asked for no papers: the processes that make them cost as much as all the rest.
NO_PAPERS: Final = MappingProxyType({"TJENESTESTED_ARBEIDERE": "0"})

# No GPU and no WebGL, as on many virtual desktops, and no calls of the browser's own home.
WITHOUT_WEBGL: Final = ("--disable-gpu", "--disable-software-rasterizer")
BROWSER_FLAGS: Final = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters are as wide without the windows of a browser as within them.
    "--font-render-hinting=none",
    *WITHOUT_WEBGL,
)
# WebGL that a program draws, as on a desktop whose graphics card is not to be used.
SOFTWARE_WEBGL: Final = (
    *(flag for flag in BROWSER_FLAGS if flag not in WITHOUT_WEBGL),
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)

# What Streamlit itself does wrong: rule, the start of the element's HTML or selector, and why it
# stays. Nothing of ours may be listed; an entry goes when Streamlit's issue is closed.
AXE_ALLOWED: Final[tuple[tuple[str, str, str], ...]] = ()

# Counts what is still going on in the page; installed before any script of the page runs.
_WATCH: Final = """
(() => {
  const watch = (window.__watch = { last: performance.now(), fetching: 0, sent: 0 });
  const touch = () => (watch.last = performance.now());
  const fetch = window.fetch;
  window.fetch = async (...given) => {
    watch.fetching++;
    try { return await fetch(...given); } finally { watch.fetching--; touch(); }
  };
  window.WebSocket = new Proxy(window.WebSocket, {
    construct(Socket, given) {
      const socket = new Socket(...given);
      const send = socket.send.bind(socket);
      socket.send = (...given) => {
        watch.sent++;
        watch.unanswered = true;
        send(...given);
      };
      socket.addEventListener("message", () => {
        watch.unanswered = false;
        touch();
      });
      return socket;
    },
  });
})();
"""

_SETTLED: Final = """
(quiet) => {
  const app = document.querySelector("[data-testid=stApp]");
  const busy = "[data-testid=stSkeleton], [data-testid=stSpinner], [data-stale=true]";
  return (
    app?.dataset.testScriptState === "notRunning" &&
    app.dataset.testConnectionState === "CONNECTED" &&
    !document.querySelector(busy) &&
    document.querySelector("h1, .funn, [role=alert]") &&
    [...document.querySelectorAll(".dokument")].every((root) => root.applied === root.turn) &&
    !document.querySelector(".kartplass:not(:has([data-tegnet]))") &&
    document.fonts.status === "loaded" &&
    window.__watch.fetching === 0 &&
    !window.__watch.unanswered &&
    performance.now() - window.__watch.last > quiet
  );
}
"""


@dataclass
class Seen:
    """What a page asked for and complained about since it was opened."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def foreign(self, base: str) -> list[str]:
        """Return the addresses that were asked for on any host but ours."""
        own = urlsplit(base).netloc
        addresses = (urlsplit(url) for url in self.requests)
        return [
            url.geturl()
            for url in addresses
            if url.scheme in {"http", "https", "ws", "wss"} and url.netloc != own
        ]


@contextmanager
def running(
    build: Path,
    script: Path = ROOT / "dashboard.py",
    *,
    port: int | None = None,
    settings: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Run the application on the databases in `build`, and give its address while it runs.

    It listens on `port`, or on one that is free, and has `settings` in its environment beside what
    stands there. What it prints goes to `server-<port>.log` in the same folder.
    """
    port = port or free_port()
    environment = {
        **os.environ,
        **settings,
        "TJENESTESTED_BUILD": str(build),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": "localhost",
    }
    log = build / f"server-{port}.log"
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT
        )
    address = f"http://localhost:{port}"
    try:
        _wait_until_healthy(f"{address}/helse", server, log)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def process_at(base: str) -> psutil.Process:
    """Return the process of the server that `running` gave the address of."""
    port = base.rpartition(":")[2]
    children = psutil.Process().children()
    found = [each for each in children if each.environ().get("STREAMLIT_SERVER_PORT") == port]
    return found[0]


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_until_healthy(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"Serveren kom ikke i gang:\n{log.read_text()[-3000:]}")


def launch(
    playwright: Playwright, flags: Sequence[str] = BROWSER_FLAGS, path: str | None = None
) -> Browser:
    """Start the browser at `path`, or a reader's; RuntimeError that says what to do without one."""
    path = path or chromium.find()
    if path is None:
        raise RuntimeError(chromium.MISSING)
    return playwright.chromium.launch(executable_path=path, args=list(flags))


@contextmanager
def visitor(browser: Browser, base: str, **options: Any) -> Iterator[Page]:
    """Give a page in a fresh context, and fail if it met a foreign host or an error meanwhile.

    A test that provokes an error takes it out of `seen(page).errors`.
    """
    page = opened(browser, base, **options)
    try:
        with watched(page, base):
            yield page
    finally:
        page.context.close()


def opened(browser: Browser, base: str, **options: Any) -> Page:
    """Return a page in a fresh context, which `watched` sees what happens in."""
    context: BrowserContext = browser.new_context(base_url=base, locale="nb-NO", **options)
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.set_default_timeout(SETTLE_MS)
    page.on("request", lambda request: _note(page, requests=request.url))
    page.on("websocket", lambda socket_: _note(page, requests=socket_.url))
    page.on("console", lambda message: _note(page, errors=_complaint(message)))
    page.on("pageerror", lambda error: _note(page, errors=f"{error.name}: {error.message}"))
    return page


@contextmanager
def watched(page: Page, base: str) -> Iterator[Seen]:
    """Record what the page does meanwhile, and fail if it met a foreign host or an error."""
    record = _SEEN[page] = Seen()
    try:
        yield record
    finally:
        del _SEEN[page]
    assert not record.foreign(base), record.foreign(base)
    assert not record.errors, record.errors


_SEEN: Final[dict[Page, Seen]] = {}


def seen(page: Page) -> Seen:
    """Return what has been recorded of a page that `visitor` gave."""
    return _SEEN[page]


def _note(page: Page, *, requests: str = "", errors: str = "") -> None:
    if record := _SEEN.get(page):
        record.requests += [requests] if requests else []
        record.errors += [errors] if errors else []


def _complaint(message: ConsoleMessage) -> str:
    return f"{message.text} ({message.location.get('url', '')})" if message.type == "error" else ""


def settled(page: Page) -> Page:
    """Wait until Streamlit is idle, every map is drawn and nothing has moved for a moment."""
    page.wait_for_function(_SETTLED, arg=QUIET_MS, timeout=SETTLE_MS, polling=50)
    return page


def axe(page: Page, part: str | None = None) -> list[str]:
    """Return what axe-core finds wrong in the page, or a part of it, without what is Streamlit's.

    The window is made as tall as the page meanwhile: axe passes over what is scrolled out of sight.
    """
    size = page.viewport_size
    assert size is not None
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    found = Axe().run(settled(page), context=part).response["violations"]
    page.set_viewport_size(size)
    return [
        f"{rule['id']} ({rule['impact']}): {target}: {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
        for target in [" ".join(map(str, node["target"]))]
        if not any(
            rule["id"] == allowed and (mark in target or mark in node["html"])
            for allowed, mark, _ in AXE_ALLOWED
        )
    ]


def screenshot(page: Page, name: str) -> None:
    """Save the whole page as tests/e2e/screenshots/<name>.png in a run that looks at everything."""
    if WHOLE:
        SCREENSHOTS.mkdir(exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        page.screenshot(path=path, full_page=True, animations="disabled")
