"""Readings of what is said of question 4: what is wanted more of, where, and by whom."""

import re

import polars as pl

from pages.parts.wording import answer_words
from tests.pages.readings import (
    SHARE,
    N,
    differs,
    number,
    reads,
    told_rate,
)
from tests.pages.readings_of_answers import chosen, rate_figure
from tests.pages.readings_of_topics import channel, channels, wanting
from tests.pages.reckoning import FEW, Counted, Facts
from tests.pages.said import Told


@reads(
    "side:tilgjengelighet",
    "()Flest vil ha mer (.+?)()()",
    rf"()Av dem som svarte, vil flest ha mer (.+): {SHARE}()",
    f"(){N} av {N} kommuner? vil ha mer (.+)",
    f"(Like) mange vil ha mer (.+): {N} av {N} kommuner? hver",
)
def most_wanted(told: Told, facts: Facts, m: re.Match[str]) -> str:
    found = wanting(chosen(told, facts), facts)
    most = max(c.n for c in found.values())
    alike = {code for code, c in found.items() if c.n == most}
    if m[0][0].isdigit():
        c = found[channel(m[4])]
        return differs((number(m[2]), number(m[3]), {channel(m[4])}), (c.n, c.of, alike))
    if m[1]:
        text = m[2].lower()
        said = {code for code, label in answer_words.wanted().items() if label.lower() in text}
        of = next(iter(found.values())).of
        return differs((number(m[3]), number(m[4]), said), (most, of, alike))
    code = channel(m[2])
    mine = found[code]
    if mine.of < FEW or alike != {code}:
        return f"{alike} er det flest vil ha"
    sure = all(c.bounds[1] < mine.bounds[0] for other, c in found.items() if other != code)
    if sure != m[0].startswith("Flest"):
        return "tausheten kan snu det" if not sure else "det er sikkert"
    return differs(m[3] or told_rate(mine, told), told_rate(mine, told))


@reads("side:tilgjengelighet", "Ingen i utvalget vil ha mer av noen kanal")
def none_wanted(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs(0, max(c.n for c in wanting(chosen(told, facts), facts).values()))


@reads(
    "tall:tilgjengelighet",
    rf"{SHARE} vil ha (mer av|mer av minst én kanal|alt som i dag)(?:: (.+?))?: (.+)",
)
def channel_figure(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    said = channels(rows, facts)
    of = said["kommunenummer"].n_unique()
    more, less = (said.filter(verdi=v) for v in ("mer", "mindre"))
    if m[3]:
        behind = rows.join(more.filter(felt=channel(m[3])), on="kommunenummer", how="semi")
    elif m[2] == "alt som i dag":
        moved = pl.concat([more, less])
        behind = rows.join(said, on="kommunenummer", how="semi").join(
            moved, on="kommunenummer", how="anti"
        )
    else:
        behind = rows.join(more, on="kommunenummer", how="semi")
    c = Counted(behind.height, of, rows.height)
    return differs((m[1], m[4]), rate_figure(told, rows, c, behind))


@reads("tall:tilgjengelighet", rf"{N} nevner ingen kanal: av {N} som har (?:svart|uttalt seg)")
def no_channel(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    has = rows.filter("har_svart")
    none = has.join(channels(rows, facts), on="kommunenummer", how="anti")
    coded = none.join(
        facts.codes.filter(pl.col("felt").str.starts_with("kanal_")), on="kommunenummer", how="semi"
    )
    return differs((number(m[1]), number(m[2])), (coded.height, has.height))


@reads("kanaler", f"{N} av {N} kommuner? vil ha mer av minst én kanal, {N} vil ha mindre av noen")
@reads("kanaler", f"(Ingen) ()vil ha mer av noen kanal, {N} vil ha mindre av noen")
def any_channel(told: Told, facts: Facts, m: re.Match[str]) -> str:
    said = channels(chosen(told, facts), facts)
    n, less = (said.filter(verdi=v)["kommunenummer"].n_unique() for v in ("mer", "mindre"))
    of = said["kommunenummer"].n_unique() if m[2] else 0
    return differs((number(m[1]), number(m[2] or "ingen"), number(m[3])), (n, of, less))


@reads(
    "kanal_politidistrikt",
    rf"Vil ha mer (.+): {SHARE} (?:i (?:utvalget|alle distriktene), {SHARE} )?i hele landet",
    rf"Ønsket om mer (.+) er (?:størst|blant de største) i .+: {SHARE}()",
)
def channel_by_district(told: Told, facts: Facts, m: re.Match[str]) -> str:
    code = channel(m[1])
    rows = facts.chosen(told.view, district=False)
    if m[0].startswith("Vil"):
        # The selection is of the districts chosen, and the card is of all.
        if m[3] and bool(told.view.distrikt) != ("alle distriktene" in m[0]):
            return f"utvalget er {told.view.distrikt}"
        here = told_rate(wanting(rows, facts)[code], told)
        country = told_rate(wanting(facts.municipalities, facts)[code], told)
        return differs((m[2], m[3] or m[2]), (here, country))
    parts = rows.partition_by("politidistrikt", as_dict=True)
    groups = {str(key[0]): wanting(part, facts)[code] for key, part in parts.items()}
    share = max(c.n / c.of for c in groups.values() if c.of >= FEW)
    first = [d for d, c in groups.items() if c.of >= FEW and c.n / c.of == share]
    country_share = wanting(facts.municipalities, facts)[code]
    if len(first) != 1 or f"i {first[0]}:" not in m[0]:
        return f"det er {first}"
    if share <= country_share.n / country_share.of:
        return "ikke over hele landet"
    mine = groups[first[0]]
    sure = all(c.bounds[1] < mine.bounds[0] for d, c in groups.items() if d != first[0])
    if sure != ("størst i" in m[0]):
        return "tausheten kan snu det" if not sure else "det er sikkert"
    return differs(m[2], told_rate(mine, told))


@reads(
    "annet_sted",
    f"{N} kommuner? ber om politi til stede andre steder, (?:{N} av dem har|(og) har|(ingen) med) "
    "minst 15 km til tjenestestedet",
    "(Ingen) i utvalget ber om politi til stede andre steder()()()",
)
def elsewhere(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    asked = rows.join(
        facts.codes.filter(felt="kanal_annet_sted", verdi="mer"), on="kommunenummer", how="semi"
    )
    far = asked.filter(pl.col("til_naermeste") >= 15).height
    if m[1] == "Ingen":
        return differs(0, asked.height)
    said = 1 if m[3] else 0 if m[4] else number(m[2])
    return differs((number(m[1]), said), (asked.height, far))
