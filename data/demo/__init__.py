"""The invented data set: answers nobody has given, over real municipalities and stations."""

from random import Random

import polars as pl

from data import schemas
from data.demo.answers import write_answers
from data.demo.places import read_places

__all__ = ["generate"]


def generate(
    kommuner: pl.DataFrame, tjenestesteder: pl.DataFrame, seed: int = 2022
) -> dict[str, pl.DataFrame]:
    """Return the invented frames named in `schemas.ANSWERS`, the same for the same seed.

    `kommuner` must hold all 356 municipalities: the totals are those published for the country.
    """
    tables = write_answers(read_places(kommuner, tjenestesteder), Random(seed))
    return {
        name: schema.validate(
            pl.DataFrame(tables.get(name, []), schema=schema.create_empty().schema)
        )
        for name, schema in schemas.ANSWERS.items()
    }
