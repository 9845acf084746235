"""Tjenestesteder and Plassering: sliders and presses change figures, list, map and address."""

from playwright.sync_api import Page

from tests.e2e.harness import settled
from tests.e2e.steps import answered, chosen, filter_by, follow, go, heading, legend


def slide(page: Page, label: str, presses: int) -> None:
    """Move the slider `label` by as many steps to the right, as fast as a key repeats."""
    page.get_by_role("slider", name=label).focus()
    with answered(page):
        for _ in range(presses):
            page.keyboard.press("ArrowRight", delay=30)
    # The hand must rest before the place is sent.
    page.wait_for_timeout(400)
    settled(page)


def test_the_distance_changes_the_finding_and_the_link(desktop: Page) -> None:
    go(desktop, "/tjenestesteder?data=demo")
    assert heading(desktop).startswith("95\u00a0% av innbyggerne bor innen 15\u00a0km")
    slide(desktop, "Nær er innen", 3)
    assert heading(desktop).startswith("99\u00a0% av innbyggerne bor innen 30\u00a0km")
    assert chosen(desktop) == {"grense": "30"}


def test_a_layer_taken_away_leaves_map_legend_and_list(desktop: Page) -> None:
    go(desktop, "/tjenestesteder?data=demo")
    counted = desktop.locator("#kort-tjenestesteder h2")
    assert counted.inner_text() == "338 tjenestesteder i utvalget"
    follow(desktop, desktop.get_by_role("link", name="Nedlagte 2017"))
    assert counted.inner_text() == "243 tjenestesteder i utvalget"
    assert chosen(desktop) == {"lag": "i_dag,nytt"}
    assert "Vedtatt nedlagt" not in desktop.locator(".kartnokkel").inner_text()


def test_search_and_a_row_open_the_station(desktop: Page) -> None:
    go(desktop, "/tjenestesteder?data=demo")
    search = desktop.get_by_label("Søk i tjenestestedene")
    search.fill("hvaler")
    with answered(desktop):
        search.press("Enter")
    assert chosen(desktop)["sok"] == "hvaler"
    follow(desktop, desktop.get_by_role("link", name="Hvaler", exact=True))
    panel = desktop.locator(".kommune")
    assert "bare om sommeren" in panel.inner_text()
    follow(desktop, panel.get_by_role("link", name="Tilbake til rekkevidden"))
    assert "sted" not in chosen(desktop)


def test_the_model_answers_while_the_slider_moves(desktop: Page) -> None:
    go(desktop, "/plassering?data=demo")
    before = heading(desktop)
    slide(desktop, "Antall nye", 5)
    assert heading(desktop) != before
    assert heading(desktop).startswith("15 nye tjenestesteder gir")
    rows = desktop.locator("#kort-plassering tbody tr")
    assert rows.count() == 15
    follow(desktop, desktop.get_by_role("link", name="Fest dette valget for å sammenlikne"))
    filter_by(desktop, "Steder", "De som tilbyr lokaler")
    compared = desktop.locator("#kort-plassering-sammenlikning tbody tr")
    assert compared.last.inner_text().startswith("Festet: 15 nye")
    assert chosen(desktop)["festet"] == "15-15-alle-innbyggere-dekning"


def test_nothing_to_place_is_a_sentence(phone: Page) -> None:
    go(phone, "/plassering?data=demo&distrikt=Oslo")
    assert heading(phone) == "Modellen foreslår ingen nye tjenestesteder"
    assert legend(phone)["Under 5 km"] == 3
