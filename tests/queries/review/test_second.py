"""The second reader: which letters, what she may see and say, and how far the two agree."""

from dataclasses import replace
from typing import Any

import pytest

from data.work.events import Event
from queries.review import (
    Pair,
    Sample,
    agreement,
    disagreements,
    drawn,
    next_second,
    pairs,
    second_states,
)
from queries.review.agreement import alpha
from queries.review.second import DRAWN, SAMPLE
from queries.review.state import DONE, HOLD
from tests.queries.review.desk_set import NOW, decision, event, letter

MANY = tuple(letter(f"R{n}") for n in range(40))
DRAW = event(SAMPLE, {"antall": 40, "fro": 7}, gjelder=DRAWN)
HASH = letter().hash


def done(nr: int, *, second: bool = False, **more: Any) -> Event:
    about = "annen:R1" if second else "innspill:R1"
    usual = {"gjelder": about, "tekst_hash": HASH, "who": "leo" if second else "sara"}
    return event(DONE, til=True, nr=nr, **usual | more)


def read_twice() -> list[Event]:
    """Return what Sara says first and Leo blindly after her, of one letter."""
    leo = {"gjelder": "annen:R1", "who": "leo"}
    return [
        DRAW,
        decision("tilfreds_bemanning", "ikke_tilfreds", 1),
        decision("tema:rus", "rus", 2, status="avvist"),
        decision("tema:trafikk", "trafikk", 3),
        done(4),
        decision("tilfreds_bemanning", "delvis", 5, **leo),
        decision("tema:trafikk", "trafikk", 6, **leo),
        done(7, second=True),
    ]


def test_a_sample_is_the_same_each_time_and_a_larger_one_holds_the_smaller() -> None:
    ten, twenty = Sample(10, 7).of(MANY), Sample(20, 7).of(MANY)
    assert Sample(10, 7).of(reversed(MANY)) == ten
    assert twenty[:10] == ten
    assert len(ten) == 10
    assert Sample(10, 8).of(MANY) != ten
    # One letter more moves at most one out.
    later = Sample(10, 7).of((*MANY, letter("R99")))
    assert len([each for each in ten if each not in later]) <= 1


def test_the_sample_asked_for_last_holds_and_can_be_taken_back() -> None:
    asked = [DRAW, event(SAMPLE, {"antall": 3, "fro": 1}, 2, gjelder=DRAWN)]
    assert drawn(asked) == Sample(3, 1)
    assert drawn([*asked, event(SAMPLE, None, 3, gjelder=DRAWN)]) is None
    assert drawn([event(SAMPLE, {"antall": 3, "fro": 1}, gjelder="utvalg:noe")]) is None
    for odd in ({"antall": 0, "fro": 1}, {"antall": True, "fro": 1}, {"antall": 3}, [3, 1]):
        assert drawn([event(SAMPLE, odd, gjelder=DRAWN)]) is None


def test_the_second_reader_sees_neither_suggestions_nor_what_the_first_said() -> None:
    found = second_states((letter(),), read_twice()[:5], NOW)["R1"]
    assert found.status == "ny"
    assert not any(field.value or field.history or field.suggested for field in found.fields)
    assert second_states((letter(),), [], NOW) == {}


def test_the_second_reader_is_another_and_only_one() -> None:
    events = read_twice()[:5]
    found = second_states((letter(),), events, NOW)
    assert next_second(found, events, "sara") is None
    following = next_second(found, events, "leo")
    assert following
    assert following.letter.innspill_id == "R1"
    begun = read_twice()[:6]
    taken = event(HOLD, til=True, nr=6, gjelder="annen:R1", who="leo")
    for events in (begun, [*read_twice()[:5], taken]):
        found = second_states((letter(),), events, NOW)
        assert next_second(found, events, "kari") is None
        assert next_second(found, events, "leo")
    found = second_states((letter(),), read_twice(), NOW)
    assert next_second(found, read_twice(), "leo") is None


def test_two_readings_are_compared_code_by_code_when_both_are_finished() -> None:
    every = (letter(),)
    for unfinished in (read_twice()[:4], read_twice()[:7]):
        assert pairs(every, unfinished) == ()
    found = pairs(every, read_twice())
    by_key = {pair.key: (pair.first, pair.second) for pair in found}
    assert by_key["tilfreds_bemanning"] == ("ikke_tilfreds", "delvis")
    assert by_key["tema:rus"] == ("", "")
    assert by_key["tema:trafikk"] == ("trafikk", "trafikk")
    assert by_key["kanal_telefon"] == ("", "")
    (differ,) = disagreements(found)
    assert (differ.key, differ.first_reader, differ.second_reader) == (
        "tilfreds_bemanning",
        "Sara",
        "Leo",
    )


def test_what_the_first_left_open_is_not_compared() -> None:
    left = [each for each in read_twice() if each.felt != "tema:rus"]
    keys = {pair.key for pair in pairs((letter(),), left)}
    assert "tema:rus" not in keys
    assert "tema:trafikk" in keys


def test_what_was_coded_before_and_left_standing_is_what_the_first_says() -> None:
    left = [each for each in read_twice() if each.felt != "tema:rus"]
    codes = [replace(code, status="bekreftet") for code in letter().codes]
    found = {pair.key: pair for pair in pairs((letter(codes=tuple(codes)),), left)}
    assert (found["tema:rus"].first, found["tema:rus"].second) == ("rus", "")


def test_two_who_read_different_texts_are_not_compared() -> None:
    other = [*read_twice()[:-1], done(7, second=True, tekst_hash="et annet")]
    assert pairs((letter(),), other) == ()


def test_what_is_settled_afterwards_is_told_and_changes_no_measure() -> None:
    after = [*read_twice(), decision("tilfreds_bemanning", "delvis", 8)]
    before, now = (pairs((letter(),), events) for events in (read_twice(), after))
    assert agreement(before) == agreement(now)
    assert [pair.settled for pair in disagreements(before)] == [False]
    assert [pair.settled for pair in disagreements(now)] == [True]
    # So it is when the letter is opened again for it.
    opened = [*read_twice(), event(DONE, til=False, nr=8), *after[-1:]]
    assert agreement(pairs((letter(),), opened)) == agreement(before)


def said(*both: tuple[str, str]) -> list[Pair]:
    return [
        Pair(MANY[n], "onsker_tjenestested", one, other, "Sara", "Leo", settled=False)
        for n, (one, other) in enumerate(both)
    ]


def test_alpha_by_hand() -> None:
    # Four letters, one of them read differently: observed disagreement 2/8, expected by chance
    # 2·3·5/(8·7), so alpha is 1 − (1/4)/(30/56).
    found = said(("ja", "ja"), ("ja", "nei"), ("nei", "nei"), ("nei", "nei"))
    assert alpha(found) == pytest.approx(1 - (1 / 4) / (30 / 56))
    assert alpha(said(("ja", "ja"), ("nei", "nei"))) == pytest.approx(1)
    # Two who always say the opposite do worse than chance.
    worse = alpha(said(("ja", "nei"), ("nei", "ja")))
    assert worse is not None
    assert worse < 0
    # Nothing to tell apart is no agreement to measure.
    assert alpha(said(("ja", "ja"), ("ja", "ja"))) is None
    assert alpha([]) is None


def test_alpha_of_ten_letters_by_hand() -> None:
    # Ten letters, four read differently: of twenty values fourteen are one and six the other, so
    # alpha is 1 − 19·4/(14·6).
    found = said(("ja", "ja"), *[("ja", "nei")] * 4, *[("nei", "nei")] * 5)
    assert alpha(found) == pytest.approx(1 - 19 * 4 / (14 * 6))


def test_agreement_by_field_counts_each_value_of_those_that_have_several() -> None:
    found = {each.felt: each for each in agreement(pairs((letter(),), read_twice()))}
    assert (found["tema"].n, found["tema"].same, found["tema"].alpha) == (13, 13, 1)
    bemanning = found["tilfreds_bemanning"]
    assert (bemanning.n, bemanning.same) == (1, 0)
    assert found["kanal_telefon"].alpha is None
