"""What `sql/40_rekkevidde.sql` needs and SQL is slow at: the nearest places in a straight line.

People live at the points of `befolkning_punkt` where these are supplied, else at the centre of
their municipality. A municipality that the points leave out keeps its centre, so nobody is lost.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from data import vocabulary as v
from data.nearest import nearer as nearer_pairs
from data.nearest import nearest as nearest_place
from data.nearest import on_sphere
from data.reading import ROW, Table

# The three structures, and the layers of stations that each consists of; and the last one when
# stations that are open in one season count only in theirs.
STRUCTURES: Final[dict[str, tuple[str, ...]]] = {
    "i_dag": ("i_dag",),
    "foer_2017": ("i_dag", "nedlagt"),
    "med_nye": ("i_dag", "nytt", *(f"nytt_{season}" for season in v.SESONG)),
    "med_nye_helaar": ("i_dag", "nytt"),
    **{f"med_nye_{season}": ("i_dag", "nytt", f"nytt_{season}") for season in v.SESONG},
}


def frames(tables: Mapping[str, Table]) -> dict[str, pl.DataFrame]:
    """Return the tables, by name, that the build stores beside the sources."""
    centres = tables["kommuner"].frame.select(
        "kommunenummer", "lat", "lon", innbyggere="innbyggere_2022"
    )
    stations = _stations(tables)
    people = _points(tables["befolkning_punkt"].frame, centres)
    near_people = _nearest(people, "punkt_id", stations)
    return {
        "punkt": people,
        "kilde_naermest_punkt": near_people,
        "kilde_naermest_senter": _nearest(centres, "kommunenummer", stations),
        "kilde_naermere": _nearer(people, near_people.filter(struktur="i_dag"), centres),
        "kilde_punkter": pl.DataFrame({"punkter": tables["befolkning_punkt"].frame.height}),
        "kilde_reisetid": tables["reisetid"].frame.drop(ROW),
    }


def _points(supplied: pl.DataFrame, centres: pl.DataFrame) -> pl.DataFrame:
    columns = ("kommunenummer", "innbyggere", "lat", "lon")
    left_out = centres.join(supplied, on="kommunenummer", how="anti")
    points = pl.concat([supplied.select(columns), left_out.select(columns)])
    points = points.sort("kommunenummer", maintain_order=True)
    return points.select(pl.int_range(1, pl.len() + 1).cast(pl.Int64).alias("punkt_id"), *columns)


def _stations(tables: Mapping[str, Table]) -> pl.DataFrame:
    old = tables["tjenestesteder"].frame.select(
        pl.when(pl.col("status_2022") == "aktiv")
        .then(pl.lit("i_dag"))
        .otherwise(pl.lit("nedlagt"))
        .alias("lag"),
        pl.col("tjenestested_id").alias("sted_id"),
        "lat",
        "lon",
    )
    new = tables["nye_tjenestesteder"].frame.select(
        pl.concat_str(
            pl.lit("nytt"), pl.col("sesong").cast(pl.String), separator="_", ignore_nulls=True
        ).alias("lag"),
        pl.col("sted").alias("sted_id"),
        "lat",
        "lon",
    )
    # Of two at one spot, the one that is there today is meant, and of those the first.
    return pl.concat([old, new]).sort("lag", "sted_id")


def _nearest(origins: pl.DataFrame, key: str, stations: pl.DataFrame) -> pl.DataFrame:
    points = _vectors(origins)
    found = []
    for structure, layers in STRUCTURES.items():
        there = stations.filter(pl.col("lag").is_in(layers))
        index, km = nearest_place(points, _vectors(there))
        found.append(
            origins.select(
                key,
                pl.lit(structure).alias("struktur"),
                _taken(there["sted_id"], index),
                pl.Series("km", np.where(np.isfinite(km), km, np.nan)).fill_nan(None),
            )
        )
    return pl.concat(found)


def _nearer(people: pl.DataFrame, today: pl.DataFrame, centres: pl.DataFrame) -> pl.DataFrame:
    than = today["km"].fill_null(0).to_numpy()
    pairs = nearer_pairs(_vectors(people), _vectors(centres), than)
    return pl.DataFrame(
        {
            "kandidat_id": centres["kommunenummer"].gather(pairs.place),
            "punkt_id": people["punkt_id"].gather(pairs.point),
            "km": pairs.km,
        }
    )


def _taken(values: pl.Series, index: np.ndarray) -> pl.Series:
    positions = pl.Series(index, dtype=pl.Int64)
    return values.gather(positions.set(positions < 0, None)).alias("sted_id")


def _vectors(frame: pl.DataFrame) -> np.ndarray:
    return on_sphere(frame["lat"].to_numpy(), frame["lon"].to_numpy())
