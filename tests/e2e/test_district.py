"""Politidistrikt: chosen from the twelve, read against the country, opened row by row."""

import re

from playwright.sync_api import Page

from tests.e2e.harness import axe, screenshot
from tests.e2e.steps import chosen, follow, go, heading, legend, path


def test_a_district_leader_finds_her_district_and_a_municipality_in_it(desktop: Page) -> None:
    go(desktop, "/politidistrikt")
    table = desktop.locator("#kort-distrikter tbody tr")
    assert table.count() == 12
    assert axe(desktop) == []
    follow(desktop, table.get_by_role("link", name="Nordland"))
    assert chosen(desktop) == {"distrikt": "Nordland"}
    assert desktop.title() == "Politidistrikt – Nordland politidistrikt – Tjenestested"
    assert "Åtte av ti" in heading(desktop)
    # Three of the twelve have fewer than ten answers on staffing, and are not ranked.
    first = desktop.locator("#kort-distriktsrang tbody tr").first.inner_text()
    assert re.search(r"\b16 av 20\b.*\bnr\. 1 av 9\b", first, re.DOTALL)

    rows = desktop.locator("#kort-distriktskommuner .varme tbody tr")
    assert rows.count() == 41
    assert sum(n for name, n in legend(desktop).items() if name != "Utenfor utvalget") == 41
    assert rows.filter(has_text="Har ikke svart").count() == legend(desktop)["Har ikke svart"]
    assert axe(desktop) == []
    screenshot(desktop, "politidistrikt")

    follow(desktop, rows.first.locator("th").get_by_role("link"))
    assert path(desktop) == "/kommune"
    assert chosen(desktop)["distrikt"] == "Nordland"
    assert heading(desktop).startswith("Steigen")
    assert "av 41" in desktop.locator(".bla").inner_text()


def test_a_phone_reads_every_row(phone: Page) -> None:
    go(phone, "/politidistrikt?distrikt=Nordland&data=demo")
    assert phone.locator("#kort-distriktskommuner .varme tbody tr").count() == 41
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe(phone) == []
    # The headings that sort stand above the rows.
    follow(phone, phone.locator(".sorterbar thead a", has_text="Innbyggere"))
    first = phone.locator("#kort-distriktskommuner .varme tbody tr").first
    assert first.locator("th").inner_text() == "Træna"
    assert phone.locator('.sorterbar [aria-sort="ascending"]').is_visible()
