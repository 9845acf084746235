"""A number or name of another year's division is understood, and what it is now is told."""

import polars as pl
import pytest

from data import schemas
from data.former import Former, former_municipalities
from data.paths import COMMON
from data.reading import read_table
from queries import Version
from tests.data.workshop import Workshop, rows

HEAD = "innspill_id,avsender,avsendertype,kommunenumre,dato,malform,kilde\n"


def table(name: str) -> pl.DataFrame:
    return read_table(COMMON / f"{name}.csv", name, schemas.COMMON[name]).frame


@pytest.fixture(scope="module")
def former() -> dict[str, Former]:
    """Return every municipality of other years, by its number then."""
    found = former_municipalities(table("kommuneendringer"), table("kommuner"))
    return {each.kommunenummer: each for each in found}


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("3101", "3101 Halden (fra 2024) er Halden (3001) i inndelingen 2020–2023"),
        ("3310", "3310 Hole (fra 2024) er Hole (3038) i inndelingen 2020–2023"),
        ("1508", "1508 Ålesund (fra 2024) er en del av Ålesund (1507) i inndelingen 2020–2023"),
        ("1580", "1580 Haram (fra 2024) er en del av Ålesund (1507) i inndelingen 2020–2023"),
        ("5501", "5501 Tromsø (fra 2024) er Tromsø (5401) i inndelingen 2020–2023"),
        ("0216", "0216 Nesodden (til og med 2019) er Nesodden (3023) i inndelingen 2020–2023"),
        (
            "1662",
            "1662 Klæbu (til og med 2017) er en del av Trondheim (5001) i inndelingen 2020–2023",
        ),
    ],
)
def test_what_a_number_of_another_year_is_now_is_told(
    former: dict[str, Former], number: str, told: str
) -> None:
    assert former[number].told == told


def test_a_municipality_that_was_split_is_no_single_one(former: dict[str, Former]) -> None:
    assert former["1850"].numbers == ("1806", "1875")
    assert "er delt mellom Narvik (1806) og Hamarøy (1875)" in former["1850"].told


def test_every_number_of_the_2024_division_is_known(former: dict[str, Former]) -> None:
    gone = {nr for nr in table("kommuner")["kommunenummer"] if nr[:2] in ("30", "38", "54")}
    newer = table("kommuneendringer").filter(pl.col("fra_aar") == 2024)
    assert set(newer["kommunenummer_2022"]) == gone | {"1507"}
    assert newer.height == len(gone) + 2


def test_no_number_of_another_year_is_also_one_of_2022(former: dict[str, Former]) -> None:
    now = set(table("kommuner")["kommunenummer"])
    assert not now & set(former)
    assert {number for each in former.values() for number in each.numbers} <= now


@pytest.mark.parametrize(
    ("number", "hint"),
    [("3101", "er Halden (3001)"), ("1580", "er en del av Ålesund (1507)"), ("0301", "")],
)
def test_a_source_file_with_a_number_of_another_year_is_told_which_to_write(
    workshop: Workshop, number: str, hint: str
) -> None:
    workshop.write(innspill=f"{HEAD}A1,Kommunen,kommune,{number},2022-05-31,bokmaal,fil\n")
    code, _out, errors = workshop.run("check", "innspill")
    assert code == (1 if hint else 0)
    assert hint in " ".join(errors)


def test_the_built_database_knows_numbers_of_other_years(demo_version: Version) -> None:
    asked = "select kommunenummer_2022, hva from kommuneendring where kommunenummer = '3310'"
    assert rows(demo_version, asked) == [("3038", "nytt_nummer")]
