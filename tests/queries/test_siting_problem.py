"""What goes into the model, what comes out of the edges of it, and the twenty that were decided."""

import math

import numpy as np
import pytest

from queries import Version, View, ask
from queries.siting import cover, decided, effect, greedy, overlap, p_median, problem
from queries.siting.problem import Candidates
from tests import built, reach_set
from tests.queries.siting_set import made
from tests.reach_set import (
    haversine,
    population_file,
    records,
    source,
    stations,
    travel_file,
)

NOWHERE = View(distrikt=("Oslo",), innbyggere=("liten",))


def test_the_whole_country_is_in_it(small: Version) -> None:
    question = problem(small, View(), kandidater="alle", vekt="innbyggere", grense=15)
    centres = sorted(source("kommuner"), key=lambda k: str(k["kommunenummer"]))
    assert [c.id for c in question.candidates] == [k["kommunenummer"] for k in centres]
    assert question.inhabitants.tolist() == [int(k["innbyggere_2022"]) for k in centres]
    assert question.weights.tolist() == question.inhabitants.tolist()
    assert question.total == 5_425_270
    assert (question.limit, question.unit, question.uncovered) == (15, "km", 0)
    every = haversine(centres, centres)
    today = haversine(centres, [s for s in stations() if s["lag"] == "aktiv"]).min(axis=1)
    np.testing.assert_allclose(question.existing, today, atol=1e-6)
    nearer = every < today[:, None] - 0.001
    np.testing.assert_allclose(question.distances(), np.where(nearer, every, np.inf), atol=1e-6)


# By hand from tests/small_set.py.
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("onsker", ["1811", "1835", "1874", "3018", "5401"]),
        ("tilbyr", ["1811", "1835", "1874", "3018"]),
    ],
)
def test_the_candidates_are_those_that_want_or_offer(
    small: Version, rule: Candidates, expected: list[str]
) -> None:
    question = problem(small, View(), kandidater=rule, vekt="innbyggere", grense=15)
    assert [c.id for c in question.candidates] == expected
    # Whoever may have a station, everybody may use it.
    assert question.total == 5_425_270


def test_dissatisfaction_weighs_and_silence_is_neutral(small: Version) -> None:
    asked = ask(small, "plassering_punkter", View(), vekt="misnoye")
    rows = {r["kommunenummer"]: r["vekt"] / r["innbyggere"] for r in asked.to_dicts()}
    # 1101: not satisfied, partly, satisfied. 1804: partly, satisfied, not answered. 1811: not
    # satisfied with any. 3018: not satisfied, unclear, partly. 5401: satisfied with all.
    assert rows["1101"] == pytest.approx(1 + 1.5 / 3)
    assert rows["1804"] == pytest.approx(1 + (0.5 + 1 / 3) / 3)
    assert rows["1811"] == pytest.approx(2)
    assert rows["3018"] == pytest.approx(1 + (1.5 + 1 / 3) / 3)
    assert rows["5401"] == pytest.approx(1)
    # 0301 is silent, 3419 is not coded and 4644 answers nothing that can be told.
    for number in ("0301", "3419", "4644"):
        assert rows[number] == pytest.approx(1 + 1 / 3)


@pytest.mark.parametrize("limit", [5, 15, 40])
def test_points_added_together_count_as_before(
    tmp_path_factory: pytest.TempPathFactory, limit: int
) -> None:
    version = built.reach(tmp_path_factory, points=True)
    points = records(version, "from punkt where innbyggere > 0")
    question = problem(version, View(), kandidater="alle", vekt="misnoye", grense=limit)
    assert len(question.demand) < len(points)
    centres = source("kommuner")
    number = {k["kommunenummer"]: i for i, k in enumerate(centres)}
    people = np.array([p["innbyggere"] for p in points])
    today = haversine(points, [s for s in stations() if s["lag"] == "aktiv"]).min(axis=1)
    solution = p_median(question, 8)
    new = haversine(points, [centres[number[key]] for key in solution.chosen]).min(axis=1)
    after = np.minimum(today, new)
    assert question.total == people.sum()
    assert solution.covered_before == people[today <= limit].sum()
    assert solution.covered == people[after <= limit].sum()
    assert solution.mean_before == pytest.approx(people @ today / people.sum())
    assert solution.mean_after == pytest.approx(people @ after / people.sum())
    weights = dict.fromkeys(number, 0.0)
    for row in ask(version, "plassering_punkter", View(grense=60), vekt="misnoye").to_dicts():
        weights[row["kommunenummer"]] += row["vekt"]
    assert question.weights.sum() == pytest.approx(sum(weights.values()))


def test_equal_questions_are_one_problem(small: Version) -> None:
    asked = {"kandidater": "alle", "vekt": "innbyggere"}
    one = problem(small, View(), grense=15, **asked)  # type: ignore[arg-type]
    assert problem(small, View(vis="onsker", sok="x"), grense=15.0, **asked) is one  # type: ignore[arg-type]
    assert problem(small, View(), grense=16, **asked) is not one  # type: ignore[arg-type]
    assert problem(small, View(svart="ja"), grense=15, **asked) is not one  # type: ignore[arg-type]


def test_a_district_is_served_and_chosen_from_alone(small: Version) -> None:
    view = View(distrikt=("Nordland",))
    question = problem(small, view, kandidater="alle", vekt="innbyggere", grense=15)
    numbers = {k["kommunenummer"] for k in source("kommuner") if k["politidistrikt"] == "Nordland"}
    assert {c.id for c in question.candidates} == numbers
    assert len(question.demand) == len(numbers)
    # The nearest today may lie in another district.
    nearest = ask(small, "lengst_unna", view)["i_dag"].to_list()
    np.testing.assert_allclose(np.sort(question.existing), np.sort(nearest), atol=1e-6)


@pytest.mark.parametrize("solve", [cover, p_median])
def test_what_cannot_be_solved_has_a_reason(small: Version, solve: object) -> None:
    def reason(view: View, rule: Candidates, count: int, limit: float = 15) -> str | None:
        question = problem(small, view, kandidater=rule, vekt="innbyggere", grense=limit)
        solution = solve(question, count)  # type: ignore[operator]
        assert not solution.chosen
        assert solution.optimal
        assert solution.covered == solution.covered_before
        return str(solution.reason)

    assert reason(NOWHERE, "alle", 3) == "ingen_kandidater"
    assert reason(View(distrikt=("Oslo",)), "onsker", 3) == "ingen_kandidater"
    assert reason(View(), "tilbyr", 5) == "for_faa_kandidater"
    assert reason(View(), "alle", 0) == "ingen_antall"
    assert reason(View(), "alle", 357) == "for_faa_kandidater"
    # Everybody in Oslo is near a station, and a new one is nearer to nobody.
    assert reason(View(stasjon="ja", distrikt=("Oslo",)), "alle", 1) in {
        "alt_dekket",
        "ingen_gevinst",
    }


def test_everybody_within_the_limit_leaves_nothing_to_cover(small: Version) -> None:
    question = problem(small, View(), kandidater="alle", vekt="innbyggere", grense=500)
    solution = cover(question, 5)
    assert (solution.chosen, solution.reason) == ((), "alt_dekket")
    assert solution.covered == question.total
    assert len(p_median(question, 5).chosen) == 5


def test_candidates_that_help_nobody() -> None:
    question = made(np.full((3, 4), 9.0), np.full(3, 5.0), [1, 2, 3], 2)
    for solve in (cover, p_median):
        solution = solve(question, 2)
        assert (solution.chosen, solution.reason) == ((), "ingen_gevinst")


def test_who_has_exactly_the_limit_to_go_is_within_it() -> None:
    question = made(np.array([[2.0], [2.1]]), np.full(2, 9.0), [10, 20], 2)
    assert question.covered(question.with_chosen(np.array([0]))) == 10
    assert cover(question, 1).chosen == ("0000",)


def test_nobody_at_all() -> None:
    question = made(np.empty((0, 3)), np.empty(0), [], 2)
    for solve in (cover, p_median):
        solution = solve(question, 2)
        assert solution.reason == "ingen_innbyggere"
        assert math.isnan(solution.mean_before)
        assert math.isnan(solution.mean_after)


def test_fewer_will_do_when_fewer_do_the_same() -> None:
    distances = np.where(np.eye(4, 6, dtype=bool), 1.0, 9.0)
    question = made(distances, np.full(4, 9.0), [1, 2, 3, 4], 2)
    solution = cover(question, 6)
    assert solution.chosen == ("0003", "0002", "0001", "0000")
    assert solution.optimal
    assert solution.reason is None


def test_travel_time_is_used_and_what_lacks_it_is_left_out(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    times = {("1811", "T001"): 80.0, ("1811", "1811"): 4.0, ("1835", "T001"): 95.0}
    times |= {("1835", "1811"): 50.0, ("1811", "1848"): 70.0}
    folder = tmp_path_factory.mktemp("tid")
    version = reach_set.built(
        folder, reisetid=travel_file(times), befolkning_punkt=population_file()
    )
    question = problem(version, View(), kandidater="alle", vekt="innbyggere", grense=60)
    people = {"1811": 0, "1835": 0}
    for row in records(version, "from punkt where kommunenummer in ('1811', '1835')"):
        people[row["kommunenummer"]] += row["innbyggere"]
    assert question.unit == "min"
    assert question.total == sum(people.values())
    everybody = sum(r["innbyggere"] for r in records(version, "from punkt"))
    assert question.uncovered == everybody - question.total
    assert set(question.existing) == {80.0, 95.0}
    # Both get within the hour by a station in Bindal; in Træna it takes no time at all.
    assert cover(question, 1).chosen == ("1811",)
    assert set(p_median(question, 2).chosen) == {"1811", "1835"}
    mean = (people["1811"] * 4 + people["1835"] * 0) / question.total
    assert p_median(question, 2).mean_after == pytest.approx(mean)
    known = decided(version, View(), question)
    assert known.mean_after == pytest.approx(
        (people["1811"] * 70 + people["1835"] * 95) / question.total
    )
    assert ("Steigen", "1811") not in known.near
    lacking = problem(
        version, View(distrikt=("Agder",)), kandidater="alle", vekt="innbyggere", grense=60
    )
    assert cover(lacking, 1).reason == "ingen_avstand"
    assert greedy(lacking, 1) == ()


def test_the_decided_are_measured_as_the_others(small: Version) -> None:
    question = problem(small, View(), kandidater="alle", vekt="innbyggere", grense=15)
    known = decided(small, View(), question)
    assert len(known.stations) == 20
    rows = ask(small, "rekkevidde", View(), gruppering="alle").to_dicts()
    reach = {row["struktur"]: row for row in rows}
    assert known.covered_before == reach["i_dag"]["innenfor"]
    assert known.mean_before == pytest.approx(reach["i_dag"]["snitt"])
    # From the centres of their municipalities, as the model's own are.
    centres = {k["kommunenummer"]: k for k in source("kommuner")}
    numbers = [n["kommunenummer"] for n in source("nye_tjenestesteder")]
    alike = effect(question, numbers)
    assert (known.covered, known.mean_after) == (alike.covered, alike.mean_after)
    for station in known.stations:
        own = centres[station.kommunenummer]
        assert (station.lat, station.lon) == (float(own["lat"]), float(own["lon"]))
    assert cover(question, 20).covered >= known.covered
    assert p_median(question, 20).mean_after <= known.mean_after


def test_of_the_decided_only_those_in_the_selection_count(small: Version) -> None:
    view = View(distrikt=("Nordland",))
    question = problem(small, view, kandidater="alle", vekt="innbyggere", grense=15)
    numbers = {k["kommunenummer"] for k in source("kommuner") if k["politidistrikt"] == "Nordland"}
    inside = [n for n in source("nye_tjenestesteder") if n["kommunenummer"] in numbers]
    known = decided(small, view, question)
    assert sorted(s.id for s in known.stations) == sorted(n["sted"] for n in inside)
    nobody = problem(small, NOWHERE, kandidater="alle", vekt="innbyggere", grense=15)
    assert decided(small, NOWHERE, nobody).stations == ()


def test_overlap_is_the_same_municipality_or_near_it(small: Version) -> None:
    question = problem(small, View(), kandidater="alle", vekt="innbyggere", grense=30)
    known = decided(small, View(), question)
    centres, new = source("kommuner"), source("nye_tjenestesteder")
    where = {k["kommunenummer"]: k for k in centres}
    every = haversine(centres, [where[n["kommunenummer"]] for n in new])
    assert known.near == {
        (n["sted"], k["kommunenummer"])
        for i, k in enumerate(centres)
        for j, n in enumerate(new)
        if every[i, j] <= 30
    }
    chosen = ("1848", "0301")
    found = overlap(known, chosen)
    assert found.same_kommune == tuple(s.id for s in known.stations if s.kommunenummer in chosen)
    oslo = [k["kommunenummer"] for k in centres].index("0301")
    near = {n["sted"] for j, n in enumerate(new) if every[oslo, j] <= 30}
    assert set(found.within_limit) == near - set(found.same_kommune)
    assert "Steigen" in found.same_kommune
    assert overlap(known, ()) == overlap(known, ("9999",))
