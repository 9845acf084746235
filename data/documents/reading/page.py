"""A saved page of regjeringen.no with one answer to a consultation, or with the list of them.

What such pages look like was gathered from real ones of 2016–2022: a heading «Høringssvar fra …» or
«Innspill fra …», a line with the date it was received, the text, and attachments; the list links to
each answer by its key.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import etree, html

from data.documents.document import Attachment, Document, LeftOut, counted, norwegian_date, tidy
from data.documents.reading.encoding import decode
from data.documents.reading.limits import Unreadable
from data.documents.reading.markup import HIDDEN, fill_in, hide, mark_lists, words_of

_TITLE: Final = re.compile(
    r"^\s*(?:høringssvar|høyringssvar|høringsuttalelse|høyringsfråsegn|innspill|innspel|svar"
    r"|uttalelse|fråsegn)\s+fr[aå]:?\s+",
    re.IGNORECASE,
)
_SITE: Final = re.compile(r"\s+[-–|]\s+regjeringen\.no\s*$", re.IGNORECASE)
_CLASS: Final = "//*[contains(concat(' ', normalize-space(@class), ' '), ' {} ')]"
_BODY: Final = _CLASS.format("article-body")
_TIMESTAMP: Final = _CLASS.format("hearing-answer-timestamp")
_ATTACHED: Final = "//a[contains(translate(@href, 'VI', 'vi'), 'vedleggid=')]"
_PAPER: Final = re.compile(r"\.(?:pdf|docx?|odt|rtf|txt|xlsx)(?:[?#]|$)", re.IGNORECASE)
_ELSEWHERE: Final = re.compile(r"[a-z][a-z\d+.-]*:|/", re.IGNORECASE)
_LISTED: Final = "//ul[@data-horingssvar-list]/li"
_WITHOUT_REMARKS: Final = re.compile(r"svartype:?\s*uten merknad", re.IGNORECASE)
_NAME_ONLY: Final = re.compile(r"\s*\((?:PDF|DOCX?|ODT|RTF)\b[^)]*\)$", re.IGNORECASE)
_FRAMES: Final = ("nav", "aside", "footer", "head")
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]*\?>")

EXPECTED: Final = (
    "siden har ikke et svar; ventet overskriften «Høringssvar fra …» eller «Innspill fra …»"
)
FRAME: Final = "menyer og ramme rundt svaret"
FOREIGN: Final = "siden er ikke en svarside fra regjeringen.no; kontroller at teksten er svaret"
# Less than this around a page without an answer is a message from a server, not a letter.
LEAST_LETTER: Final = 200


@dataclass(frozen=True)
class Listed:
    """One answer on a list of answers: the key of its page, «» for a file, and who sent it."""

    uid: str
    avsender: str


def parsed(content: bytes) -> html.HtmlElement:
    """Return the page `content` as a tree. Raises `Unreadable` when there is nothing in it."""
    text = _DECLARED.sub("", decode(content))
    try:
        page = html.document_fromstring(text)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("siden er tom eller skadet") from error
    etree.strip_elements(page, etree.Comment, "script", "style", "noscript", with_tail=False)
    fill_in(page)
    return page


def read_list(page: html.HtmlElement) -> tuple[Listed, ...]:
    """Return the answers that `page` lists, none when it is no list."""
    found = []
    for item in page.xpath(_LISTED):
        link = next(iter(item.xpath(".//a[@href]")), None)
        if link is not None:
            query = parse_qs(urlsplit(str(link.get("href"))).query)
            is_file = "/contentassets/" in str(link.get("href"))
            uid = "" if is_file else query.get("uid", [str(item.get("id", ""))])[0]
            found.append(Listed(uid.lower(), _NAME_ONLY.sub("", _spaced(link))))
    return tuple(found)


def read_page(page: html.HtmlElement, fil: str) -> Document:
    """Return the answer on `page`, saved as `fil`, or the letter that another page is.

    Raises `Unreadable` when the page has no answer on it.
    """
    title, bodies = _title(page), _outermost(page.xpath(_BODY))
    if not title or not bodies:
        return read_letter(page, fil)
    is_empty = _WITHOUT_REMARKS.search(_spaced(page))
    address, when = _address(page), _spaced(*page.xpath(_TIMESTAMP))
    attachments = tuple(map(_attachment, [*page.xpath(_ATTACHED), *_beside(page)]))
    return replace(
        _written(page, bodies, fil),
        kilde=address or fil,
        title=title,
        received=norwegian_date(when),
        attachments=attachments,
        notes=("avsenderen har krysset av for «uten merknad»",) if is_empty else (),
    )


def read_letter(page: html.HtmlElement, fil: str) -> Document:
    """Return the letter that `page` is, saved from Word or from a municipality's own site.

    Raises `Unreadable` where it is a page of regjeringen.no, or holds too little to be a letter.
    """
    is_on_site = "regjeringen.no" in _address(page)
    etree.strip_elements(page, *_FRAMES, with_tail=False)
    found = _written(page, [page], fil)
    if is_on_site or counted(found.text) < LEAST_LETTER:
        raise Unreadable(EXPECTED)
    return replace(found, notes=(FOREIGN,))


def read_message(page: html.HtmlElement, fil: str) -> Document:
    """Return everything on `page` that can be seen, as an e-mail shows it."""
    return _written(page, [page], fil)


def _written(page: html.HtmlElement, bodies: Sequence[html.HtmlElement], fil: str) -> Document:
    """Return the text of `bodies`, and what else `page` holds as left out."""
    whole = counted(tidy(_raw(page)))
    framed = whole - sum(counted(tidy(_raw(body))) for body in bodies)
    hidden = sum(counted(tidy(hide(body))) for body in bodies)
    added = sum(counted(mark_lists(body)) for body in bodies)
    text = tidy("\n\n".join(map(words_of, bodies)))
    left_out = (LeftOut(framed, FRAME), LeftOut(hidden, HIDDEN))
    return Document(
        fil,
        text,
        fil,
        left_out=tuple(each for each in left_out if each.characters),
        characters=whole,
        added=added,
    )


def _title(page: html.HtmlElement) -> str:
    """Return the sender in the heading of `page`, «» where no heading says that it is an answer."""
    headings = [_spaced(each) for each in page.xpath("//h1")]
    headings += page.xpath("//meta[@property='og:title']/@content")
    for heading in headings:
        if _TITLE.match(heading):
            return _SITE.sub("", _TITLE.sub("", heading)).strip()
    return ""


def _address(page: html.HtmlElement) -> str:
    found = page.xpath("//meta[@property='og:url']/@content | //link[@rel='canonical']/@href")
    return str(next(iter(found), ""))


def _outermost(elements: Sequence[html.HtmlElement]) -> list[html.HtmlElement]:
    inside = {below for each in elements for below in each.iterdescendants()}
    return [each for each in elements if each not in inside]


def _beside(page: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the links to papers saved beside the page, which lead nowhere on the site."""
    return [
        link
        for link in page.xpath("//main//a[@href]")
        if _PAPER.search(str(link.get("href"))) and not _ELSEWHERE.match(str(link.get("href")))
    ]


def _attachment(link: html.HtmlElement) -> Attachment:
    """Return what `link` points to, by its words and by the end of its address."""
    where = urlsplit(str(link.get("href")))
    ends = [unquote(PurePosixPath(where.path).name), *parse_qs(where.query).get("uid", ())]
    names = [_NAME_ONLY.sub("", _spaced(link)), *ends]
    named = [name for name in dict.fromkeys(names) if name and name.casefold() != "download"]
    first = next(iter(named), next(iter(parse_qs(where.query).values()), [""])[0])
    return Attachment(first, tuple(named[1:]))


def _raw(element: html.HtmlElement) -> str:
    return str(element.text_content())


def _spaced(*elements: html.HtmlElement) -> str:
    return " ".join(" ".join(map(_raw, elements)).split())
