"""Numbers, distances and dates as the reader writes them.

In Norwegian, thousands are set apart with a no-break space and decimals with a comma; in English
they are the other way about, as in 5,425,270 and 4.2. A unit is never parted from its number.
"""

import datetime as dt
from typing import Final, Literal, TypeAlias

from pages.parts.reading.language import _, spoken

# How a column of a table is written.
Kind: TypeAlias = Literal[
    "text", "whole", "decimal", "share", "km", "minutes", "m2", "date", "link"
]

NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
# Shown where a number does not exist; an empty cell would look like a mistake.
NONE: Final = "–"


def separators() -> str:
    """Return the decimal mark and the mark between thousands, in the order Plotly has them."""
    return ".," if spoken() == "en" else f",{NBSP}"


def whole(value: float | None) -> str:
    """Return `value` as a whole number, such as «5 425 270», or a dash when there is none."""
    if value is None:
        return NONE
    digits = f"{abs(round(value)):,}".replace(",", separators()[1])
    return f"{MINUS}{digits}" if round(value) < 0 else digits


def decimal(value: float | None, places: int = 1) -> str:
    """Return `value` with `places` decimals, such as «4,2», or a dash when there is none."""
    if value is None:
        return NONE
    point, comma = separators()[0], separators()[1]
    digits, _dot, rest = f"{abs(value):,.{places}f}".partition(".")
    text = digits.replace(",", comma) + (point + rest if rest else "")
    return f"{MINUS}{text}" if value < 0 and float(f"{value:.{places}f}") != 0 else text


def share(value: float | None) -> str:
    """Return a fraction as whole per cent, such as «62 %», or a dash when there is none."""
    if value is None:
        return NONE
    return f"{whole(value * 100)}%" if spoken() == "en" else f"{whole(value * 100)}{NBSP}%"


def some_share(value: float | None) -> str:
    """Return a fraction as `share` does, but never some as nothing: «under 1 %»."""
    if value and value < 0.005:
        return _("under {share}").format(share=share(0.01))
    return share(value)


def kilometres(value: float | None) -> str:
    """Return kilometres, with one decimal below ten: «4,2 km», «38 km»."""
    if value is None:
        return NONE
    return f"{decimal(value) if value < 9.95 else whole(value)}{NBSP}km"


def minutes(value: float | None) -> str:
    """Return a travel time such as «42 min»."""
    return NONE if value is None else f"{whole(value)}{NBSP}min"


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
