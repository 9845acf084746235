"""Numbers and dates as Norwegian readers write them."""

import datetime as dt

import pytest

from pages.parts.reading.language import speak
from pages.parts.wording import numbers

N = "\u00a0"  # no-break space
M = "\u2212"  # true minus


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, f"1{N}000"),
        (5425270, f"5{N}425{N}270"),
        # Halves go away from zero, as in Excel.
        (12.5, "13"),
        (-2.5, f"{M}3"),
        (13.5, "14"),
        (-1234, f"{M}1{N}234"),
        (-0.4, "0"),
        (None, "–"),
    ],
)
def test_whole(value: float | None, text: str) -> None:
    assert numbers.whole(value) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (4.25, 1, "4,3"),
        (4.26, 1, "4,3"),
        (0.0, 1, "0,0"),
        (12345.678, 2, f"12{N}345,68"),
        (-4.2, 1, f"{M}4,2"),
        (-0.04, 1, "0,0"),
        (None, 1, "–"),
    ],
)
def test_decimal(value: float | None, places: int, text: str) -> None:
    assert numbers.decimal(value, places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, f"0{N}%"),
        (0.624, f"62{N}%"),
        (2 / 16, f"13{N}%"),
        (29 / 200, f"15{N}%"),
        (1.0, f"100{N}%"),
        (-0.05, f"{M}5{N}%"),
        (None, "–"),
        # Never nothing of some, nor all of nearly all.
        (2512 / 5425270, f"under 1{N}%"),
        (0.0049, f"under 1{N}%"),
        (0.005, f"1{N}%"),
        (0.995, f"over 99{N}%"),
        (1 - 2512 / 5425270, f"over 99{N}%"),
        (0.9949, f"99{N}%"),
    ],
)
def test_share(value: float | None, text: str) -> None:
    assert numbers.share(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, f"0,0{N}km"),
        (4.24, f"4,2{N}km"),
        (9.94, f"9,9{N}km"),
        # 9.96 would be written «10,0 km» with a decimal that claims too much.
        (9.96, f"10{N}km"),
        (38.4, f"38{N}km"),
        (1100.0, f"1{N}100{N}km"),
        (None, "–"),
    ],
)
def test_kilometres(value: float | None, text: str) -> None:
    assert numbers.kilometres(value) == text


def test_areas_keep_their_unit() -> None:
    assert numbers.square_metres(1200) == f"1{N}200{N}m²"
    assert numbers.square_metres(None) == "–"


def test_dates_in_tables_and_in_text() -> None:
    day = dt.date(2022, 6, 1)
    assert numbers.short_date(day) == "01.06.2022"
    assert numbers.long_date(day) == f"1.{N}juni 2022"
    assert numbers.short_date(None) == numbers.long_date(None) == "–"


def test_every_month_has_its_name() -> None:
    names = {numbers.long_date(dt.date(2022, month, 2)).split()[1] for month in range(1, 13)}
    assert len(names) == 12
    assert all(name == name.lower() for name in names)


def test_a_number_that_was_written_is_written_anew_in_another_language() -> None:
    for lang, percent, tiny, many in (
        ("nb", f"62{N}%", f"under 1{N}%", f"1{N}234,5"),
        ("en", "62%", "under 1%", "1,234.5"),
        ("nb", f"62{N}%", f"under 1{N}%", f"1{N}234,5"),
    ):
        speak(lang)
        assert (numbers.share(0.62), numbers.share(0.001), numbers.decimal(1234.5)) == (
            percent,
            tiny,
            many,
        )
    speak("nb")
