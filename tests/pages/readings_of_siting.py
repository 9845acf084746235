"""Readings of what is said of the places a model proposes, and of those that were decided."""

import re

import polars as pl

from tests.pages.readings import (
    SHARE,
    N,
    differs,
    number,
    people,
    reads,
    told_share,
)
from tests.pages.readings_of_answers import chosen
from tests.pages.readings_of_places import KM, outside
from tests.pages.reckoning import Facts
from tests.pages.said import Told
from tests.pages.truths_of_places import reach, together


@reads(
    "side:plassering",
    rf"{N} (?:nytt tjenestested|nye tjenestesteder) gir (?!0 ){N} flere innbyggere innen (\d+) km",
    "(Modellen foreslår ingen nye tjenestesteder)()()",
    "(Ingen kommuner passer med filteret)()()",
)
def proposed(told: Told, facts: Facts, m: re.Match[str]) -> str:
    names = dict(facts.table("kommune").select("navn", "kommunenummer").rows())
    places = [names[str(row[0])] for row in told.cards["plassering"].table.rows]
    if m[1].startswith(("Modellen", "Ingen")):
        return differs([], places)
    gained = together(reach(told, facts), places)
    said = number(m[1]), number(m[2]), int(m[3])
    return differs(said, (len(places), gained, told.view.grense))


@reads(
    "side:plassering",
    rf"{N} (?:nytt tjenestested|nye tjenestesteder) korter veien med (?!0 %){SHARE} i snitt",
    rf"{N} (?:nytt tjenestested|nye tjenestesteder) korter ikke veien for noen()",
)
def shortened(told: Told, facts: Facts, m: re.Match[str]) -> str:
    names = dict(facts.table("kommune").select("navn", "kommunenummer").rows())
    places = [names[str(row[0])] for row in told.cards["plassering"].table.rows]
    rows = chosen(told, facts)
    inside = [*rows["kommunenummer"]]
    nearer = facts.table("naermere").filter(
        pl.col("kandidat_id").is_in(places), pl.col("kommunenummer").is_in(inside)
    )
    best = nearer.group_by("punkt_id").agg(
        pl.col("innbyggere").first(), pl.col("avstand_i_dag").first(), pl.col("avstand").min()
    )
    saved = sum(n * max(was - now, 0) for _id, n, was, now in best.rows())
    before = sum(far * n for far, n in rows.select("til_naermeste", "innbyggere").rows())
    return differs((number(m[1]), m[2] or "0 %"), (len(places), told_share(saved, before)))


@reads("plassering", f"Modellens valg av {N} sted(?:er)?")
@reads("plassering-rekkefolge", f"Hvis bare {N}: .+")
def how_many_places(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    card = told.cards["plassering-rekkefolge" if "Hvis" in m[0] else "plassering"]
    n = len(card.table.rows)
    return differs(number(m[1]), min(5, n) if "Hvis" in m[0] else n)


@reads(
    r"plassering|plassering-rekkefolge|side:plassering\.under",
    r"(Alle) i utvalget er innenfor grensen allerede",
    r"(Ingen) kommuner i utvalget passer som kandidat",
    r"(Ingen) av kandidatene kommer nærmere noen enn dagens tjenestesteder",
    r"(Ingen) innbyggere i utvalget",
    "Flere (steder) må med enn antallet som kan velges",
)
def nothing_proposed(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    if m[1] == "Alle":
        return differs(0, outside(told, facts, rows, "i_dag", told.view.grense))
    return differs(0, len(told.cards["plassering"].table.rows))


@reads("plassering-rekkefolge", "Ingen steder gir mer enn i dag, målt slik")
def nothing_gained(told: Told, _facts: Facts, _m: re.Match[str]) -> str:
    # Places that must be with are chosen all the same, and gain nobody anything.
    places = told.cards["plassering"].table
    gained = [column.heading for column in places.columns].index("Flere innenfor")
    order = len(told.cards["plassering-rekkefolge"].table.rows)
    far = told.view.formaal == "avstand"
    return differs((0, 0), (order, 0 if far else sum(int(str(r[gained])) for r in places.rows)))


@reads(
    r"plassering-sammenlikning\.under",
    rf"([1-9]\d*) av {N} besluttede ligger i en kommune modellen velger, "
    r"(?:([1-9]\d*) til|ingen andre) innen (\d+) km",
    rf"(Ingen) av de {N} besluttede ligger i en kommune modellen velger, "
    r"(?:men (\d+)|eller) innen (\d+) km fra en",
    r"()()Den besluttede ligger (?:ikke )?innen() (\d+) km fra stedet modellen velger",
    "()()Den besluttede ligger i kommunen modellen velger()()",
)
def overlap(told: Told, facts: Facts, m: re.Match[str]) -> str:
    new = facts.decided(told.view)
    _today, _decided, rival, *_rest = told.cards["plassering-sammenlikning"].table.rows
    if not rival[1]:
        return "modellen velger ingen"
    n, near = number(m[2] or "1"), number(m[1] or "0") + int(m[3] or 0)
    if near > n:
        return f"{near} er flere enn alle"
    return differs((n, int(m[4] or told.view.grense)), (new.height, told.view.grense))


@reads(
    r"plassering\.under|side:plassering\.under",
    "(\\d+) (?:nytt|nye)",
    "Steder: (alle kommuner|de som ønsker|de som tilbyr lokaler)",
    "Mål: (flest innenfor|kortest vei)",
    "Teller: (alle likt|mest ved misnøye)",
    "Må med: (.+)",
    "Ikke med: (.+)",
    "(?:Bevist best|Innen [\\d,]+ % av det beste), regnet ut på "
    "(?:under 1|[1-9][\\d ]*) ms med HiGHS()",
)
def scenario(told: Told, facts: Facts, m: re.Match[str]) -> str:
    view = told.view
    names = dict(facts.table("kommune").select("navn", "kommunenummer").rows())
    if m[0].startswith(("Må med", "Ikke med")):
        able = view.med if m[0].startswith("Må") else view.uten
        said = [names[each] for each in re.split(", | og ", m[1]) if each in names]
        return differs([each for each in said if each not in able], [])
    where = {"alle": "alle kommuner", "onsker": "de som ønsker", "tilbyr": "de som tilbyr lokaler"}
    true = {
        "S": where[view.kandidater],
        "M": {"dekning": "flest innenfor", "avstand": "kortest vei"}[view.formaal],
        "T": {"innbyggere": "alle likt", "misnoye": "mest ved misnøye"}[view.vekt],
        "B": "",
        "I": "",
    }.get(m[0][0], str(view.antall))
    return differs(m[1], true)


@reads(
    "tall:plassering",
    rf"{N} (innenfor \d+ km i dag|med de besluttede|med modellens valg): "
    rf"{SHARE}, i snitt {KM}",
)
def within_by_choice(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    all_ = people(rows)
    if "i dag" in m[2]:
        n = all_ - outside(told, facts, rows, "i_dag", told.view.grense)
        return differs((number(m[1]), m[3]), (n, told_share(n, all_)))
    return differs(m[3], told_share(number(m[1]), all_))


@reads(
    "plassering-sammenlikning",
    f"De {N} besluttede gir (?!0 ){N} flere innenfor, regnet fra kommunesentrene",
    f"(Den) besluttede gir (?!0 ){N} flere innenfor, regnet fra kommunesenteret",
)
def decided_gain(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    inside = {*rows["kommunenummer"]}
    decided = facts.decided(told.view)
    near = facts.table("naermere").filter(
        pl.col("kandidat_id").is_in(decided["kommunenummer"].to_list())
        & pl.col("kommunenummer").is_in(inside)
        & (pl.col("avstand") <= told.view.grense)
        & (pl.col("avstand_i_dag") > told.view.grense)
    )
    said = 1 if m[1] == "Den" else number(m[1]), number(m[2])
    return differs(said, (decided.height, people(near.unique("punkt_id"))))
