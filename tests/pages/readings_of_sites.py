"""Readings of what is said of premises on offer, of candidates, and of what a model proposes."""

import re

import polars as pl

from tests.pages.readings import (
    HAS,
    N,
    differs,
    explains,
    number,
    reads,
)
from tests.pages.readings_of_answers import chosen
from tests.pages.reckoning import Facts
from tests.pages.said import Told
from tests.pages.truths_of_places import reach, scores, together


def rooms(told: Told, facts: Facts) -> pl.DataFrame:
    """Return the rooms on offer that the selection and the list's own filters leave."""
    view, rows = told.view, chosen(told, facts)
    found = (
        facts.table("lokale")
        .join(rows.select("kommunenummer", "onsker", "politidistrikt"), on="kommunenummer")
        .join(facts.table("kommune").select("kommunenummer", "navn"), on="kommunenummer")
    )
    if view.lokaltype:
        found = found.filter(pl.col("lokaltype").is_in(view.lokaltype))
    if view.onsker:
        found = found.filter(pl.col("onsker").is_in(view.onsker))
    searched = ("navn", "kommunenummer", "politidistrikt", "lokaltype", "adresse", "utdrag")
    hits = [
        view.sok.lower()
        in " ".join([*(str(r[c] or "") for c in searched), *(r["delt_med"] or [])]).lower()
        for r in found.to_dicts()
    ]
    return found.filter(pl.Series(hits, dtype=pl.Boolean))


@reads(
    "side:lokaler|lokaler",
    f"{N} kommuner? tilbyr eller vurderer {N} lokaler?",
    "(Ingen) lokaler passer med filteret()",
    "(Ingen) tilbud om lokaler er kjent()",
)
@reads(r"lokaler\.under", f"{N} lokaler? i {N} kommuner?")
def offered(told: Told, facts: Facts, m: re.Match[str]) -> str:
    found = rooms(told, facts)
    if m[1] == "Ingen":
        return differs(0, found.height)
    true = found["kommunenummer"].n_unique(), found.height
    said = number(m[1]), number(m[2])
    return differs(said[::-1] if "lokaler i" in m[0] or "lokale i" in m[0] else said, true)


@reads(
    r"side:lokaler\.under",
    f"I tillegg tilbyr eller vurderer {N} kommuner? det uten å nevne et bestemt lokale",
)
def unnamed(told: Told, facts: Facts, m: re.Match[str]) -> str:
    offering = chosen(told, facts).filter(pl.col("lokaler").is_in(("ja", "vurderes")))
    without = offering.join(rooms(told, facts), on="kommunenummer", how="anti")
    return differs(number(m[1]), without.height)


@reads(r"side:lokaler\.under", rf"Et tjenestested i (.+) gir {N} flere innen (\d+) km, luftlinje")
def best_room(told: Told, facts: Facts, m: re.Match[str]) -> str:
    limit = told.view.grense
    near = facts.table("naermere").filter(pl.col("avstand") <= limit)
    gained = dict(
        near.filter(pl.col("avstand_i_dag") > limit)
        .group_by("kandidat_id")
        .agg(pl.col("innbyggere").sum())
        .rows()
    )
    each = {r["navn"]: gained.get(r["kommunenummer"], 0) for r in rooms(told, facts).to_dicts()}
    if each.get(m[1]) != max(each.values()):
        return f"det er {each}"
    return differs((number(m[2]), int(m[3])), (each[m[1]], limit))


@reads("kandidater", f"{N} sted(?:er)? kan komme på tale", "(Ingen) steder passer med filteret")
def may_come(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    numbers = [*scores(told, facts)] if rows.height else []
    found = rows.filter(pl.col("kommunenummer").is_in(numbers))
    if told.view.grunnlag:
        # In a season a place was given one only where it is open then.
        decided = facts.decided(told.view)["kommunenummer"].to_list()
        rooms_ = pl.col("lokaler").is_in(("ja", "vurderes")) | (pl.col("antall_lokaler") > 0)
        why = {
            "onsker": pl.col("onsker").is_in(("ja", "betinget")),
            "tilbyr": rooms_,
            "langt": pl.col("til_naermeste") > told.view.grense,
            "besluttet": pl.col("kommunenummer").is_in(decided),
            "sesong": pl.col("kommunenummer").is_in(
                facts.codes.filter(felt="tema", verdi="reiseliv_og_sesong")[
                    "kommunenummer"
                ].to_list()
            ),
            "liste": pl.col("kommunenummer").is_in(told.view.liste),
        }
        found = found.filter(pl.any_horizontal(why[g] for g in told.view.grunnlag))
    if told.view.navn:
        named = facts.table("kommune").filter(
            pl.col("navn").str.to_lowercase().str.contains(told.view.navn.lower(), literal=True)
        )
        found = found.join(named, on="kommunenummer", how="semi")
    return differs(0 if m[1] == "Ingen" else number(m[1]), found.height)


@reads(r"kandidater(-\w+)?\.under", rf"(?!0){N} av {N} sted(?:er)? {HAS}")
@reads(r"kandidater(-\w+)?\.under", "Det ene stedet har ikke (?:svart|uttalt seg)()()")
def answered_places(told: Told, facts: Facts, m: re.Match[str]) -> str:
    has = dict(
        facts.municipalities.join(
            facts.table("kommune").select("kommunenummer", "navn"), on="kommunenummer"
        )
        .select("navn", "har_svart")
        .rows()
    )
    true = [
        (sum(has[str(row[0])] for row in card.table.rows), len(card.table.rows))
        for name, card in told.cards.items()
        if name in ("kandidater", "kandidater-poeng", "kandidater-nummer", "kandidater-besluttet")
    ]
    said = number(m[1] or "ingen"), number(m[2] or "1")
    return "" if said in true else f"det er en av {true}"


@reads(r"kandidater(-\w+)?\.under", r"De 100 poengene er delt på (.+)")
def rule(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    parts = [float(part.replace(",", ".")) for part in re.findall(r"\((\d+,\d|\d+)\)", m[1])]
    given = sum(n != "0" for n in told.view.vekter.split("-"))
    if len(parts) > given:
        return f"bare {given} har vekt"
    return differs(100.0, round(sum(parts), 1))


@reads(
    "kandidater-nummer",
    f"{N} av de {N} første holder seg blant dem i minst 95 av 100 trekk av vekter",
    f"(Alle) de {N} første holder seg blant dem i minst 95 av 100 trekk av vekter",
    f"()Alle stedene er blant de {N} første",
    f"()Det ene stedet er blant de {N} første",
    "(Det første) er først i minst 95 av 100 trekk av vekter()",
    "(Det første) er ikke alltid først når vektene varierer()",
    "(Ingen) steder har nummer()",
    "(Bare) ett sted, så det har ingen å rangeres mot()",
)
def sure(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    rows = told.cards["kandidater-nummer"].table.rows
    often = sum(int(str(row[-1])) >= 950 for row in rows)
    if m[1] == "Alle":
        return differs((number(m[2]), number(m[2])), (often, len(rows)))
    if m[1] in ("Ingen", "Bare") and not m[2]:
        return differs(1 if m[1] == "Bare" else 0, len(rows))
    if m[1] == "Det første":
        return differs((1, "ikke" not in m[0]), (len(rows), often == 1))
    if not m[1]:
        return differs((True, True), (len(rows) <= number(m[2]), often == len(rows)))
    # None and all are said in words.
    if m[1] in ("0", m[2]):
        return f"{m[1]} skrives med ord"
    return differs((number(m[1]), number(m[2])), (often, len(rows)))


@reads(
    "kandidater-valg",
    f"Uten det du har tatt ut, gir (?:(det) beste stedet|de {N} beste) {N} flere innenfor; med {N}",
)
def without(told: Told, facts: Facts, m: re.Match[str]) -> str:
    n, mine, best = 1 if m[1] else number(m[2]), number(m[3]), number(m[4])
    gives = reach(told, facts)
    able = {key: points for key, points in gives.items() if key not in told.view.uten}
    one = max((together(able, [key]) for key in able), default=0)
    if not told.view.uten or n > told.view.antall or not one <= mine <= best:
        return f"det beste ene stedet gir {one}"
    return "" if n > 1 else differs((mine, best), (one, max(together(gives, [k]) for k in gives)))


@reads("kandidater-valg", "Ingen av stedene som er igjen, ville gitt flere innenfor")
def nothing_left(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    gives = reach(told, facts)
    return differs([], [k for k in gives if gives[k] and k not in told.view.uten])


@reads(
    r"kandidater-valg\.under",
    f"Du har valgt flere enn antallet, {N}, så modellen fyller ikke opp",
)
def more_than_asked(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    return differs((number(m[1]), True), (told.view.antall, len(told.view.med) > told.view.antall))


@reads("kandidater-valg", "Stedene du har valgt, ligger utenfor utvalget")
def out_of_selection(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs({*told.view.med}, {*told.view.med} - {*chosen(told, facts)["kommunenummer"]})


@reads(
    r"kandidater-valg\.under|side:plassering\.under",
    r"(.+) er ikke regnet med, fordi kommunene? ligger utenfor utvalget\.?",
    r"(.+) er ikke regnet med, fordi kommunene? ikke er blant dem som (ønsker|tilbyr lokaler)\.?",
)
def not_counted(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    inside = {*rows["kommunenummer"]}
    asked = {"ønsker": "onsker", "tilbyr lokaler": "lokaler"}
    if m.re.groups == 1:
        out = {*told.view.med} - inside
    else:
        fit = rows.filter(pl.col(asked[m[2]]).is_in(["ja", "betinget", "vurderes"]))
        out = ({*told.view.med} & inside) - {*fit["kommunenummer"]}
    names = facts.table("kommune").filter(pl.col("kommunenummer").is_in(out))["navn"].to_list()
    said = re.sub(r"|".join(map(re.escape, sorted(names, key=len, reverse=True))), "·", m[1])
    plural = "kommunene" in m[0]
    return differs((said.count("·"), plural), (len(names), len(names) > 1))


@reads("sammenlign", f"{N} (?:valgt lokale|valgte lokaler side om side)")
def side_by_side(told: Told, facts: Facts, m: re.Match[str]) -> str:
    able = rooms(told, facts).filter(pl.col("lokale_id").is_in(told.view.valgt))
    return differs(number(m[1]), able.height)


explains(
    r".*\.under",
    "Innbyggerne er de som bor der; hyttefolk og turister er ikke talt",
    "Valgt i listen over lokaler",
)


@reads(
    "side:kandidater",
    "Ingen nye steder ville gitt flere innbyggere innen .+",
    "(?:Av de|Alle de|Stedet som) .+",
    "Ingen kommuner passer med filteret",
)
@reads("kandidater-besluttet", "(?:Av|Én kommune) .+ modellen velger .+")
@reads(
    "kandidater-poeng",
    r"(.+) har (?:like mange poeng og flest|flest poeng): [\d,]+ av 100",
    r".+ har [\d,]+ poeng av 100",
    "Ingen steder har poeng",
)
@reads(
    r"side:kandidater\.under",
    ".+ flere innen grensen",
    ".+ ville gitt like mange som .+",
    r".+ \((?:ja|nei|uklart|ja, med forbehold|ikke .+|har ikke svart)\)",
)
@reads(
    "kandidater-valg",
    "Ditt sted gir (?!0 ).+(?<! 0)",
    r"Dine \d+ steder gir (?!0 ).+(?<! 0)",
    "Vedtaket og modellen, målt likt",
)
def read_by_reckoning(_told: Told, _facts: Facts, _m: re.Match[str]) -> str:
    """Leave to `truths_of_places`, which reads the whole of them."""
    return ""
