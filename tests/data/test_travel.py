"""Travel times from an extract: what the router says becomes a source, and what it cannot is told.

The router itself is optional. What needs it says why it is skipped where it is not installed.
"""

import csv
import math
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from data.routing.router import NO_ROUTER
from data.routing.travel import PYTHON, WITHIN_KM
from tests.data.road_map import Node, Way, write_extract
from tests.data.workshop import GOOD, Workshop, rows
from tests.reach_set import source

ROUTER: Final = os.environ.get(PYTHON) or sys.executable
HAS_ROUTER: Final = (
    subprocess.run([ROUTER, "-c", "import valhalla"], capture_output=True, check=False).returncode
    == 0
)
routed = pytest.mark.skipif(
    not HAS_ROUTER, reason=f"{ROUTER} har ikke pyvalhalla; sett {PYTHON} til en Python som har den"
)
# Bodø and Fauske have a road between them, a ferry goes to Røst, and none to Træna.
BODO, FAUSKE, ROST, TRAENA = "1804", "1841", "1856", "1835"
SPEED, CROSSING = 60, 240
NO_JOURNEY = "Ingen reise med bil til noe tjenestested i dag, som fra en øy uten ferge"
# What a router that answers everything with ten minutes would say, and one that stops.
ALL_TEN = """
print(json.dumps({"from": [True] * len(job["from"]), "to": [True] * len(job["to"])}))
for wanted in job["pairs"]:
    print(json.dumps([[at, 600] for at in wanted]))
"""
NO_ROAD_FOR_THE_FIRST = """
starts, ends = len(job["from"]), len(job["to"])
print(json.dumps({"from": [False] + [True] * (starts - 1), "to": [True] * ends}))
for i, wanted in enumerate(job["pairs"]):
    print(json.dumps([[at, 61] for at in wanted] if i > 1 else []))
"""
STOPS = """
print(json.dumps({"from": [True] * len(job["from"]), "to": [True] * len(job["to"])}))
print("[ERROR] fant ikke på noe", file=sys.stderr)
sys.exit(4)
"""
NO_ROADS = """
print(json.dumps({"from": [False] * len(job["from"]), "to": [False] * len(job["to"])}))
for wanted in job["pairs"]:
    print("[]")
"""


@pytest.fixture
def pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what puts a router in place that does what it is told in a few lines."""

    def put(lines: str) -> None:
        router = tmp_path / "ruter"
        head = f"#!{sys.executable}\nimport json, sys\njob = json.load(open(sys.argv[2]))\n"
        router.write_text(head + lines, "utf-8")
        router.chmod(0o755)
        monkeypatch.setenv(PYTHON, str(router))

    return put


def extract(folder: Path) -> Path:
    """Write roads between a few real places, none of them as roads are there."""
    centre = {k["kommunenummer"]: (float(k["lat"]), float(k["lon"])) for k in source("kommuner")}
    station = {
        s["kommunenummer"]: (float(s["lat"]), float(s["lon"]))
        for s in source("tjenestesteder")
        if s["status_2022"] == "aktiv"
    }
    nodes: list[Node] = []

    def line(*through: Node) -> list[int]:
        first = len(nodes) + 1
        for a, b in pairwise(through):
            nodes.extend(
                (a[0] + (b[0] - a[0]) * k / 10, a[1] + (b[1] - a[1]) * k / 10) for k in range(10)
            )
        nodes.append(through[-1])
        return list(range(first, len(nodes) + 1))

    def around(place: Node) -> list[int]:
        return line(place, (place[0], place[1] + 0.02))

    road = {"highway": "primary", "maxspeed": str(SPEED)}
    main = line(station[BODO], centre[BODO], centre[FAUSKE])
    far, alone = around(centre[ROST]), around(centre[TRAENA])
    ferry = {"route": "ferry", "motor_vehicle": "yes", "duration": f"{CROSSING // 60:02}:00"}
    ways: list[Way] = [(main, road), (far, road), (alone, road), ([main[0], far[0]], ferry)]
    return write_extract(folder / "nordland.osm.pbf", nodes, ways)


def written(workshop: Workshop) -> dict[tuple[str, str], float]:
    with (workshop.sources / "reisetid.csv").open(encoding="utf-8", newline="") as file:
        return {
            (r["fra_kommunenummer"], r["til_id"]): float(r["minutter"])
            for r in csv.DictReader(file)
        }


def test_every_pair_within_reach_is_written_and_the_build_reads_it(
    workshop: Workshop, pretended: Callable[[str], None], tmp_path: Path
) -> None:
    pretended(ALL_TEN)
    workshop.write(innspill=GOOD)
    code, out, err = workshop.run("reisetid", str(extract(tmp_path)))
    assert (code, err) == (0, [])
    times = written(workshop)
    assert out == [f"{len(times)} reiser skrevet til {workshop.sources / 'reisetid.csv'}"]
    assert set(times.values()) == {10.0}
    assert {start for start, _end in times} == {k["kommunenummer"] for k in source("kommuner")}
    # From Oslo to Bergen and not to Vadsø, to each kind of place.
    assert {("0301", "4601"), ("0301", "Engerdal"), ("0301", "0301")} <= set(times)
    assert ("0301", "5405") not in times
    assert WITHIN_KM == 400
    assert workshop.run("build", "innspill")[0] == 0
    assert rows(workshop.newest(), "select kilde from avstandsmaal") == [("reisetid",)]


def test_who_has_no_road_and_who_has_no_journey_is_told_by_name(
    workshop: Workshop, pretended: Callable[[str], None], tmp_path: Path
) -> None:
    pretended(NO_ROAD_FOR_THE_FIRST)
    _code, out, _err = workshop.run("reisetid", str(extract(tmp_path)))
    first, second = sorted(source("kommuner"), key=lambda k: k["kommunenummer"])[:2]
    assert out[1:] == [
        f"Ingen vei innen 2 km fra kommunesenteret: {first['kommunenavn']}. De er ikke dekket.",
        f"{NO_JOURNEY}: {second['kommunenavn']}.",
    ]
    # A minute and a second is 1.0 minutes.
    assert set(written(workshop).values()) == {1.0}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (f"sys.exit({NO_ROUTER})", "pyvalhalla"),
        (STOPS, "nordland.osm.pbf: ventet et uttrekk som ruteren kan lese ([ERROR] fant ikke på"),
        (NO_ROADS, "nordland.osm.pbf: ventet et uttrekk som har veier ved minst ett"),
        ("print('{}')", "nordland.osm.pbf: ventet et uttrekk som ruteren kan lese (den sa ikke"),
    ],
)
def test_a_router_that_says_no_is_a_sentence_and_nothing_is_written(
    lines: str, said: str, workshop: Workshop, pretended: Callable[[str], None], tmp_path: Path
) -> None:
    pretended(lines)
    code, out, err = workshop.run("reisetid", str(extract(tmp_path)))
    assert (code, out, err[0]) == (1, [], "Ingenting er skrevet")
    assert said in err[1]
    assert len(err) == 2
    assert not list(workshop.sources.iterdir())
    # What it made on the way is gone too.
    assert not list(workshop.build.glob("reisetid-*"))


def test_no_python_there_is_the_same_as_no_router(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(PYTHON, str(tmp_path / "finnes-ikke"))
    code, _out, err = workshop.run("reisetid", str(extract(tmp_path)))
    assert code == 1
    assert "pip install -r data/routing/krav.txt" in err[1]


def test_a_file_that_is_there_is_not_written_over_by_mistake(
    workshop: Workshop, pretended: Callable[[str], None], tmp_path: Path
) -> None:
    pretended(ALL_TEN)
    roads = str(extract(tmp_path))
    workshop.write(reisetid="fra_kommunenummer,til_id,minutter\n0301,T001,9\n")
    code, _out, err = workshop.run("reisetid", roads)
    assert code == 1
    assert "--erstatt" in err[1]
    assert written(workshop) == {("0301", "T001"): 9.0}
    assert workshop.run("reisetid", roads, "--erstatt")[0] == 0
    assert len(written(workshop)) > 1
    elsewhere = tmp_path / "ny" / "tider.csv"
    assert workshop.run("reisetid", roads, "--ut", str(elsewhere))[0] == 0
    assert elsewhere.read_bytes() == (workshop.sources / "reisetid.csv").read_bytes()


@pytest.mark.parametrize("name", ["finnes-ikke.osm.pbf", "veier.osm", "mappe.pbf"])
def test_what_is_no_extract_is_told(name: str, workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "veier.osm").write_text("<osm/>", "utf-8")
    (tmp_path / "mappe.pbf").mkdir()
    code, _out, err = workshop.run("reisetid", str(tmp_path / name))
    assert (code, err[1]) == (
        1,
        f"{name}: ventet et uttrekk fra OpenStreetMap, en fil som slutter på .osm.pbf.",
    )


@routed
def test_the_router_drives_by_road_and_ferry_and_nowhere_else(
    workshop: Workshop, tmp_path: Path
) -> None:
    roads = str(extract(tmp_path))
    workshop.write(innspill=GOOD)
    code, out, err = workshop.run("reisetid", roads)
    assert (code, err) == (0, [])
    times = written(workshop)
    centre = {k["kommunenummer"]: (float(k["lat"]), float(k["lon"])) for k in source("kommuner")}
    # On a straight road a kilometre takes a minute.
    assert times[FAUSKE, BODO] == pytest.approx(kilometres(centre[FAUSKE], centre[BODO]), rel=0.02)
    assert times[FAUSKE, FAUSKE] == 0
    assert times[ROST, BODO] == pytest.approx(CROSSING, rel=0.1)
    # The one that no ferry goes to has itself alone, and those without roads have nothing.
    assert {end for start, end in times if start == TRAENA} == {TRAENA}
    assert {start for start, _end in times} == {BODO, FAUSKE, ROST, TRAENA}
    assert all(math.isfinite(minutes) and minutes >= 0 for minutes in times.values())
    (no_road,) = (line for line in out if line.startswith("Ingen vei innen 2 km"))
    assert no_road.endswith(" og 332 til. De er ikke dekket.")
    assert any(line.endswith("som fra en øy uten ferge: Træna.") for line in out)
    # The same again, and as the build reads it.
    first = (workshop.sources / "reisetid.csv").read_bytes()
    assert workshop.run("reisetid", roads, "--erstatt")[0] == 0
    assert (workshop.sources / "reisetid.csv").read_bytes() == first
    assert workshop.run("build", "innspill")[0] == 0
    question = "select kommunenummer from kommune_naermest where struktur = 'i_dag' and maal >= 0"
    assert {key for (key,) in rows(workshop.newest(), question)} == {BODO, FAUSKE, ROST}


@routed
@pytest.mark.parametrize("content", [b"", b"ikke et kart", b"\0\0\0\x0d\x0a\x09OSMHeader"])
def test_the_router_refuses_what_is_no_map(
    content: bytes, workshop: Workshop, tmp_path: Path
) -> None:
    (tmp_path / "x.osm.pbf").write_bytes(content)
    code, _out, err = workshop.run("reisetid", str(tmp_path / "x.osm.pbf"))
    assert code == 1
    assert err[1].startswith("x.osm.pbf: ventet et uttrekk som ")
    assert not (workshop.sources / "reisetid.csv").exists()


def kilometres(a: Node, b: Node) -> float:
    """Return the great circle between two points, by the haversine formula."""
    phi, psi = math.radians(a[0]), math.radians(b[0])
    half = math.sin((psi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(psi) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(half))
