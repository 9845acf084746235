"""Degrees to map kilometres: EPSG:25833 (ETRS89 / UTM zone 33N), minus a fixed offset.

The whole country lies in one zone, so it looks as it does on Norwegian maps. The formula is
Krüger's transverse Mercator series in n, as Lantmäteriet publishes it ("Gauss Conformal
Projection (Transverse Mercator), Krüger's Formulas", 2008; the same series as Karney,
"Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, 2011, eqs. 7-14 and
35, cut after n^4). It stays within a millimetre of PROJ over mainland Norway.
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

# Subtracted from easting and northing, so that the country is centred on (0, 0) and the
# coordinates of the map files are short.
OFFSET_EAST_KM: Final = 520.0
OFFSET_NORTH_KM: Final = 7195.0

# GRS 80, the ellipsoid of ETRS89.
_SEMI_MAJOR_KM: Final = 6378.137
_FLATTENING: Final = 1 / 298.257222101

# UTM zone 33 north.
_CENTRAL_MERIDIAN: Final = 15.0
_SCALE: Final = 0.9996
_FALSE_EASTING_KM: Final = 500.0

_N: Final = _FLATTENING / (2 - _FLATTENING)
_ECCENTRICITY: Final = (_FLATTENING * (2 - _FLATTENING)) ** 0.5
_RADIUS_KM: Final = _SEMI_MAJOR_KM / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA: Final = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440,
    61 * _N**3 / 240 - 103 * _N**4 / 140,
    49561 * _N**4 / 161280,
)


def to_map(lat: ArrayLike, lon: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the map position (x_km, y_km) of points in degrees, east and north positive.

    Takes numbers or arrays of one shape and gives arrays of that shape. WGS 84 and ETRS89 are
    taken as the same, as everywhere on this map; they differ by less than a metre.
    """
    phi = np.radians(np.asarray(lat, dtype=np.float64))
    delta = np.radians(np.asarray(lon, dtype=np.float64) - _CENTRAL_MERIDIAN)

    # Conformal latitude, then the sphere's transverse Mercator, then the series.
    sin_phi = np.sin(phi)
    tau = np.sinh(np.arctanh(sin_phi) - _ECCENTRICITY * np.arctanh(_ECCENTRICITY * sin_phi))
    xi = np.arctan2(tau, np.cos(delta))
    eta = np.arcsinh(np.sin(delta) / np.hypot(tau, np.cos(delta)))

    north, east = xi, eta
    for order, beta in enumerate(_BETA, start=1):
        north = north + beta * np.sin(2 * order * xi) * np.cosh(2 * order * eta)
        east = east + beta * np.cos(2 * order * xi) * np.sinh(2 * order * eta)

    x_km = _FALSE_EASTING_KM + _SCALE * _RADIUS_KM * east - OFFSET_EAST_KM
    y_km = _SCALE * _RADIUS_KM * north - OFFSET_NORTH_KM
    return x_km, y_km
