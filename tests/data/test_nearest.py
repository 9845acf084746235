"""The nearest place, and which places are nearer: against every pair by brute force."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.nearest import CHUNK, LEAST_KM, nearer, nearest, on_sphere
from queries import Version
from tests.reach_set import LAYERS, Row, haversine, records, source, stations

SPOT = st.fixed_dictionaries({"lat": st.floats(57, 82), "lon": st.floats(4, 32)})


def vectors(spots: list[Row]) -> "np.ndarray":
    return on_sphere([s["lat"] for s in spots], [s["lon"] for s in spots])


@settings(max_examples=60, deadline=None)
@given(st.lists(SPOT, min_size=1, max_size=30), st.lists(SPOT, min_size=1, max_size=12))
def test_nearest_is_what_trying_every_place_gives(points: list[Row], places: list[Row]) -> None:
    every = haversine(points, places)
    index, km = nearest(vectors(points), vectors(places))
    np.testing.assert_allclose(km, every.min(axis=1), atol=1e-5)
    np.testing.assert_allclose(every[np.arange(len(points)), index], km, atol=1e-5)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(SPOT, st.floats(0, 3000)), min_size=1, max_size=30),
    st.lists(SPOT, min_size=1, max_size=12),
)
def test_nearer_is_every_pair_closer_than_asked(
    drawn: list[tuple[Row, float]], places: list[Row]
) -> None:
    points, than = [p for p, _ in drawn], np.array([km for _, km in drawn])
    every = haversine(points, places)
    pairs = nearer(vectors(points), vectors(places), than)
    found = set(zip(pairs.point.tolist(), pairs.place.tolist(), strict=True))
    # A millimetre on either side of the line is rounding.
    sure = every < (than - LEAST_KM - 1e-6)[:, None]
    perhaps = every < (than - LEAST_KM + 1e-6)[:, None]
    assert set(zip(*map(np.ndarray.tolist, np.nonzero(sure)), strict=True)) <= found
    assert found <= set(zip(*map(np.ndarray.tolist, np.nonzero(perhaps)), strict=True))
    np.testing.assert_allclose(pairs.km, every[pairs.point, pairs.place], atol=1e-5)


def test_more_points_than_are_looked_at_together() -> None:
    draw = np.random.default_rng(1)
    count = CHUNK + 500
    points = on_sphere(draw.uniform(58, 71, count), draw.uniform(5, 31, count))
    places = on_sphere(draw.uniform(58, 71, 5), draw.uniform(5, 31, 5))
    index, km = nearest(points, places)
    pairs = nearer(points, places, km + 0.5)
    mine = pairs.place == index[pairs.point]
    # Each point has its nearest place, once, and the points stay in order.
    assert pairs.point[mine].tolist() == list(range(count))
    assert (np.diff(pairs.point) >= 0).all()


def test_of_two_places_at_one_spot_the_first_is_meant() -> None:
    oslo, bodo = {"lat": 59.91, "lon": 10.75}, {"lat": 67.28, "lon": 14.4}
    index, _ = nearest(vectors([oslo, bodo]), vectors([bodo, oslo, bodo, oslo]))
    assert index.tolist() == [1, 0]


def test_a_place_where_the_nearest_is_already_is_not_nearer() -> None:
    spots = [{"lat": 59.91, "lon": 10.75}, {"lat": 67.28, "lon": 14.4}]
    points = vectors([{"lat": 60.5 + i / 10, "lon": 11} for i in range(50)])
    _, km = nearest(points, vectors(spots))
    assert len(nearer(points, vectors(spots), km).km) == 0


def test_no_places_and_no_points_are_no_mistake() -> None:
    some, none = vectors([{"lat": 60, "lon": 10}]), np.empty((0, 3))
    index, km = nearest(some, none)
    assert index.tolist() == [-1]
    assert np.isinf(km).all()
    assert len(nearest(none, some)[0]) == 0
    assert len(nearer(some, none, np.array([10.0])).km) == 0
    assert len(nearer(none, some, np.empty(0)).km) == 0


@pytest.mark.parametrize("structure", LAYERS)
def test_each_municipality_has_its_nearest_station_in_each_structure(
    small: Version, structure: str
) -> None:
    centres = source("kommuner")
    there = [s for s in stations() if s["lag"] in LAYERS[structure]]
    every = haversine(centres, there)
    rows = records(
        small, "from kommune_naermest where struktur = $s order by kommunenummer", s=structure
    )
    assert [r["kommunenummer"] for r in rows] == sorted(c["kommunenummer"] for c in centres)
    by_number = {c["kommunenummer"]: km for c, km in zip(centres, every, strict=True)}
    position = {s["id"]: i for i, s in enumerate(there)}
    for row in rows:
        km = by_number[row["kommunenummer"]]
        assert row["km"] == pytest.approx(km.min(), abs=1e-6)
        assert km[position[row["sted_id"]]] == pytest.approx(km.min(), abs=1e-6)
        assert row["maal"] == row["km"]
        assert row["minutter"] is None


def test_the_columns_other_pages_use_say_the_same(small: Version) -> None:
    rows = records(
        small,
        "select k.til_naermeste, k.til_foer_2017, i.km as i_dag, f.km as foer "
        "from kommune as k "
        "join kommune_naermest as i on k.kommunenummer = i.kommunenummer and i.struktur = 'i_dag' "
        "join kommune_naermest as f "
        "on k.kommunenummer = f.kommunenummer and f.struktur = 'foer_2017'",
    )
    assert len(rows) == 356
    for row in rows:
        assert row["til_naermeste"] == pytest.approx(row["i_dag"], abs=1e-6)
        assert row["til_foer_2017"] == pytest.approx(row["foer"], abs=1e-6)


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        (61.0, 10.0, "N"),
        (60.7, 11.4, "NØ"),
        (60.0, 12.0, "Ø"),
        (59.3, 11.4, "SØ"),
        (59.0, 10.0, "S"),
        (59.3, 8.6, "SV"),
        (60.0, 8.0, "V"),
        (60.7, 8.6, "NV"),
    ],
)
def test_the_bearing_is_seen_from_the_first_place(
    small: Version, lat: float, lon: float, expected: str
) -> None:
    (row,) = records(small, "select himmelretning(60.0, 10.0, $lat, $lon) as h", lat=lat, lon=lon)
    assert row["h"] == expected


def test_a_station_in_the_centre_has_no_bearing(small: Version) -> None:
    rows = records(small, "from kommune_naermest")
    assert all((row["himmelretning"] is None) == (row["km"] < 1) for row in rows)
    assert {row["himmelretning"] for row in rows} >= {"N", "NØ", "Ø", "SØ", "S", "SV", "V", "NV"}
