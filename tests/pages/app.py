"""The pages run without a browser, by Streamlit's own test runner."""

import re
from typing import Final

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
    return "\n".join(element.value for element in app.html)


def headings(app: AppTest, level: int = 1) -> list[str]:
    """Return the text of the headings of `level` that are of our own making."""
    return re.findall(rf"<h{level}[^>]*>(.*?)</h{level}>", html(app))
