"""What a reader waits for: from a click to the text and the map, and from an address to a page."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Browser, Page

from tests.e2e.harness import settled, visitor

CHANGES: Final = 20
VISITS: Final = 3
OPTIONS: Final = ("Nordland", "Troms", "Agder", "Innlandet", "Finnmark", "Vest")
# A visitor of the tests watches the page; this also takes the time of what happens in it.
_CLOCK: Final = """
(() => {
  const clock = (window.__clock = { click: 0, text: 0, paint: 0, received: 0, sent: 0 });
  const now = () => performance.now();
  const size = (data) => data.byteLength ?? data.size ?? data.length;
  addEventListener("click", () => Object.assign(clock, { click: now(), text: 0, paint: 0 }), true);
  const Socket = window.WebSocket;
  window.WebSocket = new Proxy(Socket, {
    construct(Kind, given) {
      const socket = new Kind(...given);
      const send = socket.send.bind(socket);
      socket.send = (data) => { clock.sent += size(data); send(data); };
      socket.addEventListener("message", (event) => (clock.received += size(event.data)));
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
    """Milliseconds and bytes, one of each per change or visit; the map's are empty without one."""

    text: list[float]
    paint: list[float]
    bytes_: list[float]


@contextmanager
def _timed(browser: Browser, base: str) -> Iterator[Page]:
    with visitor(browser, base, viewport={"width": 1440, "height": 900}) as page:
        page.add_init_script(_CLOCK)
        yield page


def changes(browser: Browser, base: str, path: str = "/") -> Waits:
    """Return what filter changes on the page at `path` cost, one district more or less each."""
    waits = Waits([], [], [])
    with _timed(browser, base) as page:
        page.goto(path)
        settled(page)
        page.get_by_test_id("stPopoverButton").filter(has_text="Politidistrikt").click()
        body = page.get_by_test_id("stPopoverBody")
        for i in range(CHANGES + 2):
            page.evaluate("Object.assign(window.__clock, { received: 0, sent: 0 })")
            body.get_by_role("button", name=OPTIONS[i % len(OPTIONS)], exact=True).click()
            page.wait_for_function("() => window.__clock.text > window.__clock.click")
            clock = _at_rest(page)
            if i >= 2:  # The first changes warm up code that every later reader has warm.
                _note(waits, clock, clock["click"])
    return waits


def visits(browser: Browser, base: str, path: str = "/") -> Waits:
    """Return what a first visit to `path` costs, in fresh contexts: bytes are those on the wire."""
    waits = Waits([], [], [])
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


def _note(waits: Waits, clock: dict[str, float], since: float) -> None:
    waits.text.append(clock["text"] - since)
    waits.bytes_.append(clock["received"] + clock["sent"])
    if clock["paint"] > since:
        waits.paint.append(clock["paint"] - since)


def _at_rest(page: Page) -> dict[str, Any]:
    settled(page)
    time.sleep(0.1)
    clock: dict[str, Any] = page.evaluate("window.__clock")
    return clock
