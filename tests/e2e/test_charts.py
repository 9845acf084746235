"""A chart by Plotly: where the reader is, on paper, as wide as its place, and missed by no page."""

import json
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.steps import follow, go

CHARTS: Final = {"bemanning": "avstandspunkter", "tjenestesteder": "rekkevidde-kurve"}
# The points of the chart as it stands, and as the place has been told.
POINTS: Final = "data => JSON.stringify(data?.map(({ x, y }) => [x, y]))"
DRAWN: Final = f"place => ({POINTS})(place.firstElementChild?.data)"
TOLD: Final = f"place => ({POINTS})(JSON.parse(place.dataset.figur).data)"


def place_of(page: Page, name: str) -> Locator:
    return page.locator(f"#kort-{CHARTS[name]} .diagram")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_when_the_reader_comes_near_and_follows_what_she_chooses(
    name: str, desktop: Page
) -> None:
    go(desktop, f"/{name}?data=demo")
    place, chart = place_of(desktop, name), place_of(desktop, name).locator(".main-svg").first
    high = place.bounding_box()
    expect(chart).to_have_count(0)
    place.scroll_into_view_if_needed()
    expect(chart).to_be_visible()
    drawn = place.bounding_box()
    assert high
    assert drawn
    # Nothing moves when it is drawn.
    assert (high["width"], high["height"]) == (drawn["width"], drawn["height"])
    before = place.evaluate(DRAWN)
    desktop.evaluate("document.getElementById('distrikt-Nordland').click()")
    desktop.wait_for_function(
        f"([was]) => ({DRAWN})(document.querySelector('.diagram')) !== was", arg=[before]
    )
    assert place.evaluate(DRAWN) == place.evaluate(TOLD)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_nobody_has_seen_is_on_paper(name: str, desktop: Page) -> None:
    go(desktop, f"/{name}?data=demo")
    expect(place_of(desktop, name).locator(".main-svg")).to_have_count(0)
    desktop.emulate_media(media="print")
    expect(place_of(desktop, name).locator(".main-svg").first).to_be_visible()


def test_a_chart_nobody_has_seen_is_drawn_when_the_browser_says_that_it_will_print(
    desktop: Page,
) -> None:
    """Not every browser tells of the medium first."""
    go(desktop, "/bemanning?data=demo")
    expect(place_of(desktop, "bemanning").locator(".main-svg")).to_have_count(0)
    desktop.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(place_of(desktop, "bemanning").locator(".main-svg").first).to_be_visible()


def test_a_chart_is_as_wide_as_its_place(desktop: Page) -> None:
    go(desktop, "/bemanning?data=demo")
    place = place_of(desktop, "bemanning")
    place.scroll_into_view_if_needed()
    expect(place.locator(".main-svg").first).to_be_visible()
    for width in (1024, 320, 1440):
        desktop.set_viewport_size({"width": width, "height": 900})
        desktop.wait_for_function(
            "place => Math.abs(place.querySelector('.main-svg').width.baseVal.value"
            " - place.clientWidth) < 1",
            arg=place.element_handle(),
        )


def test_a_page_without_its_chart_has_all_else_and_draws_it_when_it_can(desktop: Page) -> None:
    def broken(route: Route) -> None:
        route.fulfill(body="", content_type="text/javascript")

    desktop.route("**/plotly.min.js", broken)
    go(desktop, "/tjenestesteder?data=demo")
    place = place_of(desktop, "tjenestesteder")
    place.scroll_into_view_if_needed()
    expect(desktop.locator("#kort-rekkevidde-kurve h2")).to_be_visible()
    assert place.get_attribute("aria-label")
    assert json.loads(place.evaluate(TOLD))
    expect(place.locator(".main-svg")).to_have_count(0)
    desktop.unroute("**/plotly.min.js", broken)
    desktop.evaluate("document.getElementById('distrikt-Nordland').click()")
    expect(place.locator(".main-svg").first).to_be_visible()


def test_another_page_has_its_own_chart(desktop: Page) -> None:
    go(desktop, "/bemanning?data=demo")
    place_of(desktop, "bemanning").scroll_into_view_if_needed()
    expect(desktop.locator(".diagram .main-svg").first).to_be_visible()
    follow(desktop, desktop.locator(".topp nav a", has_text="Tjenestesteder").first)
    place = place_of(desktop, "tjenestesteder")
    place.scroll_into_view_if_needed()
    expect(place.locator(".main-svg").first).to_be_visible()
    assert place.evaluate(DRAWN) == place.evaluate(TOLD)
    assert desktop.locator(".diagram").count() == 1
