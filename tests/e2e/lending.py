"""Windows that are handed from reader to reader: as new each time, with the scripts already read.

A fresh context reads and compiles every script anew, which costs four times what the page itself
does. Here one who comes gets a window that another has left: her cookies, what she had stored and
where she had been are gone, and only the browser's memory of files that never change is not.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from playwright.sync_api import Browser, Page, ViewportSize

from tests.e2e import harness

DESKTOP: Final[ViewportSize] = {"width": 1440, "height": 900}
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
# Text without a script, of the same origin: what a page does when it is left is done there.
NOWHERE: Final = "/_stcore/health"
# Windows that nobody sits at, by what can not be changed in them.
_FREE: Final[dict[tuple[object, ...], list[Page]]] = defaultdict(list)


@contextmanager
def window(
    browser: Browser,
    base: str,
    *,
    viewport: ViewportSize = DESKTOP,
    color_scheme: str = "light",
    permissions: Sequence[str] = (),
    **options: Any,
) -> Iterator[Page]:
    """Give a page as a reader has it who has never been here, as `harness.visitor` does.

    A window that can not be left as it was come to is not handed on.
    """
    free = _FREE[browser, base, *sorted(options.items())]
    page = free.pop() if free else harness.opened(browser, base, **options)
    try:
        page.set_viewport_size(viewport)
        page.emulate_media(media="null", color_scheme=color_scheme)  # type: ignore[arg-type]
        page.context.grant_permissions(list(permissions))
        with harness.watched(page, base):
            yield page
        _leave(page)
    except BaseException:
        page.context.close()
        raise
    free.append(page)


def _leave(page: Page) -> None:
    """Take everything with one that one has brought or done."""
    page.unroute_all()
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.goto(NOWHERE)
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.mouse.move(0, 0)
    page.context.clear_cookies()
    page.context.clear_permissions()
    session = page.context.new_cdp_session(page)
    session.send("Page.resetNavigationHistory")
    session.detach()
