"""From a number to the answers behind it, for thirty Views nobody chose."""

import random
from typing import Final

from playwright.sync_api import Page

from data.schemas import FYLKER, POLITIDISTRIKTER
from queries import View
from queries.view import JA_NEI, MAAL, STORRELSER
from tests.e2e.steps import follow, go, legend, number

VIEWS: Final = 30
SEED: Final = 22535


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
    for _ in range(VIEWS):
        view = anything(chance)
        go(desktop, view.url("/"))
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
