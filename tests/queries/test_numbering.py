"""Municipalities as links name them: numbers without zeros, names, and those of other years."""

from typing import Any

import pytest

from queries import View
from queries.numbering import Numbering

NAMES = {
    "0301": "Oslo",
    "1507": "Ålesund",
    "3038": "Hole",
    "1804": "Bodø",
    "1867": "Bø",
    "1515": "Herøy (Møre og Romsdal)",
    "1818": "Herøy (Nordland)",
    "3018": "Våler (Viken)",
    "3419": "Våler (Innlandet)",
}
ROWS = [
    {
        "kommunenummer": number,
        "navn": name,
        "til_aar": year,
        "hva": what,
        "kommunenummer_2022": now,
        "navn_2022": NAMES[now],
    }
    for number, name, year, what, now in (
        ("1534", "Haram", 2019, "del_av", "1507"),
        ("1580", "Haram", None, "del_av", "1507"),
        ("3310", "Hole", None, "nytt_nummer", "3038"),
        ("1850", "Tysfjord", 2019, "delt", "1804"),
        ("1850", "Tysfjord", 2019, "delt", "1507"),
    )
]


@pytest.mark.parametrize(
    ("written", "number", "told"),
    [
        ("0301", "0301", ()),
        ("301", "0301", ("«301» er lest som 0301 Oslo.",)),
        ("Oslo", "0301", ()),
        ("bø", "1867", ()),
        ("3310", "3038", ("3310 Hole er Hole (3038) i inndelingen 2020–2023.",)),
        ("1534", "1507", ("1534 Haram er en del av Ålesund (1507) i inndelingen 2020–2023.",)),
        ("Haram", "1507", ("Haram er en del av Ålesund (1507) i inndelingen 2020–2023.",)),
        *(
            (
                written,
                None,
                (
                    (
                        f"{name} er flere kommuner i inndelingen 2020–2023: "
                        f"{name} ({one}) og {name} ({other})."
                    ),
                ),
            )
            for written, name, one, other in (
                ("herøy", "Herøy", "Møre og Romsdal) (1515", "Nordland) (1818"),
                ("Våler", "Våler", "Viken) (3018", "Innlandet) (3419"),
            )
        ),
        (
            "1850",
            None,
            (
                (
                    "1850 Tysfjord er flere kommuner i inndelingen 2020–2023: "
                    "Bodø (1804) og Ålesund (1507)."
                ),
            ),
        ),
        # What is not understood is not guessed at: 3801 is nothing like 0302.
        ("0302", None, ("Forsto ikke «0302» i kommune.",)),
    ],
)
def test_a_municipality_is_understood_and_told_of(
    written: str, number: str | None, told: tuple[str, ...]
) -> None:
    view, issues = View.parse({"kommune": written}, numbering=Numbering.of(NAMES, ROWS))
    assert (view.kommune, issues) == (number, told)


def test_the_list_is_one_in_the_language_of_the_link() -> None:
    link = {"kommune": "1850", "lang": "en"}
    _view, (told,) = View.parse(link, numbering=Numbering.of(NAMES, ROWS))
    assert "Bodø (1804) and Ålesund (1507)" in told


@pytest.mark.parametrize(
    ("how", "number"),
    [
        # Who knows only the numbers reads no names, and one who knows the names is asked alone.
        ({"kommuner": ["1804"]}, None),
        ({"numbering": Numbering({"1804": "Bodø"})}, "1804"),
        ({"numbering": Numbering({"1804": "Bodø"}), "kommuner": ["0301"]}, "1804"),
        ({"numbering": Numbering({"0301": "Oslo"}), "kommuner": ["1804"]}, None),
    ],
)
def test_a_name_is_read_by_the_numbering_there_is(how: dict[str, Any], number: str | None) -> None:
    assert View.parse({"kommune": "Bodø"}, **how)[0].kommune == number


def test_a_number_is_enough_where_only_numbers_are_known() -> None:
    assert View.parse({"kommune": "1804"}, kommuner=["1804"])[0].kommune == "1804"
    assert View.parse({"kommune": "1804"}, kommuner=["0301"])[0].kommune is None


def test_what_a_link_does_not_say_is_as_it_is_without() -> None:
    view, issues = View.parse({})
    assert (view, issues) == (View(), ())
    assert View.parse({}, default_data="kjente")[0].data == "kjente"
    assert View.parse({"data": "demo"}, default_data="kjente")[0].data == "demo"


@pytest.mark.parametrize(
    ("written", "numbers", "told"),
    [
        ("1804,0301", ("0301", "1804"), ()),
        ("9999", (), ("Forsto ikke «9999» i med.",)),
        # What is told of it is told once.
        (
            "1850",
            (),
            (
                (
                    "1850 Tysfjord er flere kommuner i inndelingen 2020–2023: "
                    "Bodø (1804) og Ålesund (1507)."
                ),
            ),
        ),
    ],
)
def test_of_several_municipalities_each_is_understood_and_told_of_once(
    written: str, numbers: tuple[str, ...], told: tuple[str, ...]
) -> None:
    view, issues = View.parse({"med": written}, numbering=Numbering.of(NAMES, ROWS))
    assert (view.med, issues) == (numbers, told)
