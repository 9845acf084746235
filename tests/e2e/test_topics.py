"""From a number to the answers behind it and on to the municipality, as a reader does it."""

from playwright.sync_api import Page, expect

from tests.e2e.harness import axe, screenshot, settled
from tests.e2e.steps import follow


def test_a_bar_opens_the_answers_it_counts(desktop: Page) -> None:
    desktop.goto("/utfordringer?data=demo")
    settled(desktop)
    row = desktop.locator("tr", has=desktop.get_by_role("rowheader", name="Rus", exact=True)).first
    counted = row.locator("td.tall").nth(1).inner_text()
    row.locator(".stolpe-flate a").click()

    panel = desktop.locator(".bak")
    expect(panel.locator("h2")).to_have_text(f"{counted} kommuner nevner rus")
    settled(desktop)
    expect(panel.locator("li")).to_have_count(int(counted))
    expect(panel).to_be_focused()
    expect(panel.locator("mark").first).not_to_be_empty()
    # The passage is where it stands in the answer, with the words around it.
    quote, passage = (panel.locator(f"li:first-child {e}") for e in ("blockquote", "mark"))
    assert passage.inner_text() in quote.inner_text()
    assert len(quote.inner_text()) > len(passage.inner_text())
    assert not axe(desktop)
    screenshot(desktop, "utfordringer-svar")

    desktop.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    settled(desktop)
    assert desktop.url.endswith("/utfordringer?data=demo")
    opener = desktop.evaluate("document.activeElement.getAttribute('href')")
    assert opener == "/utfordringer?data=demo&kode=tema:rus"


def test_a_cell_opens_its_district_and_leads_on_to_the_municipality(desktop: Page) -> None:
    desktop.goto("/tilgjengelighet?data=demo")
    settled(desktop)
    district = desktop.locator(".tonet tr", has=desktop.get_by_role("rowheader", name="Nordland"))
    district.locator("td a").nth(1).click()
    panel = desktop.locator(".bak")
    expect(panel).to_contain_text("Nordland politidistrikt")
    settled(desktop)
    title = panel.locator("h2").inner_text()
    assert panel.locator("li").count() == int(title.split(maxsplit=1)[0])
    assert "gruppe=politidistrikt:Nordland" in desktop.url

    name = panel.locator("li > a").first.inner_text()
    follow(desktop, panel.locator("li > a").first)
    assert "/kommune?" in desktop.url
    expect(desktop.locator("h1").first).to_contain_text(name)


def test_both_pages_fit_a_telephone(phone: Page) -> None:
    for path in ("/tilgjengelighet", "/utfordringer"):
        phone.goto(f"{path}?data=demo")
        settled(phone)
        wide = phone.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide
        assert not axe(phone)
        screenshot(phone, f"telefon-{path[1:]}")
