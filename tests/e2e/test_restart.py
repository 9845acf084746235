"""A server that is restarted under an open page: one quiet line, and then what the address says."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.harness import (
    NO_PAPERS,
    free_port,
    process_at,
    running,
    seen,
    settled,
    visitor,
)
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


def test_who_goes_back_while_the_server_is_away_is_told_in_her_language_and_sees_what_she_went_to(
    build: Path, page: Page, port: int
) -> None:
    """The server is killed, and the one that comes has never heard of the page."""
    with running(build, port=port, settings=NO_PAPERS) as base:
        go(page, "/bemanning?distrikt=Nordland&lang=en")
        was = heading(page)
        page.locator("nav a", has_text="Premises").click()
        expect(page).to_have_url(re.compile("/lokaler"))
        settled(page)
        process_at(base).kill()
    expect(page.locator(LINE)).to_have_text(
        "Reconnecting. The page shows what it had when the connection was lost.", timeout=BACK_MS
    )
    page.go_back()
    assert path(page) == "/bemanning"
    with running(build, port=port, settings=NO_PAPERS):
        back(page)
        expect(page.locator("nav [aria-current]")).to_have_text("Staffing", timeout=BACK_MS)
        settled(page)
        assert path(page) == "/bemanning"
        assert heading(page) == was
        assert filter_button(page, "Police district") == "Nordland"
