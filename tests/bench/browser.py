"""What a reader waits for: from a click to the text and the map, and from an address to a page."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Browser, CDPSession, Page

from tests.e2e.harness import settled, visitor

CHANGES: Final = 20
WARM: Final = 6
VISITS: Final = 3
OPTIONS: Final = ("Nordland", "Troms", "Agder", "Innlandet", "Finnmark", "Vest")
# A choice in ours is a link; the empty application has the framework's own buttons, in a menu.
PRESS: Final = "name => document.getElementById(`distrikt-${name}`).click()"
PRESS_EMPTY: Final = """
name => [...document.querySelectorAll("[data-testid=stPopoverBody] button")]
  .find((button) => button.innerText.trim() === name).click()
"""
# A visitor of the tests watches the page; this also takes the time of what happens in it.
_CLOCK: Final = """
(() => {
  const clock = (window.__clock = {
    click: 0, text: 0, paint: 0, received: 0, sent: 0, messages: 0,
  });
  const now = () => performance.now();
  const size = (data) => data.byteLength ?? data.size ?? data.length;
  addEventListener("click", () => Object.assign(clock, { click: now(), text: 0, paint: 0 }), true);
  const Socket = window.WebSocket;
  window.WebSocket = new Proxy(Socket, {
    construct(Kind, given) {
      const socket = new Kind(...given);
      const send = socket.send.bind(socket);
      socket.send = (data) => { clock.sent += size(data); send(data); };
      socket.addEventListener("message", (event) => {
        clock.received += size(event.data);
        clock.messages++;
      });
      return socket;
    },
  });
  // The map is there when the frame after its last new colour has been made.
  const painted = () => requestAnimationFrame(() => setTimeout(() => (clock.paint = now())));
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.closest(".hovedkart"))) painted();
  }).observe(document, { subtree: true, attributeFilter: ["fill"] });
  const text = () => document.querySelector(".funn")?.textContent ?? "";
  let was = "";
  new MutationObserver(() => {
    const is = text();
    if (is !== was) { was = is; clock.text = now(); }
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();
"""


@dataclass(frozen=True)
class Waits:
    """Milliseconds, bytes and messages, one of each per change or visit; a page without a map has
    no time of its painting.
    """

    text: list[float] = field(default_factory=list)
    paint: list[float] = field(default_factory=list)
    bytes_: list[float] = field(default_factory=list)
    # What the browser's main thread worked, by a clock that a busy machine does not stretch.
    main: list[float] = field(default_factory=list)
    messages: list[float] = field(default_factory=list)


@contextmanager
def _timed(browser: Browser, base: str) -> Iterator[Page]:
    with visitor(browser, base, viewport={"width": 1440, "height": 900}) as page:
        page.add_init_script(_CLOCK)
        yield page


def changes(browser: Browser, base: str, path: str, press: str = PRESS) -> Waits:
    """Return what filter changes on the page at `path` cost, one district more or less each.

    `press` is a script that chooses the district it is given.
    """
    waits = Waits()
    with _timed(browser, base) as page:
        page.goto(path)
        settled(page)
        thread = page.context.new_cdp_session(page)
        thread.send("Performance.enable", {"timeDomain": "threadTicks"})
        if press != PRESS:
            page.get_by_test_id("stPopoverButton").click()
            page.get_by_test_id("stPopoverBody").get_by_text(OPTIONS[0]).wait_for()
        for i in range(CHANGES + WARM):
            page.evaluate("Object.assign(window.__clock, { received: 0, sent: 0, messages: 0 })")
            before = _worked(thread)
            page.evaluate(press, OPTIONS[i % len(OPTIONS)])
            page.wait_for_function("() => window.__clock.text > window.__clock.click")
            clock = _at_rest(page)
            if i >= WARM:  # The first changes warm up code that every later reader has warm.
                _note(waits, clock, clock["click"])
                waits.main.append(_worked(thread) - before)
    return waits


def visits(browser: Browser, base: str, path: str = "/") -> Waits:
    """Return what a first visit to `path` costs, in fresh contexts: bytes are those on the wire."""
    waits = Waits()
    for _visit in range(VISITS):
        with _timed(browser, base) as page:
            wire: list[float] = []
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            session.on(
                "Network.loadingFinished", lambda e, to=wire: to.append(e["encodedDataLength"])
            )
            page.goto(path)
            page.locator(".funn").wait_for()
            clock = _at_rest(page)
            clock["received"] += sum(wire)
            clock["sent"] = 0
            _note(waits, clock, 0)
    return waits


def _worked(thread: CDPSession) -> float:
    """Return how many milliseconds the page's main thread has worked since it was begun."""
    metrics = thread.send("Performance.getMetrics")["metrics"]
    (seconds,) = [each["value"] for each in metrics if each["name"] == "TaskDuration"]
    return 1000 * float(seconds)


def _note(waits: Waits, clock: dict[str, float], since: float) -> None:
    waits.text.append(clock["text"] - since)
    waits.bytes_.append(clock["received"] + clock["sent"])
    waits.messages.append(clock["messages"])
    if clock["paint"] > since:
        waits.paint.append(clock["paint"] - since)


def _at_rest(page: Page) -> dict[str, Any]:
    settled(page)
    time.sleep(0.1)
    clock: dict[str, Any] = page.evaluate("window.__clock")
    return clock
