"""The map as it is sent: one digit per municipality in the order of the shapes, little else."""

import json
import re
from itertools import product
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.paths import GEOMETRY
from pages.parts.cards.premises import offer_rows
from pages.parts.drawing.lit import lit_rows
from pages.parts.drawing.map import legend
from pages.parts.drawing.mapform import GRID, LAND
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from queries.view import SATISFACTION
from tests.pages.app import asked, opened, opened_map

MAX_BYTES = 6_000
VALUES = [*SATISFACTION, "onsker", "lokaler"]
FORMS = {"land": LAND, "ruter": GRID}


def sent(**query: str) -> dict[str, Any]:
    query.setdefault("data", "demo")
    return opened_map(opened("", dark=False, **query))


def shapes(name: str) -> list[str]:
    features = json.loads((GEOMETRY / name).read_text("utf-8"))["features"]
    assert [feature["properties"]["i"] for feature in features] == list(range(len(features)))
    return [feature["properties"]["nr"] for feature in features]


@pytest.mark.parametrize("form", FORMS)
def test_rows_stand_in_the_order_of_the_shapes(form: str, demo: Reader) -> None:
    assert demo.ask("kart")["kommunenummer"].to_list() == shapes(FORMS[form].shapes)


@pytest.mark.parametrize(("data", "measure"), list(product(["demo", "kjente"], VALUES)))
def test_each_municipality_has_the_digit_of_its_answer(
    data: str, measure: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(data)
    found = sent(data=data, vis=measure)
    labels = words.values(measure)
    answered = reader.having(vis=measure).ask("kart")["verdi"].to_list()
    assert [found["labels"][int(digit)] for digit in found["digits"]] == [
        labels[value] for value in answered
    ]


def test_outside_the_selection_is_neither_an_answer_nor_silence(demo: Reader) -> None:
    found = sent(distrikt="Nordland")
    inside = demo.having(distrikt=("Nordland",)).ask("kart")["i_utvalg"].to_list()
    beyond = len(found["fills"]) - 1
    assert found["labels"][beyond] == "Utenfor utvalget"
    assert [int(digit) != beyond for digit in found["digits"]] == inside
    assert found["hatched"][beyond] == found["blank"][beyond] == "0"


def test_silence_and_only_silence_is_hatched(demo: Reader) -> None:
    found = sent()
    silent = [value == "ikke_svart" for value in demo.ask("kart")["verdi"]]
    assert [found["hatched"][int(digit)] == "1" for digit in found["digits"]] == silent


def test_the_chosen_one_has_a_line_around_and_keeps_its_colour() -> None:
    before, after = sent(), sent(kommune="1804")
    assert [shapes(LAND.shapes)[i] for i in after["outlined"]] == ["1804"]
    assert before["outlined"] == []
    assert (before["digits"], before["fills"]) == (after["digits"], after["fills"])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("field", "kind"), [("", "landet"), ("distrikt", "politidistrikt"), ("fylke", "fylke")]
)
def test_what_is_chosen_is_what_the_browser_fits(field: str, kind: str, form: str) -> None:
    boxes = json.loads((GEOMETRY / FORMS[form].extents).read_text("utf-8"))
    found = {"landet": boxes["landet"]} if kind == "landet" else boxes[kind]
    for name, box in list(found.items())[:3]:
        query = {field: name} if field else {}
        assert list(sent(kartform=form, **query)["box"]) == box


def test_several_districts_are_seen_together() -> None:
    boxes = json.loads((GEOMETRY / "utsnitt.json").read_text("utf-8"))["politidistrikt"]
    west, south, east, north = sent(distrikt="Agder,Finnmark")["box"]
    assert (west, south) == tuple(boxes["Agder"][:2])
    assert (east, north) == tuple(boxes["Finnmark"][2:])


def test_the_south_east_is_enlarged_beside_the_country_alone() -> None:
    assert sent()["part"] == list(LAND.part or ())
    assert sent(distrikt="Troms")["part"] is None
    assert sent(kartform="ruter")["part"] is None


def test_the_browser_fetches_nothing_but_ours() -> None:
    for form in FORMS:
        found = sent(kartform=form)
        stations = [layer[0] for layer in found["stations"]]
        urls = [found["shapes"], found["borders"], found["facts"], *found["hatching"], *stations]
        assert all(re.fullmatch(r"/(geometri|kart)/[\w./-]+\.(geo)?json", url) for url in urls)


def test_a_change_sends_little() -> None:
    changed = sent(distrikt="Nordland,Troms", vis="onsker", kommune="1804")
    assert len(json.dumps(changed)) < MAX_BYTES


def test_what_does_not_change_is_sent_alike() -> None:
    one, other = sent(distrikt="Nordland"), sent(distrikt="Nordland", sok="hytte")
    where = {"key": "", "ways": {}}
    assert one | where == other | where


def test_what_the_page_filters_out_is_unlit_and_its_key_opens_nothing_else(demo: Reader) -> None:
    rows = demo.having(distrikt=("Troms",), vis="lokaler").ask("kart").to_dicts()
    inside = [row["kommunenummer"] for row in rows if row["i_utvalg"]]
    left = lit_rows(rows, inside[:2])
    assert [row["kommunenummer"] for row in left if row["i_utvalg"]] == inside[:2]
    assert lit_rows(rows, None) is rows
    assert "href" in legend(demo, left).partition("<nav")[0]
    assert "href" not in legend(demo, left, lit=inside[:2]).partition("<nav")[0]


def test_a_wish_filters_the_map_of_premises_as_it_filters_the_list(demo: Reader) -> None:
    app = opened("lokaler", data="demo", distrikt="Troms", onsker="ja")
    found = opened_map(app)
    numbers = demo.ask("kart")["kommunenummer"].to_list()
    beyond = str(len(found["fills"]) - 1)
    lit = {nr for nr, digit in zip(numbers, found["digits"], strict=True) if digit != beyond}
    wishing = demo.having(distrikt=("Troms",), onsker=("ja",)).ask("lokaler")
    assert lit == set(wishing["kommunenummer"])
    everyone = opened_map(opened("lokaler", data="demo", distrikt="Troms"))
    assert everyone["digits"].count(beyond) < found["digits"].count(beyond)


def test_in_the_grid_points_stand_in_their_own_municipality() -> None:
    found = opened_map(opened("plassering", data="demo", kartform="ruter"))
    boxes = json.loads((GEOMETRY / GRID.extents).read_text("utf-8"))["kommune"].values()
    assert found["spots"]
    for x, y, *_drawn in found["spots"]:
        assert [(w + e) / 2 == x and (s + n) / 2 == y for w, s, e, n in boxes].count(True) == 1


def test_stations_of_one_municipality_stand_apart_inside_its_cell() -> None:
    numbers = ["0301"] * 8 + ["1804"]
    places = GRID.stations(numbers, [(0.0, 0.0)] * len(numbers))
    assert len(set(places)) == len(places)
    for number, (x, y) in zip(numbers, places, strict=True):
        west, south, east, north = GRID.municipality(number)
        assert west < x < east
        assert south < y < north


def test_the_key_counts_every_municipality_once() -> None:
    views: list[dict[str, str]] = [
        {},
        {"distrikt": "Troms"},
        {"vis": "lokaler"},
        {"data": "kjente"},
        {"kartform": "ruter"},
    ]
    for query in views:
        counts = re.findall(r"<b>([\d\u00a0]+)</b>", sent(**query)["key"])
        assert sum(int(count.replace("\u00a0", "")) for count in counts) == 356


def test_the_key_comes_without_a_heading_before_the_page_has_its_own() -> None:
    assert "<h" not in sent()["key"]


def test_both_forms_are_one_link_apart_and_say_nothing_else(demo: Reader) -> None:
    for form, other in (("land", "ruter"), ("ruter", "land")):
        reader = demo.having(kartform=form, distrikt=("Troms",))
        switch = legend(reader, reader.ask("kart").to_dicts()).partition("<nav")[2]
        assert re.search(r'aria-current="true">([\w ]+)<', switch)
        assert reader.view.sentence() == demo.having(distrikt=("Troms",)).view.sentence()
        links = re.findall(r'href="([^"]*)"', switch)
        assert ["kartform=ruter" in link for link in links] == [False, True]
        assert all("distrikt=Troms" in link for link in links), other


def test_the_alternative_text_is_the_finding(demo: Reader) -> None:
    for path in ("", "lokaler", "tjenestesteder", "plassering"):
        for form in FORMS:
            alt = opened_map(opened(path, data="demo", kartform=form))["alt"]
            assert len(alt) > 20
            assert any(character.isdigit() for character in alt)


def test_a_page_with_its_map_is_one_element() -> None:
    app: AppTest = opened("", data="demo", distrikt="Troms")
    assert [each.type for each in app.main.children.values()] == ["bidi_component"]


def test_a_press_on_the_map_is_a_link() -> None:
    way = sent(distrikt="Troms", kommune="5401", vis="onsker")["ways"]["nr"]
    rest = {"data": "demo", "distrikt": "Troms", "vis": "onsker"}
    assert way["field"] == "kommune"
    assert asked(way["to"]) == rest | {"kommune": "{}"}
    # What is open is let go.
    assert (way["open"], asked(way["from"])) == ("5401", rest)


def test_only_where_stations_are_the_matter_are_they_opened() -> None:
    assert "id" not in sent()["ways"]
    way = opened_map(opened("tjenestesteder", data="demo", sted="T1"))["ways"]["id"]
    assert (way["field"], way["open"]) == ("sted", "T1")


def test_a_press_on_lokaler_chooses_what_the_municipality_offers(demo: Reader) -> None:
    links = opened_map(opened("lokaler", data="demo"))["ways"]["nr"]["links"]
    offered: dict[str, list[str]] = {}
    for row in offer_rows(demo):
        offered.setdefault(row["kommunenummer"], []).append(row["lokale_id"])
    assert set(links) == set(offered)
    number, keys = max(offered.items(), key=lambda item: len(item[1]))
    assert asked(links[number]) == {"data": "demo", "valgt": ",".join(keys)}
    # And lets them go again, whoever else is chosen.
    other = next(each[0] for each in offered.values() if each != keys)
    after = opened_map(opened("lokaler", data="demo", valgt=",".join([*keys, other])))
    assert asked(after["ways"]["nr"]["links"][number]) == {"data": "demo", "valgt": other}
