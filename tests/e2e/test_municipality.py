"""Kommune: searched for, read in full, stepped through, and printed."""

import csv
import io

from playwright.sync_api import Page, expect

from tests.e2e.harness import axe, screenshot, settled
from tests.e2e.steps import answered, chosen, follow, go, heading, open_menu, path


def test_a_municipality_is_found_read_and_kept(desktop: Page) -> None:
    go(desktop, "/kommune")
    assert heading(desktop) == "356 kommuner i utvalget"
    box = desktop.get_by_role("combobox", name="Søk etter kommune")
    box.fill("våler")
    box.press("Enter")
    expect(desktop.locator(".treff a")).to_have_text(["Våler (Innlandet)", "Våler (Viken)"])
    settled(desktop)
    assert axe(desktop) == []

    box = desktop.get_by_role("combobox", name="Søk etter kommune")
    box.fill("1848")
    box.press("Enter")
    expect(desktop.locator(".funn .navn")).to_have_text("Steigen")
    settled(desktop)
    assert heading(desktop).startswith("Steigen er ikke tilfreds")
    assert desktop.title() == "Steigen – Kommune – Tjenestested"
    assert chosen(desktop) == {"kommune": "1848"}
    assert desktop.locator(".svartekst section").count() == 5
    assert desktop.locator(".svartekst mark").count() >= 10
    assert axe(desktop) == []
    screenshot(desktop, "kommune")

    answer = open_menu(desktop, "kommunesvar")
    with desktop.expect_download() as saved:
        answer.get_by_role("link", name="Last ned CSV").click()
    text = saved.value.path().read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[0] == ["Spørsmål", "Svar"]
    assert len([row for row in rows[1:6] if row]) == 5

    follow(desktop, desktop.get_by_role("link", name="Neste: Steinkjer"))
    assert chosen(desktop) == {"kommune": "5006"}
    with answered(desktop):
        desktop.go_back()
    assert heading(desktop).startswith("Steigen")
    neighbour = desktop.locator("#kort-kommunenaboer tbody th a").first
    name = neighbour.inner_text()
    follow(desktop, neighbour)
    assert name in heading(desktop)


def test_the_panel_on_oversikt_leads_to_the_whole_answer(desktop: Page) -> None:
    go(desktop, "/?kommune=1848&data=demo")
    follow(desktop, desktop.get_by_role("link", name="Hele svaret fra Steigen"))
    assert path(desktop) == "/kommune"
    assert heading(desktop).startswith("Steigen")


def test_what_is_printed_is_the_answer_without_the_controls(desktop: Page) -> None:
    go(desktop, "/kommune?kommune=1848&data=demo")
    desktop.emulate_media(media="print")
    for hidden in (".topp nav", ".filter", ".kommunevalg", ".kort-valg >> nth=0"):
        expect(desktop.locator(hidden)).to_be_hidden()
    for shown in (".funn h1", ".svartekst", ".sagt", ".bunn"):
        expect(desktop.locator(shown)).to_be_visible()


def test_a_phone_reads_it_in_one_column(phone: Page) -> None:
    go(phone, "/kommune?kommune=1848&data=demo")
    assert heading(phone).startswith("Steigen")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe(phone) == []
    screenshot(phone, "kommune-telefon")
