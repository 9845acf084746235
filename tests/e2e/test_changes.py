"""A pinned page says what has moved since, and leads to each figure of the newest version."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from queries import Version
from tests import built
from tests.e2e import harness, lending
from tests.e2e.steps import column, filter_by, follow, go, heading, path


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    return built.twice(tmp_path_factory)


@pytest.fixture(scope="module")
def base(two: tuple[Version, Version]) -> Iterator[str]:
    """Return the address of a server that has an older version besides the newest."""
    with harness.running(two[0].path.parent, settings=harness.NO_PAPERS) as address:
        yield address


@pytest.fixture
def pinned(browser: Browser, base: str) -> Iterator[Page]:
    with lending.window(browser, base) as page:
        yield page


def line(page: Page) -> str:
    return " ".join(page.locator(".melding").all_inner_texts())


def figure(page: Page) -> str:
    """Return how many want a station, as the page's key figures have it."""
    row = page.locator(".nokkeltall > *", has_text="ønsker nytt tjenestested")
    return str(row.locator("dd").inner_text())


def test_what_has_moved_is_told_from_the_line_to_the_figure(
    pinned: Page, two: tuple[Version, Version]
) -> None:
    older = two[0].version
    go(pinned, f"/?versjon={older}&vis=onsker")
    assert f"Du ser data fra versjon {older}" in line(pinned)
    expect(pinned.locator(".melding").last).to_contain_text("tall på denne siden er endret")
    found = re.search(r"(\d+) tall på denne siden er endret", line(pinned))
    assert found
    before = figure(pinned)
    follow(pinned, pinned.get_by_role("link", name="Hva er endret"))
    assert path(pinned) == "/endringer"
    card = pinned.locator("#kort-endringer-side")
    assert card.locator("h2").inner_text() == f"{found[1]} tall er endret på siden Oversikt"
    moved = card.locator(".flyttet").first.locator("table")
    row = column(moved, "Nøkkeltall").index("ønsker nytt tjenestested")
    assert column(moved, "Før")[row] == before
    after = column(moved, "Nå")[row]
    assert after != before
    assert not harness.axe(pinned)
    title = card.locator(".flyttet h3 a[href$='#kort-innspill']")
    name = title.inner_text()
    follow(pinned, title)
    assert path(pinned) == "/"
    assert "versjon" not in pinned.url
    expect(pinned.locator("[data-pekt] h2")).to_have_text(name)
    assert figure(pinned) == after


def test_a_filter_is_followed_there_and_on_the_page_of_changes(
    pinned: Page, two: tuple[Version, Version]
) -> None:
    go(pinned, f"/endringer?versjon={two[0].version}&fra=bemanning")
    title = pinned.locator("#kort-endringer-side h2")
    everywhere = title.inner_text()
    filter_by(pinned, "Politidistrikt", "Vest")
    assert "fra=bemanning" in pinned.url
    assert title.inner_text() != everywhere
    follow(pinned, pinned.locator("nav a", has_text="Lokaler"))
    assert "fra=" not in pinned.url
    assert "Vest politidistrikt" in pinned.title()


def test_the_newest_is_one_press_away_and_says_nothing(
    pinned: Page, two: tuple[Version, Version]
) -> None:
    go(pinned, f"/?versjon={two[0].version}")
    follow(pinned, pinned.get_by_role("link", name="Se nyeste"))
    assert pinned.locator(".melding").count() == 0
    assert "versjon" not in pinned.url
    assert heading(pinned)
