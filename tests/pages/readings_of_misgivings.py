"""Readings of figures that compare satisfaction: groups, points, reasons, the least satisfied."""

import re
from typing import Final

import polars as pl

from pages.parts.wording import words
from tests.pages.readings import (
    SHARE,
    N,
    differs,
    number,
    reads,
    told_rate,
)
from tests.pages.readings_of_answers import WHAT, WITH, chosen
from tests.pages.reckoning import POINTS, Facts
from tests.pages.said import Told

GROUPED_CARDS: Final = r"politidistrikt|fylke|avstand|storrelse"


@reads(
    f"{GROUPED_CARDS}|distriktspunkter",
    rf"(Ikke tilfreds med {WHAT}|Ønsker nytt tjenestested|Tilbyr eller vurderer lokaler): "
    rf"{SHARE} (i utvalget|i alle distriktene|her), {SHARE} i hele landet",
    rf"(Ikke tilfreds med {WHAT}|Ønsker nytt tjenestested|Tilbyr eller vurderer lokaler): "
    rf"{SHARE} i hele landet()()",
)
def beside_the_country(told: Told, facts: Facts, m: re.Match[str]) -> str:
    measure = WITH[m[2]] if m[2] else {"Ø": "onsker", "T": "lokaler"}[m[1][0]]
    country = told_rate(facts.measured(facts.municipalities, measure), told)
    # The selection is of the districts chosen, and a card of all districts goes beyond it.
    rows = facts.chosen(told.view, district=m[4] in ("her", "i utvalget"))
    here = told_rate(facts.measured(rows, measure), told)
    return differs((m[3], m[5] or m[3]), (here, country))


@reads(
    f"{GROUPED_CARDS}",
    r"(Misnøyen|Ønsket om nytt tjenestested|Andelen som tilbyr lokaler,) er (størst|blant de "
    rf"største) (i .+): {SHARE}",
)
def largest_share(told: Told, facts: Facts, m: re.Match[str]) -> str:
    # Who is the largest is read in `truths`; here, that the share is that group's own.
    for grouping in ("politidistrikt", "fylke", "storrelse", "avstand"):
        rows = facts.chosen(told.view, district=grouping != "politidistrikt")
        for code, c in facts.by_group(rows, told.view.vis, grouping).items():
            name = words.group(grouping, code).replace("\u00a0", " ").lower()
            own = m[3].lower() == f"i {name}" or (
                grouping in ("storrelse", "avstand") and name in m[3].lower()
            )
            if own and told_rate(c, told) == m[4]:
                return ""
    return f"ingen gruppe med det navnet har {m[4]}"


@reads(
    GROUPED_CARDS,
    "For få svar til å sammenlikne gruppene",
)
def too_few(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs(0, facts.measured(chosen(told, facts), told.view.vis).of)


@reads("punkter", "Tilfredshet på de tre punktene i spørsmål 2")
def three_points(_told: Told, _facts: Facts, _m: re.Match[str]) -> str:
    return ""


@reads("punkter", "Ingen i utvalget har sagt seg misfornøyd")
def nobody_of_three(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs(0, _unhappy(chosen(told, facts)).height)


@reads(
    "punkter",
    f"(Flest er) misfornøyd med {WHAT}()",
    rf"(Av dem som svarte, er flest) misfornøyd med {WHAT}: {SHARE}",
)
def most_of_three(told: Told, facts: Facts, m: re.Match[str]) -> str:
    # That it is the largest is read in `truths_of_numbers`.
    share = told_rate(facts.measured(chosen(told, facts), WITH[m[2]]), told)
    return differs(m[3] or share, share)


@reads(
    "misnoye|distriktskommuner",
    f"{N} kommuner? er (ikke tilfreds med noen av de tre punktene)",
    f"{N} kommuner? er (helt eller delvis misfornøyd med alle tre punktene)",
    "(Ingen) kommuner er kodet som (helt eller delvis misfornøyd med alle tre punktene)",
)
def all_three(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    wholly = rows.filter(*[pl.col(p) == "ikke_tilfreds" for p in POINTS]).height
    partly_ = rows.filter(*[pl.col(p).is_in(("ikke_tilfreds", "delvis")) for p in POINTS]).height
    said = 0 if m[1] == "Ingen" else number(m[1])
    return differs(said, wholly if m[2].startswith("ikke") else partly_)


@reads("misnoye", "Ingen svar i utvalget er kodet som misfornøyd")
def none_unhappy(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs(0, _unhappy(chosen(told, facts)).height)


@reads(r"misnoye\.under", f"{N} kommuner? er misfornøyd med minst ett punkt")
@reads(r"grunner\.under", f"{N} kommuner? er helt eller delvis misfornøyd")
def unhappy(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), _unhappy(chosen(told, facts)).height)


@reads(r"misnoye\.under", f"De {N} minst tilfredse; like tilfredse står etter avstand")
def shown(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), min(15, _unhappy(chosen(told, facts)).height))


@reads(
    "grunner",
    rf"(.+?) (?:oppgis av|oppgis like ofte:) {N} av {N} misfornøyde? kommuner?(?: hver)?",
    rf"(.+) er blant de vanligste grunnene til misnøye: {SHARE}()",
    "(.+) er den vanligste grunnen til misnøye()()",
    "(Ingen grunner er kodet i utvalget)()()",
)
def reasons(told: Told, facts: Facts, m: re.Match[str]) -> str:
    found = facts.reasons(chosen(told, facts))
    if m[1].startswith("Ingen"):
        return differs(0, len(found))
    most = max(c.n for c in found.values())
    names = {label.lower(): code for code, label in words.reasons().items()}
    said = [code for label, code in names.items() if label in m[1].lower()]
    if any(found[code].n != most for code in said) or not said:
        return f"flest er {most}, {said}"
    if m[3]:
        alike = sum(c.n == most for c in found.values())
        of = found[said[0]].of
        true = (most, of, alike)
        return differs((number(m[2]), number(m[3]), len(said)), true)
    return differs(m[2] or told_rate(found[said[0]], told), told_rate(found[said[0]], told))


def _unhappy(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(
        pl.any_horizontal(pl.col(p).is_in(("ikke_tilfreds", "delvis")) for p in POINTS)
    )
