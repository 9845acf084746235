"""Great-circle distances on a sphere: the nearest of many places, and which places are nearer.

Everything is in kilometres by the IUGG mean radius, as `km_luftlinje` in `sql/10_steder.sql`.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

EARTH_KM: Final = 6371.0088
# A place counts as nearer than another from one metre on; less than that is rounding.
LEAST_KM: Final = 0.001
# Points looked at together; bounds the memory of a table of points × places.
CHUNK: Final = 20_000


@dataclass(frozen=True, eq=False)
class Pairs:
    """Points and the places that are nearer to them than something else is."""

    point: Ints
    place: Ints
    km: Floats


def on_sphere(lat: ArrayLike, lon: ArrayLike) -> Floats:
    """Return points given in degrees as unit vectors, one row each."""
    phi, lam = np.radians(np.asarray(lat, float)), np.radians(np.asarray(lon, float))
    return np.column_stack((np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)))


def nearest(points: Floats, places: Floats) -> tuple[Ints, Floats]:
    """Return for each of `points` which of `places` is nearest, and how far away it is.

    Both are unit vectors. Of places at the same spot the first is meant. Without places every
    index is -1 and every distance infinite.
    """
    if not len(places):
        return np.full(len(points), -1), np.full(len(points), np.inf)
    spots, first = np.unique(places, axis=0, return_index=True)
    chord, index = cKDTree(spots).query(points)
    return first[index], _kilometres(chord)


def nearer(points: Floats, places: Floats, than_km: Floats) -> Pairs:
    """Return every pair of a point and a place less than `than_km` of that point apart.

    Pairs are ordered by point, then by place.
    """
    point, place, km = [], [], []
    # A little more than asked for: the product below is exact to some decimetres only.
    reach = np.cos(np.minimum(than_km / EARTH_KM + 1e-6, np.pi))
    for start in range(0, len(points) if len(places) else 0, CHUNK):
        part = slice(start, start + CHUNK)
        row, column = np.nonzero(points[part] @ places.T > reach[part, None])
        row += start
        apart = _kilometres(np.linalg.norm(points[row] - places[column], axis=1))
        kept = apart < than_km[row] - LEAST_KM
        point.append(row[kept])
        place.append(column[kept])
        km.append(apart[kept])
    if not point:
        return Pairs(np.empty(0, int), np.empty(0, int), np.empty(0))
    return Pairs(np.concatenate(point), np.concatenate(place), np.concatenate(km))


def _kilometres(chord: Floats) -> Floats:
    return 2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1))
