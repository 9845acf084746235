"""Numbers, distances and dates as the reader writes them.

In Norwegian, thousands are set apart with a no-break space and decimals with a comma; in English
they are the other way about, as in 5,425,270 and 4.2. A unit is never parted from its number.

Halves are rounded away from zero, as in Excel. Some is never written as none, nor nearly all as
all; and of fewer answers than `FEW` there is no share, only a count (`rates.py`).
"""

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from babel.lists import format_list

from pages.parts.reading.language import _, spoken

# How a column of a table is written.
Kind: TypeAlias = Literal[
    "text", "whole", "decimal", "share", "bound", "km", "minutes", "m2", "date", "link"
]
# With fewer answers than this a share, or a ranking, would say more than is known.
FEW: Final = 10

NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
# Shown where a number does not exist; an empty cell would look like a mistake.
NONE: Final = "–"


def separators() -> str:
    """Return the decimal mark and the mark between thousands, in the order Plotly has them."""
    return ".," if spoken() == "en" else f",{NBSP}"


def listed(words: Iterable[str], *, alternatives: bool = False) -> str:
    """Return `words` as one list in the reader's language: «a, b og c», or «a, b eller c»."""
    every = list(words)
    # Nearly all are lists of one, and how lists are written is looked up anew for each.
    if len(every) == 1:
        return every[0]
    return format_list(every, "or" if alternatives else "standard", spoken())


def in_quotes(word: str) -> str:
    """Return `word` in the quotation marks of the reader's language."""
    return _("«{word}»").format(word=word)


def begun(text: str) -> str:
    """Return `text` as a sentence begins: «Over 99 % av innbyggerne»."""
    return text[:1].upper() + text[1:]


def rounded(value: float | Decimal, places: int = 0) -> Decimal:
    """Return `value` with `places` decimals, halves away from zero, as it is written in decimals.

    2 of 16 is 12.5 per cent, and 13 wherever it is written as a whole number.
    """
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def whole(value: float | None) -> str:
    """Return `value` as a whole number, such as «5 425 270», or a dash when there is none."""
    return decimal(value, 0)


def some(value: int) -> str:
    """Return how many of several, as it stands inside a sentence: «ingen» is a word."""
    return whole(value) if value else _("ingen")


def many(value: int) -> str:
    """Return how many, as it begins a sentence before what is counted: «Ingen kommuner …»."""
    return whole(value) if value else _("Ingen")


def decimal(value: float | None, places: int = 1) -> str:
    """Return `value` with `places` decimals, such as «4,2», or a dash when there is none."""
    return NONE if value is None else _decimal(value, places, separators())


# The same few hundred counts and shares stand on a page many times over, and on the next one.
@lru_cache(maxsize=8192)
def _decimal(value: float, places: int, marks: str) -> str:
    point, comma = marks[0], marks[1]
    exact = rounded(value, places)
    digits, _dot, rest = f"{abs(exact):,f}".partition(".")
    text = digits.replace(",", comma) + (point + rest if rest else "")
    return f"{MINUS}{text}" if exact < 0 else text


def share(value: float | None) -> str:
    """Return a fraction as whole per cent, such as «62 %», or a dash when there is none.

    0 and 100 % are said of none and of all; what would be rounded to them is «under 1 %» and
    «over 99 %».
    """
    return NONE if value is None else _share(value, spoken())


@lru_cache(maxsize=8192)
def _share(value: float, _lang: str) -> str:
    percent = rounded(Decimal(str(value)) * 100)
    if percent == 0 < value:
        return _("under {share}").format(share=_per_cent(Decimal(1)))
    if value < 1 and percent == 100:
        return _("over {share}").format(share=_per_cent(Decimal(99)))
    return _per_cent(percent)


def _per_cent(percent: Decimal) -> str:
    space = "" if spoken() == "en" else NBSP
    return f"{decimal(float(percent), 0)}{space}%"


def kilometres(value: float | None) -> str:
    """Return kilometres, with one decimal below ten: «4,2 km», «38 km»."""
    if value is None:
        return NONE
    return f"{decimal(value) if rounded(value, 1) < 10 else whole(value)}{NBSP}km"


def minutes(value: float | None) -> str:
    """Return a travel time such as «42 min»."""
    return NONE if value is None else f"{whole(value)}{NBSP}min"


def milliseconds(seconds: float) -> str:
    """Return how long a calculation took, such as «12 ms»; what rounds to none is «under 1 ms»."""
    took = rounded(1000 * seconds)
    return (
        f"{whole(float(took))}{NBSP}ms" if took else _("under {share}").format(share=f"1{NBSP}ms")
    )


def square_metres(value: float | None) -> str:
    """Return an area such as «120 m²»."""
    return NONE if value is None else f"{whole(value)}{NBSP}m²"


def short_date(value: dt.date | None) -> str:
    """Return a date for tables, such as «01.06.2022», in English «01/06/2022»."""
    if value is None:
        return NONE
    return f"{value:%d/%m/%Y}" if spoken() == "en" else f"{value:%d.%m.%Y}"


def long_date(value: dt.date | None) -> str:
    """Return a date for text, such as «1. juni 2022», in English «1 June 2022»."""
    if value is None:
        return NONE
    months = (
        _("januar"),
        _("februar"),
        _("mars"),
        _("april"),
        _("mai"),
        _("juni"),
        _("juli"),
        _("august"),
        _("september"),
        _("oktober"),
        _("november"),
        _("desember"),
    )
    dot = "" if spoken() == "en" else "."
    return f"{value.day}{dot}{NBSP}{months[value.month - 1]} {value.year}"
