"""Everyone can use every page: axe, keyboard, phone, dark, large text; a picture of each."""

import re
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e import harness
from tests.e2e.steps import answered, chosen, go, heading
from tests.registered import pages

DESKTOP: Final = {"width": 1440, "height": 900}
SCREENS: Final[dict[str, dict[str, Any]]] = {
    "desktop": {"viewport": DESKTOP},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "dark": {"viewport": DESKTOP, "color_scheme": "dark"},
}
# What a page needs to be about something.
ABOUT: Final = {"kommune": "?kommune=1804", "politidistrikt": "?distrikt=Troms"}
STANDING: Final = ("", "bemanning", "lokaler")

SIDEWAYS: Final = """
() => {
  const main = document.querySelector("[data-testid=stMain]");
  const root = document.documentElement;
  return Math.max(main.scrollWidth - main.clientWidth, root.scrollWidth - root.clientWidth);
}
"""
PLACES: Final = [
    "nav",
    ".datasett",
    ".st-key-filter",
    ".st-key-listefilter",
    ".liste thead",
    ".liste tbody",
    ".kort-fot details",
    ".kort-fot a[download]",
]
FOCUS: Final = """
(places) => {
  const seen = document.activeElement;
  if (!seen || seen === document.body) return null;
  const style = getComputedStyle(seen);
  const ring = (of) =>
    (of.outlineStyle !== "none" && parseFloat(of.outlineWidth) >= 2) || of.boxShadow !== "none";
  const around = [style, ...[seen.parentElement, seen.parentElement?.parentElement]
    .filter(Boolean).map((each) => getComputedStyle(each))];
  const box = seen.getBoundingClientRect();
  return {
    place: places.find((each) => seen.closest(each)) ?? "",
    text: (seen.getAttribute("aria-label") ?? seen.innerText ?? "").trim().slice(0, 40),
    visible: around.some(ring),
    onScreen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}
"""


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", pages())
def test_a_page_has_no_fault_that_axe_finds(
    browser: Browser, base: str, path: str, screen: str
) -> None:
    with harness.visitor(browser, base, **SCREENS[screen]) as page:
        go(page, f"/{path}{ABOUT.get(path, '')}")
        assert heading(page)
        assert page.evaluate(SIDEWAYS) <= 0
        assert page.locator("footer.bunn").is_visible()
        assert not harness.axe(page)
        harness.screenshot(page, f"{path or 'oversikt'}-{screen}")


def test_opened_parts_and_chosen_things_have_no_fault_either(desktop: Page) -> None:
    go(desktop, "/lokaler?distrikt=Innlandet")
    for row in range(2):
        with answered(desktop):
            desktop.locator(".liste tbody a").nth(row).click()
    for summary in desktop.locator("summary:visible").all():
        summary.click()
    assert not harness.axe(desktop)
    go(desktop, "/?kommune=5424&vis=onsker")
    desktop.get_by_test_id("stPopoverButton").first.click()
    desktop.get_by_test_id("stPopoverBody").wait_for()
    assert not harness.axe(desktop)


def test_a_table_on_a_page_of_its_own_has_no_fault(desktop: Page) -> None:
    go(desktop, "/lokaler")
    desktop.get_by_role("link", name=re.compile("Vis hele tabellen")).first.click()
    desktop.locator(".ark").wait_for()
    found = Axe().run(desktop).response["violations"]
    assert not [rule["id"] for rule in found]


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(desktop: Page) -> None:
    go(desktop, "/lokaler?distrikt=Nordland")
    order: list[str] = []
    for _press in range(90):
        desktop.keyboard.press("Tab")
        at = desktop.evaluate(FOCUS, PLACES)
        if at is None:
            break
        assert at["visible"], at
        assert at["onScreen"], at
        if at["place"] and at["place"] not in order:
            order.append(at["place"])
    assert order == PLACES


def test_the_keyboard_alone_filters_chooses_and_opens(desktop: Page) -> None:
    go(desktop, "/lokaler")
    desktop.get_by_test_id("stPopoverButton").first.focus()
    desktop.keyboard.press("Enter")
    pill = desktop.get_by_test_id("stPopoverBody").get_by_role("button", name="Innlandet")
    pill.focus()
    with answered(desktop):
        desktop.keyboard.press("Space")
    desktop.keyboard.press("Escape")
    desktop.get_by_test_id("stPopoverBody").wait_for(state="hidden")
    assert chosen(desktop) == {"distrikt": "Innlandet"}
    desktop.locator(".liste tbody a").nth(1).focus()
    with answered(desktop):
        desktop.keyboard.press("Enter")
    assert desktop.locator(".liste tbody tr").nth(1).get_attribute("class") == "valgt"
    about = desktop.locator(".st-key-kort-lokaler summary", has_text="Om tallene")
    about.focus()
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".st-key-kort-lokaler")).to_contain_text("Én rad er ett lokale")


def test_the_first_stop_skips_to_the_content(desktop: Page) -> None:
    go(desktop, "/")
    desktop.keyboard.press("Tab")
    assert desktop.evaluate(FOCUS, PLACES)["text"] == "Hopp til innholdet"


@pytest.mark.parametrize("path", STANDING)
def test_four_times_as_large_keeps_everything(browser: Browser, base: str, path: str) -> None:
    offered = "h1, h2, .liste th, .kort-fot a, .kort-fot summary, .topp nav a, [data-kopier]"
    large = {"width": 1440 // 4, "height": 900 // 4}
    found = []
    for size in (DESKTOP, large):
        with harness.visitor(browser, base, viewport=size) as page:
            go(page, f"/{path}?distrikt=Nordland")
            assert page.evaluate(SIDEWAYS) <= 0
            texts = page.locator(offered).all_inner_texts()
            found.append(sorted(text.strip(" ↑↓\n") for text in texts if text.strip()))
            if size is large:
                page.get_by_role("button", name="Filter", exact=True).click()
                assert page.get_by_test_id("stPopoverButton").first.is_visible()
                assert page.evaluate(SIDEWAYS) <= 0
    assert found[1] == found[0]


def test_a_phone_filters_behind_one_button(phone: Page) -> None:
    go(phone, "/")
    bar = phone.locator(".st-key-filter")
    toggle = phone.get_by_role("button", name="Filter", exact=True)
    assert not bar.is_visible()
    assert toggle.get_attribute("aria-expanded") == "false"
    toggle.tap()
    assert bar.is_visible()
    assert toggle.get_attribute("aria-expanded") == "true"
    # The finding stands before the map, and the map before the figures.
    tops = [
        phone.locator(part).first.evaluate("e => e.getBoundingClientRect().top")
        for part in ("h1", ".st-key-kart", ".nokkeltall")
    ]
    assert tops == sorted(tops)
