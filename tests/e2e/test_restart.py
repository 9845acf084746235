"""A server that is restarted under an open page: one quiet line, and then what the address says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.harness import free_port, running, seen, settled, visitor
from tests.e2e.steps import filter_button, go, heading, path

LINE = ".borte"
# Streamlit tries again after longer and longer; from the sixth try on it used to open its dialog.
TRIED_MS = 12_000
BACK_MS = 60_000


@pytest.fixture
def page(browser: Browser, port: int) -> Iterator[Page]:
    base, size = f"http://localhost:{port}", {"width": 1440, "height": 900}
    with visitor(browser, base, viewport=size) as it:
        yield it
        it.close()
        # What the browser says of a server that does not answer.
        seen(it).errors.clear()


@pytest.fixture
def port() -> int:
    return free_port()


def back(page: Page) -> None:
    expect(page.locator(LINE)).to_have_count(0, timeout=BACK_MS)
    settled(page)


def test_a_link_that_is_followed_while_the_server_is_away_is_shown_when_it_is_back(
    build: Path, page: Page, port: int
) -> None:
    with running(build, port=port):
        go(page, "/bemanning?distrikt=Nordland")
    expect(page.locator(LINE)).to_be_visible(timeout=BACK_MS)
    page.locator("nav a", has_text="Utfordringer").click()
    assert path(page) == "/utfordringer"
    with running(build, port=port):
        back(page)
        expect(page.locator("nav [aria-current]")).to_have_text("Utfordringer", timeout=BACK_MS)
        settled(page)
        assert path(page) == "/utfordringer"
        assert "nevnes" in heading(page)
        assert page.title() == "Utfordringer – Nordland politidistrikt – Tjenestested"
        assert filter_button(page, "Politidistrikt") == "Nordland"


def test_until_then_there_is_one_norwegian_line_and_no_dialog(
    build: Path, page: Page, port: int
) -> None:
    with running(build, port=port):
        go(page, "/lokaler?distrikt=Troms")
        was = heading(page)
    page.wait_for_timeout(TRIED_MS)
    assert page.get_by_role("dialog").count() == 0
    assert page.locator(LINE).all_inner_texts() == [
        "Kobler til igjen. Siden viser det den hadde da forbindelsen ble borte."
    ]
    assert heading(page) == was
    shown = page.locator("body").inner_text()
    assert not re.search(r"\b(Streamlit|terminal|server|running|connect)\b", shown)
    with running(build, port=port):
        back(page)
        assert heading(page) == was
        assert path(page) == "/lokaler"
