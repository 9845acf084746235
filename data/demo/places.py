"""Facts about the municipalities that make an invented answer plausible."""

import math
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

EARTH_RADIUS_KM: Final = 6371.0088
NEIGHBOURS: Final = 14
SMALL: Final = 5_000
LARGE: Final = 20_000
FAR_KM: Final = 25
NEAR_KM: Final = 12
TRAITS: Final = Path(__file__).parent / "traits.toml"


@dataclass(frozen=True)
class Place:
    """One municipality, its stations and its surroundings."""

    number: str
    name: str
    ambiguous: bool
    county: str
    district: str
    inhabitants: int
    centre: str
    lat: float
    lon: float
    km: float
    nearest_town: str
    own_station: str | None
    closed_station: str | None
    neighbours: tuple[str, ...]
    tags: frozenset[str]


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in kilometres, to one decimal.

    The rounding keeps the last bits of the maths library out of every later decision.
    """
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_phi, half_lambda = (phi2 - phi1) / 2, math.radians(lon2 - lon1) / 2
    chord = math.sin(half_phi) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_lambda) ** 2
    return round(2 * EARTH_RADIUS_KM * math.asin(math.sqrt(chord)), 1)


def read_places(kommuner: pl.DataFrame, tjenestesteder: pl.DataFrame) -> dict[str, Place]:
    """Return every municipality by number, in order of number."""
    rows = kommuner.sort("kommunenummer").to_dicts()
    stations = tjenestesteder.sort("tjenestested_id").to_dicts()
    # An airport's station serves travellers; nobody would name it as their own police.
    stations = [station for station in stations if "lufthavn" not in station["navn"]]
    active = [station for station in stations if station["status_2022"] == "aktiv"]
    closed = [station for station in stations if station["status_2022"] == "nedlagt"]
    names = [row["kommunenavn"] for row in rows]
    traits = tomllib.loads(TRAITS.read_text(encoding="utf-8"))
    places = {}
    for row in rows:
        number = row["kommunenummer"]
        km, nearest = min(
            ((_between(row, station), station) for station in active),
            key=lambda pair: (pair[0], pair[1]["tjenestested_id"]),
        )
        own = _first_name(active, number)
        near = sorted(
            (_between(row, other), other["kommunenummer"])
            for other in rows
            if other["politidistrikt"] == row["politidistrikt"] and other is not row
        )
        places[number] = Place(
            number=number,
            name=row["kommunenavn"],
            ambiguous=names.count(row["kommunenavn"]) > 1,
            county=row["fylkesnavn"],
            district=row["politidistrikt"],
            inhabitants=row["innbyggere_2022"],
            centre=row["kommunesenter"],
            lat=row["lat"],
            lon=row["lon"],
            km=km,
            nearest_town=nearest["sted"],
            own_station=own,
            closed_station=_first_name(closed, number),
            neighbours=tuple(other for _, other in near[:NEIGHBOURS]),
            tags=_tags(number, row["innbyggere_2022"], km, own, traits),
        )
    return places


def _between(a: dict[str, Any], b: dict[str, Any]) -> float:
    return distance_km(a["lat"], a["lon"], b["lat"], b["lon"])


def _first_name(stations: Iterable[dict[str, Any]], number: str) -> str | None:
    for station in stations:
        if station["kommunenummer"] == number:
            # Register suffixes such as « - avdeling X» and «(politistasjon)» do not read as names.
            return re.sub(r"\s*\((.*)\)", r" \1", station["navn"].split(" - ")[0])
    return None


def _tags(
    number: str, inhabitants: int, km: float, own: str | None, traits: dict[str, list[str]]
) -> frozenset[str]:
    tags = {trait for trait, numbers in traits.items() if number in numbers}
    tags.add("med" if own else "uten")
    if inhabitants < SMALL:
        tags.add("liten")
    if inhabitants >= LARGE:
        tags.add("stor")
    else:
        tags.add("ikke_stor")
    if km >= FAR_KM and not own:
        tags.add("langt")
    if km < NEAR_KM:
        tags.add("naer")
    return frozenset(tags)
