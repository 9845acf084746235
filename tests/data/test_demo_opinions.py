"""The invented opinions, rooms and advice are plausible and hang together."""

from datetime import date

import polars as pl
import pytest

from data import vocabulary as v
from tests.data.demo_set import (
    SATISFACTION,
    SEEDS,
    SINGLE,
    Frames,
    column,
    counts,
    demo,
    governing,
    governing_codes,
    municipalities,
    nearest_km,
    stations,
    value_of,
)

MOST = {"tema": 5, "grunn": 4, "samarbeid": 5, "ressurs": 3}
Band = tuple[float, float]


@pytest.fixture(params=SEEDS)
def frames(request: pytest.FixtureRequest) -> Frames:
    return demo(request.param)


def test_every_single_valued_field_is_coded_once_for_each_municipality(frames: Frames) -> None:
    rows = governing_codes(frames).filter(pl.col("felt").is_in(SINGLE))
    per_field = rows.group_by("kommune", "felt").len()
    assert per_field["len"].unique().to_list() == [1]
    assert per_field.height == 209 * len(SINGLE)


def test_many_valued_fields_stay_within_bounds(frames: Frames) -> None:
    rows = governing_codes(frames)
    for field, most in MOST.items():
        values = rows.filter(felt=field).group_by("kommune").agg("verdi")
        assert max(len(listed) for listed in values["verdi"]) <= most
        assert (values["verdi"].list.len() == values["verdi"].list.n_unique()).all()
    resources = rows.filter(felt="ressurs").group_by("kommune").agg("verdi")["verdi"]
    assert all(values == ["ingen"] for values in resources.to_list() if "ingen" in values)


def test_reasons_are_given_only_by_those_who_are_dissatisfied(frames: Frames) -> None:
    rows = governing_codes(frames)
    unhappy = rows.filter(
        pl.col("felt").is_in(SATISFACTION), pl.col("verdi").is_in(["delvis", "ikke_tilfreds"])
    )
    assert set(rows.filter(felt="grunn")["kommune"]) <= set(unhappy["kommune"])


def test_rooms_belong_to_those_that_offer_or_consider(frames: Frames) -> None:
    rooms = frames["lokaler"]
    offers = value_of(frames, "tilbyr_lokaler")
    with_rooms = set(rooms["kommunenummer"])
    offering = {number for number, value in offers.items() if value in ("ja", "vurderes")}
    assert 55 <= rooms.height <= 65
    assert with_rooms < offering
    assert len(offering - with_rooms) == 2
    assert all(offers[number] == "ja" for number in offering - with_rooms)
    assert counts(frames, "tilbyr_lokaler")["ja"] == 35
    assert counts(frames, "tilbyr_lokaler")["vurderes"] == 12
    assert set(rooms["innspill_id"]) <= set(governing(frames).values())
    wishes = value_of(frames, "onsker_tjenestested")
    assert {wishes[number] for number in with_rooms} == {"ja", "betinget", "uklart", "nei"}


def test_rooms_look_like_rooms(frames: Frames) -> None:
    rooms = frames["lokaler"]
    assert rooms["lokaltype"].value_counts(sort=True)["lokaltype"][0] == "raadhus"
    assert min(column(rooms, "areal_m2")) >= 18
    assert max(column(rooms, "areal_m2")) <= 240
    assert rooms["areal_m2"].null_count() > 0
    assert rooms["ledig_fra"].null_count() > 0
    assert min(column(rooms, "ledig_fra")) >= date(2022, 7, 1)
    assert max(column(rooms, "ledig_fra")) <= date(2023, 12, 31)
    assert rooms["adresse"].drop_nulls().str.ends_with("(oppdiktet)").all()


@pytest.mark.parametrize(
    ("field", "dissatisfied", "partly", "satisfied"),
    [
        ("tilfreds_bemanning", (0.48, 0.60), (0.15, 0.25), (0.15, 0.22)),
        ("tilfreds_tjenestestedstruktur", (0.25, 0.38), (0.15, 0.25), (0.35, 0.50)),
        ("tilfreds_tjenestetilbud", (0.35, 0.45), (0.20, 0.32), (0.20, 0.32)),
    ],
)
def test_satisfaction_is_spread_as_planned(
    frames: Frames, field: str, dissatisfied: Band, partly: Band, satisfied: Band
) -> None:
    found = counts(frames, field)
    answered = 209 - found["ikke_besvart"]
    assert dissatisfied[0] <= found["ikke_tilfreds"] / answered <= dissatisfied[1]
    assert partly[0] <= found["delvis"] / answered <= partly[1]
    assert satisfied[0] <= found["tilfreds"] / answered <= satisfied[1]
    assert 0.03 <= found["uklart"] / answered <= 0.09


def test_few_leave_staffing_out(frames: Frames) -> None:
    assert 0.03 <= counts(frames, "tilfreds_bemanning")["ikke_besvart"] / 209 <= 0.06


@pytest.mark.parametrize("field", SATISFACTION)
def test_dissatisfaction_rises_with_distance(frames: Frames, field: str) -> None:
    km = nearest_km()
    scale = {"ikke_tilfreds": 1.0, "delvis": 0.5, "tilfreds": 0.0}
    near, far = [], []
    for number, value in value_of(frames, field).items():
        if value in scale and km[number] < 10:
            near.append(scale[value])
        if value in scale and km[number] > 30:
            far.append(scale[value])
    assert len(far) >= 10
    assert sum(far) / len(far) > sum(near) / len(near) + 0.15


def test_wishes_come_mostly_from_small_places_without_a_station(frames: Frames) -> None:
    own = set(stations().filter(status_2022="aktiv")["kommunenummer"])
    wishes = value_of(frames, "onsker_tjenestested")
    wanting = [number for number, value in wishes.items() if value in ("ja", "betinget")]
    size = dict(municipalities().select("kommunenummer", "innbyggere_2022").iter_rows())
    assert sum(number not in own for number in wanting) >= 24
    assert sum(size[number] < 5_000 for number in wanting) >= 17
    assert any(size[number] >= 15_000 for number in wanting)


def test_districts_differ_in_dissatisfaction(frames: Frames) -> None:
    district = dict(municipalities().select("kommunenummer", "politidistrikt").iter_rows())
    values = value_of(frames, "tilfreds_bemanning")

    def share(name: str) -> float:
        own = [value for number, value in values.items() if district[number] == name]
        return own.count("ikke_tilfreds") / len(own)

    assert share("Innlandet") > share("Øst") + 0.2


def test_coding_is_shared_between_rules_and_people(frames: Frames) -> None:
    codes = frames["koding"]
    assert set(codes["kodet_av"]) == {"regel", "menneske"}
    assert min(column(codes, "kodet_tid")) >= date(2022, 6, 1)
    assert max(column(codes, "kodet_tid")) <= date(2022, 9, 30)
    dated = codes.join(frames["innspill"].select("innspill_id", "dato"), on="innspill_id")
    assert (dated["kodet_tid"] > dated["dato"]).all()


def test_advice_concerns_municipalities_that_want_a_station(frames: Frames) -> None:
    wishes = value_of(frames, "onsker_tjenestested")
    assert frames["raad"].height == 20
    assert {wishes[number] for number in frames["raad"]["kommunenummer"]} <= {"ja", "betinget"}
    assert set(frames["raad"]["raad"]) == set(v.RAAD)
