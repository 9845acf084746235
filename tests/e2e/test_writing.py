"""What somebody writes is not lost: the server restarted, the login ended, two at the same time."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from data.work import store
from tests.e2e import harness
from tests.e2e.people import USER, let_in, office

FORM = "/raad?data=demo&kommune=1804"
WORDS = "textarea[name=tekst]"


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> int:
    for name, value in office(tmp_path).items():
        monkeypatch.setenv(name, value)
    return harness.free_port()


@contextmanager
def window(browser: Browser, base: str, subject: str = "dina") -> Iterator[Page]:
    with harness.visitor(browser, base, viewport={"width": 1440, "height": 900}) as page:
        let_in(page, base, subject, "distrikt:Nordland")
        page.goto(FORM)
        harness.settled(page)
        page.wait_for_selector(WORDS)
        yield page


def write(page: Page, words: str) -> None:
    page.check("input[value=anbefaler]")
    page.fill(WORDS, words)


def kept() -> list[str]:
    return [event.til or "" for event in store.all("demo")]


def test_what_is_written_while_the_server_is_away_is_kept_when_it_is_back(
    browser: Browser, build: Path, port: int
) -> None:
    with ExitStack() as stack:
        with harness.running(build, port=port, settings=harness.NO_PAPERS) as base:
            page = stack.enter_context(window(browser, base))
        write(page, "Skrevet mens serveren var borte.")
        page.click("text=Lagre utkast")
        assert page.evaluate("writing.waiting()") == 1
        with harness.running(build, port=port, settings=harness.NO_PAPERS):
            page.wait_for_function("() => writing.waiting() === 0")
            page.wait_for_selector("[data-tilstand=lagret]")
        assert len(kept()) == 1
        assert "mens serveren var borte" in kept()[0]
        seen = harness.seen(page)
        # The server is away again, and the page asks for it for as long as it is open.
        page.close()
        seen.errors.clear()


def test_what_is_half_written_when_the_login_ends_is_there_after_the_next(
    browser: Browser, build: Path, port: int
) -> None:
    with (
        harness.running(build, port=port, settings=harness.NO_PAPERS) as base,
        window(browser, base) as page,
    ):
        write(page, "Halvskrevet.")
        page.context.clear_cookies(name=USER)
        page.reload()
        harness.settled(page)
        assert page.locator(WORDS).count() == 0
        assert kept() == []
        # Another who logs in in the same window sees nothing of it.
        let_in(page, base, "doris", "distrikt:Nordland")
        page.reload()
        page.wait_for_selector(WORDS)
        harness.settled(page)
        assert page.input_value(WORDS) == ""
        let_in(page, base, "dina")
        page.reload()
        page.wait_for_function(
            "words => document.querySelector(words)?.value === 'Halvskrevet.'", arg=WORDS
        )
        assert page.is_checked("input[value=anbefaler]")
        page.click("text=Send inn")
        page.wait_for_selector("[data-tilstand=lagret]")
        assert len(kept()) == 1


def test_of_two_who_write_about_the_same_the_last_is_asked_and_loses_nothing(
    browser: Browser, build: Path, port: int
) -> None:
    with (
        harness.running(build, port=port, settings=harness.NO_PAPERS) as base,
        window(browser, base) as dina,
        window(browser, base, "doris") as doris,
    ):
        write(dina, "Dinas ord.")
        write(doris, "Doris sine ord.")
        doris.click("text=Lagre utkast")
        doris.wait_for_selector("[data-tilstand=lagret]")
        # Her page comes to show what Doris wrote; hers is still what she had read before.
        dina.click("text=Lagre utkast")
        dina.wait_for_selector("[data-tilstand=avvist]")
        assert "Doris" in dina.inner_text("[data-lagring]")
        assert dina.input_value(WORDS) == "Dinas ord."
        assert len(kept()) == 1
        dina.click("text=Lagre utkast")
        dina.wait_for_selector("[data-tilstand=lagret]")
        assert ["Doris" in kept()[0], "Dinas" in kept()[1]] == [True, True]
