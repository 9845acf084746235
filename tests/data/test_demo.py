"""The invented answers come from whom, when and in the numbers that were published."""

import hashlib
from datetime import date

import polars as pl
import pytest

from data import schemas
from data.demo import generate
from tests.data.demo_set import (
    SATISFACTION,
    SEEDS,
    Frames,
    column,
    counts,
    demo,
    governing,
    municipalities,
    stations,
)

# After a wanted change of the demo set, run this file and copy the value the failure shows.
FINGERPRINT = "124d7da7423feff6a4c89c37cfc86d6d0135bd0ec20ad1f571df143eb7260b54"


@pytest.fixture(params=SEEDS)
def frames(request: pytest.FixtureRequest) -> Frames:
    return demo(request.param)


def test_every_frame_satisfies_its_schema(frames: Frames) -> None:
    assert list(frames) == list(schemas.ANSWERS)
    for name, schema in schemas.ANSWERS.items():
        schema.validate(frames[name])
        assert frames[name].columns == schema.column_names()


def test_the_same_seed_gives_the_same_bytes() -> None:
    shuffled = municipalities().sample(fraction=1.0, shuffle=True, seed=1)
    again = generate(shuffled, stations().reverse())
    for name, frame in demo().items():
        assert frame.write_csv() == again[name].write_csv()


def test_the_bytes_are_the_committed_ones() -> None:
    content = "".join(frame.write_csv() for frame in demo().values())
    assert hashlib.sha256(content.encode()).hexdigest() == FINGERPRINT


def test_another_seed_gives_another_set() -> None:
    assert not demo(2022)["innspill"].equals(demo(7)["innspill"])


def test_220_senders_of_whom_207_municipal(frames: Frames) -> None:
    answers = frames["innspill"]
    assert answers.height == 223
    assert answers["avsender"].n_unique() == 220
    senders = answers.unique("avsender").group_by("avsendertype").len().rows()
    kinds = dict(senders)
    assert kinds["kommune"] == 207
    assert kinds["interkommunalt_raad"] == 1
    assert sum(kinds.values()) - 207 - 1 == 12


def test_209_municipalities_have_answered_and_147_have_not(frames: Frames) -> None:
    assert len(governing(frames)) == 209
    assert municipalities().height - len(governing(frames)) == 147


def test_the_published_classification(frames: Frames) -> None:
    assert counts(frames, "onsker_tjenestested") == {
        "ja": 24,
        "betinget": 9,
        "nei": 133,
        "uklart": 43,
    }


def test_two_joint_answers_and_one_field_that_divides(frames: Frames) -> None:
    joint = frames["innspill"].filter(
        (pl.col("avsendertype") == "kommune")
        & pl.col("kommunenumre").str.contains("|", literal=True)
    )
    assert joint.height == 2
    assert joint["kommunenumre"].str.split("|").list.len().to_list() == [2, 2]
    codes = frames["koding"].filter(pl.col("innspill_id").is_in(joint["innspill_id"].to_list()))
    divided = codes.filter(pl.col("kommunenummer").is_not_null())
    assert divided.height == 2
    assert divided["felt"].n_unique() == 1
    assert divided["verdi"].n_unique() == 2
    assert codes.filter(pl.col("kommunenummer").is_null()).height > 20


def test_the_council_speaks_for_municipalities_that_also_answered(frames: Frames) -> None:
    council = frames["innspill"].filter(avsendertype="interkommunalt_raad").row(0, named=True)
    numbers = council["kommunenumre"].split("|")
    own = frames["innspill"].filter(avsendertype="kommune")["kommunenumre"].to_list()
    assert 4 <= len(numbers) <= 5
    assert set(numbers) <= set(own)
    assert "oppdiktet" in council["avsender"]
    wish = frames["koding"].filter(innspill_id=council["innspill_id"], felt="onsker_tjenestested")
    assert wish["verdi"].to_list() == ["ja"]
    places = municipalities().filter(pl.col("kommunenummer").is_in(numbers))
    assert places["politidistrikt"].n_unique() == 1
    latitudes = column(places, "lat")
    assert (max(latitudes) - min(latitudes)) * 111 < 120


def test_other_senders_are_invented_and_belong_to_no_municipality(frames: Frames) -> None:
    others = frames["innspill"].filter(
        ~pl.col("avsendertype").is_in(["kommune", "interkommunalt_raad"])
    )
    assert others["kommunenumre"].null_count() == 12
    assert others["avsender"].str.ends_with("(oppdiktet)").all()
    questions = frames["svar"].join(others, on="innspill_id", how="semi")["sporsmal"]
    assert questions.unique().to_list() == [0]


def test_three_second_answers_replace_the_first_and_change_the_codes(frames: Frames) -> None:
    by_id = {row["innspill_id"]: row for row in frames["innspill"].iter_rows(named=True)}
    second = [row for row in by_id.values() if row["erstatter"]]
    assert len(second) == 3
    for row in second:
        first = by_id[row["erstatter"]]
        assert (first["avsender"], first["kommunenumre"]) == (row["avsender"], row["kommunenumre"])
        assert first["dato"] < row["dato"]
        values = [
            frames["koding"].filter(innspill_id=answer, felt="onsker_tjenestested")["verdi"].item()
            for answer in (first["innspill_id"], row["innspill_id"])
        ]
        assert values[0] != values[1]


def test_dates_are_weekdays_with_a_rush_before_the_deadline(frames: Frames) -> None:
    every = column(frames["innspill"], "dato")
    assert min(every) >= date(2022, 3, 10)
    assert max(every) <= date(2022, 6, 30)
    assert all(day.isoweekday() <= 5 for day in every)
    days = frames["innspill"]["dato"]
    late = days.filter(days > date(2022, 6, 1))
    assert 12 <= late.len() <= 16
    last_week = days.is_between(date(2022, 5, 26), date(2022, 6, 1)).sum()
    busiest_other = max(
        days.is_between(date(2022, 3, 10 + 7 * week), date(2022, 3, 16 + 7 * week)).sum()
        for week in range(3)
    )
    assert last_week > 3 * busiest_other


def test_some_answers_only_refer_to_something_else(frames: Frames) -> None:
    referring = frames["innspill"].filter(pl.col("merknad").str.contains("vedlegg"))
    assert 14 <= referring.height <= 16
    for answer in referring["innspill_id"]:
        said = frames["svar"].filter(innspill_id=answer)
        assert said["sporsmal"].to_list() == [0]
        assert len(said["tekst"].item()) < 200
        codes = dict(frames["koding"].filter(innspill_id=answer).select("felt", "verdi").rows())
        assert codes["onsker_tjenestested"] == "uklart"
        assert {codes[field] for field in SATISFACTION} <= {"uklart", "ikke_besvart"}


def test_the_very_small_answer_somewhat_less_often(frames: Frames) -> None:
    answered = set(governing(frames))
    small = municipalities()["innbyggere_2022"] < 2_000
    few, many = (column(municipalities().filter(rows), "kommunenummer") for rows in (small, ~small))
    shares = [sum(number in answered for number in group) / len(group) for group in (few, many)]
    assert shares[1] - 0.25 < shares[0] < shares[1]


def test_coverage_differs_between_districts(frames: Frames) -> None:
    answered = set(governing(frames))
    shares = {}
    for (district,), group in municipalities().group_by("politidistrikt"):
        local = column(group, "kommunenummer")
        shares[district] = sum(number in answered for number in local) / len(local)
    assert min(shares.values()) >= 0.44
    assert max(shares.values()) <= 0.76
    assert max(shares.values()) - min(shares.values()) > 0.2
    oslo = municipalities().filter(politidistrikt="Oslo")["kommunenummer"]
    assert len(answered & set(oslo)) == 2
