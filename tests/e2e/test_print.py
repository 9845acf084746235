"""Print: each page as paper has the finding first, whole tables and no controls."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.steps import walk
from tests.registered import pages

QUERY = {"sok": "&q=vold", "kommune": "&kommune=1848", "politidistrikt": "&distrikt=Nordland"}
CONTROLS = (
    ".topp nav",
    ".topp button",
    ".filter",
    ".skyvere",
    ".sokefelt",
    ".stButton",
    ".kort-valg",
)


@pytest.mark.parametrize("page", pages())
def test_a_printed_page_is_clean(page: str, walker: Page) -> None:
    walk(walker, f"/{page}?data=demo{QUERY.get(page, '')}")
    walker.emulate_media(media="print")
    for control in CONTROLS:
        for found in walker.locator(control).all():
            expect(found).to_be_hidden()
    expect(walker.locator(".funn h1")).to_be_visible()
    # Tables stay tables, however narrow the paper.
    walker.set_viewport_size({"width": 680, "height": 900})
    for head in walker.locator(".tabell thead").all():
        if head.is_visible():
            assert head.evaluate("head => getComputedStyle(head).display") == "table-header-group"
    # The map follows a moment after.
    walker.wait_for_function("() => document.documentElement.scrollWidth <= 680")
    # The finding stands above the map.
    maps = walker.locator(".kart")
    if maps.count():
        title, drawn = walker.locator(".funn h1").bounding_box(), maps.bounding_box()
        assert title
        assert drawn
        assert title["y"] < drawn["y"]
