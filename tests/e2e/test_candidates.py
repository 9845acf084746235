"""Kandidater: which five, and did they ask, one press from the front page; and one's own choice."""

import re

import pytest
from playwright.sync_api import Locator, Page

from tests.e2e.steps import (
    chosen,
    follow,
    go,
    heading,
    municipality_spots,
    on_screen,
    path,
    press,
)

COMPARED = "#kort-kandidater-valg tbody tr"


@pytest.mark.parametrize("view", ["data=demo", "data=demo&distrikt=Innlandet", "data=kjente"])
def test_which_five_and_did_they_ask_is_one_press_from_the_front_page(
    desktop: Page, view: str
) -> None:
    go(desktop, f"/?{view}")
    way = desktop.locator(".videre a")
    finding = way.inner_text()
    # Of the country the answer stands there; of a selection the model is not asked in passing.
    asks = "distrikt" in view
    begins = "Hvilke steder her" if asks else "Av de 5 stedene som"
    assert finding.startswith(f"{begins} ville gitt flest innbyggere innen 15")
    assert seen(desktop, way)
    before = chosen(desktop)
    follow(desktop, way)
    assert path(desktop) == "/kandidater"
    assert chosen(desktop) == before
    assert heading(desktop).startswith("Av de 5 stedene") if asks else heading(desktop) == finding
    # The five of the sentence by name, each with its answer, and the first five of the list.
    named = desktop.locator(".funn p", has_text="Til sammen")
    assert len(re.findall(r"\((?:ja|nei|uklart|har ikke|ikke)", named.inner_text())) == 5
    rows = desktop.locator(".kandidater tbody tr:first-child")
    assert all(seen(desktop, each) for each in (named, *rows.all()[:5]))
    assert desktop.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def seen(page: Page, what: Locator) -> bool:
    """Return whether all of `what` is on the screen as it stands."""
    box, size = what.bounding_box(), page.viewport_size
    assert box
    assert size
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_a_choice_by_row_and_by_map_is_kept_in_the_link_and_compared(desktop: Page) -> None:
    go(desktop, "/kandidater?data=demo&antall=3")
    title = desktop.locator("#kort-kandidater-valg h2")
    assert title.inner_text().startswith("Vedtaket og modellen")
    follow(desktop, desktop.get_by_role("link", name="Steigen må med"))
    assert chosen(desktop) == {"antall": "3", "med": "1848"}
    assert title.inner_text().startswith("Ditt sted gir")
    # Rendalen in the map: it must be with, then it may not be, then it is free.
    where = on_screen(desktop, municipality_spots()["3424"])
    press(desktop, where)
    assert chosen(desktop)["med"] == "1848,3424"
    assert title.inner_text().startswith("Dine 2 steder gir")
    press(desktop, where)
    assert (chosen(desktop)["med"], chosen(desktop)["uten"]) == ("1848", "3424")
    press(desktop, where)
    assert "uten" not in chosen(desktop)
    names = desktop.locator(f"{COMPARED} th").all_inner_texts()
    assert names[:3] == ["I dag", "Ditt valg", "Modellen, like mange"]
    new = [int(text) for text in desktop.locator(f"{COMPARED} td:nth-child(2)").all_inner_texts()]
    assert new == [0, 1, 1, 3, 3, 20, 20]


def test_weights_change_the_points_and_a_wish_opens_its_passage(desktop: Page) -> None:
    go(desktop, "/kandidater?data=demo&distrikt=Nordland")
    desktop.locator("#valg-vekter summary").click()
    follow(desktop, desktop.locator("#vekt-onske-0"))
    assert chosen(desktop)["vekter"].startswith("0-")
    assert "ønske" not in desktop.locator(".kandidater-regel").inner_text()
    # The weights stay open, for the next to be set.
    desktop.keyboard.press("Escape")
    row = desktop.locator(".kandidater tbody", has_text="Steigen")
    follow(desktop, row.get_by_role("link", name="Ja", exact=True).first)
    assert "ønsker et nytt tjenestested" in desktop.locator("[data-stykke=bak]").inner_text()
