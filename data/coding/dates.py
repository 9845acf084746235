"""Dates as letters write them, from «1. oktober 2022» to «årsskiftet»."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

MONTHS: Final = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_DATE: Final = re.compile(
    r"\b(?:(?P<day>\d{1,2})\.\s?)?(?P<month>" + "|".join(MONTHS) + r")\s(?P<year>20\d\d)\b"
    r"|\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>20\d\d)\b"
    r"|\bårsskiftet\s(?P<from>20\d\d)[/–-](?P<turn>(?:20)?\d\d)\b"
)


@dataclass(frozen=True)
class Dated:
    """A date, and where in the text it stands."""

    dato: dt.date
    start: int
    end: int


def dates(text: str) -> list[Dated]:
    """Return the dates in `text`, in small letters; a month alone is its first day.

    What names a day that does not exist is no date.
    """
    found = []
    for match in _DATE.finditer(text):
        day, month, year = _parts(match)
        try:
            found.append(Dated(dt.date(year, month, day), *match.span()))
        except ValueError:
            continue
    return found


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    if match["month"]:
        return int(match["day"] or 1), MONTHS.index(match["month"]) + 1, int(match["year"])
    if match["m"]:
        return int(match["d"]), int(match["m"]), int(match["y"])
    return 1, 1, int(match["from"]) + 1
