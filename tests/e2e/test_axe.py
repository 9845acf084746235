"""No fault that axe finds, in any language, at any width, in the light and in the dark.

`make axe` looks at every page in all of them; the ordinary run takes each page in one language and
one light, so that all are there. `test_access.py` has the rest of what it takes.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from queries.view import LANGUAGES
from tests.e2e import harness, lending
from tests.e2e.people import let_in, office
from tests.e2e.steps import go
from tests.e2e.test_access import ABOUT, SIDEWAYS
from tests.registered import pages

LIGHTS: Final = ("dark", "light")
# A wide screen, a small one, a telephone, and 400 per cent of a wide one.
SIZES: Final = ((1440, 900), (1024, 768), (390, 844), (320, 640))
# What the other tests of access do not look at.
BETWEEN: Final = ((1024, 768), (320, 640))
EVERY: Final = list(product(pages(), LANGUAGES, LIGHTS))
EACH_ONCE: Final = [
    (path, LANGUAGES[i % len(LANGUAGES)], LIGHTS[i % len(LIGHTS)]) for i, path in enumerate(pages())
]
# Where those who write do so, and what nobody else sees there: a list of letters, a letter on the
# desk, advice and what is to be published.
WITHIN: Final = {
    "brevene": ("vurdering?data=demo", ".vurdering tbody a"),
    "brevet": ("vurdering?data=demo&brev=D012", ".pulten .kodefelt"),
    "raad": ("raad?data=demo&kommune=1804", ".raadskjema textarea"),
    "publisering": ("raad?data=demo", "h1:text-matches('publi', 'i')"),
}
WHOSE: Final = (
    ("sara", "brevene"),
    ("sara", "brevet"),
    ("leo", "brevene"),
    ("dina", "raad"),
    ("leo", "publisering"),
)
# What is written in or pressed, and reaches out of what it stands in.
OUT_OF_PLACE: Final = """
() => [...document.querySelectorAll("[data-stykke=innhold] :is(select, input, textarea, button)")]
  .filter((each) => {
    const around = each.parentElement.getBoundingClientRect();
    const box = each.getBoundingClientRect();
    return box.width > 0 && box.right > around.right + 1;
  })
  .map((each) => each.outerHTML.slice(0, 120))
"""
EVERY_WITHIN: Final = [(*whose, *how) for whose, *how in product(WHOSE, LANGUAGES, LIGHTS)]
ONCE_WITHIN: Final = [
    (*whose, LANGUAGES[-1 - i % len(LANGUAGES)], LIGHTS[i % len(LIGHTS)])
    for i, whose in enumerate(WHOSE)
]


@pytest.mark.parametrize(("path", "lang", "light"), EVERY if harness.WHOLE else EACH_ONCE)
def test_a_page_has_no_fault_at_any_width(
    browser: Browser, base: str, path: str, lang: str, light: str
) -> None:
    about = ABOUT.get(path, "?").replace("?", "&")
    with lending.window(browser, base, color_scheme=light) as page:
        for width, height in SIZES if harness.WHOLE else BETWEEN:
            page.set_viewport_size({"width": width, "height": height})
            go(page, f"/{path}?lang={lang}{about}")
            without_fault(page, lang, f"{path or 'oversikt'}-{lang}-{light}-{width}")


@pytest.fixture(scope="module")
def within(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server where people may log in."""
    settings = office(tmp_path_factory.mktemp("arbeid")) | harness.NO_PAPERS
    with harness.running(build, settings=settings) as address:
        yield address


@pytest.mark.parametrize(
    ("who", "place", "lang", "light"), EVERY_WITHIN if harness.WHOLE else ONCE_WITHIN
)
def test_what_is_for_those_who_write_has_no_fault_either(
    browser: Browser, within: str, who: str, place: str, lang: str, light: str
) -> None:
    address, hers = WITHIN[place]
    with lending.window(browser, within, color_scheme=light) as page:
        let_in(page, within, who)
        for width, height in SIZES if harness.WHOLE else BETWEEN:
            page.set_viewport_size({"width": width, "height": height})
            go(page, f"/{address}&lang={lang}")
            assert page.locator(".konto").is_visible()
            assert page.locator(hers).count()
            assert page.evaluate(OUT_OF_PLACE) == [], width
            without_fault(page, lang, f"{place}-{who}-{lang}-{light}-{width}")


def without_fault(page: Page, lang: str, name: str) -> None:
    """Assert that the page is in the language, no wider than the screen, and clean; keep it."""
    assert page.evaluate("document.documentElement.lang") == lang
    assert page.evaluate(SIDEWAYS) <= 0, name
    assert not harness.axe(page), name
    harness.screenshot(page, name)
