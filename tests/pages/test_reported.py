"""What others have measured, on Kommune and Kandidater; every number here is made up."""

import re

import pytest

from pages.parts.cards import CARDS
from pages.parts.choosing.place_cells import cell
from pages.parts.openings.profile import cards
from pages.parts.reading.reader import Reader
from pages.parts.wording.places import ranking
from queries import Version, View
from tests.reach_set import built

OFFENCES = """\
region;lovbruddsgruppe;Anmeldte lovbrudd 2020-2021
1835 Træna;Alle lovbruddsgrupper;9
1835 Træna;Eiendomstyveri;:
1804 Bodø;Alle lovbruddsgrupper;528
1804 Bodø;Eiendomstyveri;106
1811 Bindal;Alle lovbruddsgrupper;14
"""


@pytest.fixture(scope="module")
def supplied(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return built(tmp_path_factory.mktemp("supplied"), anmeldte_lovbrudd=OFFENCES)


def reader(version: Version, **chosen: object) -> Reader:
    return Reader(View(data="innspill").having(**chosen), version)


def test_the_card_sets_the_rate_beside_district_and_country(supplied: Version) -> None:
    card = CARDS["kommuneanmeldt"](reader(supplied, kommune="1835"))
    rows = {row[:2]: row[2:6] for row in card.table.rows}
    assert rows["Alle lovbrudd", "Træna"][:2] == (9.0, 20.0)
    assert rows["Alle lovbrudd", "Nordland politidistrikt"][0] == 537.0
    assert rows["Alle lovbrudd", "Hele landet"][0] == 551.0
    # The sum of those with a number, over the inhabitants of these alone.
    assert rows["Eiendomstyveri", "Nordland politidistrikt"][1] == pytest.approx(106 / 52.803)
    assert rows["Eiendomstyveri", "Træna"] == (None, None, None, None)
    assert "20,0 (11,9–31,6)" in card.figure
    assert "vises ikke av hensyn til personvern" in card.figure
    assert "snitt per år 2020–2021" in card.lead
    assert "landet er 3 av 356 kommuner" in card.basis
    assert "SSB tabell 08487, i filen anmeldte_lovbrudd.csv" in card.source


def test_a_municipality_without_a_number_says_so(supplied: Version) -> None:
    card = CARDS["kommuneanmeldt"](reader(supplied, kommune="5401"))
    assert card.title == "Anmeldte lovbrudd: summen for kommunen mangler"
    assert card.figure.count("mangler hos SSB") == 4


@pytest.mark.parametrize("there", [True, False])
def test_the_page_has_the_card_where_there_is_a_file_only(
    there: bool, supplied: Version, small: Version
) -> None:
    told = reader(supplied if there else small, kommune="1835")
    (facts,) = told.ask("kommune_fakta").to_dicts()
    left, right = cards(told, facts)
    assert [*left, *right].count("kommuneanmeldt") == there


def test_crime_may_weigh_and_stands_with_its_interval(supplied: Version, small: Version) -> None:
    told = reader(supplied)
    assert "kriminalitet" in ranking(told).in_use
    shown = {p.row["kommunenummer"]: cell(told, p, "kriminalitet") for p in ranking(told).places}
    assert shown["1835"] == "20,0 (11,9–31,6)"
    assert shown["1874"] == "–"
    assert re.match(r"10,0 \(", str(shown["1811"]))
    assert "kriminalitet" not in ranking(reader(small)).in_use


def test_without_the_file_nothing_is_shown(small: Version) -> None:
    card = CARDS["kommuneanmeldt"](reader(small, kommune="1835"))
    assert not card.table.rows
    assert not card.figure
    assert card.title == "Ingen har lagt inn tall for anmeldte lovbrudd"
