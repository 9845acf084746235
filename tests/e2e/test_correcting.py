"""Vurdering: sender, dates, division and premises corrected by keys and by mouse."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from data.work.following import known
from tests.e2e import lending
from tests.e2e.harness import axe, settled
from tests.e2e.people import let_in, staffed
from tests.e2e.test_review import at, field, saved

LETTER = "D013"


@pytest.fixture(scope="module")
def office(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server whose people `let_in` lets in."""
    with staffed(build, tmp_path_factory.mktemp("arbeid")) as address:
        yield address


@pytest.fixture
def sara(browser: Browser, office: str) -> Iterator[Page]:
    yield from window(browser, office, "sara")


@pytest.fixture
def leo(browser: Browser, office: str) -> Iterator[Page]:
    yield from window(browser, office, "leo")


def window(browser: Browser, office: str, who: str) -> Iterator[Page]:
    with lending.window(browser, office) as page:
        let_in(page, office, who)
        yield page


def last(slag: str, key: str, letter: str = LETTER) -> Any:
    """Return what was said last of a letter, as the store has it."""
    about = known("demo").about.get(f"innspill:{letter}", ())
    said = [event.til for event in about if (event.slag, event.felt) == (slag, key)]
    return json.loads(said[-1] or "null") if said else None


def focus(page: Page, key: str) -> None:
    page.locator(field(page, key)).focus()


def test_a_sender_is_accepted_corrected_and_undone_by_keys_and_stands_after_a_reload(
    sara: Page,
) -> None:
    at(sara, LETTER)
    focus(sara, "avsender")
    sara.keyboard.press("a")
    saved(sara)
    suggested = last("brev", "avsender")
    assert suggested["status"] == "bekreftet"
    sara.keyboard.press("e")
    name = sara.locator(field(sara, "avsender")).locator("input[name=avsender]")
    expect(name).to_be_focused()
    name.fill("Bodø kommune")
    where = sara.locator("[data-kommuner]")
    where.fill("Bodø, Atlantis")
    sara.keyboard.press("Enter")
    # Nobody has heard of it, so nothing is kept.
    assert "Atlantis" in where.evaluate("input => input.validationMessage")
    assert last("brev", "avsender") == suggested
    where.fill("Bodø, Gildeskål (1838)")
    sara.keyboard.press("Enter")
    expect(sara.locator("h1")).to_have_text("Bodø kommune")
    saved(sara)
    assert last("brev", "avsender")["kommunenumre"] == "1804|1838"
    at(sara, LETTER)
    expect(sara.locator("h1")).to_have_text("Bodø kommune")
    focus(sara, "avsender")
    sara.keyboard.press("u")
    expect(sara.locator("h1")).to_have_text(suggested["avsender"])
    saved(sara)
    assert last("brev", "avsender") == suggested
    # The form shows what stands again.
    assert name.input_value() == suggested["avsender"]


def test_a_date_is_written_as_norwegians_do(sara: Page) -> None:
    at(sara, LETTER)
    box = sara.locator(field(sara, "dato"))
    day = box.locator("input[name=verdi]")
    day.fill("31.2.2022")
    day.press("Enter")
    assert day.evaluate("input => !input.validity.valid")
    day.fill("4.5.2022")
    day.press("Enter")
    expect(box.locator(".staar")).to_contain_text("Bekreftet 4. mai 2022")
    saved(sara)
    assert last("brev", "dato") == {"status": "bekreftet", "verdi": "2022-05-04"}


def test_a_paragraph_is_moved_by_keys_and_by_mouse_and_put_back(sara: Page) -> None:
    at(sara, LETTER)
    texts = sara.locator(".brevtekst")
    before = texts.all_inner_texts()
    first = int(texts.first.get_attribute("data-sporsmal") or "")
    other = 4 if first != 4 else 3
    bar = sara.locator("[data-merkebar]")
    assert not bar.is_visible()
    sara.locator(".funn h1").click()
    sara.keyboard.press("l")
    expect(bar).to_be_visible()
    marked = sara.evaluate("getSelection().toString()").strip()
    sara.keyboard.press(str(other))
    moved = sara.locator(f'[data-sporsmal="{other}"]')
    expect(moved).to_contain_text(marked)
    saved(sara)
    expect(sara.locator(field(sara, "deling"))).to_contain_text("fra «")
    assert not bar.is_visible()
    (piece,) = last("deling", "deling")["flyttet"]
    assert (piece[0], piece[3]) == (first, other)
    at(sara, LETTER)
    expect(moved).to_contain_text(marked)
    focus(sara, "deling")
    sara.keyboard.press("u")
    expect(sara.locator(field(sara, "deling")).locator(".staar")).to_contain_text("Forslag")
    saved(sara)
    assert texts.all_inner_texts() == before
    # The same by mouse: what is marked, and a button.
    sara.locator(".funn h1").click()
    sara.keyboard.press("l")
    sara.locator(f'[data-flytt="{other}"]').click()
    expect(moved).to_contain_text(marked)
    saved(sara)
    assert axe(sara) == []


def test_premises_are_added_with_a_passage_refused_and_taken_back(sara: Page) -> None:
    at(sara, LETTER)
    sara.locator(".funn h1").click()
    sara.keyboard.press("l")
    marked = sara.evaluate("getSelection().toString()").strip()
    focus(sara, "nytt-lokale")
    sara.keyboard.press("e")
    new = sara.locator(field(sara, "nytt-lokale"))
    new.locator("select[name=lokaltype]").select_option("brannstasjon")
    new.locator("input[name=areal_m2]").fill("80")
    new.locator("input[name=delt_med]").fill("NAV, bibliotek")
    new.locator("input[name=ledig_fra]").fill("01.01.2023")
    new.get_by_role("button").click()
    made = sara.locator(".kodefelt.bekreftet", has_text="Lokale: Brannstasjon")
    expect(made).to_be_visible()
    saved(sara)
    key = made.get_attribute("data-felt") or ""
    said = last("lokale", key)
    assert (said["areal_m2"], said["delt_med"]) == (80, "NAV|bibliotek")
    assert (said["ledig_fra"], said["utdrag"]) == ("2023-01-01", marked)
    expect(sara.locator(f'.brevtekst mark[data-felt~="{key}"]').first).to_be_visible()
    focus(sara, key)
    sara.keyboard.press("x")
    expect(sara.locator(field(sara, key)).locator(".staar")).to_contain_text("Avvist")
    saved(sara)
    sara.keyboard.press("u")
    expect(sara.locator(field(sara, key)).locator(".staar")).to_contain_text("Bekreftet")
    saved(sara)
    sara.goto("/vurdering?data=demo")
    settled(sara)
    expect(sara.locator(".vurdering")).to_contain_text("1 lokale")


def test_two_who_divide_one_letter_are_asked(sara: Page, leo: Page) -> None:
    letter = "D021"
    for page in (sara, leo):
        at(page, letter)
    expect(leo.locator(".funn")).to_contain_text("arbeider med brevet")
    for page, key in ((leo, "x"), (sara, "a")):
        focus(page, "deling")
        page.keyboard.press(key)
        settled(page)
    expect(leo.locator(field(leo, "deling")).locator(".staar")).to_contain_text("alt ligger udelt")
    asked = sara.locator("[data-konflikt]")
    expect(asked).to_contain_text("har avgjort «Deling på spørsmål»")
    asked.get_by_role("button", name="Mitt valg").click()
    saved(sara)
    about = known("demo").about[f"innspill:{letter}"]
    assert [each.hvem for each in about if each.slag == "deling"] == ["leo", "sara"]
