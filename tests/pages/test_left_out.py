"""Who a reader says must be with, and the model may not choose, is told by name on both pages."""

from typing import Final

import pytest

from pages.parts.cards import CARDS
from pages.parts.openings import PAGES, at
from pages.parts.reading.reader import Reader
from pages.parts.wording import scenario
from pages.parts.wording.left_out import left_out
from tests.pages.app import html, opened

OUTSIDE: Final = "Bindal og Steigen er ikke regnet med, fordi kommunene ligger utenfor utvalget"


@pytest.mark.parametrize("path", ["kandidater", "plassering"])
def test_who_must_be_with_and_is_not_counted_is_told_with_the_reason(
    path: str, demo: Reader
) -> None:
    reader = demo.having(distrikt=("Troms",), med=("1811", "1848"))
    assert OUTSIDE in told_of(reader, path)
    assert OUTSIDE in html(opened(path, data="demo", distrikt="Troms", med="1811,1848"))
    inside = demo.having(med=("1848",))
    assert "ikke regnet med" not in told_of(inside, path)


def test_a_number_that_is_no_municipality_is_not_told_of(demo: Reader) -> None:
    reader = demo.having(distrikt=("Troms",), med=("1848", "9999"))
    assert left_out(reader).startswith("Steigen er ikke regnet med, ")
    assert "9999" not in left_out(reader)


def told_of(reader: Reader, path: str) -> str:
    """Return what page `path` says of the reader's own places, above and in its cards."""
    said = PAGES[path].opening(at(reader, path))
    leads = [CARDS[name](at(reader, path)).lead for name in said.cards]
    return " ".join((said.more, *leads))


def test_plassering_tells_who_is_not_among_those_it_may_choose(demo: Reader) -> None:
    wishes = dict(demo.having(vis="onsker").ask("kart").select("kommunenummer", "verdi").rows())
    unwilling = next(number for number, wish in wishes.items() if wish == "nei")
    for where, why in (("onsker", "blant dem som ønsker"), ("tilbyr", "som tilbyr lokaler")):
        reader = demo.having(kandidater=where, med=("1848", unwilling))
        more = PAGES["plassering"].opening(at(reader, "plassering")).more
        offers = unwilling in scenario.outcome(reader).candidates
        assert (why in more) != offers
        # She who may be chosen is named as such, and not among those who are left out.
        assert more.startswith("Må med: Steigen.")
        assert "Steigen" not in more.removeprefix("Må med: Steigen.")
        assert unwilling not in scenario.outcome(reader).best.chosen or offers
