"""A saved page of regjeringen.no with one answer to a consultation.

What such a page looks like was gathered from real answer pages of 2016–2022: a heading «Høringssvar
fra …» or «Innspill fra …», a line with the date it was received, the text, and attachments.
"""

import re
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import etree, html

from data.documents.document import Document, norwegian_date, tidy
from data.problems import Problem, SourceError

_TITLE: Final = re.compile(
    r"^\s*(?:høringssvar|høyringssvar|innspill|innspel)\s+fr[aå]\s+", re.IGNORECASE
)
_BLOCKS: Final = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote")
)
_UNREAD: Final = ("script", "style", "noscript")
_BODY: Final = "//*[contains(concat(' ', @class, ' '), ' article-body ')]"
_TIMESTAMP: Final = "//*[contains(concat(' ', @class, ' '), ' hearing-answer-timestamp ')]"
_ATTACHED: Final = "//a[contains(translate(@href, 'VI', 'vi'), 'vedleggid=')]"


def read_page(path: Path) -> Document:
    """Return the answer on the saved page `path`.

    Raises `SourceError` when the page has no answer on it, such as a list of answers.
    """
    try:
        page = html.document_fromstring(path.read_bytes())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError([Problem(path.name, 0, "", "", "en lesbar nettside")]) from error
    heading = " ".join(" ".join(page.xpath("//h1[1]//text()")).split())
    bodies = page.xpath(_BODY)
    if not _TITLE.match(heading) or not bodies:
        expected = (
            "en side med ett svar, med overskriften «Høringssvar fra …» eller «Innspill fra …»"
        )
        raise SourceError([Problem(path.name, 0, "", "", expected)])
    when = " ".join(" ".join(page.xpath(f"{_TIMESTAMP}//text()")).split())
    address = next(iter(page.xpath("//meta[@property='og:url']/@content")), "")
    return Document(
        path.name,
        tidy(_written(bodies[0])),
        address or path.name,
        title=_TITLE.sub("", heading),
        received=norwegian_date(when),
        attachments=tuple(_file_name(link) for link in page.xpath(_ATTACHED)),
    )


def _written(element: html.HtmlElement) -> str:
    """Return the text of `element` with a line for each block, and «- » before list items."""
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return ""
    if element.tag == "br":
        return "\n"
    inner = " ".join((element.text or "").split("\n"))
    for child in element:
        inner += _written(child) + " ".join((child.tail or "").split("\n"))
    if element.tag not in _BLOCKS:
        return inner
    inner = re.sub(r" *\n *", "\n", inner).strip()
    if element.tag == "li" and inner:
        return f"\n- {inner}"
    # Paragraphs stand apart, the parts of a list or a table do not.
    space = "\n\n" if element.tag in ("p", "blockquote") or element.tag.startswith("h") else "\n"
    return f"{space}{inner}{space}" if inner else ""


def _file_name(link: html.HtmlElement) -> str:
    """Return what an attachment is called: the link's words, or the end of its address."""
    words = " ".join(" ".join(link.itertext()).split())
    if words:
        return re.sub(r"\s*\(PDF[^)]*\)$", "", words, flags=re.IGNORECASE)
    where = urlsplit(str(link.get("href")))
    return unquote(Path(where.path).name) or next(iter(parse_qs(where.query).values()), [""])[0]
