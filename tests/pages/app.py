"""The pages run without a browser, by Streamlit's own test runner."""

import gzip
import json
import re
from functools import cache
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement, fragment_fromstring
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from tests.registered import FRAME, pages

# The first run in a process imports everything.
SECONDS: Final = 60


def opened(path: str = "", *, dark: bool = False, **query: str | list[str]) -> AppTest:
    """Return the page at `path` as it is drawn for the query string `query`."""
    app = _new()
    app.context = {"theme": "dark" if dark else "light"}
    if path:
        app._registered_pages = _registered()
        app.switch_page(pages()[path])
    app.query_params = dict(query)
    return app.run()


def _new() -> AppTest:
    app = AppTest.from_file(str(FRAME), default_timeout=SECONDS)
    app._bidi_component_manager = _components()
    return app


@cache
def _registered() -> dict[str, Any]:
    """Return the pages as Streamlit knows them, which only a run tells it: one in a process."""
    return _new().run()._registered_pages


@cache
def _components() -> BidiComponentManager:
    """Return the components there are, looked for once in a process, as a server does.

    Each test runner would else read what every installed package says of itself, which takes
    several times what drawing a page does.
    """
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    return found


def pieces(app: AppTest) -> dict[str, str]:
    """Return the HTML of each piece of the page, by its name, in their order."""
    found: dict[str, str] = {}
    for place in app.get("bidi_component"):
        if place.proto.component_name != "dokument":
            continue
        head, _line, packed = place.proto.bytes.partition(b"\n")
        at = 0
        for name, length in json.loads(head)[1]:
            assert name not in found, f"{name} står to steder på siden"
            found[name] = gzip.decompress(packed[at : at + length]).decode()
            at += length
        assert at == len(packed)
    return found


def html(app: AppTest) -> str:
    """Return all HTML of our own making on the page."""
    drawn = pieces(app)
    told = opened_map(app)
    return "\n".join([*drawn.values(), told["key"] if told else ""])


def opened_map(app: AppTest) -> dict[str, Any]:
    """Return what the browser is told of the page's map, nothing on a page without one."""
    found = document(app).xpath("//*[@data-kart]")
    assert len(found) <= 1
    told: dict[str, Any] = json.loads(found[0].get("data-kart")) if found else {}
    return told


def headings(app: AppTest, level: int = 1) -> list[str]:
    """Return the text of the headings of `level` that are of our own making.

    Where one names its selection first, that is left out.
    """
    found = re.findall(rf"<h{level}[^>]*>(.*?)</h{level}>", html(app))
    return [re.sub(r"<small>.*</small>", "", text) for text in found]


def document(app: AppTest) -> HtmlElement:
    """Return the page as a browser reads it."""
    return fragment_fromstring("".join(pieces(app).values()), create_parent="main")


def chosen(app: AppTest, field: str) -> list[str]:
    """Return the words of what is chosen in the menu for `field`, in the order of the menu."""
    return document(app).xpath(f"//details[@id='valg-{field}']//a[@aria-current]/text()")


def box(app: AppTest, name: str) -> HtmlElement:
    """Return the input with the id `name`."""
    (found,) = document(app).xpath(f"//input[@id='{name}']")
    return found


def asked(link: str) -> dict[str, str]:
    """Return what the query of `link` asks for."""
    return {key: ",".join(values) for key, values in parse_qs(urlsplit(link).query).items()}


def choices(app: AppTest, field: str) -> dict[str, dict[str, str]]:
    """Return what each choice in the menu for `field` asks for, by its words."""
    links = document(app).xpath(f"//details[@id='valg-{field}']//a")
    return {link.text: asked(link.get("href")) for link in links}


def filled_in(found: HtmlElement, value: str) -> dict[str, str]:
    """Return what an input asks for when `value` is written in it, as `choosing.js` does."""
    kind = "data-fri-" if found.get("data-fri-felt") else "data-"
    place = f"{found.get(f'{kind}felt')}=%7B%7D"
    assert found.get(f"{kind}lenke").count(place) == 1
    return asked(found.get(f"{kind}lenke").replace(place, place.replace("%7B%7D", value)))
