"""Vurdering as people use it who are in a hurry: pressed twice, two at once, written meanwhile."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from data.work.following import known
from tests.e2e import lending
from tests.e2e.harness import settled
from tests.e2e.people import let_in, staffed
from tests.e2e.test_review import at, field, saved

COMMENT: Final = "textarea[name=hvorfor]"
# Press a button in each of some fields in one go, as a hand does before the server has answered.
_PRESS: Final = """
([keys, tast]) => keys.forEach((key) =>
  document.querySelector(`.kodefelt[data-felt="${key}"] [data-tast="${tast}"]`).click())
"""


@pytest.fixture(scope="module")
def address(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with staffed(build, tmp_path_factory.mktemp("arbeid")) as address:
        yield address


@pytest.fixture
def sara(browser: Browser, address: str) -> Iterator[Page]:
    with lending.window(browser, address) as page:
        let_in(page, address, "sara")
        yield page


@pytest.fixture
def leo(browser: Browser, address: str) -> Iterator[Page]:
    with lending.window(browser, address) as page:
        let_in(page, address, "leo")
        yield page


def events(letter: str, slag: str) -> list[str]:
    """Return who has said something of a kind about a letter, in order."""
    about = known("demo").about.get(f"innspill:{letter}", ())
    return [each.hvem for each in about if each.slag == slag]


def test_what_is_pressed_twice_is_said_once_and_a_comment_is_empty_when_it_is_kept(
    sara: Page,
) -> None:
    letter = "D050"
    at(sara, letter)
    sara.locator(COMMENT).fill("En gang")
    sara.get_by_role("button", name="Lagre kommentaren").dblclick()
    saved(sara)
    assert events(letter, "kommentar") == ["sara"]
    expect(sara.locator(COMMENT)).to_have_value("")
    sara.evaluate(_PRESS, [["avsender", "avsender"], "a"])
    saved(sara)
    assert events(letter, "brev") == ["sara"]
    # The same words may be said again when they have been kept.
    sara.locator(COMMENT).fill("En gang")
    sara.get_by_role("button", name="Lagre kommentaren").click()
    saved(sara)
    assert events(letter, "kommentar") == ["sara", "sara"]


def test_of_many_that_two_have_decided_each_is_asked_about(sara: Page, leo: Page) -> None:
    letter, keys = "D051", ["avsender", "dato", "deling"]
    for page in (sara, leo):
        at(page, letter)
    sara.evaluate(_PRESS, [keys, "a"])
    saved(sara)
    leo.locator(COMMENT).focus()
    leo.evaluate(_PRESS, [keys, "x"])
    asked = leo.locator("[data-konflikt]")
    expect(asked).to_contain_text("har avgjort «Avsender»")
    expect(asked).to_contain_text("2 til etter denne.")
    settled(leo)
    # He was writing, and a blank is no answer.
    expect(leo.locator(COMMENT)).to_be_focused()
    asked.get_by_role("button", name="Mitt valg").click()
    expect(asked).to_contain_text("har avgjort «Mottatt»")
    asked.get_by_role("button", name="Det som er lagret").click()
    expect(asked).to_contain_text("har avgjort «Deling på spørsmål»")
    asked.get_by_role("button", name="Mitt valg").click()
    saved(leo)
    assert not asked.is_visible()
    stands = [leo.locator(field(leo, key)).locator(".staar b").inner_text() for key in keys]
    assert stands == ["Avvist", "Bekreftet", "Avvist"]


def test_two_who_say_the_same_are_not_asked(sara: Page, leo: Page) -> None:
    letter = "D053"
    for page in (sara, leo):
        at(page, letter)
    sara.evaluate(_PRESS, [["avsender", "dato"], "a"])
    saved(sara)
    leo.evaluate(_PRESS, [["avsender", "dato"], "a"])
    expect(leo.locator(field(leo, "avsender")).locator(".staar")).to_contain_text("Sara")
    settled(leo)
    assert not leo.locator("[data-konflikt]").is_visible()
    assert events(letter, "brev") == ["sara", "sara"]


def test_keys_are_the_desks_only_where_the_desk_is(sara: Page) -> None:
    """What is pressed in the panel that shares a link, or while writing, decides nothing."""
    letter = "D052"
    at(sara, letter)
    for where in (".topp summary, .topp button", COMMENT, "[data-finn], input[type=search]"):
        box = sara.locator(where).first
        if not box.count():
            continue
        box.focus()
        for key in "xafsz":
            sara.keyboard.press(key)
    settled(sara)
    for slag in ("ferdig", "kode", "brev", "deling"):
        assert events(letter, slag) == []
    # While a letter of another script is being put together nothing is pressed.
    sara.locator(field(sara, "avsender")).focus()
    sara.evaluate(
        "document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', { key: 'x', bubbles: true, isComposing: true }))"
    )
    settled(sara)
    assert events(letter, "brev") == []
    sara.keyboard.press("x")
    saved(sara)
    assert events(letter, "brev") == ["sara"]


def test_letters_where_all_is_decided_are_finished_at_once_and_opened_again(sara: Page) -> None:
    done = ["D070", "D071"]
    for letter in [*done, "D072"]:
        at(sara, letter)
        sara.locator(".funn h1").click()
        if letter in done:
            sara.keyboard.press("s")
        else:
            sara.locator(field(sara, "avsender")).focus()
            sara.keyboard.press("a")
        saved(sara)
    sara.goto("/vurdering?data=demo")
    settled(sara)
    sara.get_by_role("button", name="Gjør ferdig 2 brev der alt er avgjort").click()
    saved(sara)
    expect(sara.locator(".funn h1")).to_have_text("2 av 223 brev er vurdert")
    assert [events(each, "ferdig") for each in (*done, "D072")] == [["sara"], ["sara"], []]
    sara.get_by_role("button", name="Åpne igjen 2 brev gjort ferdig samlet").click()
    saved(sara)
    expect(sara.locator(".funn h1")).to_have_text("0 av 223 brev er vurdert")
    # What was opened again can be finished again, and there is nothing more to take back.
    expect(sara.get_by_role("button", name="Gjør ferdig 2 brev")).to_be_visible()
    assert not sara.get_by_role("button", name="Åpne igjen").count()
