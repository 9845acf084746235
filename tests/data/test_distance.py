"""Straight-line kilometres, checked against another formula and every station in turn."""

import random
from typing import Any, Final

import duckdb
import numpy as np
import pytest
from numpy.typing import NDArray

from queries import Version

RADIUS: Final = 6371.0088
Points = NDArray[np.float64]
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def municipalities(small: Version) -> Rows:
    """Return every municipality as it was built."""
    return records(small, "from kommune")


@pytest.fixture(scope="module")
def stations(small: Version) -> Rows:
    """Return every station, open and closed."""
    return records(small, "from tjenestested")


@pytest.fixture(scope="module")
def chosen(municipalities: Rows) -> Rows:
    """Return forty municipalities, the same every time, spread over the country."""
    return random.Random(2022).sample(municipalities, 40)


def records(version: Version, question: str, **bound: object) -> Rows:
    with duckdb.connect(version.path, read_only=True) as connection:
        return connection.sql(question, params=bound).pl().to_dicts()


def on_sphere(places: Rows) -> Points:
    """Return each latitude and longitude as a point on a sphere of radius 1."""
    lat, lon = np.radians(np.array([[p["lat"], p["lon"]] for p in places])).T
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))


def kilometres(from_places: Rows, to_places: Rows) -> Points:
    """Return the arc between each pair, by the length of the chord between them."""
    a, b = on_sphere(from_places)[:, None, :], on_sphere(to_places)[None, :, :]
    chord = np.sqrt(((a - b) ** 2).sum(axis=2))
    return np.asarray(2 * RADIUS * np.arcsin(np.minimum(1, chord / 2)))


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        # From Oslo (59.9139 N, 10.7522 E) to Bergen, Tromsø and Trondheim, as published.
        (60.3930, 5.3242, 305),
        (69.6492, 18.9553, 1149),
        (63.4305, 10.3951, 392),
        (59.9139, 10.7522, 0),
        # To the other side of the globe.
        (-59.9139, -169.2478, 20015),
    ],
)
def test_known_distances(small: Version, lat: float, lon: float, expected: int) -> None:
    question = (
        "select km_luftlinje(59.9139, 10.7522, $lat, $lon) as there,"
        " km_luftlinje($lat, $lon, 59.9139, 10.7522) as back"
    )
    (found,) = records(small, question, lat=lat, lon=lon)
    assert found["there"] == pytest.approx(expected, rel=0.006, abs=1e-9)
    assert found["back"] == found["there"]


def test_the_formula_agrees_with_another_one(small: Version, chosen: Rows) -> None:
    question = (
        "select a.kommunenummer as a, b.kommunenummer as b, "
        "km_luftlinje(a.lat, a.lon, b.lat, b.lon) as km from kommune as a, kommune as b "
        "where a.kommunenummer in $numbers and b.kommunenummer in $numbers"
    )
    numbers = [row["kommunenummer"] for row in chosen]
    found = {(r["a"], r["b"]): r["km"] for r in records(small, question, numbers=numbers)}
    assert len(found) == 40 * 40
    expected = kilometres(chosen, chosen)
    for i, a in enumerate(numbers):
        for j, b in enumerate(numbers):
            assert found[a, b] == pytest.approx(expected[i, j], abs=1e-5)


def test_the_nearest_station_today_is_the_nearest_of_all(chosen: Rows, stations: Rows) -> None:
    active = [station for station in stations if station["status"] == "aktiv"]
    assert (len(active), len(stations)) == (223, 318)
    for row, distances in zip(chosen, kilometres(chosen, active), strict=True):
        assert row["til_naermeste"] == pytest.approx(distances.min(), abs=1e-5)
        # Two stations may stand in the same town; the one that is named is as near as any.
        named = [
            km
            for station, km in zip(active, distances, strict=True)
            if station["navn"] == row["naermeste_tjenestested"]
        ]
        assert min(named) == pytest.approx(distances.min(), abs=1e-5)


def test_before_2017_the_closed_stations_count_too(
    chosen: Rows, municipalities: Rows, stations: Rows
) -> None:
    for row, distances in zip(chosen, kilometres(chosen, stations), strict=True):
        assert row["til_foer_2017"] == pytest.approx(distances.min(), abs=1e-5)
    assert any(row["til_foer_2017"] < row["til_naermeste"] - 1 for row in municipalities)


def test_inhabitants_nearby_are_those_of_centres_within_15_km(
    chosen: Rows, municipalities: Rows
) -> None:
    living = np.array([row["innbyggere"] for row in municipalities])
    for row, distances in zip(chosen, kilometres(chosen, municipalities), strict=True):
        assert row["innbyggere_15_km"] == living[distances <= 15].sum()
        assert row["innbyggere_15_km"] >= row["innbyggere"]


def test_every_municipality_is_in_the_distance_group_of_its_kilometres(
    municipalities: Rows,
) -> None:
    bounds = {"under_5": (0, 5), "5_14": (5, 15), "15_29": (15, 30), "30_og_mer": (30, 1000)}
    for row in municipalities:
        low, high = bounds[row["avstandsgruppe"]]
        assert low <= row["til_naermeste"] < high
    assert {row["avstandsgruppe"] for row in municipalities} == set(bounds)


@pytest.mark.parametrize(("limit", "percent"), [(15, 95), (30, 99)])
def test_nearly_everyone_lives_in_a_municipality_whose_centre_is_near(
    municipalities: Rows, limit: int, percent: int
) -> None:
    near = sum(row["innbyggere"] for row in municipalities if row["til_naermeste"] <= limit)
    assert round(100 * near / 5_425_270) == percent
