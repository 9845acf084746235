"""Reported offences as the StatBank gives them out; every number here is made up."""

from pathlib import Path
from typing import Any

import pytest
from scipy.stats import poisson

from data import pipeline
from data.offences import frames, interval
from data.reading import Table
from tests.data.test_optional_sources import mistakes
from tests.data.workshop import GOOD, Workshop, rows, workbook

TITLE = '"08487: Anmeldte lovbrudd, etter region, lovbruddsgruppe, statistikkvariabel og år"'
ACROSS = f"""\
{TITLE}

"region";"lovbruddsgruppe";"Anmeldte lovbrudd 2018-2019";"Anmeldte lovbrudd 2020-2021";"Anmeldte lovbrudd per 1 000 innbyggere 2020-2021"
"0 Hele landet";"Alle lovbruddsgrupper";900;900;9,9
"30 Viken";"Alle lovbruddsgrupper";800;800;8,8
"0301 Oslo";"Alle lovbruddsgrupper";6 000;7 000;"10,0"
"0301 Oslo";"¬ Eiendomstyveri";"..";"-";"-"
"1835 Træna";"Alle lovbruddsgrupper";"..";9;20,2
"1835 Træna";"¬ Eiendomstyveri";":";":";":"
"0101 Halden (-2019)";"Alle lovbruddsgrupper";100;".";"."
"3001 Halden";"Alle lovbruddsgrupper";"..";200;6
"1601 Trondheim (-2017)";"Alle lovbruddsgrupper";5;".";"."
"9999 Uoppgitt";"Alle lovbruddsgrupper";5;3;"."
"""  # noqa: E501
READ = [
    ("0301", 2018, 2019, "alle", 6000.0, None, None),
    ("0301", 2018, 2019, "eiendomstyveri", None, None, ".."),
    ("0301", 2020, 2021, "alle", 7000.0, 10.0, None),
    ("0301", 2020, 2021, "eiendomstyveri", 0.0, 0.0, None),
    ("1835", 2018, 2019, "alle", None, None, ".."),
    ("1835", 2018, 2019, "eiendomstyveri", None, None, ":"),
    ("1835", 2020, 2021, "alle", 9.0, 20.2, None),
    ("1835", 2020, 2021, "eiendomstyveri", None, None, ":"),
    ("3001", 2018, 2019, "alle", 100.0, None, None),
    ("3001", 2020, 2021, "alle", 200.0, 6.0, None),
]


def supplied(workshop: Workshop, text: str, encoding: str = "utf-8") -> Table:
    """Return what `text` is read as."""
    workshop.write(innspill=GOOD)
    (workshop.sources / "anmeldte_lovbrudd.csv").write_bytes(text.encode(encoding))
    return pipeline.read_sources("innspill")["anmeldte_lovbrudd"]


def read(workshop: Workshop, text: str, encoding: str = "utf-8") -> list[tuple[object, ...]]:
    """Return the rows that `text` is read as, in order."""
    table = supplied(workshop, text, encoding)
    assert not table.problems
    return sorted(table.frame.drop("rad").rows())


def rates(workshop: Workshop, text: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the rates by place and group of offences."""
    supplied(workshop, text)
    found = frames(pipeline.read_sources("innspill"))["anmeldt"].to_dicts()
    return {(row["sted"], row["lovbruddsgruppe"]): row for row in found}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_the_statbanks_file_is_read_as_it_is(workshop: Workshop, encoding: str) -> None:
    assert read(workshop, ACROSS, encoding) == READ


def test_what_goes_across_may_go_down(workshop: Workshop) -> None:
    heading = f'"region";"lovbruddsgruppe";"statistikkvariabel";"år";{TITLE} per 1 000"'
    heading = heading.replace('og år" per', "og år, per")
    down = f"""{heading}
"0301 Oslo";"alle Alle lovbruddsgrupper";"Anmeldte lovbrudd";"2020-2021";7000
"0301 Oslo";"alle Alle lovbruddsgrupper";"Anmeldte lovbrudd per 1 000 innbyggere";"2020-2021";10.0
"0301 Oslo";"alle Alle lovbruddsgrupper";"Anmeldte lovbrudd";"2018-2019";2010
"""
    assert read(workshop, down) == [
        ("0301", 2018, 2019, "alle", 2010.0, None, None),
        ("0301", 2020, 2021, "alle", 7000.0, 10.0, None),
    ]


def test_a_workbook_says_a_region_once_and_has_headings_in_storeys(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    workbook(
        workshop.sources / "anmeldte_lovbrudd.xlsx",
        ["08487: Anmeldte lovbrudd"],
        [],
        ["", "", "Anmeldte lovbrudd", "", "Anmeldte lovbrudd per 1 000 innbyggere", ""],
        ["", "", "2018-2019", "2020-2021", "2018-2019", "2020-2021"],
        ["0301 Oslo", "Alle lovbruddsgrupper", 6000, 7000, 8.5, 10],
        ["", "Andre lovbrudd (inkl. andre vinningslovbrudd og eiendomsskade)", 5, "..", 6, ".."],
        ["Kilde: Statistisk sentralbyrå"],
    )
    assert workshop.run("build", "innspill")[0] == 0
    assert rows(
        workshop.newest(),
        "select lovbruddsgruppe, antall, ssb, merke from anmeldt where sted = '0301' order by 1",
    ) == [("alle", 7000.0, 10.0, None), ("andre_lovbrudd", None, None, "..")]
    assert rows(
        workshop.newest(), "select utgiver from kilde where tabell = 'anmeldte_lovbrudd'"
    ) == [("SSB tabell 08487, i filen anmeldte_lovbrudd.xlsx",)]


def test_what_is_not_one_municipality_is_told_and_left_out(workshop: Workshop) -> None:
    assert supplied(workshop, ACROSS).notes == (
        (
            "anmeldte_lovbrudd.csv: 0 Hele landet, 30 Viken, 9999 Uoppgitt gjelder ikke én "
            "kommune, og er ikke lest."
        ),
        (
            "anmeldte_lovbrudd.csv: 1601 Trondheim (-2017) er slått sammen eller delt i "
            "inndelingen 2020–2023, og er ikke lest."
        ),
    )


def test_each_mistake_is_named_by_file_row_and_column(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD,
        anmeldte_lovbrudd="""\
region;lovbruddsgruppe;Anmeldte lovbrudd 2020-2021
0301 Oslo;Alle lovbruddsgrupper;-3
301 Oslo;Alle lovbruddsgrupper;3
1835 Træna;Hvitsnipp;3
1835 Træna;Eiendomstyveri;mange
1835 Træna;Eiendomstyveri;3
1835 Træna;Eiendomstyveri;4
Bodø;Eiendomstyveri;4
8888 Ukjent;Eiendomstyveri;4
""",
    )
    at, value = "anmeldte_lovbrudd.csv, rad", "kolonne «Anmeldte lovbrudd 2020-2021»"
    number = (
        "ventet et tall fra 0 og oppover, eller et av SSBs tegn for tall som mangler: . .. ... :."
    )
    coded = "ventet kommunens nummer med fire sifre og navn, for eksempel «0301 Oslo»."
    found = mistakes(workshop)
    assert found[2].startswith(f"{at} 4, kolonne «lovbruddsgruppe»: fant «Hvitsnipp», ventet en av")
    assert found[:2] + found[3:] == [
        f"{at} 2, {value}: fant «-3», {number}",
        f"{at} 3, kolonne «region»: fant «301 Oslo», {coded}",
        f"{at} 5, {value}: fant «mange», {number}",
        f"{at} 7, {value}: fant «4», ventet ett tall, men 3 står også i rad 6.",
        f"{at} 8, kolonne «region»: fant «Bodø», {coded}",
        (
            f"{at} 9, kolonne «kommunenummer»: fant «8888», "
            "ventet et kommunenummer i inndelingen 2020–2023."
        ),
    ]


def test_a_table_without_codes_says_how_to_fetch_it(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD, anmeldte_lovbrudd="region;lovbruddsgruppe;2020-2021\nOslo;Eiendomstyveri;3\n"
    )
    (said,) = mistakes(workshop)
    assert "velg kode og tekst for region" in said


def test_our_own_columns_will_do(workshop: Workshop) -> None:
    text = "kommunenummer,fra_aar,til_aar,lovbruddsgruppe,antall\n0301,2021,2021,alle,12\n"
    assert read(workshop, text) == [("0301", 2021, 2021, "alle", 12.0, None, None)]


def test_rates_are_of_the_newest_period_and_sums_of_those_with_a_number(workshop: Workshop) -> None:
    found = rates(workshop, ACROSS)
    summed = ("antall", "innbyggere", "med_tall", "kommuner", "fra_aar")
    country, district = found["", "alle"], found["Nordland", "alle"]
    assert [country[c] for c in summed] == [7209.0, 699827 + 450 + 31444, 3, 356, 2020]
    assert [district[c] for c in summed] == [9.0, 450, 1, 41, 2020]
    small = found["1835", "alle"]
    assert small["per_tusen"] == 20.0
    # Two years of nine: 18 cases, 10.7 and 28.4 by Garwood's table, in 450 people.
    assert [round(small[end] * 0.9, 1) for end in ("lavest", "hoyest")] == [10.7, 28.4]
    # A dash is nought, which is a number; the other signs are none.
    told = ("antall", "per_tusen", "lavest", "merke")
    assert [found["0301", "eiendomstyveri"][c] for c in told] == [0.0, 0.0, 0.0, None]
    assert [found["1835", "eiendomstyveri"][c] for c in told] == [None, None, None, ":"]


def test_their_own_rate_alone_has_no_interval_and_no_sum(workshop: Workshop) -> None:
    heading = "region;lovbruddsgruppe;Lovbrudd per 1 000 innbyggere 2021"
    found = rates(workshop, f"{heading}\n0301 Oslo;Alle lovbruddsgrupper;10,5\n")
    told = ("per_tusen", "lavest")
    assert [found["0301", "alle"][c] for c in told] == [10.5, None]
    assert [found["", "alle"][c] for c in told] == [None, None]


@pytest.mark.parametrize("cases", [0, 1, 7, 250])
def test_the_interval_leaves_out_two_and_a_half_per_cent_at_each_end(cases: int) -> None:
    low, high = interval(cases / 2, 2, 1_000)
    assert poisson.cdf(cases, 2 * high) == pytest.approx(0.025)
    assert (poisson.sf(cases - 1, 2 * low) == pytest.approx(0.025)) if cases else low == 0


def test_the_interval_is_narrower_where_more_people_live(tmp_path: Path) -> None:
    small, large = interval(10, 2, 500), interval(1_000, 2, 50_000)
    assert small[0] < large[0] < 20 < large[1] < small[1]
