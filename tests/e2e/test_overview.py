"""Oversikt: filters change everything together, the map answers a real press, counts are rows."""

import re

import pytest
from playwright.sync_api import Page

from tests.e2e.steps import (
    QUICK,
    SLOW,
    answered,
    chosen,
    column,
    filter_by,
    follow,
    go,
    heading,
    legend,
    map_picture,
    municipality_spots,
    number,
    on_screen,
    open_menu,
    path,
    press,
)


def test_a_filter_changes_heading_figures_map_title_and_address_together(desktop: Page) -> None:
    go(desktop, "/")
    picture = map_picture(desktop).element_handle()
    before = (heading(desktop), legend(desktop), desktop.locator(".nokkeltall").inner_text())
    assert sum(legend(desktop).values()) == 356
    filter_by(desktop, "Politidistrikt", "Troms", "Finnmark")
    after = (heading(desktop), legend(desktop), desktop.locator(".nokkeltall").inner_text())
    assert all(old != new for old, new in zip(before, after, strict=True))
    assert chosen(desktop) == {"distrikt": "Troms,Finnmark"}
    assert desktop.title() == "Oversikt – Troms og Finnmark politidistrikter – Tjenestested"
    assert sum(legend(desktop).values()) == 356
    assert legend(desktop)["Utenfor utvalget"] == 356 - 38
    # The map is changed, not made anew: its place in the page stays.
    assert map_picture(desktop).evaluate("(now, then) => now === then", picture)


def test_a_measure_changes_what_the_page_is_about(desktop: Page) -> None:
    go(desktop, "/")
    filter_by(desktop, "Vis", "Nytt tjenestested")
    assert heading(desktop) == "33 kommuner ønsker nytt tjenestested, 133 gjør det ikke"
    assert chosen(desktop) == {"vis": "onsker"}
    assert legend(desktop)["Uklart"] == 43
    assert (
        desktop.locator(".kort-hode h2").first.inner_text().startswith("Ønsker nytt tjenestested")
    )


NATIONAL = [("5430", "Kautokeino"), ("5437", "Karasjok"), ("3421", "Trysil"), ("3825", "Vinje")]


def test_presses_on_the_map_of_the_country_choose_and_let_go(desktop: Page) -> None:
    go(desktop, "/")
    for i, (kommune, name) in enumerate(NATIONAL):
        where = on_screen(desktop, municipality_spots()[kommune])
        press(desktop, where, QUICK if i % 2 else SLOW)
        assert name in desktop.locator(".kommune h2").inner_text()
        assert chosen(desktop)["kommune"] == kommune
    # The second press lets go, and so does the link back.
    press(desktop, where, SLOW)
    assert "kommune" not in chosen(desktop)
    assert not desktop.locator(".kommune").count()
    press(desktop, where, QUICK)
    assert chosen(desktop)["kommune"] == kommune
    follow(desktop, desktop.get_by_text("Tilbake til oversikten"))
    assert not desktop.locator(".kommune").count()
    with answered(desktop):
        desktop.go_back()
    assert name in desktop.locator(".kommune h2").inner_text()


@pytest.mark.parametrize(
    ("district", "kommuner"),
    [("Nordland", ["1833", "1824", "1841"]), ("Troms", ["5418", "5428", "5416"])],
)
def test_presses_on_the_map_of_a_district_choose(
    desktop: Page, district: str, kommuner: list[str]
) -> None:
    go(desktop, f"/?distrikt={district}")
    for i, kommune in enumerate(kommuner):
        where = on_screen(desktop, municipality_spots()[kommune])
        press(desktop, where, SLOW if i % 2 else QUICK)
        assert chosen(desktop) == {"distrikt": district, "kommune": kommune}


def test_pointing_at_the_map_tells_name_and_answer(desktop: Page) -> None:
    go(desktop, "/?vis=onsker")
    x, y = on_screen(desktop, municipality_spots()["3421"])
    desktop.mouse.move(x - 4, y - 4)
    desktop.mouse.move(x, y, steps=3)
    tip = desktop.locator(".kartboble")
    tip.wait_for()
    text = tip.inner_text()
    assert "Trysil" in text
    assert re.search(r"Ønsker nytt tjenestested: \w+", text)
    assert re.search(r"Innlandet · \d+\s\d+ innbyggere", text)
    assert re.search(r"km til \w+", text)


def test_a_municipality_is_found_by_keyboard(desktop: Page) -> None:
    go(desktop, "/")
    desktop.locator(".filter .finn input").click()
    desktop.keyboard.type("lyngen")
    with answered(desktop):
        desktop.keyboard.press("Enter")
    assert chosen(desktop) == {"kommune": "5424"}
    assert desktop.locator(".kommune h2").inner_text() == "Lyngen"
    assert desktop.locator(".kommune blockquote").count() >= 1


VIEWS = [
    "data=demo",
    "data=demo&vis=onsker&distrikt=Nordland,Vest",
    "data=demo&vis=tjenestetilbud&innbyggere=liten",
    "data=demo&vis=lokaler&stasjon=nei",
    "data=kjente&vis=onsker",
    "data=kjente&vis=tjenestestedstruktur&fylke=Innlandet,Viken&svart=ja",
]


@pytest.mark.parametrize("view", VIEWS)
def test_counts_shown_are_rows_listed(desktop: Page, view: str) -> None:
    go(desktop, f"/?{view}")
    counts = {k: n for k, n in legend(desktop).items() if k != "Utenfor utvalget"}
    subject = desktop.locator(".kartnokkel .tittel").inner_text()
    answers = desktop.locator("#kort-innspill .kort-hode h2").inner_text()
    shown = desktop.locator("#kort-innspill .tabell tbody tr").count()
    for card, rows in (
        ("kart", sum(counts.values())),
        ("innspill", int(number(answers.split()[0]))),
    ):
        foot = open_menu(desktop, card)
        whole = foot.get_by_role("link", name=re.compile("Vis hele tabellen"))
        if whole.count():
            assert number(whole.inner_text()) == rows
        elif card == "innspill":
            assert shown == rows
            continue
        else:
            foot.get_by_role("button", name="Vis tabell").click()
            table = foot.locator("table")
            table.wait_for()
            assert tally(column(table, subject)) == counts
            continue
        page = desktop.context.new_page()
        page.goto(f"/last-ned/{card}.html?{view}")
        table = page.locator("table")
        assert table.locator("tbody tr").count() == rows
        if card == "kart":
            assert tally(column(table, subject)) == counts
        page.close()


def tally(cells: list[str]) -> dict[str, int]:
    return {cell: cells.count(cell) for cell in cells}


def test_known_statements_have_a_grade_and_the_rest_is_not_collected(desktop: Page) -> None:
    go(desktop, "/?data=kjente&vis=onsker")
    card = desktop.locator("#kort-innspill")
    assert card.locator("h2").inner_text() == "26 kommuner har en kjent uttalelse"
    table = card.locator(".tabell table").first
    grades = column(table, "Belegg")
    assert len(grades) == 26
    assert all(grades)
    assert "–" not in grades
    assert legend(desktop)["Ikke innhentet"] == 356 - sum(
        n for label, n in legend(desktop).items() if label != "Ikke innhentet"
    )
    assert desktop.locator("main").inner_text().count("Har ikke svart") == 0
    unknown = desktop.locator(".nokkeltall div", has_text="uten kjent uttalelse")
    assert number(unknown.locator("dd").inner_text()) == 330
    assert table.locator("a[href^='https://']").count() >= 20


def test_the_list_opens_the_answer_it_names(desktop: Page) -> None:
    go(desktop, "/?distrikt=Troms")
    row = desktop.locator("#kort-innspill tbody th a").first
    name = row.inner_text()
    follow(desktop, row)
    assert path(desktop) == "/kommune"
    assert name in heading(desktop)
    assert chosen(desktop)["distrikt"] == "Troms"
