"""Between the phone and the wide screen: nothing sideways, and the whole country in its frame."""

import json
from typing import Final

import pytest
from playwright.sync_api import Page

from data.paths import GEOMETRY
from tests.e2e.harness import settled
from tests.e2e.steps import follow, go, map_canvas, on_screen
from tests.e2e.test_access import SIDEWAYS

WIDTHS: Final = (1920, 1440, 1280, 1200, 1024, 1000, 900, 768)


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/", "landet", "landet"),
        ("/lokaler", "landet", "landet"),
        # The widest and the tallest of the districts.
        ("/lokaler?distrikt=Finnmark", "politidistrikt", "Finnmark"),
        ("/?distrikt=Nordland", "politidistrikt", "Nordland"),
    ],
)
def test_the_map_holds_all_of_what_is_chosen(
    desktop: Page, path: str, kind: str, name: str
) -> None:
    extents = json.loads((GEOMETRY / "utsnitt.json").read_text("utf-8"))
    west, south, east, north = extents["landet"] if kind == "landet" else extents[kind][name]
    go(desktop, path)
    for width in WIDTHS:
        desktop.set_viewport_size({"width": width, "height": 900})
        settled(desktop)
        desktop.wait_for_function(f"() => ({SIDEWAYS})() <= 0", timeout=5_000)
        frame = map_canvas(desktop).bounding_box()
        assert frame is not None
        left, top = on_screen(desktop, (west, north), kind, name)
        right, bottom = on_screen(desktop, (east, south), kind, name)
        assert frame["x"] <= left, width
        assert right <= frame["x"] + frame["width"], width
        assert frame["y"] <= top, width
        assert bottom <= frame["y"] + frame["height"], width


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
