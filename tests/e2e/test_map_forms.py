"""The map as a grid of equal squares, and the first print of every map."""

from typing import Final

import pymupdf
import pytest
from playwright.sync_api import Page, Route

from tests.e2e.harness import settled
from tests.e2e.steps import (
    QUICK,
    answered,
    chosen,
    go,
    heading,
    legend,
    map_picture,
    press,
    walk,
)
from tests.e2e.test_map import MAPS, box_of, option

SQUARES: Final = """() => [...document.querySelectorAll(".hovedkart [role=option]")].map((path) => {
  const box = path.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return [path.dataset.nr, hit?.dataset.nr, box.width, box.height];
})"""


@pytest.mark.parametrize("path", ["/", "/plassering", "/lokaler"])
def test_in_the_grid_all_can_be_hit(walker: Page, path: str) -> None:
    walk(walker, f"{path}?kartform=ruter")
    found = walker.evaluate(SQUARES)
    assert len(found) == 356
    assert [number for number, hit, _wide, _high in found if hit != number] == []
    assert min(min(wide, high) for *_names, wide, high in found) >= 24


def test_the_grid_is_one_link_away_and_does_all_the_map_does(desktop: Page) -> None:
    go(desktop, "/?vis=onsker")
    counts, title = legend(desktop), heading(desktop)
    with answered(desktop):
        desktop.get_by_role("link", name="Like store ruter").click()
    assert chosen(desktop) == {"vis": "onsker", "kartform": "ruter"}
    assert (legend(desktop), heading(desktop)) == (counts, title)
    square = box_of(option(desktop, "3421"))
    press(desktop, (square["x"] + 12, square["y"] + 12), QUICK)
    assert chosen(desktop)["kommune"] == "3421"
    line = map_picture(desktop).locator(".valgte").get_attribute("d")
    assert line == option(desktop, "3421").get_attribute("d")
    map_picture(desktop).focus()
    desktop.keyboard.press("ArrowUp")
    with answered(desktop):
        desktop.keyboard.press("Enter")
    assert chosen(desktop)["kommune"] != "3421"
    with answered(desktop):
        desktop.get_by_role("link", name="Kart", exact=True).click()
    assert "kartform" not in chosen(desktop)


@pytest.mark.parametrize(
    ("address", "link"), [("/", "Like store ruter"), ("/plassering?kartform=ruter", "Kart")]
)
def test_a_frame_that_is_resized_shows_what_it_has_until_the_other_map_is_there(
    address: str, link: str, desktop: Page
) -> None:
    go(desktop, address)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    desktop.route("**/geometri/**", hold)
    desktop.get_by_role("link", name=link, exact=True).click()
    while not held:
        desktop.wait_for_timeout(20)
    before = map_picture(desktop).get_attribute("viewBox")
    desktop.set_viewport_size({"width": 1100, "height": 800})
    desktop.wait_for_function(
        "before => document.querySelector('.hovedkart').getAttribute('viewBox') !== before",
        arg=before,
    )
    # Those that are held go on with it.
    desktop.unroute("**/geometri/**", hold)
    settled(desktop)
    assert map_picture(desktop).get_attribute("viewBox") != before


@pytest.mark.parametrize("address", [*MAPS, "/?kartform=ruter"])
def test_the_first_print_has_land(desktop: Page, address: str) -> None:
    go(desktop, address)
    fills = {
        fill.lower()
        for fill in map_picture(desktop)
        .locator("[role=option]")
        .evaluate_all("all => all.map(p => p.getAttribute('fill'))")
    } - {"#ffffff"}
    printed = desktop.pdf(format="A4", print_background=False)
    with pymupdf.open("pdf", printed) as paper:
        drawn = [
            tuple(round(255 * part) for part in each["fill"])
            for page in paper
            for each in page.get_drawings()
            if each.get("fill") and len(each["items"]) >= 4
        ]
    for fill in fills:
        colour = tuple(int(fill[i : i + 2], 16) for i in (1, 3, 5))
        assert drawn.count(colour) >= 1, fill
    assert len(drawn) > 80
