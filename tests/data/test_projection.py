"""The map projection is EPSG:25833, to within a millimetre, for numbers and for arrays."""

import csv
from pathlib import Path

import numpy as np
import pytest

from data.geometry.projection import OFFSET_EAST_KM, OFFSET_NORTH_KM, to_map

# Easting and northing in metres, computed once with pyproj 3.7.2:
# Transformer.from_crs(4258, 25833, always_xy=True).transform(lon, lat)
KNOWN = [
    ("Oslo", 59.91273, 10.74609, 262210.889, 6649335.409),
    ("Bergen", 60.39299, 5.32415, -31977.537, 6734371.798),
    ("Trondheim", 63.43049, 10.39506, 270337.950, 7041815.311),
    ("Tromsø", 69.6489, 18.95508, 653414.829, 7731687.137),
    ("Vardø", 70.37048, 31.11067, 1097843.282, 7887000.580),
    ("Kristiansand", 58.14671, 7.9956, 88126.709, 6466469.975),
    ("Nordkapp", 71.17, 25.78, 886515.692, 7930894.895),
    ("the central meridian", 65.0, 15.0, 500000.000, 7208454.582),
    ("Utsira", 59.3, 4.88, -74906.504, 6617288.074),
]
MILLIMETRE = 1e-6


@pytest.mark.parametrize(("place", "lat", "lon", "east", "north"), KNOWN)
def test_known_places_are_where_pyproj_puts_them(
    place: str, lat: float, lon: float, east: float, north: float
) -> None:
    x, y = to_map(lat, lon)
    assert x == pytest.approx(east / 1000 - OFFSET_EAST_KM, abs=MILLIMETRE), place
    assert y == pytest.approx(north / 1000 - OFFSET_NORTH_KM, abs=MILLIMETRE), place


def test_arrays_give_the_same_as_numbers() -> None:
    lats = np.array([[place[1] for place in KNOWN]])
    lons = np.array([[place[2] for place in KNOWN]])
    xs, ys = to_map(lats, lons)
    assert xs.shape == ys.shape == lats.shape
    for index, (_, lat, lon, _, _) in enumerate(KNOWN):
        assert (xs[0, index], ys[0, index]) == to_map(lat, lon)


def test_lists_are_taken_as_arrays() -> None:
    xs, ys = to_map([60.0, 70.0], [10.0, 20.0])
    assert xs.shape == ys.shape == (2,)


def test_all_municipal_centres_agree_with_pyproj() -> None:
    pyproj = pytest.importorskip("pyproj", reason="the known places above are checked without it")
    path = Path(__file__).parents[2] / "data" / "sources" / "felles" / "kommuner.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lats = np.array([float(row["lat"]) for row in rows])
    lons = np.array([float(row["lon"]) for row in rows])
    transformer = pyproj.Transformer.from_crs(4258, 25833, always_xy=True)
    east, north = transformer.transform(lons, lats)
    xs, ys = to_map(lats, lons)
    off = np.hypot(xs - (east / 1000 - OFFSET_EAST_KM), ys - (north / 1000 - OFFSET_NORTH_KM))
    assert len(rows) == 356
    assert off.max() < MILLIMETRE
