"""Between the phone and the wide screen: nothing sideways, and the whole country in its frame."""

import json
from typing import Final

import pytest
from playwright.sync_api import Page

from data.paths import GEOMETRY
from tests.e2e.harness import settled
from tests.e2e.steps import go, map_canvas, on_screen
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
