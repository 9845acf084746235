"""What others have measured, on Kommune and Kandidater; every number here is made up."""

import re

import pytest

from data.offences import interval
from pages.parts.cards import CARDS
from pages.parts.choosing.place_cells import cell
from pages.parts.openings import PAGES
from pages.parts.openings.profile import cards
from pages.parts.reading.reader import Reader
from pages.parts.wording.places import ranking
from queries import Version, View
from queries.tables import BROUGHT, TABLES, offered, table
from tests.reach_set import built
from tests.small_set import places

OFFENCES = """\
region;lovbruddsgruppe;Anmeldte lovbrudd 2020-2021
1835 Træna;Alle lovbruddsgrupper;9
1835 Træna;Eiendomstyveri;:
1804 Bodø;Alle lovbruddsgrupper;528
1804 Bodø;Eiendomstyveri;106
1811 Bindal;Alle lovbruddsgrupper;14
"""

SURVEYS = """\
kommunenummer;undersokelse;aar;sporsmal;spurt;n;verdi;enhet;lavest;hoyest;kilde
1835;Oppdiktet undersøkelse;2021;Enig i at politiet kommer raskt;innbyggere;40;25;prosent;;;prøve
1835;Oppdiktet undersøkelse;2021;Trygg i nærmiljøet;innbyggere;9;33;prosent;;;prøve
1835;Oppdiktet undersøkelse;2021;Tillit, 1–5;innbyggere;40;3,4;snitt;3,1;3,7;prøve
1835;Spurte kommuner;2020;Godt samarbeid, 1–5;kommuner;1;4;snitt;;;prøve
"""


@pytest.fixture(scope="module")
def supplied(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return built(
        tmp_path_factory.mktemp("supplied"),
        anmeldte_lovbrudd=OFFENCES,
        undersokelse_kommune=SURVEYS,
    )


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


def test_a_survey_stands_for_itself_with_its_interval(supplied: Version) -> None:
    card = CARDS["kommuneundersokelse"](reader(supplied, kommune="1835"))
    rows = {row[2]: (row[4], row[5], row[7], row[8], row[9]) for row in card.table.rows}
    n, value, low, high, ours = rows["Enig i at politiet kommer raskt"]
    assert (n, value, ours) == (40, 25.0, True)
    # Wilson's interval of 10 in 40.
    assert (low, high) == (pytest.approx(14.19, abs=0.005), pytest.approx(40.19, abs=0.005))
    assert rows["Tillit, 1–5"] == (40, 3.4, 3.1, 3.7, False)
    # Nine answers are a count, and no share; one municipality is whole.
    assert rows["Trygg i nærmiljøet"] == (9, None, None, None, True)
    assert rows["Godt samarbeid, 1–5"][:2] == (1, 4.0)
    assert "færre enn 10 svar" in card.figure
    assert "33" not in card.figure
    assert "25,0\u00a0% (14,2–40,2)" in card.figure
    assert "regnes ikke sammen" in card.lead
    assert card.basis == "Oppdiktet undersøkelse 2021 og Spurte kommuner 2020"


def test_surveys_have_a_card_and_a_source_where_there_is_one_only(
    supplied: Version, small: Version
) -> None:
    for version, number, there in (
        (supplied, "1835", True),
        (supplied, "5401", False),
        (small, "1835", False),
    ):
        told = reader(version, kommune=number)
        (facts,) = told.ask("kommune_fakta").to_dicts()
        left, right = cards(told, facts)
        assert ("kommuneundersokelse" in [*left, *right]) == there
    named = reader(supplied).ask("kilder")
    assert "Oppdiktet undersøkelse 2021" in named["hva"].to_list()


def test_a_district_has_the_sum_of_those_with_a_number(supplied: Version, small: Version) -> None:
    told = reader(supplied, distrikt=("Nordland",))
    card = CARDS["distriktanmeldt"](told)
    rows = {row[:2]: row[2:9] for row in card.table.rows}
    # Træna's 9 and Bodø's 528, over those who live there.
    count, rate, low, high, people, known, of = rows["Alle lovbrudd", "Nordland politidistrikt"]
    assert (count, rate, people) == (537.0, pytest.approx(537 / 53.253), 53_253)
    assert (low, high) == pytest.approx(interval(537.0, 2, 53_253))
    assert (known, of) == (2, len(told.ask("kommune_liste")))
    assert rows["Eiendomstyveri", "Nordland politidistrikt"][5] == 1
    assert rows["Alle lovbrudd", "Hele landet"][0] == 551.0
    assert f"2 av {of}" in card.figure
    assert "distriktet er 2 av" in card.basis
    assert "distriktanmeldt" in PAGES["politidistrikt"].opening(told).cards
    # Nobody has supplied it, or there is not one district to sum.
    for other in (reader(small, distrikt=("Nordland",)), reader(supplied)):
        assert not CARDS["distriktanmeldt"](other).table.rows
        assert "distriktanmeldt" not in PAGES["politidistrikt"].opening(other).cards


def test_a_district_without_numbers_says_so(supplied: Version) -> None:
    card = CARDS["distriktanmeldt"](reader(supplied, distrikt=("Agder",)))
    assert card.title == "Anmeldte lovbrudd: summen for distriktet mangler"
    assert "mangler hos SSB" in card.figure
    assert ">0,0<" not in card.figure


def test_what_may_be_brought_is_a_download_when_it_is(supplied: Version, small: Version) -> None:
    """An empty table is no download, and one that somebody has brought is."""
    for version, there in ((small, []), (supplied, list(BROUGHT))):
        folder = version.path.parent
        with places(folder, folder):
            names = offered(version)
            assert [name for name in names if name in BROUGHT] == there
            assert {*names, *BROUGHT} == {*TABLES}
            for name in there:
                found = table(version, name)
                assert found is not None
                assert found.height
