"""Municipalities of other years: numbers and names from before 2020 and after 2023."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from data import vocabulary as v


class Kommuneendring(dy.Schema):
    """Ett kommunenummer fra før 2020 eller etter 2023, og hva det er i inndelingen 2020–2023."""

    kommunenummer = dy.String(
        primary_key=True,
        regex=v.KOMMUNENUMMER,
        metadata=v.FIRE_SIFRE,
        description="Nummeret i en annen inndeling",
    )
    navn = dy.String(min_length=1, description="Kommunens navn den gangen, eller fra 2024")
    fra_aar = dy.Int64(nullable=True, min=1900, description="Første år, tomt når det er ukjent")
    til_aar = dy.Int64(
        nullable=True, min=1900, description="Siste år, tomt når nummeret gjelder nå"
    )
    kommunenummer_2022 = dy.String(
        primary_key=True,
        regex=v.KOMMUNENUMMER,
        metadata=v.FIRE_SIFRE,
        description="Kommunen i inndelingen 2020–2023; flere rader når kommunen ble delt",
    )
    hva = dy.Enum(
        v.KOMMUNEENDRING,
        description="Samme kommune med et annet nummer, del av en kommune, eller delt på flere",
    )
    kilde = dy.String(min_length=1, description="Hvor opplysningen er hentet")


@dataclass(frozen=True)
class Former:
    """A municipality of another year: what it is in the division of 2020–2023.

    `numbers` are one number, or several where it was split; `whole` says whether it is that very
    municipality with another number, and `told` says all this in Norwegian.
    """

    kommunenummer: str
    navn: str
    numbers: tuple[str, ...]
    whole: bool
    told: str


def former_municipalities(kommuneendringer: pl.DataFrame, kommuner: pl.DataFrame) -> list[Former]:
    """Return every municipality in the table `kommuneendringer`; `kommuner` has the names."""
    names = dict(kommuner.select("kommunenummer", "kommunenavn").iter_rows())
    found: dict[str, list[Mapping[str, object]]] = {}
    for row in kommuneendringer.iter_rows(named=True):
        found.setdefault(str(row["kommunenummer"]), []).append(row)
    return [_former(rows, names) for rows in found.values()]


def _former(rows: Sequence[Mapping[str, object]], names: Mapping[str, str]) -> Former:
    row = rows[0]
    numbers = tuple(str(each["kommunenummer_2022"]) for each in rows)
    number, name = str(row["kommunenummer"]), str(row["navn"])
    now = " og ".join(f"{names[each]} ({each})" for each in numbers)
    period = f"til og med {row['til_aar']}" if row["til_aar"] else f"fra {row['fra_aar']}"
    relation = {"nytt_nummer": "er", "del_av": "er en del av", "delt": "er delt mellom"}
    told = f"{number} {name} ({period}) {relation[str(row['hva'])]} {now} i inndelingen 2020–2023"
    return Former(number, name, numbers, row["hva"] == "nytt_nummer", told)
