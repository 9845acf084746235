"""Municipalities as links name them: numbers without zeros, names, and those of other years."""

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
