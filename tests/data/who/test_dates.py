"""A letter's own date is found in every form, and never taken for another date."""

import datetime as dt

import pytest

from data.documents.who import Dates, Register, dates_of
from data.documents.who.dates import NONE, written_dates
from tests.data.who.letters import BODY, letter, page

DAY = dt.date(2022, 5, 24)


@pytest.mark.parametrize(
    "written",
    [
        "24. mai 2022",
        "24.mai 2022",
        "24 mai 2022",
        "24. MAI 2022",
        "24.05.2022",
        "24.5.2022",
        "24. 5. 2022",
        "24.5.22",
        "24.05.-22",
        "24/5-2022",
        "24/5-22",
        "24/5 2022",
        "24/05/2022",
        "24-05-2022",
        "2022-05-24",
        "2022.05.24",
        "24. mai -22",
        "24.mai.2022",
        "den 24. mai 2022",
        "tirsdag 24. mai 2022",
        "tysdag den 24. mai 2022",
        "24 May 2022",
        "May 24, 2022",
        "24.O5.2022",
        "24de mai 2022",
        "miessemánu 24. b. 2022",
        "miessemánu 24. beaivi 2022",
    ],
)
def test_every_form_of_a_date_is_read(written: str) -> None:
    assert [date for _start, _end, date in written_dates(f"Stad, {written}")] == [DAY]


@pytest.mark.parametrize(
    "text", ["22/535 - TRRI", "2022/1190-7", "31.02.2022", "kl. 12.05", "pkt. 3.2.1", "24/5"]
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert written_dates(text) == []


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("Rana kommune\nDato: 24.05.2022", "«Dato» i brevhodet"),
        ("Rana kommune\nDato: 24052022", "«Dato» i brevhodet"),
        ("Rana kommune\nDato 20220524", "«Dato» i brevhodet"),
        ("Rana kommune\nUtsendt: 24 05 2022", "«Dato» i brevhodet"),
        ("Rana kommune\nDato:\n24. mai 2022", "«Dato» i brevhodet"),
        ("Rana kommune\nDato\nVår ref.\nDeres ref.\n24.5.22\n22/40\n22/535", "«Dato» i brevhodet"),
        ("Vår ref.   Deres ref.   Dato\n22/40-4   22/535   24.05.2022", "«Dato» i brevhodet"),
        ("Vår dato     Deres dato\n24.05.2022   23.02.2022", "«Dato» i brevhodet"),
        ("Deres dato\tVår dato\n23.02.2022\t24.05.2022", "«Dato» i brevhodet"),
        ("Dykkar dato: 23.02.2022\nVår dato: 24.05.2022", "«Dato» i brevhodet"),
        ("Saksbehandler: Kari Lund   Dato: 24/5-2022", "«Dato» i brevhodet"),
        ("Møtedato: 19.05.2022\nDato: 24.05.2022", "«Dato» i brevhodet"),
        ("Rana kommune\nMo i Rana, 24. mai 2022", "brevhodet"),
        ("Mo i Rana, den 24.5.22", "brevhodet"),
        ("Mo i Rana 24.05.2022", "brevhodet"),
        ("Kolvereid/Rørvik 24.05.2022", "brevhodet"),
        ("Rana kommune, 24/5-2022", "brevhodet"),
        ("Bryne, tysdag 24. mai 2022", "brevhodet"),
        ("24.05.2022", "brevhodet"),
        ("Rana kommune                       24.05.2022", "brevhodet"),
        ("Formannskapet 19.05.2022\nMo i Rana, 24.05.2022", "brevhodet"),
        ("Møte 19. mai 2022, utskrift 24. mai 2022", "brevhodet"),
    ],
)
def test_the_letters_date_is_found_where_letters_have_it(head: str, reason: str) -> None:
    assert dates_of(letter(f"{head}\n\n{BODY}")) == Dates(DAY, None, reason)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Fristen er 01.06.2022.\n\n{BODY}",
        f"Møtedato: 24.05.2022\n\n{BODY}",
        f"Kommunestyret 24.05.2022\n\n{BODY}",
        f"Vedtatt i kommunestyret 24.05.2022.\n\n{BODY}",
        f"Deres dato: 23.02.2022\n\n{BODY}",
        f"Dato for møtet er ikke satt. Det var 24.05.2022.\n\n{BODY}",
        f"{BODY}\nVi hadde et møte 24. mai 2022 og var enige.",
    ],
)
def test_a_letter_without_a_date_says_so(text: str) -> None:
    assert dates_of(letter(text)) == Dates(None, None, "", NONE)


def test_a_date_where_the_letter_is_signed_counts() -> None:
    text = f"{BODY * 20}\n\nMed hilsen\n\nMo i Rana, 24. mai 2022\nKari Lund\nordfører"
    assert dates_of(letter(text)) == Dates(DAY, None, "underskriften")


def test_the_letters_date_and_the_date_of_receipt_are_two() -> None:
    document = letter(f"Mo i Rana, 24. mai 2022\n\n{BODY}", received=dt.date(2022, 5, 31))
    assert dates_of(document) == Dates(DAY, dt.date(2022, 5, 31), "brevhodet")


def test_a_page_has_a_date_of_receipt_and_perhaps_no_other() -> None:
    assert dates_of(page("Rana kommune")).brev is None


@pytest.mark.parametrize(
    "stamp", ["Mottatt 31.05.2022", "MOTTATT: 31. mai 2022", "Motteken 31/5-22"]
)
def test_a_stamp_of_receipt_is_no_date_of_the_letter(stamp: str) -> None:
    found = dates_of(letter(f"Mo i Rana, 24. mai 2022\n{stamp}\n\n{BODY}"))
    assert (found.brev, found.mottatt) == (DAY, dt.date(2022, 5, 31))


@pytest.mark.parametrize(
    ("head", "doubt"),
    [
        ("Mo i Rana, 24. mai d.å.", "uten årstall"),
        ("Mo i Rana, 23.02.2022", "passer ikke"),
        ("Mo i Rana, 24.05.2012", "passer ikke"),
        ("Dato: 24.05.2022\nDato: 25.05.2022", "flere datoer"),
        ("Dato: 07.06.2022", "etter at det kom inn"),
    ],
)
def test_an_odd_date_is_told(head: str, doubt: str) -> None:
    document = letter(f"{head}\n\n{BODY}", received=dt.date(2022, 5, 31))
    assert doubt in dates_of(document).doubt


def test_every_municipality_is_a_place_to_write_from(names: Register) -> None:
    """Råde is no council, whatever its name begins with; nor is a town hall."""

    def written(place: str) -> dt.date | None:
        return dates_of(letter(f"Til departementet\n\n{place}, 24.05.2022\n\n1. Rus.")).brev

    places = [f"{name} {what}" for name in names.names.values() for what in ("kommune", "rådhus")]
    assert len(places) == 712
    assert [place for place in places if written(place) != DAY] == []
    assert written("Rådet for eldre i Råde") is None
