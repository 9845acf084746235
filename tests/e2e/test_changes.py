"""A pinned page says what has moved since, and leads to each figure of the newest version."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import harness
from tests.e2e.steps import column, filter_by, follow, go, heading, number, path

OLDER = "2022-06-02-0123abc"
CHANGED = """
update kommunesvar set bemanning = 'tilfreds'
where kommunenummer in (select kommunenummer from kommunesvar
                        where bemanning = 'ikke_tilfreds' order by 1 limit 12)
"""


@pytest.fixture(scope="module")
def two(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server that also has an older version, where twelve were content."""
    folder = tmp_path_factory.mktemp("two")
    shutil.copytree(build, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.log"))
    (newest,) = folder.glob("demo-*.duckdb")
    older = folder / f"demo-{OLDER}.duckdb"
    shutil.copy(newest, older)
    with duckdb.connect(str(older)) as opened:
        opened.execute(CHANGED)
    os.utime(older, (0, 0))
    with harness.running(folder) as address:
        yield address


@pytest.fixture
def pinned(browser: Browser, two: str) -> Iterator[Page]:
    with harness.visitor(browser, two, viewport={"width": 1440, "height": 900}) as page:
        yield page


def line(page: Page) -> str:
    return page.locator(".melding").inner_text()


def test_what_has_moved_is_told_from_the_line_to_the_figure(pinned: Page) -> None:
    go(pinned, f"/bemanning?versjon={OLDER}")
    assert f"Du ser data fra versjon {OLDER}" in line(pinned)
    expect(pinned.locator(".melding")).to_contain_text("tall på denne siden er endret")
    found = re.search(r"(\d+) tall på denne siden er endret", line(pinned))
    assert found
    count = int(found[1])
    before = pinned.locator(".nokkeltall dd").first.inner_text()
    follow(pinned, pinned.get_by_role("link", name="Hva er endret"))
    assert path(pinned) == "/endringer"
    card = pinned.locator(".st-key-kort-endringer-side")
    assert card.locator("h2").inner_text() == f"{count} tall er endret på siden Bemanning"
    figures = card.locator(".flyttet").first
    assert column(figures.locator("table"), "Før")[0] == before
    after = column(figures.locator("table"), "Nå")[0]
    assert number(after) > number(before)
    assert not harness.axe(pinned)
    title = card.locator(".flyttet h3 a").first
    name = title.inner_text()
    follow(pinned, title)
    assert path(pinned) == "/bemanning"
    assert "versjon" not in pinned.url
    assert pinned.locator("[data-pekt] h2").inner_text() == name
    assert pinned.locator(".nokkeltall dd").first.inner_text() == after


def test_a_filter_is_followed_there_and_on_the_page_of_changes(pinned: Page) -> None:
    go(pinned, f"/endringer?versjon={OLDER}&fra=bemanning")
    title = pinned.locator(".st-key-kort-endringer-side h2")
    everywhere = number(title.inner_text())
    filter_by(pinned, "Politidistrikt", "Finnmark")
    assert "fra=bemanning" in pinned.url
    assert title.inner_text() != f"{everywhere:.0f} tall er endret på siden Bemanning"
    follow(pinned, pinned.locator("nav a", has_text="Lokaler"))
    assert "fra=" not in pinned.url
    assert "Finnmark" in pinned.title()


def test_the_newest_is_one_press_away_and_says_nothing(pinned: Page) -> None:
    go(pinned, f"/?versjon={OLDER}")
    follow(pinned, pinned.get_by_role("link", name="Se nyeste"))
    assert pinned.locator(".melding").count() == 0
    assert "versjon" not in pinned.url
    assert heading(pinned)
