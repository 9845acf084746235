"""The one very long answer: a whole case report pasted in ahead of the answer."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

REPORT: Final = Path(__file__).parent / "saksutredning.toml"
YEARS: Final = range(2016, 2022)
MEETINGS: Final = 44
FIRST_MEETING_YEAR: Final = 2018
PAGE_LENGTH: Final = 2_600


def report(kommune: str, months: list[str], rng: Random) -> str:
    """Return a case report of some 15 000 characters with page headers in the text."""
    stock = tomllib.loads(REPORT.read_text(encoding="utf-8"))
    blocks = [stock["tittel"]]
    blocks += [f"{part['overskrift']}\n{part['tekst']}" for part in stock["avsnitt"]]
    blocks.append(stock["oppdragstittel"])
    blocks += [_assignments(stock["oppdrag"], months, year, rng) for year in YEARS]
    blocks.append(stock["motetittel"])
    blocks.append(_meetings(stock, months, rng))
    paged: list[str] = []
    length, page = 0, 1
    for block in blocks:
        paged.append(block)
        length += len(block)
        if length > PAGE_LENGTH * page:
            page += 1
            paged.append(stock["sidetopp"].format(kommune=kommune, side=page))
    return "\n\n".join(paged) + "\n\n"


def _assignments(template: str, months: list[str], year: int, rng: Random) -> str:
    lines = []
    for month in months:
        traffic, order, health = rng.randrange(2, 9), rng.randrange(1, 7), rng.randrange(1, 6)
        lines.append(
            template.format(
                maaned=month.capitalize(),
                aar=year,
                antall=traffic + order + health + rng.randrange(0, 6),
                trafikk=traffic,
                orden=order,
                helse=health,
                minutter=rng.randrange(35, 140),
            )
        )
    return "\n".join(lines)


def _meetings(stock: dict[str, Any], months: list[str], rng: Random) -> str:
    lines = []
    for index in range(MEETINGS):
        year, month = FIRST_MEETING_YEAR + index // 11, index % 11 + 1
        day = date(year, month, rng.randrange(3, 29))
        # Going back to Friday keeps a meeting off the weekend and within its month.
        day -= timedelta(days=max(0, day.weekday() - 4))
        lines.append(
            stock["mote"].format(
                dag=day.day,
                maaned=months[month - 1],
                aar=year,
                mote=rng.choice(stock["moter"]),
                antall=rng.randrange(5, 19),
            )
        )
    return "\n".join(lines)
