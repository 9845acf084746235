"""What the machine says is held against the label: neither a lie nor a silence may look right."""

import datetime as dt
from collections.abc import Mapping

import pytest

from data.coding import Detail, Room, Suggestion, Suggestions
from tests.quality.answer import Answer
from tests.quality.corpus import Del, Fasit, Inn, Kode, Letter, Lokale
from tests.quality.judging import judged_codes, judged_sender, names, same_sentence, strangers
from tests.quality.rooms import judged_rooms
from tests.quality.scoring import Judged
from tests.quality.splitting import Split, Stretch

TEXT = "Vi er ikke tilfreds med bemanningen. Rus bekymrer oss. Kommunen tilbyr rom i rådhuset."
SPLIT = Split(TEXT, (Stretch(0, 0, len(TEXT)),))


def _code(felt: str, verdi: str, utdrag: str) -> Kode:
    start = TEXT.index(utdrag)
    return Kode(felt, verdi, utdrag, start, start + len(utdrag))


def _said(felt: str, verdi: str, utdrag: str) -> Suggestion:
    start = TEXT.index(utdrag)
    return Suggestion(felt, verdi, 0, start, start + len(utdrag), utdrag, 0.9, "regel")


def _letter(*koder: Kode, lokaler: tuple[Lokale, ...] = ()) -> Letter:
    return Letter(
        "001",
        (7,),
        "bokmaal",
        Inn("klepp.html"),
        Fasit("Klepp kommune", "kommune", ("1120",), dt.date(2022, 5, 24), None),
        TEXT,
        (Del((0,), 0, len(TEXT)),),
        koder,
        lokaler,
    )


def _answer(numbers: tuple[str, ...], *, told: bool, kind: str = "kommune") -> Answer:
    none = Suggestions()
    return Answer(
        avsender="Klepp",
        avsendertype=kind,
        kommunenumre=numbers,
        sender_told=told,
        brev=None,
        mottatt=None,
        dates_told=False,
        split=SPLIT,
        sure=True,
        own=none,
        given=none,
    )


def _by_field(judged: list[Judged]) -> Mapping[str, Judged]:
    return {each.felt: each for each in judged}


def test_another_municipality_named_without_doubt_is_wrong_and_nobody_was_told() -> None:
    numbers = _by_field(list(judged_sender(_letter(), _answer(("1121",), told=False))))
    assert not numbers["kommunenumre"].right
    assert not numbers["kommunenumre"].told
    assert numbers["avsender"].right


def test_a_sender_the_machine_could_not_tell_is_missing_and_not_wrong() -> None:
    judged = _by_field(list(judged_sender(_letter(), _answer((), told=True, kind="annet"))))
    assert judged["kommunenumre"].sagt == ""


def test_one_municipality_of_two_is_not_right() -> None:
    letter = _letter()
    joint = Letter(
        **{
            **vars(letter),
            "fasit": Fasit("Klepp og Time", "kommune", ("1120", "1121")),
        }
    )
    judged = _by_field(list(judged_sender(joint, _answer(("1120",), told=False))))
    assert not judged["kommunenumre"].right


def test_a_date_the_letter_does_not_give_is_nothing_to_find() -> None:
    judged = _by_field(list(judged_sender(_letter(), _answer(("1120",), told=False))))
    assert judged["brevdato"].fasit == {"2022-05-24"}
    assert judged["mottatt"].fasit == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Klepp kommune", "KLEPP"),
        ("Klepp og Time kommuner", "Kommunene Klepp og Time"),
        ("Kommunane Valle og Bykle", "Valle og Bykle kommunar"),
        ("Kvam herad", "Kvam"),
        ("Ordføreren i Eigersund", "Eigersund kommune"),
        ("Kárášjoga gielda – Karasjok kommune", "Karasjok"),
        ("Våler (Innlandet) kommune", "Våler kommune"),
        ("Formannskapet i Herøy kommune, Nordland", "Herøy kommune"),
    ],
)
def test_a_sender_is_the_same_with_and_without_the_word_for_what_it_is(
    one: str, other: str
) -> None:
    assert names(one) & names(other)


def test_a_body_within_a_municipality_is_not_the_municipality() -> None:
    assert not names("Eldrerådet i Klepp kommune") & names("Klepp kommune")


def test_a_field_with_one_value_is_judged_once_and_one_with_several_for_each() -> None:
    letter = _letter(
        _code("tilfreds_bemanning", "ikke_tilfreds", "ikke tilfreds"),
        _code("tema", "rus", "Rus"),
    )
    suggestions = Suggestions(
        (
            _said("tilfreds_bemanning", "tilfreds", "tilfreds med bemanningen"),
            _said("tema", "trafikk", "bekymrer"),
        )
    )
    judged = [
        (each.felt, set(each.fasit), each.sagt) for each in judged_codes(letter, SPLIT, suggestions)
    ]
    assert judged == [
        ("tema", {"rus"}, ""),
        ("tema", set(), "trafikk"),
        ("tilfreds_bemanning", {"ikke_tilfreds"}, "tilfreds"),
    ]


def test_a_right_code_on_a_sentence_about_something_else_has_a_wrong_passage() -> None:
    letter = _letter(_code("tema", "rus", "Rus"))
    for utdrag, right in (("bekymrer oss", True), ("tilbyr rom", False)):
        suggestions = Suggestions((_said("tema", "rus", utdrag),))
        (judged,) = judged_codes(letter, SPLIT, suggestions)
        assert judged.passage is right


def test_a_quotation_that_does_not_stand_there_is_counted_as_a_stranger() -> None:
    true = _said("tema", "rus", "Rus")
    false = Suggestion("tema", "rus", 0, 0, 3, "Rus", 0.9, "regel")
    assert strangers(SPLIT, Suggestions((true,))) == 0
    assert strangers(SPLIT, Suggestions((false,))) == 1


def test_a_passage_after_the_text_is_wrong_and_stops_nothing() -> None:
    letter = _letter(_code("tema", "rus", "Rus"))
    beyond = Suggestion("tema", "rus", 0, 10_000, 10_003, "Rus", 0.9, "regel")
    (judged,) = judged_codes(letter, SPLIT, Suggestions((beyond,)))
    assert judged.passage is False


def test_a_sentence_ends_at_a_full_stop_and_not_at_an_abbreviation_or_a_line_break() -> None:
    text = "Ca. 40 m2 i\nrådhuset. Ledig nå."
    assert same_sentence(text, (0, 3), (12, 20))
    assert not same_sentence(text, (0, 3), (22, 27))


def _room(lokaltype: str, utdrag: str, area: int | None = None) -> Room:
    start = TEXT.index(utdrag)
    place = (0, start, start + len(utdrag), utdrag)
    return Room(
        Detail(lokaltype, *place),
        0.9,
        "regel",
        areal_m2=None if area is None else Detail(area, *place),
    )


def test_a_room_is_paired_with_the_one_in_its_sentence_and_its_details_judged() -> None:
    letter = _letter(lokaler=(Lokale("raadhus", "ukjent", "rom i rådhuset", areal_m2=40),))
    rooms = [_room("helsehus", "Rus"), _room("raadhus", "rådhuset", 50)]
    judged = [
        (each.felt, set(each.fasit), each.sagt) for each in judged_rooms(letter, SPLIT, rooms)
    ]
    assert judged == [
        ("lokaltype", {"raadhus"}, "raadhus"),
        ("areal_m2", {"40"}, "50"),
        ("lokaltype", set(), "helsehus"),
    ]


def test_a_room_nobody_suggested_is_missing() -> None:
    letter = _letter(lokaler=(Lokale("raadhus", "god", "rom i rådhuset"),))
    (judged,) = judged_rooms(letter, SPLIT, [])
    assert (set(judged.fasit), judged.sagt) == ({"raadhus"}, "")
