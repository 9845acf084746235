"""How many live within reach, by SQL and by trying every station, in kilometres and minutes."""

from dataclasses import dataclass

import numpy as np
import pytest

from queries import Version, View, ask
from tests import built
from tests.reach_set import (
    LAYERS,
    Floats,
    Row,
    haversine,
    records,
    source,
    stations,
    travel,
)

STRUCTURES = ("foer_2017", "i_dag", "med_nye")
SIZES = {"liten": (0, 5000), "middels": (5000, 20_000), "stor": (20_000, 10**9)}
# The whole country, a district, a size, and nothing.
VIEWS = (
    View(),
    View(distrikt=("Nordland",)),
    View(innbyggere=("liten",)),
    View(fylke=("Viken", "Agder"), stasjon="nei"),
    View(distrikt=("Oslo",), innbyggere=("liten",)),
    View(sesong="helaar"),
    View(sesong="sommer"),
    View(sesong="vinter", distrikt=("Sør-Øst",)),
)


@dataclass(frozen=True)
class World:
    """A built version, its demand points, and how far each has to go: NaN where it is unknown."""

    version: Version
    points: list[Row]
    distances: dict[str, Floats]
    # From each point to each municipality's centre, as if it had a station.
    centres: Floats

    def chosen(self, view: View) -> "np.ndarray":
        """Return which points lie in the municipalities of `view`."""
        numbers = [row["kommunenummer"] for row in selected(view)]
        return np.isin([p["kommunenummer"] for p in self.points], numbers)


def in_season(world: World, view: View) -> dict[str, Floats]:
    """Return the distances in the three structures as they are in the season of `view`."""
    new = f"med_nye_{view.sesong}" if view.sesong else "med_nye"
    return {s: world.distances[new if s == "med_nye" else s] for s in sorted(STRUCTURES)}


def selected(view: View) -> list[Row]:
    active = {s["kommunenummer"] for s in stations() if s["lag"] == "aktiv"}
    rows = []
    for row in source("kommuner"):
        people = int(row["innbyggere_2022"])
        sizes = [SIZES[s] for s in view.innbyggere] or [(0, 10**9)]
        if (
            (not view.distrikt or row["politidistrikt"] in view.distrikt)
            and (not view.fylke or row["fylkesnavn"] in view.fylke)
            and any(low <= people < high for low, high in sizes)
            and (view.stasjon is None or (view.stasjon == "ja") == (row["kommunenummer"] in active))
        ):
            rows.append(row)
    return rows


def straight(version: Version) -> World:
    points = records(version, "from punkt order by punkt_id")
    there = stations()
    every = haversine(points, there)
    layers = np.array([s["lag"] for s in there])
    return World(
        version,
        points,
        {s: every[:, np.isin(layers, lag)].min(axis=1) for s, lag in LAYERS.items()},
        haversine(points, source("kommuner")),
    )


def travelled(version: Version) -> World:
    points = records(version, "from punkt order by punkt_id")
    times = travel()
    there = stations()
    numbers = [k["kommunenummer"] for k in source("kommuner")]

    def least(number: str, lag: tuple[str, ...]) -> float:
        known = [times.get((number, s["id"]), np.nan) for s in there if s["lag"] in lag]
        return float(np.nanmin([np.inf, *known]))

    def centre(number: str, target: str) -> float:
        return times.get((number, target), 0.0 if number == target else np.inf)

    found = {s: {n: least(n, lag) for n in numbers} for s, lag in LAYERS.items()}
    of_points = [p["kommunenummer"] for p in points]
    distances = {s: np.array([found[s][n] for n in of_points]) for s in LAYERS}
    return World(
        version,
        points,
        {s: np.where(np.isinf(d), np.nan, d) for s, d in distances.items()},
        np.array([[centre(p, t) for t in numbers] for p in of_points]),
    )


@pytest.fixture(scope="module", params=["senter", "punkter", "reisetid", "punkter og reisetid"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return each kind of supplied data in turn."""
    by_time = "reisetid" in request.param
    version = built.reach(tmp_path_factory, points="punkter" in request.param, times=by_time)
    return travelled(version) if by_time else straight(version)


def people(world: World) -> "np.ndarray":
    return np.array([p["innbyggere"] for p in world.points])


def test_each_point_has_the_distance_that_trying_every_station_gives(world: World) -> None:
    rows = records(world.version, "from punkt_naermest order by struktur, punkt_id")
    assert len(rows) == len(LAYERS) * len(world.points)
    for structure, expected in world.distances.items():
        found = [r["maal"] for r in rows if r["struktur"] == structure]
        np.testing.assert_allclose(np.array(found, float), expected, atol=1e-6)


@pytest.mark.parametrize("view", VIEWS, ids=View.sentence)
@pytest.mark.parametrize("limit", [5, 15, 60])
def test_reach_is_what_counting_gives(world: World, view: View, limit: int) -> None:
    rows = ask(world.version, "rekkevidde", view.having(grense=limit), gruppering="alle").to_dicts()
    there, count = world.chosen(view), people(world)
    if not there.any():
        assert rows == []
        return
    distances = in_season(world, view)
    assert [r["struktur"] for r in rows] == list(distances)
    for row in rows:
        distance = distances[row["struktur"]]
        known = there & ~np.isnan(distance)
        total, inside = count[known].sum(), count[known & (distance <= limit)].sum()
        assert (row["innbyggere"], row["innenfor"], row["punkter"], row["udekket"]) == (
            total,
            inside,
            known.sum(),
            count[there & ~known].sum(),
        )
        assert row["andel"] == pytest.approx(inside / total)
        assert row["snitt"] == pytest.approx((count * distance)[known].sum() / total)


@pytest.mark.parametrize("grouping", ["politidistrikt", "fylke", "storrelse"])
def test_groups_add_up_to_the_whole(world: World, grouping: str) -> None:
    (whole,) = [
        r
        for r in ask(world.version, "rekkevidde", View(), gruppering="alle").to_dicts()
        if r["struktur"] == "i_dag"
    ]
    groups = ask(world.version, "rekkevidde", View(), gruppering=grouping).filter(struktur="i_dag")
    assert groups.height == {"politidistrikt": 12, "fylke": 11, "storrelse": 3}[grouping]
    for column in ("innbyggere", "innenfor", "punkter", "udekket"):
        assert groups[column].sum() == whole[column]


@pytest.mark.parametrize("view", VIEWS, ids=View.sentence)
def test_the_curve_meets_reach_at_every_limit(world: World, view: View) -> None:
    curve = ask(world.version, "rekkevidde_kurve", view)
    there, count = world.chosen(view), people(world)
    distances = in_season(world, view)
    known = {s: there & ~np.isnan(d) for s, d in distances.items()}
    expected = [
        (s, limit, count[known[s] & (distances[s] <= limit)].sum())
        for s in distances
        if known[s].any()
        for limit in range(61)
    ]
    assert curve.select("struktur", "grense", "innenfor").rows() == expected
    for structure, share in curve.filter(grense=60).select("struktur", "andel").rows():
        inside = count[known[structure] & (distances[structure] <= 60)].sum()
        assert share == pytest.approx(inside / count[known[structure]].sum())


@pytest.mark.parametrize("view", VIEWS, ids=View.sentence)
def test_the_farthest_municipalities_come_first(world: World, view: View) -> None:
    rows = ask(world.version, "lengst_unna", view).to_dicts()
    assert sorted(r["kommunenummer"] for r in rows) == sorted(
        k["kommunenummer"] for k in selected(view)
    )
    known = [r["i_dag"] for r in rows if r["i_dag"] is not None]
    assert known == sorted(known, reverse=True)
    # What is unknown comes last, and is not zero.
    assert all(r["i_dag"] is None for r in rows[len(known) :])
    for row in rows:
        if None not in (row["i_dag"], row["foer_2017"], row["med_nye"]):
            assert max(row["foer_2017"], row["med_nye"]) <= row["i_dag"]


@pytest.mark.parametrize("limit", [5, 15, 40])
def test_a_room_brings_nearer_whom_trying_it_brings_nearer(world: World, limit: int) -> None:
    rows = ask(world.version, "lokale_rekkevidde", View(grense=limit)).to_dicts()
    assert [r["lokale_id"] for r in rows] == ["L1", "L2", "L3", "L4", "L5"]
    at = {"L1": "1811", "L2": "1811", "L3": "1835", "L4": "1874", "L5": "3018"}
    numbers = [k["kommunenummer"] for k in source("kommuner")]
    count, today = people(world), world.distances["i_dag"]
    for row in rows:
        number = at[row["lokale_id"]]
        here = np.array([p["kommunenummer"] == number for p in world.points])
        there = world.centres[:, numbers.index(number)]
        if np.isnan(today[here]).all():
            assert (row["flere_innenfor"], row["naermere"], row["spart"]) == (None, None, None)
            continue
        nearer = (there < today - 0.001) & (count > 0)
        saved = count[nearer] @ (today - there)[nearer]
        assert row["flere_innenfor"] == count[nearer & (there <= limit) & (today > limit)].sum()
        assert row["naermere"] == count[nearer].sum()
        assert row["spart"] == pytest.approx(saved)
        mean = saved / count[nearer].sum() if nearer.any() else None
        assert row["snitt_naermere"] == (mean if mean is None else pytest.approx(mean))


def test_the_measure_says_what_it_is(world: World, request: pytest.FixtureRequest) -> None:
    (row,) = ask(world.version, "avstandsmaal", View()).to_dicts()
    kind = request.node.callspec.params["world"]
    by_time, points = "reisetid" in kind, "punkter" in kind
    centres = {
        p["kommunenummer"]: d for p, d in zip(world.points, world.distances["i_dag"], strict=True)
    }
    assert row == {
        "kilde": "reisetid" if by_time else "luftlinje",
        "enhet": "min" if by_time else "km",
        "punktkilde": "befolkning_punkt" if points else "kommunesenter",
        "punkter": len(world.points),
        "kommuner_uten_reisetid": sum(bool(np.isnan(d)) for d in centres.values()),
    }
    # The times of the test leave out one municipality in three, and then some.
    assert (row["kommuner_uten_reisetid"] > 100) == by_time
