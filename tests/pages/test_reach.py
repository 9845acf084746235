"""Cards and words about reach: who lives near a station, in three structures."""

import pytest

from pages.parts.cards import CARDS, reach
from pages.parts.cards.premises import offer_rows
from pages.parts.cards.stations import station_rows
from pages.parts.choosing import offers
from pages.parts.drawing import figures
from pages.parts.drawing.mapdata import station_line
from pages.parts.reading.reader import Reader
from pages.parts.wording.distance import Distance, distance
from tests.pages.app import html, opened


def test_the_page_opens_with_the_share_within_reach(demo: Reader) -> None:
    found = reach.by_structure(demo)
    today = found["i_dag"]
    assert today["innenfor"] / today["innbyggere"] == pytest.approx(today["andel"])
    assert reach.headline(found, demo) == (
        "95\u00a0% av innbyggerne bor innen 15\u00a0km fra et tjenestested i dag"
    )
    assert reach.headline({}, demo) == "Ingen kommuner passer med filteret"


def test_more_stations_never_put_more_people_out_of_reach(demo: Reader) -> None:
    for limit in (5, 15, 30, 60):
        found = reach.by_structure(demo.having(grense=limit))
        assert found["foer_2017"]["innenfor"] >= found["i_dag"]["innenfor"]
        assert found["med_nye"]["innenfor"] >= found["i_dag"]["innenfor"]


def test_the_longest_bar_is_the_district_in_the_title(demo: Reader) -> None:
    card = CARDS["rekkevidde-distrikt"](demo)
    outside = [int(str(row[-1])) for row in card.table.rows]
    assert outside == sorted(outside, reverse=True)
    assert str(card.table.rows[0][0]) in card.title
    assert len(card.table.rows) == 12
    assert len(CARDS["rekkevidde-distrikt"](demo.having(distrikt=("Troms",))).table.rows) == 12


def test_the_curve_never_rises_and_ends_in_the_title(demo: Reader) -> None:
    card = CARDS["rekkevidde-kurve"](demo)
    for column in range(1, 4):
        line = [int(str(row[column])) for row in card.table.rows]
        assert line == sorted(line, reverse=True)
    beyond = {row[0]: row[2] for row in card.table.rows}[30]
    assert card.title.replace("\u00a0", "").startswith(str(beyond))


def test_cards_about_places_say_that_these_are_real_in_the_demo_set(demo: Reader) -> None:
    assert "steder, avstander og folketall virkelige" in html(opened("tjenestesteder"))
    assert CARDS["rekkevidde"](demo).source
    assert not CARDS["politidistrikt"](demo).source


def test_layers_and_words_narrow_the_list(demo: Reader) -> None:
    assert len(station_rows(demo)) == 223 + 95 + 20
    assert len(station_rows(demo.having(lag=("nytt",)))) == 20
    found = station_rows(demo.having(sok="steigen nordland"))
    assert {row["kommune"] for row in found} == {"Steigen"}
    assert not station_rows(demo.having(sok="finnes ikke"))


def test_a_station_says_what_is_inferred_and_what_is_seasonal(demo: Reader) -> None:
    lines = {row["sted_id"]: station_line(row, None) for row in station_rows(demo)}
    assert lines["Hvaler"] == "Nytt tjenestested fra 2023, bare om sommeren"
    assert lines["Steigen"] == "Nytt tjenestested fra 2023"
    assert all(
        "(utledet)" in lines[r["sted_id"]] for r in station_rows(demo) if r["lag"] == "i_dag"
    )


def test_an_open_station_shows_its_source() -> None:
    drawn = html(opened("tjenestesteder", data="demo", sted="Torp lufthavn"))
    assert "Punktet er kommunens senter, ikke stedet" in drawn
    assert "politiet.no" in drawn


def test_distance_is_never_called_time_unless_it_is(demo: Reader) -> None:
    assert distance(demo) == Distance(is_time=False, at_centres=True, points=356)
    assert distance(demo).name == "luftlinje"
    assert Distance(is_time=True, at_centres=True, points=356).text(42.4) == "42\u00a0min"
    assert "Reisetid" in Distance(is_time=True, at_centres=True, points=356).basis


def test_nobody_selected_gives_a_way_on(demo: Reader) -> None:
    nobody = demo.having(distrikt=("Oslo",), innbyggere=("liten",))
    assert (
        reach.by_structure(nobody) == {} or reach.by_structure(nobody)["i_dag"]["innbyggere"] == 0
    )
    assert "Vis alt" in figures.empty(nobody)


def test_reach_is_told_for_counties_and_sizes_and_adds_up(demo: Reader) -> None:
    total = reach.by_structure(demo)["i_dag"]
    outside = total["innbyggere"] - total["innenfor"]
    for name in ("rekkevidde-distrikt", "rekkevidde-fylke", "rekkevidde-innbyggere"):
        card = CARDS[name](demo)
        assert sum(int(str(row[-1])) for row in card.table.rows) == outside
    assert "kommuner med under 5" in CARDS["rekkevidde-innbyggere"](demo).title


def test_an_offer_is_a_ring_that_grows_with_whom_it_reaches(demo: Reader) -> None:
    rows = offer_rows(demo)
    rings = offers.on_map(rows, demo.ask("kart").to_dicts())
    assert len(rings) == len({row["kommunenummer"] for row in rows})
    most = max(rows, key=lambda row: row["flere_innenfor"])["kommunenummer"]
    place = demo.ask("kart").filter(kommunenummer=most).row(0, named=True)
    largest = max(rings, key=lambda ring: ring.size)
    assert (largest.x, largest.y) == (place["kart_x"], place["kart_y"])
    assert largest.size == offers.LARGEST
    assert min(ring.size for ring in rings) == offers.SMALLEST
    assert offers.on_map([], []) == []
