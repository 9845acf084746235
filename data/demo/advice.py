"""Invented advice from the police on some of the wishes for a station."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from data.demo.places import Place

ADVICE: Final = Path(__file__).parent / "raad.toml"
FROM_DISTRICT: Final = ("fraraader",) * 8 + ("noytral",) * 3 + ("anbefaler",) * 5
FROM_DIRECTORATE: Final = ("anbefaler", "anbefaler", "fraraader", "fraraader")
FIRST_DAY: Final = date(2022, 9, 1)
DAYS: Final = 100
SOURCE: Final = "Oppdiktet demodata"


def choose_advice(wanting: list[Place], rng: Random) -> list[dict[str, Any]]:
    """Return advice on some of the municipalities that want a station, ordered by municipality."""
    stock = tomllib.loads(ADVICE.read_text(encoding="utf-8"))
    places = rng.sample(wanting, len(FROM_DISTRICT))
    given = [
        (place, f"{place.district} politidistrikt", advice)
        for place, advice in zip(places, FROM_DISTRICT, strict=True)
    ]
    # The directorate speaks on cases where the district has spoken, and does not always agree.
    again = rng.sample(places, len(FROM_DIRECTORATE))
    given += [
        (place, "Politidirektoratet", advice)
        for place, advice in zip(again, FROM_DIRECTORATE, strict=True)
    ]
    rows = [
        {
            "kommunenummer": place.number,
            "fra": sender,
            "raad": advice,
            "dato": _weekday(FIRST_DAY + timedelta(days=rng.randrange(DAYS))),
            "tekst": f"{rng.choice(stock[advice])} {stock['merke']}",
            "kilde": SOURCE,
        }
        for place, sender, advice in given
    ]
    return sorted(rows, key=lambda row: (row["kommunenummer"], row["fra"]))


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
