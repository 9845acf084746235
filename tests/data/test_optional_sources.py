"""Travel times and population points: read, checked, used by every data set, and left alone."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from data import paths, pipeline, schemas
from data.reading import expectation
from tests.data.workshop import GOOD, Workshop, rows
from tests.reach_set import built, population, population_file, records, source, travel_file

POINTS = "lat,lon,innbyggere,kommunenummer\n"
TIMES = "fra_kommunenummer,til_id,minutter\n"


def mistakes(workshop: Workshop) -> list[str]:
    code, _, err = workshop.run("check", "innspill")
    assert code == 1
    return err[1:]


def test_without_the_files_nothing_is_supplied(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    assert workshop.run("build", "innspill")[0] == 0
    version = workshop.newest()
    assert rows(version, "select kilde, enhet, punktkilde, punkter from avstandsmaal") == [
        ("luftlinje", "km", "kommunesenter", 356)
    ]
    assert rows(
        version,
        "select * exclude merknad from kildefil where tabell in ('reisetid', 'befolkning_punkt')",
    ) == [
        ("reisetid", "reisetid (ikke levert)", 0, 0, 0),
        ("befolkning_punkt", "befolkning_punkt (ikke levert)", 0, 0, 0),
    ]


def test_points_replace_the_centres_except_where_there_are_none(tmp_path: Path) -> None:
    version = built(tmp_path, befolkning_punkt=population_file())
    points = records(version, "from punkt order by punkt_id")
    supplied = population()
    assert len(points) == len(supplied) + 1
    assert [p["punkt_id"] for p in points] == list(range(1, len(points) + 1))
    oslo = next(k for k in source("kommuner") if k["kommunenummer"] == "0301")
    assert [
        (p["innbyggere"], p["lat"], p["lon"]) for p in points if p["kommunenummer"] == "0301"
    ] == [(int(oslo["innbyggere_2022"]), oslo["lat"], oslo["lon"])]
    columns = ("kommunenummer", "innbyggere", "lat", "lon")
    assert sorted(
        tuple(p[c] for c in columns) for p in points if p["kommunenummer"] != "0301"
    ) == sorted(tuple(p[c] for c in columns) for p in supplied)
    (measure,) = records(version, "from avstandsmaal")
    assert measure["punktkilde"] == "befolkning_punkt"
    assert measure["punkter"] == len(points)


def test_each_mistake_is_named_by_file_row_and_column(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD,
        befolkning_punkt=POINTS
        + "59.9,10.7,100,0301\n10.7,59.9,100,0301\n59.9,10.7,-1,0301\n59.9,10.7,ti,0301\n"
        + "59.9,10.7,5,1850\n,10.7,5,0301\n",
        reisetid=TIMES
        + "0301,T001,12\n0301,T001,13\n301,T001,12\n0301,T999,5\n0301,Engerdall,5\n0301,T002,-3\n"
        + "9999,1101,5\n",
    )
    points, times = "befolkning_punkt.csv, rad", "reisetid.csv, rad"
    kommune = "ventet et kommunenummer i inndelingen 2020–2023."
    former = (
        f"{kommune[:-1]} (1850 Divtasvuodna - Tysfjord (til og med 2019) er delt mellom "
        "Narvik (1806) og Hamarøy (1875) i inndelingen 2020–2023)."
    )
    count = "ventet et helt tall fra 0 og oppover."
    number = "ventet fire sifre, også nullen foran, for eksempel 0301."
    once = "ventet en nøkkel som bare finnes én gang, men den står også i rad 2."
    target = "ventet en tjenestested_id, et nytt sted eller et kommunenummer som finnes"
    near = " (mente du «Engerdal»?)."
    assert mistakes(workshop) == [
        f"{points} 3, kolonne «lat»: fant «10.7», ventet et tall fra 57 til 82.",
        f"{points} 3, kolonne «lon»: fant «59.9», ventet et tall fra 4 til 32.",
        f"{points} 4, kolonne «innbyggere»: fant «-1», {count}",
        f"{points} 5, kolonne «innbyggere»: fant «ti», {count}",
        f"{points} 6, kolonne «kommunenummer»: fant «1850», {former}",
        f"{points} 7, kolonne «lat»: fant ingenting, ventet et tall fra 57 til 82.",
        f"{times} 3, kolonne «fra_kommunenummer, til_id»: fant «0301, T001», {once}",
        f"{times} 4, kolonne «fra_kommunenummer»: fant «301», {number}",
        f"{times} 5, kolonne «til_id»: fant «T999», {target}.",
        f"{times} 6, kolonne «til_id»: fant «Engerdall», {target}{near}",
        f"{times} 7, kolonne «minutter»: fant «-3.0», ventet et tall fra 0 til 10000.",
        f"{times} 8, kolonne «fra_kommunenummer»: fant «9999», {kommune}",
    ]


def test_rows_with_mistakes_can_be_set_aside(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD, befolkning_punkt=POINTS + "59.9,10.7,100,0301\n10.7,59.9,100,0301\n"
    )
    assert workshop.run("build", "innspill", "--set-aside")[0] == 0
    version = workshop.newest()
    assert rows(version, "select innbyggere from punkt where kommunenummer = '0301'") == [(100,)]
    assert rows(version, "select tabell, rad from avvist") == [("befolkning_punkt", 3)]


def test_an_old_municipality_on_every_row_is_no_reason_to_wait(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD, befolkning_punkt=POINTS + "59.9,10.7,1,9999\n" * 5_000)
    assert "- befolkning_punkt.csv, kolonne «kommunenummer»: 5000 feil" in mistakes(workshop)


def test_a_misspelled_column_is_one_mistake(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD, befolkning_punkt="lat,long,innbyggere,kommunenummer\n60,10,1,0301\n"
    )
    assert mistakes(workshop) == [
        "befolkning_punkt.csv, rad 1, kolonne «long»: fant «long», ventet kolonnen «lon»."
    ]


def test_excel_is_read_as_well(workshop: Workshop) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["lat", "lon", "innbyggere", "kommunenummer"])
    book.active.append([59.9, 10.7, 1234, "0301"])
    book.save(workshop.sources / "befolkning_punkt.xlsx")
    workshop.write(innspill=GOOD)
    assert workshop.run("build", "innspill")[0] == 0
    assert rows(
        workshop.newest(), "select innbyggere, lat, lon from punkt where kommunenummer = '0301'"
    ) == [(1234, 59.9, 10.7)]


def test_a_file_in_the_ministrys_folder_holds_for_every_data_set(
    workshop: Workshop, datasets: Path
) -> None:
    shutil.copytree(datasets, workshop.build)
    before = {d: pipeline.build(d).version.version for d in ("demo", "kjente")}
    workshop.write(reisetid=TIMES + "0301,T001,12\n")
    for dataset, version in before.items():
        made = pipeline.build(dataset)
        assert made.made
        assert made.version.version != version
        assert rows(made.version, "select kilde from avstandsmaal") == [("reisetid",)]
        assert not pipeline.build(dataset).made


def test_a_changed_file_makes_a_new_version(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD, reisetid=TIMES + "0301,T001,12\n")
    first = pipeline.build("innspill").version
    workshop.write(reisetid=TIMES + "0301,T001,13\n")
    second = pipeline.build("innspill").version
    assert first.version != second.version
    assert rows(second, "select minutter from reisetid") == [(13.0,)]


def test_the_common_folder_will_do_but_not_both(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    common = tmp_path / "felles"
    shutil.copytree(paths.COMMON, common)
    monkeypatch.setattr(paths, "COMMON", common)
    (common / "reisetid.csv").write_text(TIMES + "0301,T001,12\n", "utf-8")
    workshop.write(innspill=GOOD)
    assert workshop.run("build", "innspill")[0] == 0
    assert rows(workshop.newest(), "select enhet from avstandsmaal") == [("min",)]
    workshop.write(reisetid=TIMES + "0301,T001,12\n")
    (said,) = mistakes(workshop)
    assert said.startswith("reisetid.csv: ventet én slik fil, men den finnes i både ")


@pytest.mark.parametrize(
    "files",
    [
        {"befolkning_punkt": POINTS},
        {"befolkning_punkt": POINTS + "".join(f"60,10,0,{n}\n" for n in ("0301", "1101"))},
        {"befolkning_punkt": POINTS + "57,4,3,1101\n82,32,2,5401\n"},
        {"reisetid": TIMES},
        {"reisetid": TIMES + "0301,1101,7\n"},
        {"reisetid": TIMES + "0301,Engerdal,7\n"},
    ],
    ids=["tom", "ingen bor der", "til havs", "tom", "bare et senter", "bare et nytt sted"],
)
def test_thin_files_are_no_mistake(tmp_path: Path, files: dict[str, str]) -> None:
    version = built(tmp_path, **files)
    (measure,) = records(version, "from avstandsmaal")
    # Without a time to any station of today, nothing can be measured in minutes.
    assert measure["enhet"] == "km"
    assert len(records(version, "from kommune_naermest where maal is null")) == 0


def test_times_to_stations_of_today_alone_say_nothing_of_the_others(tmp_path: Path) -> None:
    version = built(tmp_path, reisetid=travel_file({("0301", "T001"): 9.0, ("1101", "T001"): 8.0}))
    found = records(
        version,
        "select struktur, count(maal) as n from kommune_naermest group by struktur order by 1",
    )
    assert [(r["struktur"], r["n"]) for r in found] == [
        ("foer_2017", 0),
        ("i_dag", 2),
        ("med_nye", 0),
        ("med_nye_helaar", 0),
        ("med_nye_sommer", 0),
        ("med_nye_vinter", 0),
    ]


@pytest.mark.parametrize("name", schemas.OPTIONAL)
def test_every_column_says_what_it_accepts(name: str, workshop: Workshop) -> None:
    assert all(len(expectation(spec)) >= 5 for spec in schemas.OPTIONAL[name].columns().values())
    assert f"### {name}" in workshop.run("describe")[1]
    for folder in ("felles", "innspill"):
        assert f"`{name}`" in (paths.SOURCES / folder / "README.md").read_text("utf-8")
