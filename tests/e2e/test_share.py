"""«Del»: a short link that keeps its word, and a code that a telephone reads."""

import io
import re
from urllib.parse import unquote, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e import harness, lending
from tests.e2e.steps import go, heading, path

PERMISSIONS = ["clipboard-read", "clipboard-write"]


def menu(page: Page) -> Locator:
    """Open «Del» and return it."""
    found = page.locator(".deling")
    found.locator("summary").click()
    return found


def said(page: Page) -> Locator:
    return page.locator(".kortlenke [role=status]")


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def scanned(picture: bytes) -> str:
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    return str(found.text)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/lokaler?distrikt=Innlandet&sorter=areal", "Møte på Hamar"),
        ("/?innbyggere=liten&vis=onsker&lang=en", ""),
    ],
)
def test_a_short_link_shows_someone_else_the_same_page_and_numbers(
    browser: Browser, base: str, address: str, name: str
) -> None:
    with lending.window(browser, base, permissions=PERMISSIONS) as sender:
        go(sender, address)
        was = (heading(sender), sender.title(), sender.locator("main").inner_text())
        box = menu(sender)
        box.locator("input").fill(name)
        sender.keyboard.press("Enter")
        expect(said(sender).locator("a")).to_be_visible()
        link = clipboard(sender)
        assert said(sender).locator("a").inner_text() == unquote(link)
        expect(box).to_have_attribute("open", "")
    assert re.fullmatch(rf"{re.escape(base)}/l/[\w%-]+", link)
    if name:
        assert unquote(link).endswith("/l/møte-på-hamar")
    with lending.window(browser, base) as receiver:
        go(receiver, link)
        assert (heading(receiver), receiver.title(), receiver.locator("main").inner_text()) == was
        assert path(receiver) == urlsplit(address).path
        assert "versjon=" in receiver.url


def test_a_name_that_is_taken_gets_another_to_press_enter_on(browser: Browser, base: str) -> None:
    with lending.window(browser, base, permissions=PERMISSIONS) as page:
        for address in ("/bemanning?distrikt=Troms", "/bemanning?distrikt=Oslo"):
            go(page, address)
            field = menu(page).locator("input")
            field.fill("opptatt")
            field.press("Enter")
            expect(said(page)).not_to_be_empty()
        assert said(page).inner_text() == "Navnet er tatt. Hva med «opptatt-2»?"
        expect(field).to_be_focused()
        assert field.input_value() == "opptatt-2"
        assert not harness.axe(page)
        field.press("Enter")
        expect(said(page).locator("a")).to_be_visible()
        assert clipboard(page) == f"{base}/l/opptatt-2"
        field.fill("ikke/lov")
        page.get_by_role("button", name="Lag kortlenke").click()
        expect(said(page)).to_contain_text("bokstaver, tall og bindestrek")
        refused = [each for each in harness.seen(page).errors if "/l)" in each]
        assert len(refused) == 2
        harness.seen(page).errors.clear()


def test_an_unknown_short_link_says_so_and_leads_on(desktop: Page) -> None:
    desktop.goto("/l/finnes-ikke")
    assert desktop.locator("h1").inner_text() == "Kortlenken finnes ikke"
    assert "«finnes-ikke»" in desktop.locator("main").inner_text()
    desktop.get_by_role("link", name="Til forsiden").click()
    harness.settled(desktop)
    assert path(desktop) == "/"
    harness.seen(desktop).errors.clear()


def test_the_code_is_read_from_the_screen_and_from_the_file(browser: Browser, base: str) -> None:
    with lending.window(browser, base, permissions=PERMISSIONS, device_scale_factor=3) as page:
        go(page, "/bemanning?distrikt=Nordland&vis=tjenestetilbud")
        # Nobody waits for a code she does not look at.
        assert not [url for url in harness.seen(page).requests if "/qr/" in url]
        box = menu(page)
        image = box.locator(".qr img")
        page.wait_for_function("() => document.querySelector('.qr img').complete")
        assert "Nordland politidistrikt" in str(image.get_attribute("alt"))
        page.wait_for_timeout(300)
        box.get_by_role("button", name="Kopier fast lenke").click()
        page.wait_for_function("async () => (await navigator.clipboard.readText()) !== ''")
        link = clipboard(page)
        assert scanned(image.screenshot()) == link
        with page.expect_download() as download:
            box.get_by_role("link", name="QR-kode, PNG").click()
        assert download.value.suggested_filename == "qr-bemanning.png"
        assert scanned(download.value.path().read_bytes()) == link
        box.locator("input").fill("koden")
        box.locator("input").press("Enter")
        expect(said(page).locator("a")).to_be_visible()
        expect(image).to_have_attribute("alt", "QR-kode med kortlenken koden")
        page.wait_for_function("() => document.querySelector('.qr img').complete")
        page.wait_for_timeout(300)
        assert scanned(image.screenshot()) == f"{base}/l/koden"
        with page.expect_download() as download:
            box.get_by_role("link", name="QR-kode, SVG").click()
        assert download.value.suggested_filename == "qr-koden.svg"


def test_the_menu_fits_a_phone_and_is_fit_for_everyone(phone: Page) -> None:
    go(phone, "/lokaler?distrikt=Troms")
    box = menu(phone).locator("> div")
    phone.wait_for_timeout(300)
    found = box.bounding_box()
    assert found is not None
    assert found["x"] >= 0
    assert found["x"] + found["width"] <= 390
    assert not harness.axe(phone)


def test_escape_closes_the_menu_and_a_press_beside_it_too(desktop: Page) -> None:
    go(desktop, "/data")
    box = menu(desktop)
    box.locator("input").focus()
    desktop.keyboard.press("Escape")
    expect(box).not_to_have_attribute("open", "")
    expect(box.locator("summary")).to_be_focused()
    menu(desktop)
    desktop.locator("h1").click()
    expect(box).not_to_have_attribute("open", "")
