"""One selection for every query: the filter bar picks the same municipalities everywhere."""

import polars as pl
import pytest

from queries import Version, View, ask, queries

SELECTIONS = [
    (View(), 356),
    # Facts of the division in 2020–2023.
    (View(distrikt=("Oslo",)), 3),
    (View(fylke=("Oslo",)), 1),
    (View(distrikt=("Oslo", "Øst")), 32),
    (View(distrikt=("Oslo",), fylke=("Viken",)), 2),
    (View(distrikt=("Oslo",), fylke=("Agder",)), 0),
    (View(innbyggere=("liten", "middels", "stor")), 356),
    (View(stasjon="nei"), 150),
    (View(stasjon="ja"), 206),
    (View(svart="nei"), 347),
]


def selected(version: Version, view: View) -> list[str]:
    found = ask(version, "kart", view)
    return found.filter("i_utvalg")["kommunenummer"].to_list()


@pytest.mark.parametrize(("view", "expected"), SELECTIONS)
def test_a_selection_has_so_many_municipalities(small: Version, view: View, expected: int) -> None:
    assert len(selected(small, view)) == expected


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(), ["1101", "1804", "1811", "1835", "1874", "3018", "3419", "4644", "5401"]),
        (View(distrikt=("Nordland",)), ["1804", "1835", "1874"]),
        (View(fylke=("Nordland",)), ["1804", "1811", "1835", "1874"]),
        (View(fylke=("Nordland",), distrikt=("Trøndelag",)), ["1811"]),
        (View(distrikt=("Innlandet", "Øst")), ["3018", "3419"]),
        (View(innbyggere=("liten",)), ["1811", "1835", "1874", "3419"]),
        (View(innbyggere=("middels",)), ["1101", "3018", "4644"]),
        (View(innbyggere=("stor",)), ["1804", "5401"]),
        (View(innbyggere=("liten", "stor")), ["1804", "1811", "1835", "1874", "3419", "5401"]),
        (View(stasjon="ja"), ["1101", "1804", "5401"]),
        (View(stasjon="nei"), ["1811", "1835", "1874", "3018", "3419", "4644"]),
        (View(stasjon="nei", innbyggere=("liten",), distrikt=("Nordland",)), ["1835", "1874"]),
    ],
)
def test_those_who_answered_by_each_filter(small: Version, view: View, expected: list[str]) -> None:
    assert selected(small, view.having(svart="ja")) == expected


def test_answered_and_silent_are_each_the_rest_of_the_other(small: Version) -> None:
    answered = selected(small, View(svart="ja"))
    silent = selected(small, View(svart="nei"))
    assert sorted(answered + silent) == selected(small, View())
    assert not set(answered) & set(silent)


def test_the_sizes_meet_at_5000_and_20000(small: Version) -> None:
    sizes: dict[str, list[int]] = {}
    for size in ("liten", "middels", "stor"):
        found = ask(small, "kart", View(innbyggere=(size,))).filter("i_utvalg")
        sizes[size] = found["innbyggere"].to_list()
    assert max(sizes["liten"]) < 5000 <= min(sizes["middels"])
    assert max(sizes["middels"]) < 20000 <= min(sizes["stor"])


@pytest.mark.parametrize(("view", "expected"), SELECTIONS)
def test_the_totals_are_of_the_same_selection_as_the_map(
    small: Version, view: View, expected: int
) -> None:
    totals = ask(small, "nokkeltall", view)
    groups = ask(small, "fordeling_gruppe", view, gruppering="fylke")
    groups = groups.filter(pl.col("maal") == view.vis)
    assert totals["kommuner"].item() == expected
    assert groups["kommuner"].sum() == expected
    assert ask(small, "innspill", view).height == totals["svart"].item()
    assert ask(small, "lokaler", view).height == totals["lokaler"].item()


@pytest.mark.parametrize("name", sorted(queries()))
def test_every_query_answers_an_empty_selection_with_its_declared_columns(
    small: Version, name: str
) -> None:
    nothing = View(distrikt=("Oslo",), fylke=("Agder",), kommune="0301", sok="finnes ikke")
    query = queries()[name]
    extra = dict.fromkeys((query.parameters - nothing.parameters.keys()) | set(query.parts))
    assert ask(small, name, nothing, **extra).schema == query.schema
