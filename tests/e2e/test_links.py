"""A link shows what its sender saw; the address, the page and its title always agree."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e import lending
from tests.e2e.steps import answered, chosen, filter_button, filter_by, follow, go, heading, path

QUIET = ".melding p"


def test_a_deep_link_shows_exactly_what_it_says(desktop: Page) -> None:
    go(desktop, "/lokaler?distrikt=Nordland")
    assert path(desktop) == "/lokaler"
    assert filter_button(desktop, "Politidistrikt") == "Nordland"
    assert "2 kommuner" in heading(desktop)
    assert desktop.title() == "Lokaler – Nordland politidistrikt – Tjenestested"
    assert desktop.locator(".liste tbody tr").count() == 2
    assert desktop.locator("nav [aria-current=page]").inner_text() == "Lokaler"
    assert not desktop.locator(QUIET).count()


def test_a_deep_link_to_a_municipality_opens_it(desktop: Page) -> None:
    go(desktop, "/?distrikt=Troms&vis=onsker&kommune=5424")
    assert heading(desktop) == "2 kommuner ønsker nytt tjenestested, 4 gjør det ikke"
    assert desktop.locator(".kommune h2").inner_text() == "Lyngen"
    assert desktop.title() == "Oversikt – Troms politidistrikt – Tjenestested"
    assert filter_button(desktop, "Vis") == "Nytt tjenestested"
    assert filter_button(desktop, "Politidistrikt") == "Troms"
    assert desktop.locator(".kartnokkel .tittel").inner_text() == "Ønsker nytt tjenestested"
    assert desktop.locator(".filter .finn input").input_value() == "Lyngen"


def test_oversikt_has_an_address_of_its_own_too(desktop: Page) -> None:
    go(desktop, "/oversikt?fylke=Viken")
    assert path(desktop) == "/"
    assert desktop.title().startswith("Oversikt – Viken fylke")


def test_what_is_not_understood_is_said_in_one_quiet_line_each(desktop: Page) -> None:
    go(desktop, "/bemanning?distrikt=Nordlan,Troms&farge=rosa&kommune=9999")
    lines = desktop.locator(QUIET).all_inner_texts()
    assert lines == [
        "Forsto ikke «Nordlan» i distrikt. Mente du «Nordland»?",
        "Forsto ikke «9999» i kommune.",
        "Forsto ikke «farge» i lenken.",
    ]
    assert filter_button(desktop, "Politidistrikt") == "Troms"
    filter_by(desktop, "Fylke", "Viken")
    assert not desktop.locator(QUIET).count()
    assert chosen(desktop) == {"distrikt": "Troms", "fylke": "Viken"}


def test_back_and_forward_follow_every_choice(desktop: Page) -> None:
    go(desktop, "/")
    seen = [(heading(desktop), desktop.url)]
    filter_by(desktop, "Politidistrikt", "Finnmark")
    seen.append((heading(desktop), desktop.url))
    filter_by(desktop, "Vis", "Tjenestetilbud")
    seen.append((heading(desktop), desktop.url))
    follow(desktop, desktop.locator("nav a", has_text="Bemanning"))
    seen.append((heading(desktop), desktop.url))
    assert len({url for _heading, url in seen}) == 4
    for was in reversed(seen[:-1]):
        with answered(desktop):
            desktop.go_back()
        assert (heading(desktop), desktop.url) == was
    for was in seen[1:]:
        with answered(desktop):
            desktop.go_forward()
        assert (heading(desktop), desktop.url) == was
    with answered(desktop):
        desktop.go_back()
    assert filter_button(desktop, "Vis") == "Tjenestetilbud"
    assert filter_button(desktop, "Politidistrikt") == "Finnmark"


def test_filters_follow_from_page_to_page_and_can_be_cleared(desktop: Page) -> None:
    go(desktop, "/?vis=onsker")
    filter_by(desktop, "Politidistrikt", "Innlandet")
    filter_by(desktop, "Innbyggere", "Under 5 000")
    for name in ("Lokaler", "Oversikt", "Bemanning", "Oversikt"):
        follow(desktop, desktop.locator("nav a", has_text=name))
        assert filter_button(desktop, "Politidistrikt") == "Innlandet"
        assert filter_button(desktop, "Innbyggere") == "Under 5 000"
        assert "Innlandet politidistrikt, under 5 000 innbyggere" in desktop.title()
    # Not even the measure is lost on the way past pages that are about another.
    assert chosen(desktop)["vis"] == "onsker"
    follow(desktop, desktop.get_by_text("Nullstill", exact=True))
    assert chosen(desktop) == {"vis": "onsker"}
    assert filter_button(desktop, "Politidistrikt") == "alle"
    assert "Hele landet" in desktop.title()


def test_another_data_set_is_another_page_of_the_same_kind(desktop: Page) -> None:
    go(desktop, "/bemanning?distrikt=Innlandet")
    desktop.locator(".topp-valg > .datasett:first-child summary").click()
    follow(desktop, desktop.get_by_role("link", name="Kjente uttalelser"))
    assert path(desktop) == "/bemanning"
    assert "data=kjente" in desktop.url
    assert chosen(desktop) == {"distrikt": "Innlandet"}
    assert "DEMODATA" not in desktop.locator("body").inner_text()
    shown = desktop.locator(".topp-valg > .datasett:first-child summary")
    assert shown.inner_text() == "Kjente uttalelser"
    with answered(desktop):
        desktop.go_back()
    assert "DEMODATA" in desktop.locator("footer.bunn").inner_text()


@pytest.mark.parametrize("address", ["/lokaler?distrikt=Innlandet&sorter=areal&valgt=L1", "/"])
def test_a_shared_link_opens_the_same_for_someone_else(
    browser: Browser, base: str, address: str
) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    with lending.window(browser, base, permissions=permissions) as sender:
        go(sender, address)
        filter_by(sender, "Innbyggere", "Under 5 000")
        was = (heading(sender), sender.title(), sender.locator("main").inner_text())
        sender.locator("[data-kopier]").first.evaluate("button => button.click()")
        sender.wait_for_function("async () => (await navigator.clipboard.readText()) !== ''")
        link = sender.evaluate("navigator.clipboard.readText()")
    assert link.startswith(base)
    assert "data=demo" in link
    with lending.window(browser, base) as receiver:
        go(receiver, link)
        shown = receiver.locator("main").inner_text()
        assert (heading(receiver), receiver.title(), shown) == was
        assert urlsplit(receiver.url).query == urlsplit(link).query


def test_every_link_on_the_pages_leads_somewhere(desktop: Page) -> None:
    seen: set[str] = set()
    for address in ("/", "/bemanning?distrikt=Troms", "/lokaler?valgt=L1", "/?kommune=5424"):
        go(desktop, address)
        links = desktop.locator("a[href^='/']").evaluate_all(
            "as => as.map(a => new URL(a.getAttribute('href'), location.href).href)"
        )
        # One link of each kind; the municipalities' own differ by number alone.
        kinds = {
            re.sub(r"(kommune|valgt|distrikt|fylke|k|d)=[^&]*", r"\1", each): each for each in links
        }
        seen |= set(kinds.values())
    for link in seen:
        assert desktop.request.get(link).ok, link
