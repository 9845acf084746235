"""Sámi and Kven names: in links, where a place is looked for, and with the letters that lack."""

import csv
from typing import Final

import pytest

from data.paths import COMMON
from queries import Version, View, ask
from queries.called import folded
from queries.numbering import Numbering
from tests.queries.views import NUMBERS


def numbering(version: Version) -> Numbering:
    names = ask(version, "kart", View()).select("kommunenummer", "navn").iter_rows()
    others, called = (
        ask(version, query, View()).to_dicts() for query in ("kommune_endringer", "stedsnavn")
    )
    return Numbering.of(dict(names), others, called)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Kárášjohka", "5437"),
        ("karasjohka", "5437"),
        ("GUOVDAGEAIDNU", "5430"),
        ("Deatnu.", "5441"),
        ("Porsanki", "5436"),
        ("Porsáŋgu", "5436"),
        ("porsangu", "5436"),
        ("Snåase", "5041"),
        # As pages and registers write both names.
        ("Karasjok – Kárášjohka", "5437"),
        ("Guovdageaidnu - Kautokeino", "5430"),
        ("Deatnu/Tana", "5441"),
        # What only others call it.
        ("Romsa", "5401"),
        ("Bådåddjå", "1804"),
    ],
)
def test_a_municipality_is_understood_by_every_name_it_has(
    written: str, number: str, small: Version
) -> None:
    view, issues = View.parse({"kommune": written}, numbering=numbering(small))
    assert view.kommune == number
    assert issues == (("Leste «Deatnu.» i kommune som «Deatnu».",) if "." in written else ())


def test_a_list_of_places_takes_every_name_too(small: Version) -> None:
    link = {"med": "Deatnu,Unjárga", "uten": "Tana,Kaivuono"}
    view, issues = View.parse(link, numbering=numbering(small))
    assert (view.med, view.uten) == (("5441", "5442"), ("5426",))
    assert issues == ("5441 er både med og ikke med i lenken; den er med.",)


@pytest.mark.parametrize("written", ["Deatnu – Kautokeino", "Tana - Unjárga", "Nordlánnda"])
def test_names_of_two_places_and_of_a_county_are_no_municipality(
    written: str, small: Version
) -> None:
    view, issues = View.parse({"kommune": written}, numbering=numbering(small))
    assert view.kommune is None
    assert issues == (f"Forsto ikke «{written}» i kommune.",)


@pytest.mark.parametrize(
    ("field", "written", "read"),
    [
        ("fylke", "Nordlánnda", "Nordland"),
        ("fylke", "nordlannda", "Nordland"),
        ("fylke", "Trööndelage", "Trøndelag"),
        ("fylke", "Romsa ja Finnmárku", "Troms og Finnmark"),
        ("fylke", "Finmarkku", "Troms og Finnmark"),
        ("fylke", "Nordland - Nordlánnda", "Nordland"),
        ("distrikt", "Romsa", "Troms"),
        ("distrikt", "Finnmárku", "Finnmark"),
        ("distrikt", "Tromssa", "Troms"),
    ],
)
def test_counties_and_districts_are_understood_and_told_of(
    field: str, written: str, read: str, small: Version
) -> None:
    view, issues = View.parse({field: written}, numbering=numbering(small))
    assert getattr(view, field) == (read,)
    assert issues == (f"Leste «{written}» i {field} som «{read}».",)


FOUND: Final = ("Kárášjohka", "porsanki", "Unjarga", "Romsa", "Áltá", "hamarøy", "Hábmer")


@pytest.mark.parametrize("written", FOUND)
def test_the_search_for_a_municipality_finds_what_a_link_does(written: str, small: Version) -> None:
    view, _issues = View.parse({"kommune": written}, numbering=numbering(small))
    found = ask(small, "kommune_finn", View(finn=written))
    assert found["kommunenummer"].to_list() == [view.kommune]


def test_no_name_is_two_places_and_each_has_its_source() -> None:
    with (COMMON / "stedsnavn.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({folded(row["navn"]) for row in rows})
    for row in rows:
        assert row["kilde"]
        assert row["kommunenummer"] or row["fylkesnavn"]
        # A district has its name from the county it is in.
        assert row["fylkesnavn"] or not row["politidistrikt"]


def test_nothing_is_made_of_a_name_where_no_names_are_known() -> None:
    view, issues = View.parse({"fylke": "Nordlánnda"}, kommuner=NUMBERS)
    assert view == View()
    assert issues == ("Forsto ikke «Nordlánnda» i fylke. Mente du «Nordland»?",)
