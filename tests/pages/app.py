"""The pages run without a browser, by Streamlit's own test runner."""

import json
import re
from typing import Any, Final

from streamlit.testing.v1 import AppTest

from tests.registered import FRAME, pages

# The first run in a process imports everything.
SECONDS: Final = 60


def opened(path: str = "", *, dark: bool = False, **query: str | list[str]) -> AppTest:
    """Return the page at `path` as it is drawn for the query string `query`."""
    app = AppTest.from_file(str(FRAME), default_timeout=SECONDS)
    app.context = {"theme": "dark" if dark else "light"}
    if path:
        # Only a run tells Streamlit which pages there are.
        app.run().switch_page(pages()[path])
    app.query_params = dict(query)
    return app.run()


def html(app: AppTest) -> str:
    """Return all HTML of our own making on the page."""
    key = [opened_map(app)["key"]] if has_map(app) else []
    return "\n".join([*(element.value for element in app.html), *key])


def has_map(app: AppTest) -> bool:
    """Return whether the page has a map."""
    return any(found.proto.component_name == "kart" for found in app.get("bidi_component"))


def opened_map(app: AppTest) -> dict[str, Any]:
    """Return what the browser is told of the page's map."""
    (found,) = [
        each.proto for each in app.get("bidi_component") if each.proto.component_name == "kart"
    ]
    told: dict[str, Any] = json.loads(found.json)
    return told


def headings(app: AppTest, level: int = 1) -> list[str]:
    """Return the text of the headings of `level` that are of our own making."""
    return re.findall(rf"<h{level}[^>]*>(.*?)</h{level}>", html(app))
