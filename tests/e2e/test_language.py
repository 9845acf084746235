"""A reader changes the language: the page, its address, its files, what a screen reader hears."""

from playwright.sync_api import Browser, Page

from tests.e2e import lending
from tests.e2e.steps import chosen, filter_button, filter_by, follow, go, heading

PAGE_LANGUAGE = "document.documentElement.lang"


def speak(page: Page, name: str) -> None:
    """Choose the language that calls itself `name` in the head of the page."""
    page.locator(".sprak summary").click()
    follow(page, page.locator(".sprak").get_by_role("link", name=name))


def test_the_language_is_chosen_kept_and_sent_on(browser: Browser, base: str) -> None:
    with lending.window(browser, base) as reader:
        go(reader, "/bemanning?distrikt=Øst")
        bokmaal = heading(reader)
        assert reader.evaluate(PAGE_LANGUAGE) == "nb"
        speak(reader, "Nynorsk")
        assert chosen(reader) == {"distrikt": "Øst", "lang": "nn"}
        assert reader.evaluate(PAGE_LANGUAGE) == "nn"
        assert reader.title().startswith("Bemanning – Aust politidistrikt")
        assert filter_button(reader, "Politidistrikt") == "Aust"
        speak(reader, "English")
        assert reader.evaluate(PAGE_LANGUAGE) == "en"
        assert "municipalities" in heading(reader)
        # Filters and links keep it.
        filter_by(reader, "Inhabitants", "20,000 and more")
        assert chosen(reader) == {"distrikt": "Øst", "innbyggere": "stor", "lang": "en"}
        follow(reader, reader.locator("nav a", has_text="Premises"))
        assert chosen(reader)["lang"] == "en"
        assert reader.locator(".sprak summary").inner_text() == "English"
        link = reader.url
        file = reader.locator(".kort-valg a[href*='.csv']").first.get_attribute("href")
        assert "Municipalit" in reader.request.get(base + str(file)).text().splitlines()[0]
        with lending.window(browser, base) as receiver:
            # From the first byte, before any script has run.
            assert '<html lang="en">' in receiver.request.get(link).text()
            go(receiver, link)
            assert heading(receiver) == heading(reader)
            # Two readers, two languages, one server.
            speak(receiver, "Bokmål")
            assert receiver.evaluate(PAGE_LANGUAGE) == "nb"
            filter_by(receiver, "Innbyggere", "20 000 og mer")
            go(reader, link)
            assert "municipalit" in heading(reader)
            assert "kommune" in heading(receiver)
        go(reader, "/bemanning?distrikt=Øst")
        assert heading(reader) == bokmaal


def test_the_choice_of_language_is_within_a_phones_width(phone: Page) -> None:
    go(phone, "/?lang=en")
    phone.locator(".sprak summary").click()
    box = phone.locator(".sprak > div").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
