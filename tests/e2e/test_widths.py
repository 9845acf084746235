"""Between the phone and the wide screen: nothing sideways, and the whole country in its frame."""

from typing import Final

import pytest
from playwright.sync_api import Page

from queries.view import LANGUAGES
from tests.e2e.harness import settled
from tests.e2e.steps import follow, go, walk
from tests.e2e.test_access import SIDEWAYS
from tests.registered import pages

WIDTHS: Final = (1920, 1440, 1280, 1200, 1024, 1000, 900, 768, 390, 320)
# The extent in the frame of the municipalities that are lit, and how many of their corners lie
# below the key.
SHOWN: Final = """() => {
  const sea = document.querySelector(".kartflate").getBoundingClientRect();
  const key = document.querySelector(".kartside").getBoundingClientRect();
  const svg = document.querySelector(".hovedkart");
  const [west, north, east, south] = svg.getAttribute("viewBox").split(" ").map(Number);
  const lit = [...svg.querySelectorAll("[role=option]:not([aria-disabled])")];
  const points = lit.flatMap((path) =>
    [...path.getAttribute("d").matchAll(/(-?[\\d.]+) (-?[\\d.]+)/g)].map(([, x, y]) => [
      ((x - west) / east) * sea.width,
      ((y - north) / south) * sea.height,
    ]),
  );
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  const low = (all) => all.reduce((a, b) => Math.min(a, b));
  const high = (all) => all.reduce((a, b) => Math.max(a, b));
  const under = ([x, y]) =>
    x + sea.x > key.left && x + sea.x < key.right && y + sea.y > key.top && y + sea.y < key.bottom;
  return {
    lit: [low(xs), low(ys), high(xs), high(ys)],
    frame: [sea.width, sea.height],
    covered: points.filter(under).length,
  };
}"""

# How far what follows the finding begins below it.
LEFT_EMPTY: Final = """() => {
  const beside = [...document.querySelectorAll('[data-stykke="funn"],[data-stykke="tall"],\
[data-stykke="ved"]')].map((piece) => piece.getBoundingClientRect()).filter((box) => box.height);
  const gaps = beside.slice(1).map((box, k) => box.top - beside[k].bottom);
  return document.documentElement.clientWidth < 1000 ? 0 : Math.max(0, ...gaps);
}"""

# Key figures that do not stand whole on one line in their own place.
BROKEN: Final = """() => [...document.querySelectorAll(".nokkeltall dd")].filter((number) => {
  const line = parseFloat(getComputedStyle(number).lineHeight);
  return number.offsetHeight > 1.5 * line || number.scrollWidth > number.clientWidth + 1;
}).map((number) => number.innerText)"""


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/tjenestesteder",
        "/plassering",
        "/lokaler",
        "/?kartform=ruter",
        # The widest and the tallest of the districts, one at each end, and a county.
        "/lokaler?distrikt=Finnmark",
        "/?distrikt=Nordland",
        "/plassering?distrikt=Troms",
        "/?distrikt=Agder,Finnmark",
        "/tjenestesteder?fylke=Vestland",
        "/?distrikt=Troms&kartform=ruter",
    ],
)
def test_the_map_holds_all_of_what_is_chosen(walker: Page, address: str) -> None:
    walk(walker, address)
    for width in WIDTHS:
        # The frame follows the window; nothing is asked of the server.
        walker.set_viewport_size({"width": width, "height": 900})
        settled(walker)
        walker.wait_for_function(f"() => ({SIDEWAYS})() <= 0", timeout=5_000)
        walker.wait_for_timeout(100)
        seen = walker.evaluate(SHOWN)
        (left, top, right, bottom), (wide, high) = seen["lit"], seen["frame"]
        assert min(left, top) >= 0, (width, seen)
        assert right <= wide, (width, seen)
        assert bottom <= high, (width, seen)
        # As large as it can be, where the key leaves room.
        assert max((right - left) / wide, (bottom - top) / high) > 0.5, (width, seen)
        assert seen["covered"] == 0, (width, seen)
        assert walker.evaluate(LEFT_EMPTY) < 40, width
        assert walker.evaluate(BROKEN) == [], width


# What is cut at the right edge, and can not be scrolled to in a box of its own.
STICKS_OUT: Final = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  const scrolls = (each) => {
    for (let box = each.parentElement; box && box !== main; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== "visible") return true;
    return false;
  };
  return [...main.querySelectorAll("input, button, summary, h1, h2, p, a, td, th, small")]
    .filter((each) => each.getClientRects().length && !scrolls(each))
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => each.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("page", pages())
def test_nothing_sticks_out_of_the_narrowest_screen(desktop: Page, page: str) -> None:
    desktop.set_viewport_size({"width": 320, "height": 640})
    # A municipality that has answered, on the page about one: labels stand in what it wrote.
    about = "&kommune=1848" if page == "kommune" else ""
    for lang in ("nn", "en"):
        go(desktop, f"/{page}?lang={lang}&distrikt=Nordland{about}")
        assert desktop.evaluate(STICKS_OUT) == []


# Tables of which a column is out of sight, by their card.
COLUMN_LOST: Final = """() => [...document.querySelectorAll(".kort .tabell")]
  .filter((table) => table.clientWidth && table.scrollWidth > table.clientWidth + 1)
  .map((table) => table.closest(".kort").id)"""


@pytest.mark.parametrize(
    ("address", "card", "size"),
    [
        ("/politidistrikt?distrikt=Nordland", "distriktsrang", (1024, 768)),
        ("/plassering", "plassering", (1024, 768)),
        ("/plassering", "plassering-sammenlikning", (1024, 768)),
        ("/kandidater", "kandidater-valg", (1024, 768)),
        ("/kommune?kommune=1848", "kommunesammenlikning", (1440, 900)),
        ("/lokaler", "lokaler", (1280, 800)),
        ("/kandidater", "kandidater", (1280, 800)),
    ],
)
def test_no_column_of_a_table_is_out_of_sight_on_a_small_screen(
    desktop: Page, address: str, card: str, size: tuple[int, int]
) -> None:
    desktop.set_viewport_size({"width": size[0], "height": size[1]})
    go(desktop, address)
    assert desktop.locator(f"#kort-{card} .tabell").count()
    assert f"kort-{card}" not in desktop.evaluate(COLUMN_LOST)


# What an empty field asks for, where it is longer than the field.
CUT: Final = """() => [...document.querySelectorAll("input[placeholder]")]
  .filter((input) => input.getClientRects().length)
  .filter((input) => {
    const style = getComputedStyle(input);
    const context = document.createElement("canvas").getContext("2d");
    context.font = style.font;
    const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return context.measureText(input.placeholder).width > room;
  })
  .map((input) => input.placeholder)"""


@pytest.mark.parametrize("page", pages())
def test_what_a_field_asks_for_is_read_whole(desktop: Page, page: str) -> None:
    about = "&kommune=1804" if page == "kommune" else ""
    for lang in LANGUAGES:
        go(desktop, f"/{page}?lang={lang}{about}")
        for width in (1440, 1024, 390, 320):
            desktop.set_viewport_size({"width": width, "height": 900})
            assert desktop.evaluate(CUT) == [], (lang, width)


@pytest.mark.parametrize("path", ["", "kommune", "politidistrikt", "data"])
def test_the_menu_shows_where_one_is(phone: Page, path: str) -> None:
    go(phone, f"/{path}")
    menu = phone.locator(".topp nav").bounding_box()
    here = phone.locator(".topp nav [aria-current]").bounding_box()
    assert menu is not None
    assert here is not None
    assert menu["x"] <= here["x"]
    assert here["x"] + here["width"] <= menu["x"] + menu["width"] + 1
    assert phone.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def test_the_menu_follows_from_page_to_page(phone: Page) -> None:
    go(phone, "/")
    for name in ("Søk", "Kommune", "Oversikt"):
        follow(phone, phone.locator(".topp nav a", has_text=name))
        here = phone.locator(".topp nav [aria-current]")
        assert here.inner_text() == name
        box = here.bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 390
