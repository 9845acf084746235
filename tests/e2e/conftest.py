"""One built data folder, one server and one browser for all browser tests."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests import built
from tests.e2e import chromium, harness, lending
from tests.e2e.steps import go

# What is expected is waited for as long as a page is, not the five seconds of a quiet machine.
expect.set_options(timeout=harness.SETTLE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every data set built anew from the sources."""

    def make(folder: Path) -> None:
        environment = {**os.environ, "TJENESTESTED_BUILD": str(folder)}
        subprocess.run(
            [sys.executable, "-m", "data", "build"], cwd=harness.ROOT, env=environment, check=True
        )

    return built.once(tmp_path_factory, "bygg", make)


@pytest.fixture(scope="session")
def base(build: Path) -> Iterator[str]:
    """Return the address of the running application."""
    with harness.running(build) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Return what starts browsers; there can be one of it in a process."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Return the one browser process that every test opens its own context in."""
    started = harness.launch(playwright, path=chromium.without_windows())
    yield started
    started.close()


@pytest.fixture
def desktop(browser: Browser, base: str) -> Iterator[Page]:
    """Return a page of 1440×900; foreign requests and errors fail the test."""
    with lending.window(browser, base) as page:
        yield page


@pytest.fixture(scope="module")
def _open_page(browser: Browser, base: str) -> Iterator[Page]:
    with lending.window(browser, base) as page:
        yield go(page, "/")


@pytest.fixture
def walker(request: pytest.FixtureRequest, _open_page: Page) -> Page:
    """Return a page of 1440×900 whose reader has been to other places before, and walks on.

    Where she goes by `walk` nothing is loaded anew. After a failure each test begins afresh.
    """
    assert not harness.seen(_open_page).errors
    _open_page.set_viewport_size(lending.DESKTOP)
    _open_page.emulate_media(media="null")
    return go(_open_page, "/") if request.session.testsfailed else _open_page


@pytest.fixture
def phone(browser: Browser, base: str) -> Iterator[Page]:
    """Return a touch page of 390×844; foreign requests and errors fail the test."""
    options: dict[str, Any] = {"viewport": lending.PHONE, "has_touch": True, "is_mobile": True}
    with lending.window(browser, base, **options) as page:
        yield page
