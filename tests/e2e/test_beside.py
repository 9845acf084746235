"""Evidence beside the claim, one menu per figure, and how few steps an answer is away."""

import re
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import lending
from tests.e2e.steps import answered, chosen, follow, go, number, open_menu, walk
from tests.registered import pages

WIDTHS: Final = (320, 768, 1024, 1440, 1920)
ABOUT: Final = {"kommune": "?kommune=1804", "politidistrikt": "?distrikt=Troms", "sok": "?q=hund"}
MOST_STOPS: Final = 60
# What the keyboard stops at before the first figure of the page.
STOPS: Final = """
() => {
  const figure = document.querySelector(".kart, .kort, .kommuneliste");
  const stops = "a[href], button, input, select, summary, [tabindex='0']";
  return [...document.querySelectorAll(stops)].filter((each) =>
    each.tabIndex >= 0 && each.checkVisibility() &&
    each.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING &&
    !figure.contains(each)).length;
}
"""
OVERLAPS: Final = """
(name) => {
  const [foot] = document.querySelectorAll(`.kort-fot[data-kort=${name}]`);
  const mine = foot.querySelector(".kort-del[open]").getBoundingClientRect();
  return [...document.querySelectorAll(".kort, .bunn, .nokkeltall, h1")]
    .filter((other) => !other.contains(foot))
    .map((other) => other.getBoundingClientRect())
    .filter((box) => box.width && box.height &&
      box.left < mine.right - 1 && mine.left < box.right - 1 &&
      box.top < mine.bottom - 1 && mine.top < box.bottom - 1).length;
}
"""


def within_first_screen(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_table_opens_in_the_flow_and_lies_over_nothing(
    browser: Browser, base: str, width: int
) -> None:
    options: dict[str, Any] = {"viewport": {"width": width, "height": 900}}
    with lending.window(browser, base, **options) as page:
        go(page, "/?data=demo")
        foot = open_menu(page, "punkter")
        foot.get_by_role("button", name="Vis tabell").click()
        foot.locator("table").wait_for()
        assert page.evaluate(OVERLAPS, "punkter") == 0
        heading = foot.locator(".kort-del[open] > summary")
        expect(heading).to_be_focused()
        page.keyboard.press("Enter")
        expect(foot.locator(".kort-del[open]")).to_have_count(0)
        expect(foot.locator(".kort-valg > summary")).to_be_focused()


@pytest.mark.parametrize(
    "path", [p for p in pages() if p not in ("endringer", "raad", "vurdering")]
)
def test_few_stops_lie_before_the_main_figure_of_a_page(walker: Page, path: str) -> None:
    walk(walker, f"/{path}{ABOUT.get(path, '')}")
    assert 0 < walker.evaluate(STOPS) <= MOST_STOPS
    # Nothing is called by the English word that a component of others would bring.
    assert walker.get_by_role("button", name="Open", exact=True).count() == 0


def test_the_list_behind_a_number_stands_beside_it_within_the_first_screen(desktop: Page) -> None:
    go(desktop, "/?data=demo")
    opener = desktop.locator(".nokkeltall a").first
    follow(desktop, opener)
    assert within_first_screen(desktop, "#kort-kodede")
    assert within_first_screen(desktop, ".nokkeltall")
    assert within_first_screen(desktop, ".funn h1")
    panel, map_ = (desktop.locator(s).bounding_box() for s in ("#kort-kodede", ".kart"))
    assert panel is not None
    assert map_ is not None
    assert panel["x"] >= map_["x"] + map_["width"]
    assert desktop.evaluate("document.activeElement.closest('.bak') !== null")
    with answered(desktop):
        desktop.keyboard.press("Escape")
    expect(desktop.locator(".nokkeltall a").first).to_be_focused()


def test_the_list_is_searched_and_ordered_where_it_stands(desktop: Page) -> None:
    go(desktop, "/?data=demo&kode=tilfreds_bemanning:ikke_tilfreds")
    rows = desktop.locator(".bak ol > li")
    n = rows.count()
    assert n > 50
    people = [int(rows.nth(i).get_attribute("data-innbyggere") or 0) for i in range(5)]
    assert people == sorted(people, reverse=True)
    desktop.get_by_label("Rekkefølge").select_option("navn")
    names = rows.locator("> a").all_inner_texts()
    assert names[0].startswith(("A", "B"))
    desktop.get_by_label("Søk i listen").fill("steigen")
    shown = rows.filter(visible=True)
    assert 0 < shown.count() < n
    expect(desktop.locator(".bak [role=status]")).to_have_text(f"{shown.count()} av {n} vises")


def test_who_in_troms_both_wants_and_offers_is_two_presses_away(desktop: Page) -> None:
    go(desktop, "/?data=demo")
    follow(desktop, desktop.locator("#kort-politidistrikt th a", has_text="Troms").first)
    both = desktop.locator(".nokkeltall div", has_text="både ønsker og tilbyr").locator("a")
    n = int(number(both.inner_text()))
    follow(desktop, both)
    assert chosen(desktop)["distrikt"] == "Troms"
    assert desktop.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    assert desktop.locator(".bak ol > li").count() == n
    for row in range(n):
        assert within_first_screen(desktop, f".bak ol > li:nth-child({row + 1})")


def test_what_a_municipality_wrote_on_the_measure_is_two_actions_away(desktop: Page) -> None:
    go(desktop, "/?data=demo")
    box = desktop.locator(".filter .finn input")
    box.fill("Steigen")
    with answered(desktop):
        box.press("Enter")
    assert within_first_screen(desktop, ".kommune blockquote")
    follow(desktop, desktop.get_by_role("link", name="Hele svaret fra Steigen"))
    assert within_first_screen(desktop, "#kort-kommunekoder blockquote")
    first = desktop.locator("#kort-kommunekoder .sagt > div").first
    assert first.locator("dt").inner_text() == "Bemanning"


def test_a_figure_is_a_slide_in_two_presses(desktop: Page) -> None:
    go(desktop, "/?data=demo")
    foot = open_menu(desktop, "politidistrikt")
    with desktop.expect_download() as saved:
        foot.get_by_role("link", name="Lysbilde", exact=True).click()
    assert saved.value.suggested_filename.endswith(".pptx")


def test_a_district_is_seen_within_one_screen(desktop: Page) -> None:
    go(desktop, "/politidistrikt?data=demo&distrikt=Troms")
    assert desktop.locator("h1").inner_text().startswith("Troms politidistrikt")
    figures = desktop.locator(".nokkeltall > div")
    assert figures.count() == 5
    tops = {round((figures.nth(i).bounding_box() or {"y": -1})["y"]) for i in range(5)}
    assert len(tops) == 1
    for part in (".funn h1", ".nokkeltall", "#kort-distriktsrang .tabell", ".kart"):
        assert within_first_screen(desktop, part)


def test_the_frame_leaves_the_height_of_a_small_screen_to_the_page(
    browser: Browser, base: str
) -> None:
    with lending.window(browser, base, viewport={"width": 1024, "height": 768}) as page:
        go(page, "/?data=demo&distrikt=Troms")
        box = page.locator("[data-stykke=filter]").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 0.2 * 768


def test_on_a_phone_labels_stand_above_bars_as_wide_as_the_screen(phone: Page) -> None:
    go(phone, "/?data=demo")
    row = phone.locator("#kort-politidistrikt tbody tr").first
    label, bar = (row.locator(s).bounding_box() for s in ("th", ".stolpe-flate"))
    assert label is not None
    assert bar is not None
    assert label["y"] + label["height"] <= bar["y"] + 1
    assert bar["width"] >= 340
    figures, map_ = (phone.locator(s).bounding_box() for s in (".nokkeltall", ".kart"))
    assert figures is not None
    assert map_ is not None
    assert figures["y"] < map_["y"]


def test_the_accessibility_statement_is_linked_and_needs_no_script(
    browser: Browser, base: str
) -> None:
    with lending.window(browser, base) as page:
        go(page, "/?data=demo")
        page.get_by_role("link", name="Tilgjengelighetserklæring").click()
        page.wait_for_url(re.compile("/tilgjengelighetserklaering"))
        assert page.locator("h1").inner_text() == "Tilgjengelighetserklæring for Tjenestested"
    with lending.window(browser, base, java_script_enabled=False) as page:
        page.goto("/tilgjengelighetserklaering?lang=en")
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.get_by_role("link", name="uutilsynet.no").count() == 1
