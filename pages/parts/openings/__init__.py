"""What every page opens with and shows: one value, which the screen and the papers both draw."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from pages.parts.openings import answers, candidates, places, texts
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.opening import Opening
from queries.access import Access
from queries.advice import author
from queries.view import MAAL, SATISFACTION


@dataclass(frozen=True)
class Page:
    """One page: what it can be about, and what it opens with for a reader."""

    opening: Callable[[Reader], Opening]
    # The measures the page can be about, the first one by default; none is no choice.
    measures: tuple[str, ...] = ()


def names() -> dict[str, str]:
    """Return what each page is called, by its address, in the order of the menu."""
    return {
        "": _("Oversikt"),
        "bemanning": _("Bemanning"),
        "lokaler": _("Lokaler"),
        "tilgjengelighet": _("Tilgjengelighet"),
        "utfordringer": _("Utfordringer"),
        "tjenestesteder": _("Tjenestesteder"),
        "kandidater": _("Kandidater"),
        "plassering": _("Plassering"),
        "kommune": _("Kommune"),
        "politidistrikt": _("Politidistrikt"),
        "sok": _("Søk"),
        "data": _("Data"),
        "endringer": _("Endringer"),
        "raad": _("Råd"),
        "vurdering": _("Vurdering"),
    }


def unlisted(access: Access | None) -> tuple[str, ...]:
    """Return the pages that are not in the menu: reached from elsewhere, or not hers."""
    hers = {
        "vurdering": access is not None and access.codes,
        "raad": access is not None and (access.publishes or author(access) != ""),
    }
    return ("endringer", *(page for page, writes in hers.items() if not writes))


# By the page's address, as `pages/parts/drawing/registered.py` has it.
PAGES: Final[dict[str, Page]] = {
    "": Page(answers.overview, MAAL),
    "bemanning": Page(answers.staffing, SATISFACTION),
    "lokaler": Page(places.premises, ("lokaler",)),
    "tilgjengelighet": Page(answers.channels),
    "utfordringer": Page(answers.challenges),
    "tjenestesteder": Page(places.stations, ("avstand",)),
    "kandidater": Page(candidates.candidates, ("onsker", "lokaler")),
    "plassering": Page(places.siting, ("avstand",)),
    "kommune": Page(texts.municipality),
    "politidistrikt": Page(answers.district, MAAL),
    "sok": Page(texts.search),
    "data": Page(texts.data),
    "endringer": Page(texts.changed, MAAL),
    "raad": Page(texts.advice),
    "vurdering": Page(texts.review),
}


def at(reader: Reader, path: str) -> Reader:
    """Return `reader` as a reader of the page at `path`, on a measure the page can be about."""
    reader = replace(reader, path=path, narrow=False, dark=False)
    measures = PAGES[path].measures
    if measures and reader.view.vis not in measures:
        return replace(reader.having(vis=measures[0]), chosen=reader.view.vis)
    return reader
