"""From a number to the answers behind it, for thirty Views nobody chose."""

import random
import re
from typing import Final

from playwright.sync_api import Locator, Page

from data.schemas import FYLKER, POLITIDISTRIKTER
from queries import View
from queries.choices import JA_NEI, MAAL
from queries.view import STORRELSER
from tests.e2e.harness import axe
from tests.e2e.steps import answered, chosen, follow, go, legend, number, open_menu, walk

VIEWS: Final = 40
SEED: Final = 22535
# Pages whose numbers open answers; a district's own page is about one district.
PAGES: Final = (
    "bemanning",
    "tilgjengelighet",
    "politidistrikt",
    "utfordringer",
    "tjenestesteder",
    "data",
)
# Numbers that are links to what they count, and that are not shares.
NUMBERS: Final = ".nokkeltall dd a, .stolper td.tall a, .tonet td a, .celle, .kartnokkel a"
CELLS: Final = ".varme td a:has(.stripe)"
SEGMENTS: Final = ".stolpe-flate a"


def anything(chance: random.Random) -> View:
    """Return a View drawn by `chance`: any measure, and filters of which most are open."""
    return View(
        distrikt=tuple(d for d in POLITIDISTRIKTER if chance.random() < 0.15),
        fylke=tuple(f for f in FYLKER if chance.random() < 0.06),
        innbyggere=tuple(s for s in STORRELSER if chance.random() < 0.25),
        stasjon=chance.choice([None, None, *JA_NEI]),
        svart=chance.choice([None, None, None, "ja"]),
        vis=chance.choice(MAAL),
    )


def test_every_count_equals_the_rows_it_opens(desktop: Page) -> None:
    chance = random.Random(SEED)
    opened = 0
    go(desktop, "/")
    for _ in range(VIEWS):
        view = anything(chance)
        walk(desktop, view.url("/"))
        counts = legend(desktop)
        assert sum(counts.values()) == 356, view
        classes = desktop.locator(".kartnokkel a")
        if not classes.count():
            continue
        link = classes.nth(chance.randrange(classes.count()))
        name = link.inner_text()
        follow(desktop, link)
        panel = desktop.locator(".bak")
        title = panel.locator("h2").inner_text()
        rows = panel.locator("ol > li").count()
        assert rows == counts[name] == number(title.split(" ", 1)[0]), (view, name, title)
        opened += 1
    # A seed that opens next to nothing would prove next to nothing.
    assert opened > VIEWS // 2


def counted(page: Page, link: Locator) -> int | None:
    """Return how many municipalities a link says that it opens, None when it says a share."""
    if link.evaluate("a => a.matches('.stolpe-flate a')"):
        said = re.search(r"\((\d+)\)$", link.get_attribute("title") or "")
        return int(said[1]) if said else None
    if link.evaluate("a => a.matches('.kartnokkel a')"):
        return int(number(link.locator("xpath=..").locator("b").inner_text()))
    text = link.inner_text()
    return int(number(text)) if re.fullmatch(r"[\d\u00a0]+( av \d+)?", text) else None


def test_every_number_cell_and_segment_opens_what_it_says(desktop: Page) -> None:
    chance = random.Random(SEED + 1)
    opened = dict.fromkeys((NUMBERS, CELLS, SEGMENTS), 0)
    go(desktop, "/")
    for turn in range(VIEWS):
        view, path = anything(chance), chance.choice(PAGES)
        kind = (NUMBERS, CELLS, SEGMENTS)[turn % 3]
        # Cells are on the district's page, and these two have most bars.
        path = {CELLS: "politidistrikt", SEGMENTS: chance.choice(PAGES[:2])}.get(kind, path)
        if path == "politidistrikt":
            view = view.having(distrikt=(chance.choice(POLITIDISTRIKTER),), fylke=())
        walk(desktop, view.url(f"/{path}"))
        links = desktop.locator(kind).filter(visible=True)
        counts = [(i, counted(desktop, links.nth(i))) for i in range(min(links.count(), 40))]
        able = [(i, n) for i, n in counts if n is not None or kind == CELLS]
        if not able:
            continue
        i, n = chance.choice(able)
        name = ""
        if kind == CELLS:
            n, row = 1, links.nth(i).locator("xpath=ancestor::tr")
            name = row.locator("th").inner_text()
        with answered(desktop):
            links.nth(i).evaluate("a => a.click()")
        panel = desktop.locator(".bak")
        where = (view, path, kind, i)
        if "utenfor:" in chosen(desktop)["kode"]:
            basis = desktop.locator(".bak footer p").first.inner_text()
            assert n == number(re.findall(r"[\d\u00a0]+ innbyggere", basis)[0]), where
        else:
            assert panel.locator("ol > li").count() == n, where
        assert name in panel.inner_text(), where
        opened[kind] += 1
    # A seed that opens next to nothing would prove next to nothing.
    assert min(opened.values()) >= 5, opened


def test_a_cell_opens_one_passage_and_closes_again(desktop: Page) -> None:
    go(desktop, "/politidistrikt?data=demo&distrikt=Nordland")
    cell = desktop.locator(CELLS).first
    cell.scroll_into_view_if_needed()
    cell.focus()
    assert cell.evaluate("a => getComputedStyle(a).outlineStyle") != "none"
    box = cell.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    name = cell.locator("xpath=ancestor::tr").locator("th").inner_text()
    with answered(desktop):
        desktop.keyboard.press("Enter")
    panel = desktop.locator(".bak")
    assert panel.locator("ol > li").count() == 1
    assert panel.locator("mark").count() == 1
    assert panel.locator("h2").inner_text().startswith(f"{name} om bemanning")
    assert not axe(desktop)
    with answered(desktop):
        desktop.keyboard.press("Escape")
    assert desktop.locator(".bak").count() == 0


def test_a_part_of_the_distance_chart_opens_the_municipalities_it_counts(desktop: Page) -> None:
    go(desktop, "/bemanning?data=demo&distrikt=Nordland")
    chart = desktop.locator("#kort-avstandspunkter .diagram")
    chart.scroll_into_view_if_needed()
    part = chart.locator(".bars .point path").first
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    assert box is not None
    with answered(desktop):
        desktop.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert chosen(desktop)["gruppe"].startswith("avstand:")
    title = desktop.locator(".bak h2").inner_text()
    assert desktop.locator(".bak ol > li").count() == number(title.split(" ", 1)[0])
    follow(desktop, desktop.locator(".bak .lukk"))
    assert desktop.locator(".bak").count() == 0


def test_the_keyboard_opens_the_same_from_the_table(desktop: Page) -> None:
    go(desktop, "/bemanning?data=demo&distrikt=Nordland")
    foot = open_menu(desktop, "avstandspunkter")
    foot.get_by_role("button", name="Vis tabell").focus()
    desktop.keyboard.press("Enter")
    row = foot.locator(".tabell tbody tr").first
    n = int(number(row.locator("td").first.inner_text()))
    row.locator("th a").focus()
    with answered(desktop):
        desktop.keyboard.press("Enter")
    assert desktop.locator(".bak ol > li").count() == n
