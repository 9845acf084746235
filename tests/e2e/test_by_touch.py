"""Vurdering on a phone that is touched: a whole letter without hover, drag or keys."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e import harness, lending
from tests.e2e.harness import axe, settled
from tests.e2e.people import let_in, staffed
from tests.e2e.test_correcting import last
from tests.e2e.test_dragging import passage_of
from tests.e2e.test_review import at, field, saved

LETTER: Final = "D001"
# Everything that is there to be tapped, with its size.
_TARGETS: Final = """
() => [...document.querySelectorAll(
    ".vurdering :is(button, a, summary, select, input, textarea)")]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
  .map(([html, { width, height }]) => [html, width, height])
"""


@pytest.fixture(scope="module")
def address(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with staffed(build, tmp_path_factory.mktemp("arbeid")) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    options = {"viewport": lending.PHONE, "has_touch": True, "is_mobile": True}
    page = harness.opened(browser, address, **options)
    with harness.watched(page, address):
        let_in(page, address, "sara")
        yield page
    page.context.close()


def tap(where: Locator) -> None:
    where.scroll_into_view_if_needed()
    where.tap()


def button(page: Page, key: str, name: str) -> Locator:
    return page.locator(field(page, key)).get_by_role("button", name=name, exact=False).first


def use_in(page: Page, choice: str) -> None:
    """Use what is marked in the field that is called so in the bar."""
    page.locator("[data-bruk-i]").select_option(choice)
    tap(page.locator("[data-bruk]"))


def sentence(page: Page, words: str) -> str:
    """Tap on `words` in the letter, and return the sentence that is marked then."""
    box = page.evaluate(
        """(words) => {
          for (const piece of document.querySelectorAll(".brevtekst [data-fra]")) {
            const at = piece.textContent.indexOf(words);
            if (at < 0) continue;
            piece.scrollIntoView({ block: "center" });
            const range = document.createRange();
            range.setStart(piece.firstChild, at);
            range.setEnd(piece.firstChild, at + words.length);
            const { x, y, width, height } = range.getClientRects()[0];
            return [x + width / 2, y + height / 2];
          }
        }""",
        words,
    )
    page.touchscreen.tap(*box)
    expect(page.locator("[data-merkebar]")).to_be_visible()
    marked: str = page.evaluate("getSelection().toString()")
    return marked


def test_a_whole_letter_is_reviewed_with_a_finger(phone: Page) -> None:
    at(phone, LETTER)
    # No key is told of where there is none.
    assert not phone.locator(".vurdering kbd").first.is_visible()
    tap(button(phone, "avsender", "Godta"))
    saved(phone)
    assert last("brev", "avsender", LETTER)["status"] == "bekreftet"
    tap(button(phone, "dato", "Avvis"))
    saved(phone)
    assert last("brev", "dato", LETTER)["status"] == "avvist"
    tap(button(phone, "dato", "Angre"))
    saved(phone)
    assert last("brev", "dato", LETTER) is None

    # A sentence that no field rests on is marked with a tap, made longer and shorter again.
    marked = sentence(phone, "Vi vil særlig peke")
    assert marked == "Vi vil særlig peke på noen utviklingstrekk."
    tap(phone.locator("[data-merk=lengre]"))
    assert phone.evaluate("getSelection().toString()").startswith(f"{marked} Tidlig innsats")
    tap(phone.locator("[data-merk=kortere]"))
    assert phone.evaluate("getSelection().toString()") == marked
    use_in(phone, "tilfreds_bemanning")
    saved(phone)
    assert last("kode", "tilfreds_bemanning", LETTER)["utdrag"] == marked
    assert not phone.locator("[data-merkebar]").is_visible()

    # One that a field rests on is found, and its field, and it is used in premises too.
    passage = phone.locator('.brevtekst mark[data-felt~="onsker_tjenestested"]').first
    tap(passage)
    tap(phone.locator("[data-til-felt]"))
    expect(phone.locator(field(phone, "onsker_tjenestested"))).to_be_focused()
    premises = phone.locator(".kodefelt", has_text="Lokale: ").first
    key = premises.get_attribute("data-felt") or ""
    use_in(phone, f"{key}|areal_m2")
    saved(phone)
    own = last("lokale", key, LETTER)["utdrag_for"]["areal_m2"]
    assert own == passage_of(phone, "onsker_tjenestested")

    # It is moved to another question, and put back.
    marked = sentence(phone, "Vi vil særlig peke")
    tap(phone.locator('[data-flytt="3"]'))
    saved(phone)
    expect(phone.locator('[data-sporsmal="3"]')).to_contain_text(marked)
    tap(button(phone, "deling", "Angre"))
    saved(phone)
    expect(phone.locator('[data-sporsmal="1"]')).to_contain_text(marked)

    # New premises, a comment, what is left, and the letter is finished.
    new = phone.locator(field(phone, "nytt-lokale"))
    tap(new.locator("summary"))
    new.locator("select[name=lokaltype]").select_option("kulturhus")
    tap(new.get_by_role("button"))
    saved(phone)
    expect(phone.locator(".kodefelt.bekreftet", has_text="Lokale: Kulturhus")).to_be_visible()
    phone.locator("textarea[name=hvorfor]").fill("Skrevet med tommelen")
    tap(phone.get_by_role("button", name="Lagre kommentaren"))
    saved(phone)
    tap(phone.locator("[data-samlet=a]"))
    saved(phone)
    assert not phone.locator(".kodefelt.forslag").count()
    tap(phone.locator("[data-side-tast=f]"))
    saved(phone)
    assert last("ferdig", "", LETTER) is True
    assert axe(phone) == []
    tap(phone.locator("[data-side-tast=n]"))
    phone.wait_for_function("was => !location.search.includes(was)", arg=f"brev={LETTER}")
    settled(phone)
    assert phone.locator(".brev").is_visible()


def test_everything_on_the_desk_is_as_wide_as_a_finger(phone: Page) -> None:
    at(phone, "D002")
    for summary in phone.locator("details.rett > summary").all():
        tap(summary)
    tap(phone.locator(".brevtekst mark").first)
    expect(phone.locator("[data-merkebar]")).to_be_visible()
    targets = phone.evaluate(_TARGETS)
    assert len(targets) > 50
    assert [each for each in targets if min(each[1:]) < 24] == []
    # What decides something is wider still.
    decides = [each for each in targets if each[0].startswith(("<button", "<select", "<input"))]
    passages = [each for each in decides if 'class="sitat"' in each[0]]
    assert [each for each in decides if each not in passages and each[2] < 44] == []
    # Nothing is wider than the screen.
    assert phone.evaluate("document.documentElement.scrollWidth") <= lending.PHONE["width"]
