"""The words of HTML as a reader sees them: blocks on lines of their own, lists with their marks."""

import re
from typing import Final

from lxml import html

HIDDEN: Final = "tekst som er skjult på siden"
# fmt: off
_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "thead", "tr", "ul",
))
# fmt: on
# Paragraphs stand apart, the parts of a list or a table do not.
_APART: Final = frozenset(("p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN: Final = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
# Fields that somebody writes in; the others are buttons, or are not shown.
_WRITTEN: Final = ("text", "email", "tel", "number", "date", "url")
_MARK: Final = "data-mark"
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def fill_in(page: html.HtmlElement) -> None:
    """Write what the fields of a form on `page` show where they stand, as a browser does."""
    for field in page.iter("input"):
        kind = field.get("type", "text").casefold()
        value = field.get("value", "")
        if kind in ("checkbox", "radio"):
            shown = "☒ " if field.get("checked") is not None else ""
        else:
            shown = f"{value} " if kind in _WRITTEN else ""
        field.tail = shown + (field.tail or "")
    for menu in page.iter("select"):
        lines = list(menu.iter("option"))
        chosen = [each for each in lines if each.get("selected") is not None] or lines[:1]
        for line in lines:
            if line not in chosen:
                line.drop_tree()


def hide(element: html.HtmlElement) -> str:
    """Take what a browser would not show out of `element`, and return its words."""
    words = []
    for each in element.xpath(".//*[@hidden or @style]"):
        is_hidden = each.get("hidden") is not None or _HIDDEN.search(each.get("style", ""))
        # Its parent may be gone already.
        if is_hidden and each.getparent() is not None and element in each.iterancestors():
            words.append(str(each.text_content()))
            each.drop_tree()
    return " ".join(words)


def mark_lists(element: html.HtmlElement) -> str:
    """Give each list item in `element` the mark a browser draws, and return all the marks."""
    marks = []
    for item in element.iter("li"):
        parent = item.getparent()
        mark = "- "
        if parent is not None and parent.tag == "ol":
            before = list(item.itersiblings("li", preceding=True))
            mark = f"{_number(_place(item, before, parent), parent.get('type', '1'))}. "
        item.set(_MARK, mark)
        marks.append(mark if str(item.text_content()).strip() else "")
    return "".join(marks)


def words_of(element: html.HtmlElement) -> str:
    """Return the text of `element` with a line for each block, and the marks of its lists."""
    if not isinstance(element.tag, str):
        return ""
    if element.tag == "br":
        return "\n"
    keeps = element.tag in ("pre", "textarea")
    inner = _flowing(element.text, keeps=keeps)
    for child in element:
        inner += words_of(child) + _flowing(child.tail, keeps=keeps)
    if element.tag in ("td", "th"):
        return f"{inner.strip()}\t"
    if element.tag not in _BLOCKS:
        return inner
    inner = re.sub(r" *\n *", "\n", inner).strip()
    if not inner:
        return ""
    if element.tag in ("li", "tr"):
        return f"\n{element.get(_MARK, '')}{inner}"
    space = "\n\n" if element.tag in _APART else "\n"
    return f"{space}{inner}{space}"


def _flowing(text: str | None, *, keeps: bool) -> str:
    return (text or "") if keeps else re.sub(r"[ \t\r\n]+", " ", text or "")


def _place(item: html.HtmlElement, before: list[html.HtmlElement], parent: html.HtmlElement) -> int:
    """Return the number of `item` in `parent`, counted from the last number that is written."""
    for steps, each in enumerate((item, *before)):
        if (value := each.get("value", "")).lstrip("-").isdigit():
            return int(value) + steps
    start = parent.get("start", "1")
    first = int(start) if start.lstrip("-").isdigit() else 1
    return first + len(before)


def _number(place: int, kind: str) -> str:
    """Return `place` as a list of `kind` writes it: 1, a, A, i or I."""
    if kind in ("a", "A") and 1 <= place <= 26:
        letter = chr(ord("a") + place - 1)
        return letter.upper() if kind == "A" else letter
    if kind in ("i", "I") and 1 <= place <= 39:
        return roman(place).upper() if kind == "I" else roman(place)
    return str(place)


def roman(place: int) -> str:
    """Return `place`, from 1, in small Roman numerals."""
    written = ""
    for value, letters in _ROMAN:
        while place >= value:
            written, place = written + letters, place - value
    return written
