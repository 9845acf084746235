"""Lokaler: one list and one map; search, sort, choose, compare, and take it all home as a file."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from playwright.sync_api import Locator, Page

from queries.view import MAX_CHOSEN
from tests.e2e import harness
from tests.e2e.steps import (
    answered,
    chosen,
    column,
    filter_by,
    follow,
    go,
    heading,
    municipality_spots,
    number,
    on_screen,
    open_menu,
    press,
)

ROWS: Final = ".liste tbody tr"
CHOSEN: Final = ".liste tbody tr.valgt"
ALPHABET: Final = {letter: i for i, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}


def names(page: Page) -> list[str]:
    return column(page.locator(".liste table"), "Kommune")


def compared(page: Page) -> list[str]:
    return page.locator("#kort-sammenlign .tabell thead th").all_inner_texts()[1:]


def norwegian(name: str) -> list[int]:
    """Return what a name is sorted by: letters alone, æ, ø and å last, aa as å."""
    return [ALPHABET[c] for c in name.lower().replace("aa", "å") if c in ALPHABET]


def test_the_list_counts_what_it_lists(desktop: Page) -> None:
    go(desktop, "/lokaler")
    rows = desktop.locator(ROWS).count()
    said = heading(desktop).split(" kommuner tilbyr eller vurderer ")
    assert int(said[0]) == len(set(names(desktop)))
    assert int(said[1].split()[0]) == rows
    assert f"{rows} lokaler i {said[0]} kommuner" in desktop.locator("footer.kort-fot").inner_text()


def test_a_row_is_chosen_and_let_go_and_the_map_follows(desktop: Page) -> None:
    go(desktop, "/lokaler?distrikt=Innlandet")
    row = desktop.locator(ROWS).first
    name = row.locator("th").inner_text()
    # The whole row is the link, not only the name in it.
    with answered(desktop):
        row.locator("td").nth(2).click(force=True)
    assert desktop.locator(CHOSEN).locator("th").all_inner_texts() == [name]
    assert compared(desktop) == [name]
    (key,) = chosen(desktop)["valgt"].split(",")
    assert outlined(desktop) == [name]
    follow(desktop, desktop.locator(f"{CHOSEN} a"))
    assert "valgt" not in chosen(desktop)
    assert not desktop.locator(CHOSEN).count()
    assert not desktop.locator("#kort-sammenlign").count()
    assert key


def outlined(page: Page) -> list[str]:
    """Return the municipalities that the line on the map runs around."""
    line = page.locator(".hovedkart > .valgte").get_attribute("d")
    marked = page.locator(".hovedkart [aria-selected=true]")
    assert "".join(str(shape.get_attribute("d")) for shape in marked.all()) == line
    return [str(shape.get_attribute("aria-label")).split(". ")[0] for shape in marked.all()]


def test_a_press_on_the_map_chooses_and_lets_go_all_that_is_offered_there(desktop: Page) -> None:
    go(desktop, "/lokaler")
    offered = names(desktop)
    where = on_screen(desktop, municipality_spots()["3046"])  # Krødsherad offers three rooms.
    press(desktop, where)
    assert offered.count("Krødsherad") == desktop.locator(CHOSEN).count() == 3
    # Three rooms of one municipality are told apart by what they are in.
    rooms = {f"Krødsherad, {kind}" for kind in ("rådhus", "NAV-kontor", "helsehus")}
    assert set(compared(desktop)) == rooms
    press(desktop, on_screen(desktop, municipality_spots()["3424"]))  # Rendalen, where it also is.
    assert set(compared(desktop)) == {*rooms, "Rendalen"}
    press(desktop, where)
    assert set(compared(desktop)) == {"Rendalen"}
    # Where nothing is offered there is nothing to choose.
    desktop.mouse.click(*on_screen(desktop, municipality_spots()["5430"]))
    harness.settled(desktop)
    assert set(compared(desktop)) == {"Rendalen"}


def test_every_heading_sorts_both_ways(desktop: Page) -> None:
    go(desktop, "/lokaler")
    headings = desktop.locator(".liste thead a").all_inner_texts()
    assert len(headings) == 8
    for i, name in enumerate(headings):
        for _turn in range(2):
            follow(desktop, desktop.locator(".liste thead a").nth(i))
            sorted_by = desktop.locator(".liste thead [aria-sort]")
            assert sorted_by.count() == 1
            assert sorted_by.inner_text().split("\n")[0].strip(" ↑↓") == name.strip(" ↑↓")
            rising = sorted_by.get_attribute("aria-sort") == "ascending"
            cells = column(desktop.locator(".liste table"), name.strip(" ↑↓"))
            known = [cell.split("\n")[0] for cell in cells if cell != "–"]
            # What has no value comes last both ways.
            assert cells[: len(known)] == [cell for cell in cells if cell != "–"], name
            if "tall" in (sorted_by.get_attribute("class") or ""):
                assert in_order([number(cell) for cell in known], rising), name
            elif name.startswith("Kommune"):
                assert in_order([norwegian(cell) for cell in known], rising)
            else:
                # Words go by their codes, so equal ones stand together.
                assert len([k for k, _cells in groupby(known)]) == len(set(known)), name


def in_order(keys: Sequence[Any], rising: bool) -> bool:
    return list(keys) == sorted(keys, reverse=not rising)


def test_search_and_filters_narrow_the_list_and_can_be_undone(desktop: Page) -> None:
    go(desktop, "/lokaler")
    everything = desktop.locator(ROWS).count()
    search = desktop.get_by_label("Søk i lokalene")
    with answered(desktop):
        search.fill("krødsherad")
        search.press("Enter")
    assert set(names(desktop)) == {"Krødsherad"}
    assert chosen(desktop) == {"sok": "krødsherad"}
    filter_by(desktop, "Lokaltype", "Helsehus")
    assert desktop.locator(ROWS).count() == 1
    assert chosen(desktop) == {"sok": "krødsherad", "lokaltype": "helsehus"}
    with answered(desktop):
        search.fill("'; drop table lokale; -- <b>")
        search.press("Enter")
    assert heading(desktop) == "Ingen lokaler passer med filteret"
    follow(desktop, desktop.get_by_text("Vis alt"))
    assert desktop.locator(ROWS).count() == everything
    assert not chosen(desktop)
    assert search.input_value() == ""


def test_up_to_five_are_compared_in_the_order_they_were_chosen(desktop: Page) -> None:
    go(desktop, "/lokaler?sorter=kommune")
    picked: list[str] = []
    for i in range(MAX_CHOSEN + 1):
        row = desktop.locator(ROWS).nth(3 * i)
        picked.append(row.locator("th").inner_text())
        follow(desktop, row.locator("th a"))
    assert compared(desktop) == picked[-MAX_CHOSEN:]
    card = desktop.locator("#kort-sammenlign")
    assert card.locator("h2").inner_text() == "5 valgte lokaler side om side"
    assert desktop.locator(CHOSEN).count() == MAX_CHOSEN
    labels = card.locator("tbody th").all_inner_texts()
    assert {"Lokale", "Delt med", "Areal", "Ledig fra", "Adresse"} <= set(labels)
    # A link to the choice shows the same, in the same order.
    go(desktop, desktop.url)
    assert compared(desktop) == picked[-MAX_CHOSEN:]


def downloaded(page: Page, card: str, form: str, folder: Path) -> Path:
    foot = page.locator(f".kort-fot[data-kort={card}]")
    if not foot.locator(".kort-valg[open]").count():
        open_menu(page, card)
    with page.expect_download() as download:
        foot.get_by_role("link", name=f"Last ned {form}").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def whole_table(page: Page, card: str) -> Locator:
    page.locator(f"#kort-{card}").get_by_role("link", name="Vis hele tabellen").click()
    return page.locator("table")


@pytest.mark.parametrize("query", ["?sorter=kommune", "?data=demo&sorter=-flere&grense=30"])
def test_files_hold_what_the_screen_shows(desktop: Page, tmp_path: Path, query: str) -> None:
    go(desktop, f"/lokaler{query}")
    listed = [
        (kommune, place.split("\n")[0], offer, wish, number(km))
        for kommune, place, offer, wish, km in zip(
            *(
                column(desktop.locator(".liste table"), name)
                for name in (
                    "Kommune",
                    "Lokale",
                    "Tilbud",
                    "Nytt tjenestested",
                    "Til nærmeste i dag",
                )
            ),
            strict=True,
        )
    ]
    path = downloaded(desktop, "lokaler", "CSV", tmp_path)
    assert path.name.startswith("demo-lokaler-")
    text = path.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    head, *lines = csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";")
    body = lines[: lines.index([])]
    book = openpyxl.load_workbook(downloaded(desktop, "lokaler", "XLSX", tmp_path))
    sheet = [[cell.value for cell in row] for row in book["Tall"].iter_rows(min_row=2)]
    table = whole_table(desktop, "lokaler")
    shown = [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]
    assert len(body) == len(sheet) == len(shown) == len(listed)
    km = next(i for i, name in enumerate(head) if name.startswith("Til nærmeste"))
    at = [head.index(name) for name in ("Kommune", "Lokale", "Tilbud", "Nytt tjenestested")]
    for written, cells, seen, row in zip(body, sheet, shown, listed, strict=True):
        assert tuple(written[i] for i in at) == row[:4]
        assert number(written[km]) == pytest.approx(row[4], abs=0.51)
        for one, other, third in zip(written, cells, seen, strict=True):
            same(one, other, third)
    provenance = "\n".join(line[0] for line in lines[len(body) + 1 :])
    assert "Hele landet" in provenance
    assert "DEMODATA" in provenance


def same(written: str, cell: object, seen: str) -> None:
    """Check that a cell says the same in the CSV file, in the workbook and on the page."""
    if cell is None:
        assert written == ""
        assert seen == "–"
    elif isinstance(cell, dt.datetime):
        assert written == seen == f"{cell:%d.%m.%Y}"
    elif isinstance(cell, int | float):
        assert float(written.replace(",", ".")) == pytest.approx(cell, abs=0.01)
        assert number(seen) == pytest.approx(cell, abs=0.51)
    else:
        assert written.removeprefix("'") == seen == cell


def test_known_statements_offer_no_premises_and_it_is_said_so(desktop: Page) -> None:
    go(desktop, "/lokaler?data=kjente")
    assert heading(desktop) == "Ingen tilbud om lokaler er kjent"
    assert not desktop.locator(ROWS).count()
    assert "filter" not in desktop.locator(".tomt").inner_text()
