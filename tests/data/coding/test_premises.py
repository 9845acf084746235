"""Premises: what is offered, where, how large, from when, with whom and on what terms."""

import datetime as dt

from data.coding import Room, suggest


def rooms(text: str, question: int = 5) -> tuple[Room, ...]:
    return suggest({question: text}).rooms


def test_everything_a_letter_says_of_a_room_is_found_with_its_passage() -> None:
    (room,) = rooms(
        "Ja. Kommunen kan tilby lokaler i 2. etasje i rådhuset, sammen med NAV og legekontoret, "
        "mot husleie. Lokalene er på 45 m², kan overtas 1. oktober 2022 og må pusses opp."
    )
    assert room.lokaltype.verdi == "raadhus"
    assert room.adresse
    assert room.adresse.verdi == "2. etasje i rådhuset"
    assert room.delt_med
    assert room.delt_med.verdi == "NAV|legekontoret"
    assert room.betingelse
    assert room.betingelse.verdi == "mot husleie"
    assert room.areal_m2
    assert (room.areal_m2.verdi, room.areal_m2.utdrag) == (45, "45 m²")
    assert room.ledig_fra
    assert room.ledig_fra.verdi == dt.date(2022, 10, 1)
    assert room.tilstand
    assert room.tilstand.verdi == "maa_pusses_opp"


def test_a_list_in_nynorsk_is_one_room_for_each_house() -> None:
    found = rooms(
        "Kommunen kan tilby desse lokala:\n"
        "- andre høgda på brannstasjonen, 60 kvadratmeter\n"
        "- to rom i helsehuset på Sand, nyoppussa"
    )
    assert [room.lokaltype.verdi for room in found] == ["brannstasjon", "helsehus"]
    assert found[0].areal_m2
    assert found[0].areal_m2.verdi == 60
    assert found[1].adresse
    assert found[1].adresse.verdi == "helsehuset på Sand"
    assert found[1].tilstand
    assert found[1].tilstand.verdi == "god"
    assert found[1].areal_m2 is None


def test_what_is_only_wished_sold_or_refused_is_no_room() -> None:
    assert rooms("Politiet bør få nye lokaler i rådhuset.") == ()
    assert rooms("Kommunen har ingen lokaler i rådhuset å tilby.") == ()
    assert rooms("Vi kan tilby lokaler, men den gamle brannstasjonen er solgt.") == ()


def test_a_day_that_does_not_exist_is_no_date() -> None:
    (room,) = rooms("Kommunen kan tilby kontor i rådhuset fra 31. februar 2023.")
    assert room.ledig_fra is None
