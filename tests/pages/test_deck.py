"""The map as pydeck sends it: digits and colours as in SVG, shapes by address, little else."""

import json
import re
from itertools import product
from typing import Any

import pydeck as pdk
import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from data.paths import GEOMETRY
from pages.parts.drawing.colours import LIGHT, ink, rgb
from pages.parts.drawing.deck import HEIGHT, MARGIN, WIDTH
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from queries.view import SATISFACTION
from tests.pages.app import opened, opened_map

COLOURED = re.compile(r"@@=\((.*)\)\[\('(\d+)'\)\[([\w.]+)\]\]")
MAX_BYTES = 12_000
VALUES = [*SATISFACTION, "onsker", "lokaler"]
MAPS = ("", "lokaler", "tjenestesteder", "plassering", "politidistrikt")


@pytest.fixture(autouse=True)
def cookies(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Let the browser say that it draws on a graphics card, and more that a test adds."""
    told = {"kart": "webgl"}
    monkeypatch.setattr(ContextProxy, "cookies", told)
    return told


def chart(app: AppTest) -> Any:
    (found,) = app.get("deck_gl_json_chart")
    return found.proto


def sent(path: str = "", **query: Any) -> dict[str, Any]:
    query.setdefault("data", "demo")
    proto = chart(opened(path, **query))
    assert len(proto.json) < MAX_BYTES
    found: dict[str, Any] = json.loads(proto.json)
    return found


def layer(found: dict[str, Any], name: str) -> dict[str, Any]:
    (one,) = [each for each in found["layers"] if each["id"] == name]
    return one


def colours(found: dict[str, Any], name: str, part: str, accessor: str) -> list[list[int]]:
    """Return the colour of each municipality, as deck.gl works it out."""
    match = COLOURED.fullmatch(layer(found, name)["_subLayerProps"][part][accessor])
    assert match is not None
    table = json.loads(match[1])
    return [table[int(digit)] for digit in match[2]]


def shapes(name: str) -> list[str]:
    features = json.loads((GEOMETRY / name).read_text("utf-8"))["features"]
    assert [feature["properties"]["i"] for feature in features] == list(range(len(features)))
    return [feature["properties"]["nr"] for feature in features]


def test_pressed_shapes_stand_in_the_order_of_the_drawn_ones(demo: Reader) -> None:
    assert demo.ask("kart")["kommunenummer"].to_list() == shapes("kommuner-grov.geojson")


@pytest.mark.parametrize(("data", "measure"), list(product(["demo", "kjente"], VALUES)))
def test_each_municipality_has_the_colour_of_its_answer(
    data: str, measure: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(data)
    drawn = colours(sent(data=data, vis=measure), "flater", "polygons-fill", "getFillColor")
    for value, fill in zip(reader.having(vis=measure).ask("kart")["verdi"], drawn, strict=True):
        known = ink(measure, value).fill
        assert fill == list(rgb(LIGHT.silent if known == "transparent" else known))


def test_both_maps_are_drawn_of_one_message() -> None:
    app = opened("", data="demo", distrikt="Nordland", kommune="1804")
    told, found = opened_map(app), json.loads(chart(app).json)
    fills = colours(found, "flater", "polygons-fill", "getFillColor")
    assert fills == [list(rgb(told["fills"][int(digit)])) for digit in told["digits"]]


def test_outside_the_selection_is_neither_an_answer_nor_silence(demo: Reader) -> None:
    found = sent(distrikt="Nordland")
    inside = demo.having(distrikt=("Nordland",)).ask("kart")["i_utvalg"].to_list()
    fills = colours(found, "flater", "polygons-fill", "getFillColor")
    assert [fill != list(rgb(LIGHT.outside)) for fill in fills] == inside
    hatched = colours(found, "skravur-1", "linestrings", "getColor")
    assert not [h for h, i in zip(hatched, inside, strict=True) if len(h) == 3 and not i]


def test_silence_and_only_silence_is_hatched(demo: Reader) -> None:
    hatched = colours(sent(), "skravur-0", "linestrings", "getColor")
    silent = [value == "ikke_svart" for value in demo.ask("kart")["verdi"]]
    assert [drawn != [0, 0, 0, 0] for drawn in hatched] == silent


def test_the_chosen_one_has_a_line_around_and_keeps_its_colour() -> None:
    before, after = sent(), sent(kommune="1804")
    rings = colours(after, "valgt", "polygons-stroke", "getColor")
    numbers = shapes("kommuner-fin.geojson")
    assert [n for n, line in zip(numbers, rings, strict=True) if len(line) == 3] == ["1804"]
    assert layer(before, "valgt")["visible"] is False
    assert layer(before, "flater") == layer(after, "flater")


def test_another_colour_is_another_trigger() -> None:
    one, other = (
        layer(sent(vis=measure), "flater")["_subLayerProps"]["polygons-fill"]["updateTriggers"]
        for measure in ("bemanning", "onsker")
    )
    assert one.keys() == other.keys() == {"getFillColor"}
    assert one != other


@pytest.mark.parametrize(
    ("field", "kind"), [("", "landet"), ("distrikt", "politidistrikt"), ("fylke", "fylke")]
)
def test_what_is_chosen_fills_the_frame(field: str, kind: str) -> None:
    boxes = json.loads((GEOMETRY / "utsnitt.json").read_text("utf-8"))
    found = {"landet": boxes["landet"]} if kind == "landet" else boxes[kind]
    for name, (west, south, east, north) in list(found.items())[:4]:
        query = {field: name} if field else {}
        state = sent(**query)["initialViewState"]
        scale = 2 ** state["zoom"]
        x, y, _z = state["target"]
        assert x == pytest.approx((west + east) / 2, abs=0.01)
        assert y == pytest.approx((south + north) / 2, abs=0.01)
        fill = max((east - west) * scale / WIDTH, (north - south) * scale / HEIGHT)
        assert fill == pytest.approx(1 / MARGIN, abs=0.01), name


def test_the_browser_fetches_nothing_but_ours() -> None:
    found = sent()
    addresses = [each["data"] for each in found["layers"] if isinstance(each["data"], str)]
    assert len(addresses) >= 5
    assert all(re.fullmatch(r"/(geometri|kart)/[\w./-]+\.geojson", url) for url in addresses)
    assert found.get("mapProvider") is None
    assert [each["@@type"] for each in found["views"]] == ["OrthographicView"]


def test_municipalities_are_pressed_on_coarse_shapes_and_stations_where_they_matter() -> None:
    pressed = [each for each in sent()["layers"] if each.get("pickable")]
    assert [each["id"] for each in pressed] == ["velg"]
    found = sent("tjenestesteder")["layers"]
    stations = [each for each in found if each["id"].startswith("tjenestesteder-")]
    assert stations
    assert all(each["pickable"] for each in stations)


@pytest.mark.parametrize("path", MAPS)
def test_what_is_pointed_at_is_told_by_the_measure_of_the_page(path: str) -> None:
    app = opened(path, data="demo", distrikt="Troms")
    told = json.loads(chart(app).tooltip)["html"]
    measure = re.findall(r"{(\w+)}", told)[1]
    assert words.measure_titles()[measure] == opened_map(app)["subject"]


def test_proposed_and_decided_places_are_drawn() -> None:
    app = opened("plassering", data="demo")
    found = [each for each in json.loads(chart(app).json)["layers"] if "punkter" in each["id"]]
    drawn = [spot for each in found for spot in each["data"]["features"]]
    places = {tuple(spot["geometry"]["coordinates"]) for spot in drawn}
    assert places == {(x, y) for x, y, *_drawn in opened_map(app)["spots"]}


@pytest.mark.parametrize("query", [{"kartform": "ruter"}, {"kartform": "ruter", "vis": "onsker"}])
def test_the_grid_is_drawn_in_svg(query: dict[str, Any]) -> None:
    app = opened("", data="demo", **query)
    assert not app.get("deck_gl_json_chart")


@pytest.mark.parametrize("told", [{"kart": "svg"}, {"kart": ""}, {"smal": "1"}])
def test_without_a_graphics_card_and_on_a_phone_the_map_is_svg(
    told: dict[str, str], cookies: dict[str, str]
) -> None:
    cookies |= told
    app = opened("", data="demo")
    assert not app.get("deck_gl_json_chart")


def test_jupyter_is_looked_for_once_in_the_life_of_the_server() -> None:
    pdk.Deck()
    before = pdk.bindings.deck.has_jupyter_extra.cache_info().misses
    pdk.Deck()
    assert pdk.bindings.deck.has_jupyter_extra.cache_info().misses == before == 1
