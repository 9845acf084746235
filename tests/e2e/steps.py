"""What a reader does on a page, and what she then sees, in the words the tests are written in."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from data.geometry.projection import to_map
from data.paths import COMMON
from tests.e2e.harness import settled

# How long a finger or a mouse holds a button down, from a quick one to a slow one.
QUICK, SLOW = 80, 150
# What a busy machine without a GPU may need to find out what lies under the pointer.
SENT_MS: Final = 15_000
Spot = tuple[float, float]
# A link that does not stand on the page, so that any address can be walked to.
_LINK: Final = """(address) => {
  const link = Object.assign(document.createElement("a"), { href: address });
  document.body.append(link);
  link.click();
  link.remove();
}"""


def go(page: Page, address: str) -> Page:
    """Open an address as a reader who was sent it, and wait until all of it is there."""
    page.goto(address)
    return settled(page)


def walk(page: Page, address: str) -> Page:
    """Go to an address as a link on the page leads there, and wait until all of it is there."""
    with answered(page):
        page.evaluate(_LINK, address)
    return page


@contextmanager
def answered(page: Page) -> Iterator[None]:
    """Wait until what is done meanwhile has been sent, answered and drawn."""
    before = page.evaluate("window.__watch.sent")
    yield
    page.wait_for_function("before => window.__watch.sent > before", arg=before, timeout=SENT_MS)
    settled(page)


def open_menu(page: Page, card: str) -> Locator:
    """Open the menu of a figure, and return what stands under the figure."""
    foot = page.locator(f".kort-fot[data-kort={card}]")
    foot.locator(".kort-valg > summary").click()
    return foot


def heading(page: Page) -> str:
    """Return the finding that is the page's one heading, without the selection it names first."""
    found = page.locator("h1:visible")
    assert found.count() == 1, found.all_inner_texts()
    text: str = found.evaluate("h1 => [...h1.childNodes].at(-1).textContent")
    return text


def chosen(page: Page) -> dict[str, str]:
    """Return what the address bar says is chosen; the data set is not counted as a choice."""
    asked = parse_qs(urlsplit(page.url).query)
    return {key: ",".join(values) for key, values in asked.items() if key != "data"}


def path(page: Page) -> str:
    """Return the page's address below the server's root."""
    return urlsplit(page.url).path


def filter_by(page: Page, label: str, *options: str) -> None:
    """Open the filter `label` in the bar, press `options` in it, and close it again."""
    menu = _filter(page, label)
    for option in options:
        if menu.get_attribute("open") is None:
            menu.locator("summary").click()
        with answered(page):
            menu.get_by_role("link", name=option, exact=True).click()
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None


def filter_button(page: Page, label: str) -> str:
    """Return what the button of the filter `label` says is chosen."""
    return _filter(page, label).locator("summary").inner_text().partition(": ")[2]


def _filter(page: Page, label: str) -> Locator:
    button = page.locator("summary", has_text=re.compile(f"^{label}:"))
    # By its own name, since the button says something else when a choice is made.
    name = page.locator("details.valg", has=button).get_attribute("id")
    return page.locator(f"#{name}")


def follow(page: Page, link: Locator) -> None:
    """Click a link inside the application, and see that the page is not loaded anew."""
    page.evaluate("window.__same = true")
    with answered(page):
        link.click()
    assert page.evaluate("window.__same === true")


def number(text: str) -> float:
    """Return the first number in a text, such as 5425270 for «5 425 270 innbyggere»."""
    found = re.search(r"-?\d[\d\u00a0]*(,\d+)?", text.replace("\u2212", "-"))
    assert found is not None, text
    return float(found[0].replace("\u00a0", "").replace(",", "."))


def legend(page: Page) -> dict[str, int]:
    """Return the counts in the map's legend, by what they count."""
    rows = page.locator(".kartnokkel li:has(b)")
    found = {}
    for row in rows.all():
        found[row.locator("span:not(.rute), a").last.inner_text()] = int(
            number(row.locator("b").inner_text())
        )
    return found


def column(table: Locator, heading_: str) -> list[str]:
    """Return the cells of the column called `heading_`, as a reader sees them."""
    names = [name.split("\n")[0].strip() for name in table.locator("thead th").all_inner_texts()]
    place = names.index(heading_) + 1
    return [
        text.strip() for text in table.locator(f"tbody tr > :nth-child({place})").all_inner_texts()
    ]


@cache
def municipality_spots() -> dict[str, Spot]:
    """Return the map position of every municipality's centre, in kilometres."""
    with (COMMON / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    xs, ys = to_map([float(row["lat"]) for row in rows], [float(row["lon"]) for row in rows])
    return {
        row["kommunenummer"]: (float(x), float(y)) for row, x, y in zip(rows, xs, ys, strict=True)
    }


def on_screen(page: Page, spot: Spot) -> Spot:
    """Return where on the screen a map position is now, as the map itself has it."""
    script = """(svg, [x, y]) => {
      const { x: left, y: top } = new DOMPoint(x, -y).matrixTransform(svg.getScreenCTM());
      return [left, top];
    }"""
    left, top = map_picture(page).evaluate(script, list(spot))
    return left, top


def map_picture(page: Page) -> Locator:
    """Return the picture the map is drawn in."""
    return page.locator(".hovedkart")


def press(page: Page, where: Spot, milliseconds: int = QUICK) -> None:
    """Press and let go of the mouse at `where`, as a hand does it."""
    page.mouse.move(where[0] - 3, where[1] - 3)
    page.mouse.move(*where)
    page.wait_for_timeout(250)
    with answered(page):
        page.mouse.down()
        page.wait_for_timeout(milliseconds)
        page.mouse.up()
