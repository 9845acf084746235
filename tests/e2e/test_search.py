"""Søk: a word typed, hits read, a district chosen, an answer opened, and all of it in the link."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.harness import axe, screenshot, settled
from tests.e2e.steps import answered, chosen, follow, go, heading, path


def test_a_word_leads_to_answers_and_on_to_the_municipality(desktop: Page) -> None:
    go(desktop, "/sok?data=demo")
    assert heading(desktop) == "Søk i svarene"
    assert axe(desktop) == []
    box = desktop.get_by_role("searchbox", name="Søk i svarene")
    box.fill("vald")
    desktop.get_by_role("button", name="Søk", exact=True).click()
    expect(desktop.locator(".sokeliste li")).to_have_count(20)
    settled(desktop)
    assert chosen(desktop) == {"q": "vald"}
    assert desktop.locator(".sokeliste mark", has_text=re.compile("^vold$", re.IGNORECASE)).count()
    assert axe(desktop) == []
    screenshot(desktop, "sok")

    follow(desktop, desktop.get_by_role("link", name="Neste", exact=True))
    assert chosen(desktop) == {"q": "vald", "side": "2"}
    # A district's number is what choosing it lists, from the first page on.
    row = desktop.locator("#kort-sokedistrikt .stolper tbody tr").first
    count = int(row.locator("td").last.inner_text())
    follow(desktop, row.locator("th a"))
    assert "side" not in chosen(desktop)
    assert desktop.locator(".sokeliste li").count() == count
    assert heading(desktop).startswith(f"{count} svar ")

    name = desktop.locator(".sokeliste h2 a").first.inner_text()
    follow(desktop, desktop.locator(".sokeliste h2 a").first)
    assert path(desktop) == "/kommune"
    assert name.split(" (")[0] in desktop.title()
    with answered(desktop):
        desktop.go_back()
    assert desktop.locator(".sokeliste li").count() == count


def test_a_phone_shows_hits_in_its_width(phone: Page) -> None:
    go(phone, "/sok?data=demo&q=tjenstested")
    expect(phone.locator(".melding")).to_contain_text("Viser også treff for «tjenestested»")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe(phone) == []
