"""Vurdering: by keyboard, undone, and two who say something of the same field at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from data.work.coding import decisions
from data.work.following import known
from tests.e2e import harness, lending
from tests.e2e.harness import axe, settled
from tests.e2e.steps import answered, heading
from tests.login.provider import provider, settings

Login = Callable[[str], Page]
SAVED: Final = "Alt er lagret."
MINE: Final = ".kodefelt.bekreftet .staar"


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a provider of invented people, which the server is set up for."""
    with provider() as address, pytest.MonkeyPatch.context() as patch:
        file = tmp_path_factory.mktemp("arbeid") / "arbeid.sqlite3"
        for name, value in (settings(address) | {"TJENESTESTED_ARBEID": str(file)}).items():
            patch.setenv(name, value)
        yield address


@pytest.fixture(scope="module")
def office(build: Path, issuer: str) -> Iterator[str]:
    """Return the address of the application where people log in at `issuer`."""
    with harness.running(build, settings=harness.NO_PAPERS) as address:
        yield address


@contextmanager
def person(browser: Browser, base: str, subject: str) -> Iterator[Page]:
    """Give the page of somebody who has logged in in a browser of her own."""
    with lending.window(browser, base) as page:
        page.goto("/")
        settled(page)
        log_in(page, subject)
        # She has been at the provider, and is to go nowhere else from now on.
        harness.seen(page).requests.clear()
        yield page


def log_in(page: Page, subject: str) -> None:
    page.locator("[data-konto=inn]").click()
    page.get_by_role("button", name=subject).click()
    page.locator(".konto").wait_for()
    settled(page)


def at(page: Page, letter: str = "D012") -> Page:
    page.goto(f"/vurdering?data=demo&brev={letter}")
    page.locator(".pultlinje").wait_for()
    return settled(page)


def field(page: Page, key: str) -> str:
    return f'.kodefelt[data-felt="{key}"]'


def to_next_code(page: Page) -> None:
    """Step to the next field that is a code, past what else is told of a letter."""
    for _each in range(page.locator(".kodefelt").count()):
        page.keyboard.press("j")
        if page.locator(".kodefelt:focus [data-endre]").count():
            return
    raise AssertionError("«j» når ingen kode")


def saved(page: Page) -> None:
    page.wait_for_function("() => writing.waiting() === 0")
    expect(page.locator("[data-lagring]")).to_have_text(SAVED)
    settled(page)


def decided(letter: str) -> dict[str, str]:
    """Return what has been decided of a letter, as the store has it."""
    found = decisions(known("demo").about[f"innspill:{letter}"])
    return {key: f"{each.status} {each.verdi}" for (_letter, key), each in found.items()}


def test_a_letter_is_confirmed_by_keys_and_undone(browser: Browser, office: str) -> None:
    with person(browser, office, "sara") as sara:
        sara.goto("/vurdering?data=demo")
        settled(sara)
        assert heading(sara).startswith("0 av ")
        sara.keyboard.press("n")
        sara.locator(".pultlinje").wait_for()
        settled(sara)
        letter = sara.evaluate("new URLSearchParams(location.search).get('brev')")
        # Nobody else has said anything, so nothing is asked.
        assert not sara.locator("[data-konflikt]").is_visible()
        for key in ("a", "x"):
            to_next_code(sara)
            sara.keyboard.press(key)
            settled(sara)
        saved(sara)
        first, second = (each.split(":")[0] for each in list(decided(letter))[:2])
        assert decided(letter)[first].startswith("bekreftet")
        assert decided(letter)[second].startswith("avvist")
        # She stands in the field she was in, and takes back what she said there.
        assert sara.evaluate("document.activeElement.dataset.felt") == second
        sara.keyboard.press("u")
        saved(sara)
        expect(sara.locator(field(sara, second)).locator(".staar")).to_contain_text("Forslag")
        assert list(decided(letter)) == [first]
        sara.keyboard.press("s")
        saved(sara)
        about = known("demo").about[f"innspill:{letter}"]
        together = [each for each in about if each.hvorfor == "samlet"]
        # What is told of the letter besides its codes is among what is accepted.
        assert {each.slag for each in together} >= {"kode", "brev", "deling"}
        assert not sara.locator(".kodefelt.forslag").count()
        expect(sara.locator("[data-samlet=u]")).to_contain_text(f"Angre {len(together)} godtatt")
        sara.keyboard.press("z")
        saved(sara)
        assert list(decided(letter)) == [first]
        assert axe(sara) == []


def test_two_on_the_same_field_are_asked_and_both_are_kept(browser: Browser, office: str) -> None:
    key = "onsker_tjenestested"
    with (
        person(browser, office, "sara") as sara,
        person(browser, office, "leo") as leo,
    ):
        at(sara, "D020")
        at(leo, "D020")
        expect(leo.locator(".funn")).to_contain_text("Sara Saksbehandler arbeider med brevet")
        theirs = leo.locator(field(leo, key))
        theirs.locator("select").select_option("uklart")
        theirs.locator("[data-endre]").click()
        saved(leo)
        mine = sara.locator(field(sara, key))
        mine.locator("select").select_option("nei")
        mine.locator("[data-endre]").click()
        asked = sara.locator("[data-konflikt]")
        expect(asked).to_contain_text("Leo Leder har avgjort")
        asked.get_by_role("button", name="Mitt valg").click()
        saved(sara)
        said = [each.til or "" for each in known("demo").about["innspill:D020"] if each.felt == key]
        assert [("uklart" in each, "nei" in each) for each in said] == [
            (True, False),
            (False, True),
        ]


def test_others_see_a_calm_sentence_and_no_letter(browser: Browser, office: str) -> None:
    with person(browser, office, "lise") as lise:
        lise.goto("/vurdering?data=demo&brev=D012")
        settled(lise)
        assert "logget inn som saksbehandler" in heading(lise)
        assert not lise.locator(".brev").count()
        assert not lise.get_by_role("link", name="Vurdering", exact=True).count()


def test_back_leads_to_the_letter_before_as_it_was_left(browser: Browser, office: str) -> None:
    def letter() -> str | None:
        found: str | None = sara.evaluate("new URLSearchParams(location.search).get('brev')")
        return found

    with person(browser, office, "sara") as sara:
        sara.goto("/vurdering?data=demo")
        settled(sara)
        sara.keyboard.press("n")
        sara.locator(".pultlinje").wait_for()
        settled(sara)
        first = letter()
        # The letter may be one that was begun before; what is decided there stays as it is.
        before = sara.locator(MINE, has_text="Sara Saksbehandler").count()
        for _each in range(sara.locator(".kodefelt").count()):
            sara.keyboard.press("j")
            if sara.locator(".kodefelt.forslag:focus").count():
                break
        sara.keyboard.press("a")
        saved(sara)
        sara.keyboard.press("n")
        sara.wait_for_function("was => !location.search.includes(was)", arg=f"brev={first}")
        settled(sara)
        second = letter()
        assert second
        with answered(sara):
            sara.go_back()
        assert letter() == first
        assert sara.locator(MINE, has_text="Sara Saksbehandler").count() == before + 1
        with answered(sara):
            sara.go_back()
        assert (letter(), sara.locator(".pultlinje").count()) == (None, 0)
        assert "brev er vurdert" in heading(sara)
        with answered(sara):
            sara.go_forward()
        with answered(sara):
            sara.go_forward()
        sara.locator(".pultlinje").wait_for()
        settled(sara)
        assert letter() == second


def test_a_leader_has_a_version_built_and_sees_how_it_goes(browser: Browser, office: str) -> None:
    """Of the known statements, of which nothing is new, so that the others have the same set."""
    with person(browser, office, "leo") as leo, person(browser, office, "sara") as sara:
        for page in (leo, sara):
            page.goto("/vurdering?data=kjente")
            settled(page)
        assert not sara.locator(".bygging").count()
        leo.locator(".bygging button").click()
        told = "er publisert. Leo Leder startet byggingen"
        expect(leo.locator(".bygging")).to_contain_text(told, timeout=harness.SETTLE_MS)
        settled(leo)
        assert leo.locator(".bygging button").count() == 1
        saved(leo)
        assert axe(leo) == []


def test_a_letter_is_finished_opened_again_and_not_over_what_another_said(
    browser: Browser, office: str
) -> None:
    """That she took the letter herself, and wrote of it, is no word against hers."""
    letter = "D044"
    with person(browser, office, "sara") as sara, person(browser, office, "leo") as leo:
        at(sara, letter)
        sara.locator("textarea[name=hvorfor]").fill("Bare en merknad")
        sara.get_by_role("button", name="Lagre kommentaren").click()
        saved(sara)
        for status in ("Ferdig", "Ny", "Ferdig"):
            sara.locator(".funn h1").click()
            sara.keyboard.press("f")
            saved(sara)
            expect(sara.locator(".funn")).to_contain_text(status)
        sara.keyboard.press("f")
        saved(sara)
        # What another has said of it since she read it she is to see first.
        at(leo, letter)
        leo.locator("textarea[name=hvorfor]").fill("Se på dette først")
        leo.get_by_role("button", name="Lagre kommentaren").click()
        saved(leo)
        sara.locator(".funn h1").click()
        sara.keyboard.press("f")
        expect(sara.locator("[data-lagring]")).to_contain_text("Leo Leder")
        expect(sara.locator(".kommentarer")).to_contain_text("Se på dette først")
        settled(sara)
        sara.keyboard.press("f")
        saved(sara)
        expect(sara.locator(".funn")).to_contain_text("Ferdig")
