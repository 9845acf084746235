"""A season: what is closed in it is shown as closed, and counted nowhere, on every page."""

import json
from typing import Any

import pytest

from pages.parts.cards import CARDS
from pages.parts.drawing.map import country_map
from pages.parts.drawing.mapdata import layer_route
from pages.parts.openings import PAGES, at
from pages.parts.papers.mapimage import map_picture
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export
from pages.parts.wording.places import listed_places, station
from pages.parts.wording.seasonal import closed_then
from tests.pages.app import html, opened
from tests.pages.served import ask

# By season which of the 20 are closed then, and how that is told.
SUMMER, WINTER = {"Geiranger", "Hvaler"}, {"Hemsedal"}
CLOSED = {
    "helaar": (SUMMER | WINTER, "ikke åpent hele året"),
    "sommer": (WINTER, "ikke åpent om sommeren"),
    "vinter": (SUMMER, "ikke åpent om vinteren"),
}
MUNICIPALITIES = {"Hvaler": "3011", "Geiranger": "1525", "Hemsedal": "3042", "Steigen": "1848"}
ALL_LAYERS = ("i_dag", "nedlagt", "nytt")
SEASONS = pytest.mark.parametrize("season", CLOSED)


def layers(reader: Reader) -> dict[str, list[dict[str, Any]]]:
    """Return the stations of each layer of the map as the browser fetches them, by layer."""
    drawn = country_map(reader, alt="x", lag=reader.view.lag)["stations"]
    found = {}
    for address, fill, line, *_size in drawn:
        status, _headers, body = ask([layer_route()], address)
        assert status == 200, address
        told = [feature["properties"] for feature in json.loads(body)["features"]]
        found[address.rpartition("tjenestesteder-")[2]] = [
            each | {"fill": fill, "line": line} for each in told
        ]
    return found


@pytest.mark.parametrize("form", ["land", "ruter"])
@SEASONS
def test_the_map_has_every_station_once_and_the_closed_without_colour(
    season: str, form: str, demo: Reader
) -> None:
    closed, told = CLOSED[season]
    everyone = [s for each in layers(demo.having(kartform=form)).values() for s in each]
    then = [s for each in layers(demo.having(kartform=form, sesong=season)).values() for s in each]
    assert sorted(s["id"] for s in then) == sorted(s["id"] for s in everyone)
    assert len(then) == 223 + 95 + 20
    assert {s["id"] for s in then if told in s["avstand"]} == closed
    assert not any("ikke åpent" in s["avstand"] for s in everyone)
    colour = {s["id"]: (s["fill"], s["line"]) for s in then}
    blue = colour["Steigen"][0]
    assert all(blue not in colour[name] for name in closed)
    assert all(blue in colour[name] for name in (SUMMER | WINTER) - closed)


@SEASONS
def test_the_key_names_what_is_drawn_and_no_more(season: str, demo: Reader) -> None:
    told = CLOSED[season][1]
    key = country_map(demo.having(sesong=season), alt="x", lag=ALL_LAYERS)["key"]
    assert f"Nytt, {told}" in key
    assert ("Nytt, bare i sesong" in key) == (season != "helaar")
    without = country_map(demo, alt="x", lag=ALL_LAYERS)["key"]
    assert "Nytt, bare i sesong" in without
    assert "ikke åpent" not in without
    assert "ikke åpent" not in country_map(demo.having(sesong=season), alt="x")["key"]


@SEASONS
def test_the_list_tells_who_is_closed_and_counts_them_apart(season: str, demo: Reader) -> None:
    closed, told = CLOSED[season]
    card = CARDS["tjenestesteder"](at(demo.having(sesong=season), "tjenestesteder"))
    assert {str(row[0]) for row in card.table.rows if told in str(row[1])} == closed
    assert len(card.table.rows) == 223 + 95 + 20
    many = told if len(closed) == 1 else told.replace("åpent", "åpne")
    assert f"20 ({len(closed)} av dem {many})" in card.basis
    # A file has the same rows and the same words.
    reader = at(demo.having(sesong=season), "tjenestesteder")
    lines = export.to_csv(card, reader).decode("utf-8-sig").splitlines()
    assert {line.split(";")[0].strip('"') for line in lines if f", {told}" in line} == closed
    # What a search leaves is counted by the same rule.
    one = CARDS["tjenestesteder"](reader.having(sok="Steigen"))
    assert "av dem" not in one.basis


def test_the_station_that_is_open_says_that_it_is_closed() -> None:
    drawn = html(opened("tjenestesteder", data="demo", sted="Hvaler", sesong="vinter"))
    assert "Nytt tjenestested fra 2023, bare om sommeren, ikke åpent om vinteren" in drawn
    drawn = html(opened("tjenestesteder", data="demo", sted="Hvaler", sesong="sommer"))
    assert "Nytt tjenestested fra 2023, bare om sommeren<" in drawn


@pytest.mark.parametrize("path", ["plassering", "kandidater"])
@SEASONS
def test_where_decided_stations_are_points_the_closed_ones_are_rings_without_colour(
    season: str, path: str, demo: Reader
) -> None:
    closed, told = CLOSED[season]
    reader = at(demo.having(sesong=season), path)
    said = PAGES[path].opening(reader)
    numbers = {spot.kommunenummer for spot in said.spots if spot.closed}
    assert numbers == {MUNICIPALITIES[name] for name in closed}
    decided = [spot for spot in said.spots if spot.hollow and not spot.closed]
    assert len(decided) + len(closed) == 20
    drawn = country_map(reader, alt="x", spots=said.spots, spot_names=said.spot_names)
    assert f"Besluttet, {told}" in drawn["key"]
    paper = map_picture(reader, "x", spots=said.spots, spot_names=said.spot_names)
    assert f"Besluttet, {told}" in paper.svg
    lines = [line for _x, _y, _fill, line, _size in drawn["spots"]]
    assert lines[: len(closed)] == ["#77797b"] * len(closed)
    assert "#77797b" not in lines[len(closed) :]
    # Without a season, and where nothing is closed, there is nothing to tell.
    for other in (at(demo, path), at(demo.having(sesong=season, distrikt=("Nordland",)), path)):
        assert not any(spot.closed for spot in PAGES[path].opening(other).spots)
        assert "stengt" not in PAGES[path].opening(other).spot_names


@SEASONS
def test_a_candidate_and_its_municipality_tell_it_alike(season: str, demo: Reader) -> None:
    closed, told = CLOSED[season]
    reader = demo.having(sesong=season)
    by_number = {p.score.kommunenummer: p for p in listed_places(reader)}
    for name, number in MUNICIPALITIES.items():
        is_shut = name in closed
        assert (told in station(by_number[number], reader)) is is_shut
        assert by_number[number].row["teller_besluttet"] is not is_shut
        card = CARDS["kommunebesluttet"](reader.having(kommune=number))
        assert (told in str(card.figure)) is is_shut
        assert (told in str(card.table.rows[0][4])) is is_shut
    assert station(by_number["1848"], reader) == "Steigen"
    assert {row["navn"] for row in closed_then(reader)} == closed


@SEASONS
def test_the_same_number_is_open_on_every_page(season: str, demo: Reader) -> None:
    closed, _told = CLOSED[season]
    reader = demo.having(sesong=season)
    assert reader.ask("plassering_besluttet").height == 20 - len(closed)
    assert reader.ask("tjenestesteder").filter(lag="nytt")["aapent"].sum() == 20 - len(closed)
    rows = {row[0]: row[1] for row in CARDS["plassering-sammenlikning"](reader).table.rows}
    assert rows["Besluttet 2022–2023"] == 20 - len(closed)
    rows = {row[0]: row[1] for row in CARDS["kandidater-valg"](reader).table.rows}
    assert rows["Besluttet 2022–2023"] == 20 - len(closed)
    assert len(CARDS["kandidater-besluttet"](reader).table.rows) == 20 - len(closed)


@pytest.mark.parametrize("lang", ["nn", "en"])
def test_the_layer_is_told_in_the_language_of_its_address(lang: str) -> None:
    told = {"nn": "ikkje open om vinteren", "en": "not open in winter"}[lang]
    page = opened("tjenestesteder", data="demo", sesong="vinter", lang=lang)
    assert told in json.dumps(html(page), ensure_ascii=False)


@SEASONS
def test_who_is_chosen_for_a_new_one_is_told_by_its_season(season: str, demo: Reader) -> None:
    reader = at(demo.having(sesong=season, grunnlag=("besluttet",)), "kandidater")
    assert len(listed_places(reader)) == 20 - len(CLOSED[season][0])
    told = CLOSED[season][1].replace("ikke ", "")
    assert f"fikk et nytt, {told}" in reader.sentence()
    assert "20 nye" not in reader.sentence()
    assert "fikk et av de 20 nye" in reader.having(sesong=None).sentence()
