"""A link to a figure opens the page at it, marked, however late it is drawn."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e import harness, lending
from tests.e2e.steps import answered, filter_by, go, heading, open_menu

PERMISSIONS = ["clipboard-read", "clipboard-write"]
COPY = "Kopier lenke til figuren"


def marked(page: Page) -> Locator:
    return page.locator("[data-pekt]")


def copied(page: Page) -> str:
    page.wait_for_function("async () => (await navigator.clipboard.readText()) !== ''")
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/?distrikt=Nordland", "innspill"),
        ("/bemanning?fylke=Viken&vis=tjenestetilbud", "misnoye"),
        ("/tilgjengelighet", "kanal_storrelse"),
        ("/sok?q=hund", "sok"),
    ],
)
def test_a_copied_figure_link_opens_at_the_figure_for_someone_else(
    browser: Browser, base: str, address: str, name: str
) -> None:
    with lending.window(browser, base, permissions=PERMISSIONS) as sender:
        go(sender, address)
        foot = open_menu(sender, name)
        button = foot.get_by_role("button", name=COPY)
        button.focus()
        sender.keyboard.press("Enter")
        expect(button.or_(foot.get_by_role("button", name="Lenken er kopiert"))).to_be_visible()
        link = copied(sender)
        was, row = heading(sender), foot.locator("p").first.inner_text()
    assert link.startswith(base)
    assert re.search(r"[?&]versjon=\d{4}-", link)
    assert link.endswith(f"#kort-{name}")
    with lending.window(browser, base) as receiver:
        go(receiver, link)
        assert heading(receiver) == was
        expect(marked(receiver)).to_have_count(1)
        shown = marked(receiver).locator(f".kort-fot[data-kort={name}]")
        assert shown.locator("p").first.inner_text() == row
        expect(marked(receiver)).to_be_in_viewport()
        assert receiver.evaluate("!!document.activeElement.closest('[data-pekt]')")
        assert not harness.axe(receiver)


def test_the_mark_goes_when_the_reader_goes_on(desktop: Page) -> None:
    go(desktop, "/bemanning#kort-avstand")
    expect(marked(desktop)).to_have_count(1)
    filter_by(desktop, "Politidistrikt", "Troms")
    expect(marked(desktop)).to_have_count(0)
    assert "#" not in desktop.url
    with answered(desktop):
        desktop.go_back()
    expect(marked(desktop)).to_have_count(1)


def test_a_reader_who_scrolls_is_not_pulled_back(desktop: Page) -> None:
    go(desktop, "/bemanning#kort-misnoye")
    expect(marked(desktop)).to_be_in_viewport()
    desktop.mouse.move(700, 400)
    desktop.mouse.wheel(0, -5000)
    desktop.wait_for_timeout(800)
    expect(marked(desktop)).not_to_be_in_viewport()


def test_a_figure_there_is_none_of_marks_nothing(desktop: Page) -> None:
    go(desktop, "/bemanning#kort-finnes-ikke")
    assert marked(desktop).count() == 0
    assert heading(desktop)


def test_a_phone_opens_at_the_figure_too(phone: Page) -> None:
    go(phone, "/bemanning#kort-grunner")
    expect(marked(phone)).to_be_in_viewport()
