"""Everyone can use every page: axe, keyboard, phone, dark, large text."""

import re
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.e2e import harness, lending
from tests.e2e.steps import answered, chosen, go, heading, open_menu
from tests.registered import pages

SCREENS: Final[dict[str, dict[str, Any]]] = {
    "desktop": {},
    "phone": {"viewport": lending.PHONE, "has_touch": True, "is_mobile": True},
    "dark": {"color_scheme": "dark"},
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
    ".filter:not(.listefilter)",
    ".listefilter",
    ".liste thead",
    ".liste tbody",
    ".kort-fot summary",
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


def focused(page: Page) -> str:
    """Return what is called by its name, or says, where the keyboard is."""
    text: str = page.evaluate(FOCUS, PLACES)["text"]
    return text


def tab_to(page: Page, text: str) -> None:
    """Press Tab until the keyboard is at what says `text`, as one does who has no mouse."""
    for _press in range(200):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS, PLACES)
        if at and at["text"] == text[:40]:
            return
    raise AssertionError(f"Tab når ikke «{text}»")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", pages())
def test_a_page_has_no_fault_that_axe_finds(
    browser: Browser, base: str, path: str, screen: str
) -> None:
    with lending.window(browser, base, **SCREENS[screen]) as page:
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
    for menu in desktop.locator(".filter .meny").all():
        menu.locator("summary").click()
        # What is beside the bar is as it was when the page was looked at whole.
        assert not harness.axe(desktop, ".filter")
    desktop.locator(".filter .finn input").fill("ham")
    desktop.locator(".finn [role=option]").first.wait_for()
    assert not harness.axe(desktop)


def test_a_table_on_a_page_of_its_own_has_no_fault(desktop: Page) -> None:
    go(desktop, "/lokaler")
    menu = open_menu(desktop, "lokaler")
    menu.get_by_role("link", name=re.compile("Vis hele tabellen")).click()
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
    tab_to(desktop, "Politidistrikt: alle")
    desktop.keyboard.press("Enter")
    # What opens has the focus, and its choices follow each other.
    assert focused(desktop) == "Agder"
    desktop.keyboard.press("ArrowDown")
    desktop.keyboard.press("Tab")
    assert focused(desktop) == "Innlandet"
    with answered(desktop):
        desktop.keyboard.press("Enter")
    assert focused(desktop) == "Innlandet"
    assert desktop.locator("[data-stykke=virkning]").inner_text() == (
        "Innlandet politidistrikt: 32 av 47 kommuner har svart"
    )
    desktop.keyboard.press("Escape")
    assert focused(desktop) == "Politidistrikt: Innlandet"
    assert desktop.locator("details[open]").count() == 0
    assert chosen(desktop) == {"distrikt": "Innlandet"}
    tab_to(desktop, "Har svart: alle")
    desktop.keyboard.press("ArrowDown")
    with answered(desktop):
        desktop.keyboard.press("Enter")
    # One of two is chosen, and the menu is done.
    assert focused(desktop) == "Har svart: Ja"
    assert chosen(desktop) == {"distrikt": "Innlandet", "svart": "ja"}
    second = desktop.locator(".liste tbody a").nth(1).get_attribute("aria-label")
    assert second
    tab_to(desktop, second)
    with answered(desktop):
        desktop.keyboard.press("Enter")
    assert desktop.locator(".liste tbody tr").nth(1).get_attribute("class") == "valgt"
    assert focused(desktop) == second.replace("Velg", "Fjern")
    tab_to(desktop, "Mer om figuren: " + heading(desktop))
    desktop.keyboard.press("Enter")
    tab_to(desktop, "Om tallene")
    desktop.keyboard.press("Enter")
    expect(desktop.locator("#kort-lokaler")).to_contain_text("Én rad er ett lokale")


def test_the_first_stop_skips_to_the_content(desktop: Page) -> None:
    go(desktop, "/")
    desktop.keyboard.press("Tab")
    assert desktop.evaluate(FOCUS, PLACES)["text"] == "Hopp til innholdet"
    desktop.keyboard.press("Enter")
    assert desktop.evaluate("document.activeElement.localName") == "h1"
    # What comes next is of the page, not of its frame.
    desktop.keyboard.press("Tab")
    assert not desktop.evaluate("!!document.activeElement.closest('.topp, .filter')")


@pytest.mark.parametrize("path", STANDING)
def test_four_times_as_large_keeps_everything(browser: Browser, base: str, path: str) -> None:
    offered = "h1, h2, .liste th, .kort-fot a, .kort-fot summary, .topp nav a, [data-kopier]"
    large: ViewportSize = {"width": 1440 // 4, "height": 900 // 4}
    found = []
    for size in (lending.DESKTOP, large):
        with lending.window(browser, base, viewport=size) as page:
            go(page, f"/{path}?distrikt=Nordland")
            assert page.evaluate(SIDEWAYS) <= 0
            texts = page.locator(offered).all_inner_texts()
            found.append(sorted(text.strip(" ↑↓\n") for text in texts if text.strip()))
            if size is large:
                page.get_by_role("button", name="Filter", exact=True).click()
                assert page.locator(".filter summary").first.is_visible()
                assert page.evaluate(SIDEWAYS) <= 0
    assert found[1] == found[0]


def test_a_phone_filters_behind_one_button(phone: Page) -> None:
    go(phone, "/")
    bar = phone.locator(".filter")
    toggle = phone.get_by_role("button", name="Filter", exact=True)
    assert not bar.is_visible()
    assert toggle.get_attribute("aria-expanded") == "false"
    toggle.tap()
    assert bar.is_visible()
    assert toggle.get_attribute("aria-expanded") == "true"
    # The finding stands before the figures, and the figures before the map.
    tops = [
        phone.locator(part).first.evaluate("e => e.getBoundingClientRect().top")
        for part in ("h1", ".nokkeltall", ".kart")
    ]
    assert tops == sorted(tops)
