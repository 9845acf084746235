"""The map where the browser has a graphics card: drawn by deck.gl, pressed, told of, and printed.

No test machine has one, so the browser draws in software here and is told that it does not.
"""

import json
import math
from collections.abc import Iterator
from typing import Final

import pymupdf
import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright

from data.paths import GEOMETRY
from pages.parts.drawing.deck import HEIGHT, MARGIN, WIDTH
from tests.e2e import chromium, harness, lending
from tests.e2e.steps import (
    QUICK,
    SLOW,
    Spot,
    answered,
    chosen,
    go,
    map_picture,
    municipality_spots,
    press,
)

# Sea has one colour; land in several has some more where they meet.
LAND: Final = 40
# A canvas that says it is drawn by `renderer`, as a browser does.
SAYS: Final = """(renderer) => window.mapBy({
  getContext: (kind) => kind === "webgl2" && {
    getExtension: () => ({ UNMASKED_RENDERER_WEBGL: 1, loseContext: () => {} }),
    getParameter: (asked) => asked === 1 && renderer,
  },
})"""


@pytest.fixture(scope="module")
def drawing(playwright: Playwright) -> Iterator[Browser]:
    """Return a browser that has WebGL, in software."""
    started = harness.launch(playwright, harness.SOFTWARE_WEBGL, chromium.without_windows())
    yield started
    started.close()


@pytest.fixture
def undecided(drawing: Browser, base: str) -> Iterator[Page]:
    """Return a page of a browser that has not been here before."""
    with lending.window(drawing, base) as page:
        yield page


@pytest.fixture
def screen(undecided: Page, base: str) -> Page:
    """Return a page of a browser that has found a graphics card."""
    undecided.context.add_cookies([{"name": "kart", "value": "webgl", "url": base}])
    return undecided


def canvas(page: Page) -> Locator:
    return page.locator("[data-testid=stDeckGlJsonChart] canvas").first


def opened(page: Page, address: str) -> Page:
    """Open an address, and wait until deck.gl has drawn the land in its colours."""
    go(page, address)
    canvas(page).wait_for()
    for _turn in range(60):
        if picture(page).color_count() > LAND:
            return page
        page.wait_for_timeout(250)
    raise AssertionError("deck.gl har ikke tegnet kartet")


def picture(page: Page) -> pymupdf.Pixmap:
    """Return what is seen in the left half of the map, where no key lies."""
    box = canvas(page).bounding_box()
    assert box is not None
    return pymupdf.Pixmap(page.screenshot(clip={**box, "width": box["width"] / 2}))


def on_canvas(page: Page, spot: Spot, kind: str = "landet", name: str = "landet") -> Spot:
    """Return where on the screen a map position is, when the map is framed by an extent."""
    extents = json.loads((GEOMETRY / "utsnitt.json").read_text("utf-8"))
    west, south, east, north = extents["landet"] if kind == "landet" else extents[kind][name]
    room = min(WIDTH / ((east - west) * MARGIN), HEIGHT / ((north - south) * MARGIN))
    scale = 2 ** round(math.log2(room), 3)
    box = canvas(page).bounding_box()
    assert box is not None
    return (
        box["x"] + box["width"] / 2 + (spot[0] - (west + east) / 2) * scale,
        box["y"] + box["height"] / 2 - (spot[1] - (south + north) / 2) * scale,
    )


def test_webgl_in_software_gets_the_map_in_svg(undecided: Page) -> None:
    go(undecided, "/")
    assert undecided.evaluate("!!document.createElement('canvas').getContext('webgl2')")
    cookies = {cookie["name"]: cookie for cookie in undecided.context.cookies()}
    assert cookies["kart"]["value"] == "svg"
    assert cookies["kart"]["sameSite"] == "Strict"
    assert not canvas(undecided).count()
    assert map_picture(undecided).locator("[role=option]").count() == 356


# What draws, as the browser calls it, and the map that it gets.
RENDERERS: Final = {
    "ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11 vs_5_0 ps_5_0, D3D11)": "webgl",
    "Apple M2": "webgl",
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)": "svg",
    "ANGLE (Mesa, llvmpipe (LLVM 17.0.6, 256 bits), OpenGL 4.5)": "svg",
    "ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0, D3D11)": "svg",
    "Software Rasterizer": "svg",
}


def test_a_graphics_card_is_told_from_a_program(undecided: Page) -> None:
    undecided.goto("/")
    assert {name: undecided.evaluate(SAYS, name) for name in RENDERERS} == RENDERERS


def test_presses_on_the_map_of_the_country_choose_and_let_go(screen: Page) -> None:
    opened(screen, "/")
    assert not map_picture(screen).locator("[role=option]").count()
    for number, held in (("5430", QUICK), ("3421", SLOW)):
        press(screen, on_canvas(screen, municipality_spots()[number]), held)
        assert chosen(screen)["kommune"] == number
    press(screen, on_canvas(screen, municipality_spots()["3421"]), QUICK)
    assert "kommune" not in chosen(screen)


def test_presses_on_the_map_of_a_district_choose_those_that_are_lit(screen: Page) -> None:
    opened(screen, "/?distrikt=Troms")
    for number, held in (("5418", SLOW), ("5428", QUICK)):
        spot = on_canvas(screen, municipality_spots()[number], "politidistrikt", "Troms")
        press(screen, spot, held)
        assert chosen(screen) == {"distrikt": "Troms", "kommune": number}
    unlit = on_canvas(screen, municipality_spots()["5430"], "politidistrikt", "Troms")
    box = canvas(screen).bounding_box()
    assert box is not None
    if box["x"] < unlit[0] < box["x"] + box["width"] and box["y"] < unlit[1]:
        press(screen, unlit, QUICK)
        assert chosen(screen)["kommune"] == "5428"


def test_the_chosen_one_is_outlined(screen: Page) -> None:
    opened(screen, "/?distrikt=Nordland&kommune=1833")
    before = picture(screen).digest
    with answered(screen):
        screen.get_by_text("Tilbake til oversikten").click()
    screen.wait_for_timeout(1000)
    assert picture(screen).digest != before


def test_pointing_at_the_map_tells_name_and_answer(screen: Page) -> None:
    opened(screen, "/?vis=onsker")
    x, y = on_canvas(screen, municipality_spots()["3421"])
    screen.mouse.move(x - 4, y - 4)
    screen.mouse.move(x, y, steps=3)
    told = screen.locator(".deck-tooltip")
    told.wait_for()
    assert "Trysil" in told.inner_text()
    assert "Ønsker nytt tjenestested: " in told.inner_text()


def test_a_station_is_pressed_where_stations_are_what_the_page_is_about(screen: Page) -> None:
    opened(screen, "/tjenestesteder?distrikt=Finnmark")
    address = screen.evaluate(
        """() => performance.getEntriesByType("resource").map((each) => each.name)
          .find((name) => name.endsWith("tjenestesteder-i_dag-land.geojson"))"""
    )
    features = screen.request.get(address).json()["features"]
    box = canvas(screen).bounding_box()
    assert box is not None
    for feature in features:
        x, y = on_canvas(screen, feature["geometry"]["coordinates"], "politidistrikt", "Finnmark")
        inside = box["x"] + 20 < x < box["x"] + box["width"] - 20
        if inside and box["y"] + 20 < y < box["y"] + 300:
            break
    press(screen, (x, y), SLOW)
    assert chosen(screen)["sted"]


def test_who_moves_by_keys_has_the_map_in_svg_over_it(screen: Page) -> None:
    opened(screen, "/")
    map_picture(screen).focus()
    screen.keyboard.press("ArrowUp")
    number = str(map_picture(screen).get_attribute("aria-activedescendant"))
    assert map_picture(screen).locator("[role=option]").count() == 356
    shown = "node => getComputedStyle(node).opacity"
    assert screen.locator(".kartflate").evaluate(shown) == "1"
    with answered(screen):
        screen.keyboard.press("Enter")
    assert chosen(screen)["kommune"] == number.removeprefix("kart-")
    map_picture(screen).evaluate("svg => svg.blur()")
    assert screen.locator(".kartflate").evaluate(shown) == "0"


def test_the_grid_is_svg_here_too_and_the_way_back_is_not(screen: Page) -> None:
    opened(screen, "/")
    with answered(screen):
        screen.get_by_role("link", name="Like store ruter").click()
    assert not canvas(screen).count()
    assert map_picture(screen).locator("[role=option]").count() == 356
    with answered(screen):
        screen.get_by_role("link", name="Kart", exact=True).click()
    canvas(screen).wait_for()


@pytest.mark.parametrize("address", ["/", "/plassering"])
def test_the_first_print_has_land(screen: Page, address: str) -> None:
    opened(screen, address)
    printed = screen.pdf(format="A4", print_background=False)
    with pymupdf.open("pdf", printed) as paper:
        drawn = [
            each["fill"]
            for page in paper
            for each in page.get_drawings()
            if each.get("fill") and len(each["items"]) >= 4
        ]
    assert len(drawn) > 200
    assert len(set(drawn)) >= 3
