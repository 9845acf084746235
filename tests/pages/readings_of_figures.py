"""Readings of the key figures about what was answered."""

import re

import polars as pl

from tests.pages.readings import (
    HAS,
    SHARE,
    N,
    differs,
    number,
    people,
    reads,
    told_rate,
    told_share,
)
from tests.pages.readings_of_answers import WHAT, WITH, chosen, rate_figure, uncoded
from tests.pages.reckoning import Counted, Facts
from tests.pages.said import Told


@reads(
    "tall:(|bemanning|politidistrikt)",
    rf"{SHARE} (ikke tilfreds|ikke tilfreds i hele landet|tilfreds|ikke tilfreds med {WHAT}): (.+)",
)
def satisfied(told: Told, facts: Facts, m: re.Match[str]) -> str:
    everywhere = "landet" in m[2]
    rows = facts.municipalities if everywhere else chosen(told, facts)
    point = WITH[m[3]] if m[3] else told.view.vis
    value = "tilfreds" if m[2] == "tilfreds" else "ikke_tilfreds"
    c = facts.measured(rows, point)
    behind = rows.filter(pl.col(point) == value)
    text, basis = rate_figure(told, rows, Counted(behind.height, c.of, c.all), behind)
    if not c.of and (n := uncoded(rows, point)):
        basis = f"{n} svar er ikke kodet"
    if m[3]:
        basis += f"; landet {told_rate(facts.measured(facts.municipalities, point), told)}"
    return differs((m[1], m[4]), (text, basis))


@reads(
    "tall:.*",
    rf"(\d+|–) (ønsker nytt tjenestested): (?:(?!0){N} med forbehold)?"
    rf"(?:,? ?{N} svar er ikke kodet)?",
    rf"(\d+|–) (tilbyr lokaler): (?:(?!0){N} vurderer det)?(?:,? ?{N} svar er ikke kodet)?",
    r"(\d+) (både ønsker og tilbyr): lokaler()()",
)
def counts(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    wished, offered = pl.col("onsker").is_in(("ja", "betinget")), pl.col("lokaler") == "ja"
    unread = {"ø": uncoded(rows, "onsker"), "t": uncoded(rows, "lokaler"), "b": 0}[m[2][0]]
    if unread != number(m[4] or "0"):
        return f"{unread} er ikke kodet"
    true = {
        "ø": (rows.filter(wished).height, rows.filter(onsker="betinget").height),
        "t": (rows.filter(offered).height, rows.filter(lokaler="vurderes").height),
        "b": (rows.filter(wished & offered).height, 0),
    }[m[2][0]]
    # Nought is not known to be nought while there are answers nobody has coded.
    if m[1] == "–":
        return "" if not true[0] and unread else f"det er {true}"
    return differs((number(m[1]), number(m[3] or "0")), true)


@reads(
    "tall:.*",
    rf"{N} har ikke svart: {SHARE} av innbyggerne",
    f"{N} uten kjent uttalelse: {N} innbyggere",
)
def silent(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    quiet = rows.filter(~pl.col("har_svart"))
    if "uten kjent" in m[0]:
        return differs((number(m[1]), number(m[2])), (quiet.height, people(quiet)))
    return differs((number(m[1]), m[2]), (quiet.height, told_share(people(quiet), people(rows))))


@reads("tall:politidistrikt", rf"{N} {HAS}: av {N} kommuner?")
def answered_here(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    return differs((number(m[1]), number(m[2])), (rows["har_svart"].sum(), rows.height))
