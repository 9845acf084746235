"""«Nullstill» takes away all that leaves something out on the page, and is there when it can."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from pages.parts.reading.reader import OWN_FILTERS, Reader
from queries import View
from tests.pages.app import html, opened

WAY = re.compile(r'<a class="nullstill" href="([^"]*)"')


def way_out(page: str, **query: str) -> View | None:
    """Return the View that «Nullstill» leads to, None when it is not shown."""
    found = WAY.search(html(opened(page, dark=False, data="demo", **query)))
    if found is None:
        return None
    view, issues = View.parse(parse_qs(urlsplit(unescape(found[1])).query))
    assert not issues
    return view


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("lokaler", {"sok": "brann"}),
        ("lokaler", {"lokaltype": "raadhus"}),
        ("lokaler", {"onsker": "ja", "distrikt": "Nordland"}),
        ("tjenestesteder", {"sok": "alta"}),
        ("tjenestesteder", {"lag": "nytt"}),
        ("", {"fylke": "Viken"}),
    ],
)
def test_all_that_leaves_something_out_is_taken_away(page: str, query: dict[str, str]) -> None:
    cleared = way_out(page, **query)
    assert cleared is not None
    assert cleared == View(vis=cleared.vis)


@pytest.mark.parametrize("page", ["", "bemanning", "politidistrikt"])
def test_a_choice_of_another_page_is_left_alone(page: str) -> None:
    assert way_out(page, sok="brann", lokaltype="raadhus") is None
    kept = way_out(page, sok="brann", fylke="Viken")
    assert kept is not None
    assert (kept.sok, kept.fylke) == ("brann", ())


@pytest.mark.parametrize("page", ["", *OWN_FILTERS])
def test_nothing_chosen_is_nothing_to_take_away(page: str) -> None:
    assert way_out(page) is None
    assert way_out(page, kommune="1804") is None


def test_a_search_in_a_list_stays_on_its_page(demo: Reader) -> None:
    reader = replace(demo.having(sok="brann", distrikt=("Nordland",)), path="lokaler")
    for link in (reader.link(), reader.link("lokaler"), reader.link(sorter="kommune")):
        assert "sok=brann" in link
    elsewhere = reader.link("tjenestesteder")
    assert "sok=" not in elsewhere
    assert "distrikt=Nordland" in elsewhere
