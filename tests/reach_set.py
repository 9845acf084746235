"""The small set with population points or travel times beside it, and distances by brute force."""

import csv
import datetime as dt
import io
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
from numpy.typing import NDArray

from data import paths, pipeline
from queries import Version
from tests.small_set import SMALL, places, write

Floats = NDArray[np.float64]
Row = dict[str, Any]

LAYERS: Final = {
    "i_dag": ("aktiv",),
    "foer_2017": ("aktiv", "nedlagt"),
    "med_nye": ("aktiv", "nytt", "nytt_sommer", "nytt_vinter"),
    "med_nye_helaar": ("aktiv", "nytt"),
    "med_nye_sommer": ("aktiv", "nytt", "nytt_sommer"),
    "med_nye_vinter": ("aktiv", "nytt", "nytt_vinter"),
}


def built(folder: Path, **files: str) -> Version:
    """Build the small set in `folder` with `files` among the ministry's."""
    write(folder / "innspill", **SMALL, **files)
    with places(folder / "build", folder / "innspill"):
        return pipeline.build("innspill", set_aside=True, today=dt.date(2026, 1, 2)).version


def source(name: str) -> list[Row]:
    """Return the rows of one of the common sources, numbers read as such."""
    with (paths.COMMON / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows: list[Row] = list(csv.DictReader(file))
    for row in rows:
        row |= {key: float(row[key]) for key in ("lat", "lon") if row.get(key)}
    return rows


def stations() -> list[Row]:
    """Return every station with its key and layer: aktiv, nedlagt, or nytt and its season."""
    old = [
        {**row, "id": row["tjenestested_id"], "lag": row["status_2022"]}
        for row in source("tjenestesteder")
    ]
    new = [
        {**row, "id": row["sted"], "lag": "_".join(filter(None, ("nytt", row["sesong"])))}
        for row in source("nye_tjenestesteder")
    ]
    return old + new


def haversine(origins: Sequence[Row], targets: Sequence[Row]) -> Floats:
    """Return kilometres from each of `origins` to each of `targets`, by the haversine formula."""
    lat1, lon1 = np.radians([[o["lat"], o["lon"]] for o in origins]).T[:, :, None]
    lat2, lon2 = np.radians([[t["lat"], t["lon"]] for t in targets]).T[:, None, :]
    half = (
        np.sin((lat2 - lat1) / 2) ** 2
        + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    )
    return np.asarray(2 * 6371.0088 * np.arcsin(np.sqrt(half)))


def records(version: Version, question: str, **bound: object) -> list[Row]:
    """Return the answer of the database of `version` to `question`."""
    with duckdb.connect(version.path, read_only=True) as connection:
        return connection.sql(question, params=bound).pl().to_dicts()


def table(headings: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a CSV file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue()


def population() -> list[Row]:
    """Return some two thousand points around the centres, some in the sea, some with nobody.

    Oslo has none, and keeps its centre.
    """
    draw = random.Random(7)
    return [
        {
            "lat": round(min(81, max(57.1, centre["lat"] + draw.gauss(0, 0.15))), 5),
            "lon": round(min(31.9, max(4.1, centre["lon"] + draw.gauss(0, 0.3))), 5),
            "innbyggere": draw.choice((0, 1, 7, 120, 3000)),
            "kommunenummer": centre["kommunenummer"],
        }
        for centre in source("kommuner")
        if centre["kommunenummer"] != "0301"
        for _ in range(6)
    ]


def population_file() -> str:
    """Return `population` as the user's file."""
    columns = ("lat", "lon", "innbyggere", "kommunenummer")
    return table(columns, ([row[c] for c in columns] for row in population()))


def travel() -> dict[tuple[str, str], float]:
    """Return minutes for two municipalities in three, to some stations and some centres.

    What is near in a straight line need not be near by road: the times are drawn at random.
    """
    draw = random.Random(11)
    keys = [s["id"] for s in stations()]
    centres = [k["kommunenummer"] for k in source("kommuner")]
    return {
        (origin, target): float(draw.randint(2, 90))
        for origin in centres[::3] + centres[1::3]
        for target in draw.sample(keys, 25) + draw.sample(centres, 12)
    }


def travel_file(pairs: dict[tuple[str, str], float] | None = None) -> str:
    """Return `travel`, or `pairs`, as the user's file."""
    pairs = travel() if pairs is None else pairs
    return table(
        ("fra_kommunenummer", "til_id", "minutter"),
        ((origin, target, minutes) for (origin, target), minutes in pairs.items()),
    )
