"""A query file says what it counts and which columns it gives, or it does not load."""

import polars as pl
import pytest

from queries.loader import TYPES, QueryFileError, parse, queries

GOOD = """\
-- Antall kommuner
--
-- Én rad er hele landet. Kommuner som ikke har svart,
-- er også med.
--
-- Utvalget følger filteret.
--
-- kolonner: antall bigint, navn varchar,
-- delt_med varchar[], km double

select 1 as antall  -- $ikke
from utvalg($distrikt::varchar[], $svart)
where kommune = $kommune
"""


def test_a_file_is_title_description_columns_and_sql() -> None:
    query = parse("antall", GOOD)
    assert query.name == "antall"
    assert query.title == "Antall kommuner"
    assert query.description == (
        "Én rad er hele landet. Kommuner som ikke har svart, er også med.\n\n"
        "Utvalget følger filteret."
    )
    assert query.sql.startswith("select 1 as antall")
    assert query.sql.endswith("where kommune = $kommune")
    assert list(query.schema.items()) == [
        ("antall", pl.Int64),
        ("navn", pl.String),
        ("delt_med", pl.List(pl.String)),
        ("km", pl.Float64),
    ]
    assert {"distrikt", "svart", "kommune"} <= query.parameters


@pytest.mark.parametrize(
    "text",
    [
        "",
        "select 1",
        "-- Tittel\n\nselect 1",
        "-- Tittel\n--\n-- Beskrivelse\n\nselect 1",
        "-- Tittel\n--\n-- kolonner: a bigint\n\nselect 1",
        "-- Tittel\n-- Beskrivelse\n-- kolonner: a bigint\n\nselect 1",
        "\n" + GOOD,
        GOOD.replace("kolonner:", "kolonnene:"),
    ],
)
def test_a_file_without_one_of_its_parts_is_refused_by_name(text: str) -> None:
    with pytest.raises(
        QueryFileError, match=r"^tall\.sql: tittel, beskrivelse og kolonner må stå øverst$"
    ):
        parse("tall", text)


@pytest.mark.parametrize("columns", ["a number", "a", "a bigint b", "a bigint,", ""])
def test_columns_that_are_not_a_name_and_a_known_type_are_refused(columns: str) -> None:
    text = f"-- Tittel\n--\n-- Beskrivelse\n--\n-- kolonner: {columns}\n\nselect 1"
    with pytest.raises(QueryFileError, match=r"^tall\.sql: ukjent kolonnetype i \["):
        parse("tall", text)


@pytest.mark.parametrize("name", sorted(queries()))
def test_every_query_can_be_printed_under_its_figure(name: str) -> None:
    query = queries()[name]
    assert query.name == name
    assert 5 <= len(query.title) <= 80
    assert not query.title.endswith(".")
    assert len(query.description) >= 40
    assert query.description.startswith("Én rad")
    assert query.description.endswith(".")
    assert not query.sql.startswith("--")


@pytest.mark.parametrize("name", sorted(queries()))
def test_every_query_declares_each_column_once_with_a_known_type(name: str) -> None:
    columns = queries()[name].columns
    assert columns
    assert len(dict(columns)) == len(columns)
    assert {kind for _, kind in columns} <= set(TYPES)
