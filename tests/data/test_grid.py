"""The grid as it is published: cells and coordinates are put in municipalities by the borders."""

import shutil
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from data import paths, pipeline
from data.geometry.projection import OFFSET_EAST_KM, OFFSET_NORTH_KM, to_map
from data.grid import NEAR_KM, municipalities
from data.problems import SourceError
from data.reading import Table
from tests.data.workshop import GOOD, Workshop, rows
from tests.reach_set import source

# South-west corners of cells in Oslo (two), Bodø and out in the North Sea, in metres of UTM 33.
OSLO, OSLO_TOO = (262_000, 6_650_000), (262_250, 6_650_250)
BODO, SEA = (475_000, 7_463_000), (-90_000, 6_700_000)


def cell(corner: tuple[int, int]) -> int:
    """Return the id of the cell, as Statistics Norway's documentation has it."""
    return 2 * 10**13 + corner[0] * 10**7 + corner[1]


def supplied(workshop: Workshop, text: str) -> Table:
    """Return what `text` is read as."""
    workshop.write(innspill=GOOD, befolkning_punkt=text)
    return pipeline.read_sources("innspill")["befolkning_punkt"]


def placed(table: Table) -> list[tuple[str, int]]:
    assert not table.problems
    return list(table.frame.select("kommunenummer", "innbyggere").iter_rows())


def test_an_id_is_the_corner_and_people_live_at_the_middle(workshop: Workshop) -> None:
    assert cell(OSLO) == 22620006650000
    table = supplied(workshop, f"ogc_fid;SSBID250M;pop_tot\n1;{cell(OSLO)};120\n2;{cell(BODO)};7\n")
    assert placed(table) == [("0301", 120), ("1804", 7)]
    x, y = to_map(table.frame["lat"].to_numpy(), table.frame["lon"].to_numpy())
    middles = np.array([OSLO, BODO]) + 125
    assert x + OFFSET_EAST_KM == pytest.approx(middles[:, 0] / 1_000, abs=1e-5)
    assert y + OFFSET_NORTH_KM == pytest.approx(middles[:, 1] / 1_000, abs=1e-5)


@pytest.mark.parametrize(
    ("heading", "corners", "half"),
    [
        ("SSBid1000M", (OSLO,), 500),
        ("ssbid", (OSLO,), 500),
        ("ssbid", (OSLO, OSLO_TOO), 125),
        ("rute_id_250m", (OSLO,), 125),
    ],
)
def test_the_size_is_in_the_heading_or_seen_of_the_corners(
    heading: str, corners: tuple[tuple[int, int], ...], half: int, workshop: Workshop
) -> None:
    lines = "".join(f"{cell(corner)},3\n" for corner in corners)
    table = supplied(workshop, f"{heading},innbyggere\n{lines}")
    x, _y = to_map(table.frame["lat"].to_numpy(), table.frame["lon"].to_numpy())
    assert x[0] + OFFSET_EAST_KM == pytest.approx((OSLO[0] + half) / 1_000, abs=1e-5)


@pytest.mark.parametrize("names", ["x;y", "Easting;Northing", "Øst;Nord"])
def test_coordinates_are_the_points_themselves(names: str, workshop: Workshop) -> None:
    table = supplied(workshop, f"{names};pop_tot\n262000,5;6650000;120\n475000;7463000;7\n")
    assert placed(table) == [("0301", 120), ("1804", 7)]
    x, _y = to_map(table.frame["lat"].to_numpy(), table.frame["lon"].to_numpy())
    assert x[0] + OFFSET_EAST_KM == pytest.approx(262.0005, abs=1e-5)


def test_degrees_without_a_municipality_are_put_in_one(workshop: Workshop) -> None:
    oslo = next(k for k in source("kommuner") if k["kommunenummer"] == "0301")
    text = f"lat,lon,innbyggere\n{oslo['lat']},{oslo['lon']},5\n"
    assert placed(supplied(workshop, text)) == [("0301", 5)]


def test_people_in_are_people_placed_and_people_left_out(workshop: Workshop) -> None:
    table = supplied(
        workshop, f"SSBID1000M;pop_tot\n{cell(OSLO)};120\n{cell(SEA)};4\n{cell(BODO)};0\n"
    )
    assert placed(table) == [("0301", 120), ("1804", 0)]
    (told,) = table.notes
    assert told == (
        "befolkning_punkt.csv: 124 innbyggere i 3 punkter: 120 (i 2 punkter) innenfor en "
        "kommunegrense, 0 (i 0 punkter) lagt til den nærmeste kommunen innen 5 km, "
        "4 (i 1 punkter) utelatt fordi de ligger lenger unna (rad 3)."
    )
    assert table.rows_in == 2


def test_what_is_told_stands_with_the_file(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD, befolkning_punkt=f"ssbid,pop\n{cell(OSLO)},120\n")
    assert workshop.run("build", "innspill")[0] == 0
    found = "select kommunenummer, innbyggere from punkt where kommunenummer = '0301'"
    assert rows(workshop.newest(), found) == [("0301", 120)]
    ((told,),) = rows(
        workshop.newest(), "select merknad from kildefil where tabell = 'befolkning_punkt'"
    )
    assert "120 innbyggere i 1 punkter" in told


def test_each_mistake_is_named_by_file_row_and_column(workshop: Workshop) -> None:
    table = supplied(
        workshop,
        "SSBID250M;pop_tot\n"
        f"{cell(OSLO)};120\n{cell(OSLO)};120\n2,26E+13;5\n{cell(OSLO) + 100};5\n"
        f"{cell(BODO)};-1\n{cell((475_250, 7_463_000))};mange\n",
    )
    found = [(p.rad, p.kolonne, p.verdi) for p in table.problems]
    assert found == [
        (3, "SSBID250M", str(cell(OSLO))),
        (4, "SSBID250M", "2,26E+13"),
        (5, "SSBID250M", str(cell(OSLO) + 100)),
        (6, "pop_tot", "-1"),
        (7, "pop_tot", "mange"),
    ]
    assert "14 sifre" in table.problems[1].ventet
    assert "ta med ett" in table.problems[0].ventet
    assert table.frame["rad"].to_list() == [2]
    # Rows in = rows accepted + rows set aside.
    assert table.rows_in == table.frame.height + len(found)


def test_coordinates_of_another_zone_are_a_mistake(workshop: Workshop) -> None:
    table = supplied(workshop, "x,y,innbyggere\n6650000,262000,5\n")
    assert [(p.rad, p.kolonne) for p in table.problems] == [(2, "x"), (2, "y")]


def test_every_centre_is_put_in_its_own_municipality() -> None:
    centres = source("kommuner")
    x, y = to_map([c["lat"] for c in centres], [c["lon"] for c in centres])
    found, inside, near = municipalities(x, y)
    assert found.tolist() == [c["kommunenummer"] for c in centres]
    assert (inside | near).all()
    # Some lie at a quay that the simplified coast has cut off.
    assert 0 < near.sum() < 30


def test_a_point_at_sea_belongs_to_the_nearest_within_a_distance() -> None:
    # West of the outermost point of Træna, which lies alone.
    traena = next(k for k in source("kommuner") if k["kommunenummer"] == "1835")
    x, y = to_map([traena["lat"]] * 400, [traena["lon"]] * 400)
    found, inside, near = municipalities(x - np.arange(400) / 10, y)
    frame = pl.DataFrame({"n": found.tolist(), "inside": inside, "near": near})
    kinds = [k for k, last in zip(frame.rows(), [None, *frame.rows()], strict=False) if k != last]
    assert kinds[-2:] == [("1835", False, True), (None, False, False)]
    edge = np.flatnonzero(inside).max()
    gone = np.flatnonzero(~inside & ~near).min()
    # Some other islet may be nearer than the shore due east, and none is farther.
    assert NEAR_KM <= (gone - edge) / 10 < 2 * NEAR_KM


def test_a_file_is_read_as_it_is_published(workshop: Workshop) -> None:
    """With a byte order mark, columns that are not read, and ids with the decimals of a GIS."""
    text = "ogc_fid;SSBID0250M;pop_tot;pop_mal;pop_fem;pop_ave2\n"
    text += f"1;{cell(OSLO)};120;61;59;41,2\n2;{cell(BODO)},000000;7;3;4;55,0\n"
    (workshop.sources / "befolkning_punkt.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    workshop.write(innspill=GOOD)
    table = pipeline.read_sources("innspill")["befolkning_punkt"]
    assert placed(table) == [("0301", 120), ("1804", 7)]
    x, _y = to_map(table.frame["lat"].to_numpy(), table.frame["lon"].to_numpy())
    assert x[0] + OFFSET_EAST_KM == pytest.approx((OSLO[0] + 125) / 1_000, abs=1e-5)


def test_of_two_sizes_side_by_side_a_row_is_one_of_the_smallest(workshop: Workshop) -> None:
    large = cell((262_000, 6_650_000))
    text = "SSBID1000M;ssbid_250;pop_tot\n"
    text += f"{large};{cell(OSLO)};120\n{large};{cell(OSLO_TOO)};8\n"
    assert placed(supplied(workshop, text)) == [("0301", 120), ("0301", 8)]


def test_empty_cells_are_told_and_a_cell_without_people_is_none(workshop: Workshop) -> None:
    table = supplied(
        workshop,
        f"SSBID1000M;pop_tot\n{cell(OSLO)};\n;5\n{cell(BODO)};0\n;\n{cell(SEA)};.\n",
    )
    assert [(p.rad, p.kolonne, p.verdi) for p in table.problems] == [
        (2, "pop_tot", ""),
        (3, "SSBID1000M", ""),
        (6, "pop_tot", "."),
    ]
    assert table.frame.select("kommunenummer", "innbyggere").rows() == [("1804", 0)]


def test_who_is_left_out_at_sea_is_told_by_row(workshop: Workshop) -> None:
    corners = [(SEA[0], SEA[1] + 1_000 * step) for step in range(7)]
    lines = "".join(f"{cell(corner)};1\n" for corner in corners)
    (told,) = supplied(workshop, f"SSBID1000M;pop_tot\n{cell(OSLO)};9\n{lines}").notes
    assert "7 (i 7 punkter) utelatt fordi de ligger lenger unna (rad 3, 4, 5, 6, 7 …)." in told


@pytest.mark.parametrize("corner", [(512_000, 8_683_000), (262_000, 5_900_000)])
def test_a_cell_far_outside_the_mainland_is_a_mistake(
    corner: tuple[int, int], workshop: Workshop
) -> None:
    table = supplied(workshop, f"SSBID1000M;pop_tot\n{cell(OSLO)};9\n{cell(corner)};3\n")
    (problem,) = table.problems
    assert (problem.fil, problem.rad, problem.kolonne) == ("befolkning_punkt.csv", 3, "SSBID1000M")
    assert "fastlandet" in problem.ventet
    # Few digits are no cell anywhere.
    (problem,) = supplied(workshop, "SSBID1000M;pop_tot\n2262000;3\n").problems
    assert "14 sifre" in problem.ventet


def test_cells_of_both_sizes_in_one_file_are_seen_by_the_people(workshop: Workshop) -> None:
    """The corner of a large cell is one of a small cell too, but everybody is there twice."""
    everyone = sum(int(k["innbyggere_2022"]) for k in source("kommuner"))
    once = f"ssbid;pop_tot\n{cell(OSLO_TOO)};{everyone}\n"
    assert not supplied(workshop, once).problems
    (problem,) = supplied(workshop, f"{once}{cell(BODO)};{everyone}\n").problems
    assert (problem.rad, problem.kolonne) == (0, "pop_tot")
    assert "både 250 m og 1 km" in problem.ventet
    # It is nobody's row, so it cannot be set aside.
    assert workshop.run("build", "innspill", "--set-aside")[0] != 0


@pytest.mark.parametrize("where", ["innspill", "felles"])
def test_both_sizes_in_the_folder_are_told_and_neither_is_read(
    where: str, workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    common = tmp_path / "felles"
    shutil.copytree(paths.COMMON, common)
    monkeypatch.setattr(paths, "COMMON", common)
    workshop.write(innspill=GOOD)
    folder = common if where == "felles" else workshop.sources
    for name, heading in (("NOR250M_POP_2022", "SSBID0250M"), ("Ruter1000m", "SSBid1000M")):
        (folder / f"{name}.csv").write_text(f"{heading};pop_tot\n{cell(OSLO)};1\n", "utf-8")
    with pytest.raises(SourceError) as raised:
        pipeline.read_sources("innspill")
    assert [p.fil for p in raised.value.problems] == ["NOR250M_POP_2022.csv", "Ruter1000m.csv"]
    for problem in raised.value.problems:
        assert problem.ventet.endswith("for SSBs rutenett, og bare én rutestørrelse")
