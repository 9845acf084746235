"""The door to the store of short links: only our own pages and Views go in, and only they come out.

A name means one thing for ever. What a link holds is a page's name and a pinned View's parameters,
never an address, so that none can lead out of the house.
"""

import re
import unicodedata
from typing import Final

from data import short_links
from data.short_links import ClosedError, FullError, TakenError
from queries.link import without_end
from queries.page_names import PAGES, path_of
from queries.serving import Trouble, tell
from queries.view import View

__all__ = [
    "ClosedError",
    "FullError",
    "TakenError",
    "address_of",
    "make",
    "named",
    "proposal",
    "trouble",
]

LONGEST_NAME: Final = 40
_NAME: Final = re.compile(rf"[a-zæøå0-9](?:[a-zæøå0-9-]{{0,{LONGEST_NAME - 2}}}[a-zæøå0-9])?")
_QUERY: Final = re.compile(r"[\w%+&=,:.~-]*", re.ASCII)
# How many numbers are tried after a name that is taken.
_TRIED: Final = range(2, 100)


def named(text: str) -> str:
    """Return the name that `text` gives a link, «Møte i Bodø» as «møte-i-bodø».

    Raises `ValueError` when it holds anything but letters, digits, hyphens and spaces, is longer
    than `LONGEST_NAME`, or has nothing in it.
    """
    name = "-".join(unicodedata.normalize("NFC", text).casefold().split())
    if not _NAME.fullmatch(name):
        raise ValueError(text)
    return name


def make(page: str, view: View, name: str = "") -> str:
    """Keep a link to `page` as `view` shows it, and return its name: `name`, or a random one.

    Raises `TakenError` when the name stands for something else, `FullError` when there is no room,
    `ClosedError` when the store can not be written, and `ValueError` when `view` is not pinned or
    there is no such page.
    """
    if page not in PAGES or not view.versjon:
        raise ValueError(page)
    made = short_links.add(page, _query(view), named(name) if name else "").name
    # A store that is begun anew has lost what was in it; the first who writes finds that out.
    trouble()
    return made


def address_of(name: str) -> str | None:
    """Return path and query below the server's root of the link called `name`, or None.

    A name with the end of a sentence behind it is found without. Raises `ClosedError` when the
    store can not be read, or does not have the name and has lost what was in it.
    """
    found = short_links.find(called) if (called := meant(name)) else None
    if called and found is None and (wrong := trouble()):
        raise ClosedError(wrong.says)
    # The file lies where others may write; what it says is believed only as far as it is ours.
    if found is None or found.page not in PAGES or not _QUERY.fullmatch(found.query):
        return None
    return f"/{path_of(found.page)}?{found.query}"


def trouble(closed: ClosedError | None = None) -> Trouble | None:
    """Return what is wrong with the store, told of in the log, or None.

    A lock or a full disk is seen by nobody but who is refused: that is what `closed` tells.
    """
    wrong = short_links.flaw()
    if not wrong and closed and closed.__cause__:
        wrong = f"kan ikke brukes nå ({closed.__cause__})"
    return tell("kortlenker", f"filen med kortlenker {wrong}") if wrong else None


def meant(text: str) -> str:
    """Return the name that somebody who wrote `text` in an address means; empty when it is none."""
    for written in (text, without_end(text)):
        try:
            return named(written)
        except ValueError:
            continue
    return ""


def proposal(name: str) -> str:
    """Return a free name like `name`, or an empty one; `ClosedError` as for `address_of`."""
    for number in _TRIED:
        end = f"-{number}"
        tried = named(name)[: LONGEST_NAME - len(end)].rstrip("-") + end
        if short_links.find(tried) is None:
            return tried
    return ""


def _query(view: View) -> str:
    return view.url("").removeprefix("?")
