"""Readings of figures that hold what is said against who says it."""

import re
from typing import Final

import polars as pl

from pages.parts.wording import words
from tests.pages.readings import SHARE, N, differs, number, reads, told_rate, told_span
from tests.pages.readings_of_answers import chosen
from tests.pages.readings_of_topics import (
    channel,
    channels,
    number_answered,
    told_order,
    value_in,
    wanting,
)
from tests.pages.reckoning import FEW, Counted, Facts
from tests.pages.said import Told

CROSSED: Final = "tema_distrikt|tema_storrelse|kanal_politidistrikt|kanal_avstand|kanal_storrelse"


@reads(
    "tema_distrikt",
    rf"(.+) er blant det mest nevnte i {N} av {N} politidistrikt(?:er)? med minst ti svar",
    "(Hva som nevnes i hvert politidistrikt)()()",
    "(For få svar til å sammenlikne politidistriktene)()()",
)
def often_in_districts(told: Told, facts: Facts, m: re.Match[str]) -> str:
    felt = told.view.om
    rows = facts.chosen(told.view, district=False)
    parts = rows.partition_by("politidistrikt", as_dict=True)
    able = [part for part in parts.values() if number_answered(part, facts, felt) >= FEW]
    often: dict[str, int] = {}
    for part in able:
        found = facts.named(part, felt)
        top = max((told_order(c) for c in found.values()), default=0)
        for code, c in found.items():
            # Of one alone, and of those that are as often named, all are among the most named.
            often[code] = often.get(code, 0) + (c.n > 0 and told_order(c) == top)
    most = max(often.values(), default=0)
    first = [code for code, n in often.items() if n == most]
    if not m[2]:
        few = "For få" in m[1]
        true = len(able) < 2 or not most
        return differs((few, few or len(first) > 1), (true, few or len(first) > 1))
    code = value_in(m[1], felt)
    return differs((number(m[2]), number(m[3]), [code]), (often[code], len(able), first))


@reads(
    "tema_storrelse|kanal_storrelse|kanal_avstand",
    rf"(.+?): {SHARE} i kommuner med (.+), {SHARE} i dem med (.+)",
    rf"(.+?): {SHARE} vil ha mer i kommuner med (.+), {SHARE} i dem med (.+)",
    rf"(.+?): {SHARE} vil ha mer (.+) fra tjenestestedet, {SHARE} (.+) fra det",
)
def differs_by_group(told: Told, facts: Facts, m: re.Match[str]) -> str:
    by_distance = "tjenestestedet" in m[0]
    names = words.distances() if by_distance else words.sizes()
    column = "avstandsgruppe" if by_distance else "storrelse"
    codes = {label.replace("\u00a0", " ").lower(): code for code, label in names.items()}
    parts = chosen(told, facts).partition_by(column, as_dict=True)
    groups = {str(key[0]): part for key, part in parts.items()}

    def rates(part: pl.DataFrame) -> dict[str, Counted]:
        if "vil ha mer" in m[0]:
            return wanting(part, facts)
        return facts.named(part, told.view.om)

    value = channel(m[1]) if "vil ha mer" in m[0] else value_in(m[1], told.view.om)
    found = {code: rates(part) for code, part in groups.items()}
    # Who name nothing at all have no row of the value, and are as many as answered.
    of = {code: max((c.of for c in each.values()), default=0) for code, each in found.items()}
    able = {
        code: each.get(value, Counted(0, of[code], groups[code].height))
        for code, each in found.items()
        if of[code] >= FEW
    }
    share = {code: (c.n / c.of if c.of else 0.0) for code, c in able.items()}
    high, low = (codes[m[i].lower().replace(" innbyggere", "")] for i in (3, 5))
    if share[high] != max(share.values()) or share[low] != min(share.values()):
        return f"det er {share}"
    return differs((m[2], m[4]), (told_rate(able[high], told), told_rate(able[low], told)))


@reads(
    CROSSED,
    "For få svar til å sammenlikne gruppene",
    "For få svar til å sammenlikne kommuner etter størrelse",
)
def nothing_differs(_told: Told, _facts: Facts, _m: re.Match[str]) -> str:
    return ""


@reads("tema_par", rf".+ nevnes sammen av {N} kommuner?, (\d+,\d) ventet")
def together(_told: Told, _facts: Facts, _m: re.Match[str]) -> str:
    # Read in `truths.pairs`, which knows which of the words are one label.
    return ""


@reads("tema_par", "Ingen kommuner i utvalget nevner to sammen")
def none_together(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    coded = facts.codes.filter(felt=told.view.om).join(
        chosen(told, facts), on="kommunenummer", how="semi"
    )
    return differs(0, coded.group_by("kommunenummer").len().filter(pl.col("len") > 1).height)


@reads(rf"({CROSSED})\.under", f"{N} kommuner? har svart på spørsmålet")
def answered_question(told: Told, facts: Facts, m: re.Match[str]) -> str:
    true = []
    for district in (True, False):
        rows = facts.chosen(told.view, district=district)
        true.append(
            channels(rows, facts)["kommunenummer"].n_unique()
            if told.path == "tilgjengelighet"
            else number_answered(rows, facts, told.view.om)
        )
    return "" if number(m[1]) in true else f"det er en av {true}"


@reads(rf"({CROSSED})\.under", "(.+) i hele landet: (mellom .+ med de tause)")
def open_in_the_country(told: Told, facts: Facts, m: re.Match[str]) -> str:
    if told.path == "tilgjengelighet":
        c = wanting(facts.municipalities, facts)[channel(m[1])]
    else:
        c = facts.named(facts.municipalities, told.view.om)[value_in(m[1], told.view.om)]
    return differs(m[2], told_span(c, told))
