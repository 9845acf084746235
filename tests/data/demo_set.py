"""The demo set as the tests read it: which answer governs, and what it says."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import dataframely as dy
import polars as pl

from data import schemas
from data import vocabulary as v
from data.demo import generate
from data.demo.places import distance_km

SOURCES = Path(__file__).parents[2] / "data" / "sources" / "felles"
SEEDS = [2022, 7]
SINGLE = [field for field in v.FELT if field not in v.FLERE]
SATISFACTION = [field for field in SINGLE if field.startswith("tilfreds_")]
UNSAID = ["ikke_besvart", "ikke_nevnt"]

Frames = dict[str, pl.DataFrame]


def read(schema: type[dy.Schema], name: str) -> pl.DataFrame:
    raw = pl.read_csv(SOURCES / f"{name}.csv", infer_schema=False)
    return schema.validate(raw.select(schema.column_names()), cast=True)


@cache
def municipalities() -> pl.DataFrame:
    return read(schemas.Kommune, "kommuner")


@cache
def stations() -> pl.DataFrame:
    return read(schemas.Tjenestested, "tjenestesteder")


@cache
def demo(seed: int = 2022) -> Frames:
    return generate(municipalities(), stations(), seed)


def governing(frames: Frames) -> dict[str, str]:
    """Which answer counts for each municipality: own before joint, and the latest of its own."""
    chosen: dict[str, tuple[int, date, str]] = {}
    for row in frames["innspill"].filter(avsendertype="kommune").iter_rows(named=True):
        numbers = row["kommunenumre"].split("|")
        rank = (2 - min(len(numbers), 2), row["dato"], row["innspill_id"])
        for number in numbers:
            chosen[number] = max(chosen.get(number, rank), rank)
    return {number: rank[2] for number, rank in chosen.items()}


def governing_codes(frames: Frames) -> pl.DataFrame:
    """One row per municipality and coded value of the answer that counts."""
    pairs = pl.DataFrame(
        list(governing(frames).items()), schema=["kommune", "innspill_id"], orient="row"
    )
    own = pl.col("kommunenummer").is_null() | (pl.col("kommunenummer") == pl.col("kommune"))
    return pairs.join(frames["koding"], on="innspill_id").filter(own)


def value_of(frames: Frames, field: str) -> dict[str, str]:
    rows = governing_codes(frames).filter(felt=field)
    return dict(rows.select("kommune", "verdi").iter_rows())


def counts(frames: Frames, field: str) -> dict[str, int]:
    return dict(governing_codes(frames).filter(felt=field)["verdi"].value_counts().iter_rows())


def texts(frames: Frames) -> dict[tuple[str, int], str]:
    rows = frames["svar"].select("innspill_id", "sporsmal", "tekst").iter_rows()
    return {(answer, question): text for answer, question, text in rows}


def nearest_km() -> dict[str, float]:
    active = stations().filter(status_2022="aktiv").select("lat", "lon").rows()
    return {
        row["kommunenummer"]: min(distance_km(row["lat"], row["lon"], *point) for point in active)
        for row in municipalities().iter_rows(named=True)
    }


def column(frame: pl.DataFrame, name: str) -> list[Any]:
    """Return the values of a column that has them."""
    return frame[name].drop_nulls().to_list()
