"""HTML is put together by Markup, which escapes what it is given; nobody has to remember to."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.project import ROOT, named, python_files

TAG: Final = re.compile(r"</?[a-z]|<!doctype", re.IGNORECASE)

# What looks like HTML and is something else, or has no text of others in it.
ALLOWED: Final = {
    "pages/parts/drawing/locator.py": "SVG of coordinates, ranks and our own colours",
    "pages/parts/papers/mapimage.py": "SVG of coordinates and our own colours; words are Markup",
    "pages/parts/papers/mapkey.py": "SVG of coordinates and our own colours; words are Markup",
    "pages/parts/papers/placeimage.py": "SVG of coordinates, ranks and our own colours",
    "pages/parts/papers/slides.py": "Office's XML for the fonts and colours of the deck",
    "pages/parts/papers/word_fonts.py": "Office's XML for the font of the document",
    "pages/parts/cards/by_distance.py": "a line break in a label, as Plotly writes it",
    "pages/parts/cards/curve.py": "the name beside a label, as Plotly writes it",
    "pages/parts/drawing/deck.py": "the names of the fields that deck.gl puts in its tooltip",
    "pages/parts/reviewing/gone_wrong.py": "the names of what patterns find, as (?P<file>",
    "pages/parts/writing/refusals.py": "the names of what patterns find, as (?P<name>",
    "pages/server/shell.py": "patterns that find the parts of Streamlit's page to replace",
    "pages/server/errors.py": "what Python calls the outermost frame, <module>",
}


def by_hand(source: str) -> Iterator[str]:
    """Yield each string that holds a tag and is not a literal given to Markup, and each escape.

    A literal is all that Markup may be made of: ruff's S704 sees to that.
    """
    tree = ast.parse(source)
    safe: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            # A docstring.
            safe.add(id(node.value))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Markup":
            safe |= {id(given) for given in node.args}
    for node in ast.walk(tree):
        if (isinstance(node, ast.ImportFrom) and node.module == "html") or (
            isinstance(node, ast.Import) and any(each.name == "html" for each in node.names)
        ):
            yield f"{node.lineno}: {ast.unparse(node)}"
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in safe
            and TAG.search(node.value)
        ):
            yield f"{node.lineno}: {node.value[:60]}"


@pytest.mark.parametrize("path", [*python_files("pages"), ROOT / "dashboard.py"], ids=named)
def test_html_is_put_together_by_markup(path: Path) -> None:
    source = path.read_text("utf-8")
    found = list(by_hand(source))
    # An exception that is no longer needed goes.
    assert bool(found) == (named(path) in ALLOWED), found
    # Nor is any text called safe that is not a literal.
    assert "S704" not in source


@pytest.mark.parametrize(
    "source",
    [
        'f"<p>{text}</p>"',
        '"<p>" + text + "</p>"',
        '"<p>{}</p>".format(text)',
        '"<p>%s</p>" % text',
        'Markup(f"<p>{text}</p>")',
        'Markup("<p>" + text)',
        'Markup("<p>{}</p>").format(f"<b>{text}</b>")',
        'page = "<!doctype html>"',
        "from html import escape",
        "import html",
    ],
)
def test_the_rule_sees_html_put_together_by_hand(source: str) -> None:
    assert list(by_hand(source))


@pytest.mark.parametrize(
    "source",
    [
        'Markup("<p>{}</p>").format(text)',
        'Markup("<p>" "{}</p>")',
        '"n < 10 and k > 3"',
        'def f():\n    """Return a `<mark>`."""',
        "from lxml.html import HtmlElement",
    ],
)
def test_the_rule_lets_other_text_be(source: str) -> None:
    assert not list(by_hand(source))
