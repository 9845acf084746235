"""The list of premises: what is in it, in what order, and what a search finds."""

from datetime import date

import pytest

from queries import Version, View, ask


def offers(version: Version, view: View) -> list[str]:
    return ask(version, "lokaler", view)["lokale_id"].to_list()


def test_every_offer_that_stands_the_most_remote_first(small: Version) -> None:
    # L0 came with an answer that was replaced, and L6 was set aside.
    assert offers(small, View()) == ["L1", "L2", "L3", "L4", "L5"]


def test_an_offer_with_everything_it_says(small: Version) -> None:
    (row,) = ask(small, "lokaler", View(sok="terråk")).to_dicts()
    assert round(row.pop("til_naermeste"), 2) == 43.68
    assert row.pop("naermeste_tjenestested")
    assert row == {
        "lokale_id": "L1",
        "kommunenummer": "1811",
        "kommune": "Bindal",
        "kommune_rang": 24,
        "politidistrikt": "Trøndelag",
        "tilbyr": "ja",
        "lokaltype": "raadhus",
        "delt_med": ["nav", "skatt"],
        "onsker": "ja",
        "innbyggere": 1406,
        "innbyggere_15_km": 1406,
        "areal_m2": 120,
        "ledig_fra": date(2022, 9, 1),
        "tilstand": "god",
        "adresse": "Terråk",
        "utdrag": "første etasje",
        "malform": "nynorsk",
    }


def test_an_offer_with_nothing_but_its_type(small: Version) -> None:
    row = ask(small, "lokaler", View(lokaltype=("brannstasjon",))).row(0, named=True)
    empty = ("delt_med", "areal_m2", "ledig_fra", "adresse", "utdrag")
    assert [row[column] for column in empty] == [None] * 5


def test_the_rank_sorts_the_names_in_norwegian(small: Version) -> None:
    found = ask(small, "lokaler", View()).sort("kommune_rang")
    assert found["kommune"].to_list() == ["Bindal", "Bindal", "Moskenes", "Træna", "Våler (Viken)"]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(lokaltype=("raadhus",)), ["L1", "L4"]),
        (View(lokaltype=("helsehus", "kulturhus")), ["L3", "L5"]),
        (View(lokaltype=("nav_kontor",)), []),
        (View(onsker=("betinget",)), ["L3", "L5"]),
        (View(onsker=("ja", "betinget")), ["L1", "L2", "L3", "L4", "L5"]),
        (View(onsker=("nei",)), []),
        (View(lokaltype=("raadhus",), onsker=("betinget",)), []),
        (View(distrikt=("Nordland",)), ["L3", "L4"]),
        (View(fylke=("Nordland",)), ["L1", "L2", "L3", "L4"]),
        (View(innbyggere=("middels",)), ["L5"]),
        (View(stasjon="nei"), ["L1", "L2", "L3", "L4", "L5"]),
        (View(stasjon="ja"), []),
        (View(svart="nei"), []),
        (View(distrikt=("Nordland",), lokaltype=("raadhus",)), ["L4"]),
    ],
)
def test_the_list_follows_each_filter(small: Version, view: View, expected: list[str]) -> None:
    assert offers(small, view) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bindal", ["L1", "L2"]),
        ("BINDAL", ["L1", "L2"]),
        ("øvre", ["L5"]),
        ("ØVRE SAL", ["L5"]),
        ("1835", ["L3"]),
        ("nordland", ["L3", "L4"]),
        ("bibliotek", ["L4"]),
        ("kulturhus", ["L5"]),
        ("første etasje", ["L1"]),
        # What other tools take for wildcards is looked for as it is written.
        ("100 %", ["L4"]),
        ("%", ["L4"]),
        ("_", []),
        (".*", []),
        ("finnes ikke", []),
    ],
)
def test_a_search_looks_in_names_types_addresses_and_passages(
    small: Version, words: str, expected: list[str]
) -> None:
    assert offers(small, View(sok=words)) == expected
