"""The map as it is sent: one digit per municipality in the order of the shapes, little else."""

import json
import re
from itertools import product
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.paths import GEOMETRY
from pages.parts.drawing.map import MARGIN, WIDE
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from queries.view import SATISFACTION
from tests.pages.app import opened

DIGITS = re.compile(r"\('(\d+)'\)\[")
MAX_BYTES = 12_000
VALUES = [*SATISFACTION, "onsker", "lokaler"]


def deck(app: AppTest) -> dict[str, Any]:
    (chart,) = app.get("deck_gl_json_chart")
    assert len(chart.proto.json) < MAX_BYTES
    found: dict[str, Any] = json.loads(chart.proto.json)
    return found


def digits(app: AppTest, layer: str, part: str, accessor: str) -> str:
    (found,) = [each for each in deck(app)["layers"] if each["id"] == layer]
    match = DIGITS.search(found["_subLayerProps"][part][accessor])
    assert match is not None
    return match[1]


def shapes(name: str) -> list[str]:
    features = json.loads((GEOMETRY / name).read_text("utf-8"))["features"]
    assert [feature["properties"]["i"] for feature in features] == list(range(len(features)))
    return [feature["properties"]["nr"] for feature in features]


@pytest.mark.parametrize("name", ["kommuner-fin.geojson", "kommuner-grov.geojson"])
def test_rows_stand_in_the_order_of_the_shapes(name: str, demo: Reader) -> None:
    assert demo.ask("kart")["kommunenummer"].to_list() == shapes(name)


@pytest.mark.parametrize(("data", "measure"), list(product(["demo", "kjente"], VALUES)))
def test_each_municipality_has_the_digit_of_its_answer(
    data: str, measure: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(data)
    sent = digits(opened("", data=data, vis=measure), "flater", "polygons-fill", "getFillColor")
    values = list(words.values(measure))
    answered = reader.having(vis=measure).ask("kart")["verdi"].to_list()
    assert [values[int(digit)] for digit in sent] == answered


def test_outside_the_selection_is_neither_an_answer_nor_silence(demo: Reader) -> None:
    app = opened("", data="demo", distrikt="Nordland")
    sent = digits(app, "flater", "polygons-fill", "getFillColor")
    hatched = digits(app, "skravur-1", "linestrings", "getColor")
    inside = demo.having(distrikt=("Nordland",)).ask("kart")["i_utvalg"].to_list()
    beyond = str(len(words.values("bemanning")))
    assert [digit != beyond for digit in sent] == inside
    assert not [h for h, i in zip(hatched, inside, strict=True) if h == "1" and not i]


def test_silence_and_only_silence_is_hatched(demo: Reader) -> None:
    hatched = digits(opened("", data="demo"), "skravur-0", "linestrings", "getColor")
    silent = [value == "ikke_svart" for value in demo.ask("kart")["verdi"]]
    assert [digit == "1" for digit in hatched] == silent


def test_the_chosen_one_has_a_line_around() -> None:
    numbers = shapes("kommuner-fin.geojson")
    ring = digits(opened("", data="demo", kommune="1804"), "valgt", "polygons-stroke", "getColor")
    assert [n for n, digit in zip(numbers, ring, strict=True) if digit == "1"] == ["1804"]
    assert {layer["id"]: layer.get("visible", True) for layer in deck(opened(""))["layers"]}[
        "valgt"
    ] is False


@pytest.mark.parametrize(
    ("field", "kind"), [("", "landet"), ("distrikt", "politidistrikt"), ("fylke", "fylke")]
)
def test_what_is_chosen_fills_the_frame(field: str, kind: str) -> None:
    boxes = json.loads((GEOMETRY / "utsnitt.json").read_text("utf-8"))
    found = {"landet": boxes["landet"]} if kind == "landet" else boxes[kind]
    width, height = WIDE
    for name, (west, south, east, north) in found.items():
        query: dict[str, Any] = {field: name} if field else {}
        state = deck(opened("", data="demo", **query))["initialViewState"]
        scale = 2 ** state["zoom"]
        x, y, _z = state["target"]
        assert x == pytest.approx((west + east) / 2, abs=0.01)
        assert y == pytest.approx((south + north) / 2, abs=0.01)
        fill = max((east - west) * scale / width, (north - south) * scale / height)
        assert fill == pytest.approx(1 / MARGIN, abs=0.01), name


def test_the_browser_fetches_nothing_but_ours() -> None:
    sent = deck(opened("", data="demo"))
    addresses = [layer["data"] for layer in sent["layers"] if isinstance(layer["data"], str)]
    assert len(addresses) >= 5
    assert all(re.fullmatch(r"/(geometri|kart)/[\w./-]+\.geojson", url) for url in addresses)
    assert sent.get("mapProvider") is None
    assert [each["@@type"] for each in sent["views"]] == ["OrthographicView"]
    # A click on a fine shape is lost on a slow machine (see pages/parts/drawing/map.py).
    assert [layer["id"] for layer in sent["layers"] if layer.get("pickable")] == ["velg"]
    (picked,) = [layer for layer in sent["layers"] if layer["id"] == "velg"]
    assert picked["data"].endswith("kommuner-grov.geojson")


def test_the_legend_counts_every_municipality_once() -> None:
    views: list[dict[str, Any]] = [
        {},
        {"distrikt": "Troms"},
        {"vis": "lokaler"},
        {"data": "kjente"},
    ]
    for query in views:
        app = opened("", **query)
        (legend,) = [html.value for html in app.html if "kartnokkel" in html.value]
        counts = re.findall(r"<b>([\d\u00a0]+)</b>", legend)
        assert sum(int(count.replace("\u00a0", "")) for count in counts) == 356
