"""Which answer counts for a municipality, and the values that are not one and the same."""

from typing import Final

import pytest

from queries import Version
from tests.data.workshop import HEADING, Workshop, rows
from tests.small_set import ANSWERED

GOVERNS: Final = "select kommunenummer, innspill_id, rang from gjeldende_innspill order by 1"
CODING: Final = "innspill_id,kommunenummer,felt,verdi,kodet_av"


def governing(workshop: Workshop, *answers: str) -> list[tuple[object, ...]]:
    workshop.write(innspill="\n".join([HEADING, *answers]))
    code, _, err = workshop.run("build", "innspill")
    assert code == 0, err
    return rows(workshop.newest(), GOVERNS)


def answer(key: str, kind: str, numbers: str, date: str, replaces: str = "") -> str:
    return f"{key},Avsender,{kind},{numbers},{date},bokmaal,{replaces},sak"


def test_own_before_joint_before_council(workshop: Workshop) -> None:
    found = governing(
        workshop,
        answer("A", "interkommunalt_raad", "0301|1101|1804", "2022-06-20"),
        answer("B", "kommune", "1101|1804", "2022-06-10"),
        answer("C", "kommune", "1804", "2022-04-01"),
    )
    assert found == [("0301", "A", 3), ("1101", "B", 2), ("1804", "C", 1)]


def test_the_latest_of_equals_and_a_dated_one_before_an_undated(workshop: Workshop) -> None:
    found = governing(
        workshop,
        answer("A", "kommune", "0301", "2022-05-01"),
        answer("B", "kommune", "0301", "2022-05-30"),
        answer("C", "kommune", "0301", "2022-05-02"),
        answer("D", "kommune", "1101", ""),
        answer("E", "kommune", "1101", "2022-03-01"),
    )
    assert found == [("0301", "B", 1), ("1101", "E", 1)]


def test_an_answer_that_is_replaced_never_counts(workshop: Workshop) -> None:
    found = governing(
        workshop,
        answer("A", "kommune", "0301", "2022-06-30"),
        answer("B", "kommune", "0301", "2022-05-01", "A"),
        answer("C", "interkommunalt_raad", "1101", "2022-05-01"),
        answer("D", "kommune", "1101", "2022-04-01", "C"),
    )
    assert found == [("0301", "B", 1), ("1101", "D", 1)]


@pytest.mark.parametrize("kind", ["fylkeskommune", "organisasjon", "privatperson", "annet"])
def test_others_never_speak_for_a_municipality(workshop: Workshop, kind: str) -> None:
    assert governing(workshop, answer("A", kind, "0301|1101", "2022-05-01")) == []


def test_two_answers_that_replace_the_same_one_count_it_once(workshop: Workshop) -> None:
    found = governing(
        workshop,
        answer("A", "kommune", "0301", "2022-04-01"),
        answer("B", "kommune", "0301", "2022-05-01", "A"),
        answer("C", "kommune", "0301", "2022-05-02", "A"),
    )
    assert found == [("0301", "C", 1)]
    replaced = "select innspill_id, erstattet_av from innspill order by 1"
    assert rows(workshop.newest(), replaced) == [("A", "B"), ("B", None), ("C", None)]


def test_what_is_coded_for_one_goes_before_what_is_coded_for_all(workshop: Workshop) -> None:
    workshop.write(
        koding=f"""\
{CODING}
A,,tema,rus,fil
A,,tema,trafikk,fil
A,1804,tema,reiseliv_og_sesong,fil
A,,tilfreds_bemanning,tilfreds,fil
A,1101,tilfreds_bemanning,uklart,fil
"""
    )
    governing(workshop, answer("A", "kommune", "1101|1804", "2022-05-01"))
    coded = "select kommunenummer, felt, verdi from kommunekoding"
    assert rows(workshop.newest(), coded) == [
        ("1101", "tema", "rus"),
        ("1101", "tema", "trafikk"),
        ("1101", "tilfreds_bemanning", "uklart"),
        ("1804", "tema", "reiseliv_og_sesong"),
        ("1804", "tilfreds_bemanning", "tilfreds"),
    ]


@pytest.mark.parametrize(
    ("date", "late"), [("2022-06-01", False), ("2022-06-02", True), ("", False)]
)
def test_the_deadline_is_the_last_day_in_time(workshop: Workshop, date: str, late: bool) -> None:
    governing(workshop, answer("A", "kommune", "0301", date))
    assert rows(workshop.newest(), "select etter_frist from innspill") == [(late,)]


def test_the_governing_answers_of_the_small_set(small: Version) -> None:
    assert rows(small, GOVERNS) == [
        ("1101", "I01", 1),
        ("1804", "I03", 1),
        ("1811", "I04", 2),
        ("1835", "I04", 2),
        ("1874", "I05", 3),
        ("3018", "I07", 1),
        ("3419", "I08", 1),
        ("4644", "I09", 1),
        ("5401", "I10", 1),
    ]


def test_silence_no_code_and_no_answer_to_the_point_are_three_values(small: Version) -> None:
    question = "select kommunenummer, svarstatus, bemanning, onsker, lokaler from kommunesvar"
    found = {row[0]: row[1:] for row in rows(small, question)}
    assert found["0301"] == ("ikke_svart",) * 4
    assert found["3419"] == ("svart", "ikke_kodet", "ikke_kodet", "ikke_kodet")
    assert found["4644"] == ("svart", "ikke_besvart", "uklart", "ikke_besvart")
    silent = [number for number, values in found.items() if values[0] == "ikke_svart"]
    assert len(silent) == 356 - len(ANSWERED)
    assert all(set(found[number]) == {"ikke_svart"} for number in silent)


def test_offers_of_a_replaced_answer_are_gone(small: Version) -> None:
    offers = "select kommunenummer, list(lokale_id order by lokale_id) from lokale group by all"
    assert dict(rows(small, offers)) == {
        "1811": ["L1", "L2"],
        "1835": ["L3"],
        "1874": ["L4"],
        "3018": ["L5"],
    }
    counted = "select kommunenummer, antall_lokaler from kommunesvar where antall_lokaler > 0"
    assert rows(small, counted) == [("1811", 2), ("1835", 1), ("1874", 1), ("3018", 1)]


def test_the_demo_set_has_the_published_totals(demo_version: Version) -> None:
    question = "select onsker, count(*) from kommunesvar group by onsker"
    totals: dict[str, int] = dict(rows(demo_version, question))
    assert totals["ja"] + totals["betinget"] == 33
    assert (totals["nei"], totals["uklart"], totals["ikke_svart"]) == (133, 43, 356 - 209)
    assert sum(totals.values()) == 356
    answered = "select count(*) from kommunesvar where innspill_id is not null"
    assert rows(demo_version, answered) == [(209,)]
