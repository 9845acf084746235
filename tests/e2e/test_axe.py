"""No fault that axe finds, in any language, at any width, in the light and in the dark.

`make axe` looks at every page in all of them; the ordinary run takes each page in one language and
one light, so that all are there. `test_access.py` has the rest of what it takes.
"""

import os
from itertools import product
from typing import Final

import pytest
from playwright.sync_api import Browser

from queries.view import LANGUAGES
from tests.e2e import harness
from tests.e2e.steps import go
from tests.e2e.test_access import ABOUT, SIDEWAYS
from tests.registered import pages

WHOLE: Final = os.environ.get("TJENESTESTED_AXE") == "alt"
LIGHTS: Final = ("dark", "light")
# A wide screen, a small one, a telephone, and 400 per cent of a wide one.
SIZES: Final = ((1440, 900), (1024, 768), (390, 844), (320, 640))
# What the other tests of access do not look at.
BETWEEN: Final = ((1024, 768), (320, 640))
EVERY: Final = list(product(pages(), LANGUAGES, LIGHTS))
EACH_ONCE: Final = [
    (path, LANGUAGES[i % len(LANGUAGES)], LIGHTS[i % len(LIGHTS)]) for i, path in enumerate(pages())
]


@pytest.mark.parametrize(("path", "lang", "light"), EVERY if WHOLE else EACH_ONCE)
def test_a_page_has_no_fault_at_any_width(
    browser: Browser, base: str, path: str, lang: str, light: str
) -> None:
    about = ABOUT.get(path, "?").replace("?", "&")
    with harness.visitor(browser, base, color_scheme=light) as page:
        for width, height in SIZES if WHOLE else BETWEEN:
            page.set_viewport_size({"width": width, "height": height})
            go(page, f"/{path}?lang={lang}{about}")
            assert page.evaluate("document.documentElement.lang") == lang
            assert page.evaluate(SIDEWAYS) <= 0, width
            assert not harness.axe(page), width
            harness.screenshot(page, f"{path or 'oversikt'}-{lang}-{light}-{width}")
