"""Readings of what is said of the season that decided places are counted for."""

import re
from typing import Final

import polars as pl

from tests.pages.readings import N, differs, number, reads
from tests.pages.readings_of_answers import chosen
from tests.pages.reckoning import Facts
from tests.pages.said import Told


@reads(
    r"(?:kandidater-valg|plassering-sammenlikning)\.under",
    f"{N} av de besluttede er åpent i én sesong, men er regnet med hele året: (.+)",
    f"{N} av de besluttede er åpne i én sesong, men er regnet med hele året: (.+)",
)
def in_season(told: Told, facts: Facts, m: re.Match[str]) -> str:
    inside = {*chosen(told, facts)["kommunenummer"]}
    rows = facts.table("nytt_tjenestested").filter(pl.col("kommunenummer").is_in(inside))
    true = {
        row["sted"]: {"sommer": "sommeren", "vinter": "vinteren"}[row["sesong"]]
        for row in rows.to_dicts()
        if row["sesong"]
    }
    said = dict(re.findall(r"(?:^|, | og )([^()]+?) \(bare om (\w+)\)", m[2]))
    return differs((number(m[1]), said), (len(true), true))


# When the decided are open, and which of them are not.
OPEN_WHEN: Final = "(hele året|om sommeren|om vinteren)(?:; ikke regnet med: (.+))?"


@reads(
    r"(?:kandidater-valg|kandidater-besluttet|plassering-sammenlikning)\.under",
    rf"(?!0){N} av (?:de )?{N} beslutte(?:de|t) er (?:åpent|åpne) {OPEN_WHEN}",
    rf"Det ene besluttede er ()()ikke åpent {OPEN_WHEN}",
)
def open_then(told: Told, facts: Facts, m: re.Match[str]) -> str:
    season = {"hele året": "helaar", "om sommeren": "sommer", "om vinteren": "vinter"}[m[3]]
    inside = chosen(told, facts)
    rows = facts.table("nytt_tjenestested").join(inside, on="kommunenummer", how="semi").to_dicts()
    closed = {row["sted"]: row["sesong"] for row in rows if row["sesong"] not in (None, season)}
    said = dict(re.findall(r"(?:^|, | og )([^()]+?) \(bare om (\w+?)e[nt]\)", m[4] or ""))
    true = len(rows) - len(closed), len(rows), told.view.sesong, closed
    n, of = number(m[1] or "ingen"), number(m[2] or "1")
    return differs((n, of, season, said), true)


@reads(
    r"(side:)?[\w-]+\.under",
    "(Besluttede steder) som er åpne i bare én sesong, er ikke regnet med",
    "Regnet (om sommeren|om vinteren): besluttede steder som bare er åpne ellers, er ikke med",
)
def counted_in(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    return differs(
        m[1],
        {"helaar": "Besluttede steder"}.get(told.view.sesong or "") or f"om {told.view.sesong}en",
    )


@reads(
    "kandidater-besluttet|plassering-sammenlikning",
    "Ingen av de 20 nye ligger i utvalget()",
    "Ingen av de 20 nye i utvalget er åpne (hele året|om sommeren|om vinteren)",
)
def none_decided(told: Told, facts: Facts, m: re.Match[str]) -> str:
    season = {"helaar": "hele året", "sommer": "om sommeren", "vinter": "om vinteren"}
    when = season.get(told.view.sesong or "", "")
    return differs((m[1], 0), (when, facts.decided(told.view).height))
