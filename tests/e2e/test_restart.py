"""A server that is restarted under an open page: one quiet line, and then what the address says."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.harness import NO_PAPERS, free_port, running, seen, settled, visitor
from tests.e2e.steps import filter_button, go, heading, path

LINE = ".borte"
# Streamlit tries again after longer and longer; from the sixth try on it used to open its dialog.
TRIED_MS = 12_000
BACK_MS = 60_000


@contextmanager
def open_page(browser: Browser, port: int) -> Iterator[Page]:
    base, size = f"http://localhost:{port}", {"width": 1440, "height": 900}
    with visitor(browser, base, viewport=size) as it:
        yield it
        it.close()
        # What the browser says of a server that does not answer.
        seen(it).errors.clear()


@pytest.fixture
def page(browser: Browser, port: int) -> Iterator[Page]:
    with open_page(browser, port) as it:
        yield it


@pytest.fixture
def other(browser: Browser, port: int) -> Iterator[Page]:
    with open_page(browser, port) as it:
        yield it


@pytest.fixture
def port() -> int:
    return free_port()


def back(page: Page) -> None:
    expect(page.locator(LINE)).to_have_count(0, timeout=BACK_MS)
    settled(page)


def test_two_readers_of_a_server_that_is_away_see_one_line_and_then_what_they_asked_for(
    build: Path, page: Page, other: Page, port: int
) -> None:
    """One of them stays where she is, and one follows a link meanwhile."""
    with running(build, port=port, settings=NO_PAPERS):
        go(page, "/lokaler?distrikt=Troms")
        go(other, "/bemanning?distrikt=Nordland")
        was = heading(page)
    expect(other.locator(LINE)).to_be_visible(timeout=BACK_MS)
    other.locator("nav a", has_text="Utfordringer").click()
    assert path(other) == "/utfordringer"
    page.wait_for_timeout(TRIED_MS)
    assert page.get_by_role("dialog").count() == 0
    assert page.locator(LINE).all_inner_texts() == [
        "Kobler til igjen. Siden viser det den hadde da forbindelsen ble borte."
    ]
    assert heading(page) == was
    shown = page.locator("body").inner_text()
    assert not re.search(r"\b(Streamlit|terminal|server|running|connect)\b", shown)
    with running(build, port=port, settings=NO_PAPERS):
        back(page)
        assert heading(page) == was
        assert path(page) == "/lokaler"
        back(other)
        expect(other.locator("nav [aria-current]")).to_have_text("Utfordringer", timeout=BACK_MS)
        settled(other)
        assert path(other) == "/utfordringer"
        assert "nevnes" in heading(other)
        assert other.title() == "Utfordringer – Nordland politidistrikt – Tjenestested"
        assert filter_button(other, "Politidistrikt") == "Nordland"
