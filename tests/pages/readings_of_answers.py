"""Readings of findings and key figures about what was answered, and of who has answered."""

import re
from typing import Final

import polars as pl

from tests.pages.readings import (
    HAS,
    SHARE,
    N,
    differs,
    explains,
    number,
    people,
    reads,
    told_rate,
    told_share,
    told_span,
)
from tests.pages.reckoning import FEW, FOCUS, SILENT, Counted, Facts
from tests.pages.said import Told

TENTHS: Final = ("Én", "To", "Tre", "Fire", "Fem", "Seks", "Sju", "Åtte", "Ni")
WITH: Final = {
    "bemanningen": "bemanning",
    "tjenestestedstrukturen": "tjenestestedstruktur",
    "tjenestetilbudet": "tjenestetilbud",
}
WHAT: Final = f"({'|'.join(WITH)})"
FINDINGS: Final = r"side:(|bemanning|politidistrikt)|kart|onsker"
CHOSEN: Final = r"(?!kommune(?:naboer|liknende)).*\.under"
# Cards whose coverage is of one measure whatever the page shows, and cards of all twelve districts.
OF_ONE: Final = {
    "punkter": "bemanning",
    "onsker": "onsker",
    "distriktspunkter": "bemanning",
    "side:lokaler": "lokaler",
}


def measure_at(where: str, told: Told) -> str:
    """Return what a sentence at `where` is about."""
    return OF_ONE.get(where.removesuffix(".under"), told.view.vis)


def chosen(told: Told, facts: Facts, where: str = "") -> pl.DataFrame:
    """Return the municipalities a sentence at `where` is about."""
    whole_country = where.removesuffix(".under") in ("politidistrikt", "dekning")
    return facts.chosen(told.view, district=not whole_country)


@reads(FINDINGS, f"{N} kommuner? ønsker nytt tjenestested, {N} gjør det ikke")
def wishes(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    yes, no = facts.measured(rows, "onsker").n, rows.filter(onsker="nei").height
    return differs((number(m[1]), number(m[2])), (yes, no))


@reads(FINDINGS, "Ingen kommuner tar klart stilling til nytt tjenestested")
def no_clear_wish(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    stands = rows.filter(pl.col("onsker").is_in(("ja", "betinget", "nei"))).height
    return differs((0, True), (stands, facts.measured(rows, "onsker").of > 0))


@reads(
    "tall:.*",
    "– (ønsker nytt tjenestested|både ønsker og tilbyr|tilbyr lokaler): ingen har tatt stilling()",
    "– (ikke tilfreds|tilfreds)(?: med (.+))?: ingen har tatt stilling(?:; landet .+)?",
)
def no_stand(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    of_rooms = rows.filter(~pl.col("lokaler").is_in(("ikke_svart", "ikke_innhentet"))).height
    if m[1] == "tilbyr lokaler":
        return differs(0, of_rooms)
    if m[1].startswith("både") and not of_rooms:
        return ""
    return differs(0, facts.measured(rows, WITH.get(m[2]) or _of_figure(m[1], told)).of)


def _of_figure(label: str, told: Told) -> str:
    return told.view.vis if "tilfreds" in label else "onsker"


@reads(r".*\.under", "På dette punktet har ingen (?:svart|uttalt seg)")
def none_on_the_point(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    measures = {told.view.vis, *OF_ONE.values()} & set(FOCUS)
    each = (facts.chosen(told.view, district=d) for d in (True, False))
    answered_ = {facts.measured(rows, measure).of for rows in each for measure in measures}
    return "" if 0 in answered_ else f"det er en av {answered_}"


@reads(f"{FINDINGS}|side:lokaler", f"{N} kommuner? tilbyr eller vurderer lokaler")
def offers(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), facts.measured(chosen(told, facts), "lokaler").n)


@reads(
    FINDINGS,
    rf"(?:{N} av {N}) kommuner? (?:som svarte,|med kjent uttalelse) er ikke tilfreds med {WHAT}",
)
def counted(told: Told, facts: Facts, m: re.Match[str]) -> str:
    found = facts.measured(chosen(told, facts), WITH[m[3]])
    return differs((number(m[1]), number(m[2])), (found.n, found.of))


@reads(
    FINDINGS,
    rf"({'|'.join(TENTHS)}) av ti kommuner som svarte, er ikke tilfreds med {WHAT}",
    rf"(Alle|Halvparten av|Over halvparten av|Nesten halvparten av|Nesten alle) kommunene som "
    rf"svarte, er ikke tilfreds med {WHAT}",
)
def tenths(told: Told, facts: Facts, m: re.Match[str]) -> str:
    c = facts.measured(chosen(told, facts), WITH[m[2]])
    share = c.n / c.of if c.of else 0
    about = f"{c.n} av {c.of}"
    if c.of < FEW:
        return f"{about} er for få"
    low, high = {
        "Alle": (1, 1),
        "Halvparten av": (0.5, 0.5),
        "Over halvparten av": (0.5000001, 0.55),
        "Nesten halvparten av": (0.4499999, 0.4999999),
        "Nesten alle": (0.9499999, 0.9999999),
    }.get(m[1], (0, 0))
    if m[1] in TENTHS:
        tenth = TENTHS.index(m[1]) + 1
        low, high = tenth / 10 - 0.0500001, tenth / 10 + 0.05
    return "" if low <= share <= high else f"det er {about}"


@reads(
    FINDINGS,
    f"{N} av {N} kommuner? er delvis tilfreds med {WHAT}, ingen er helt misfornøyd",
)
def partly(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows, point = chosen(told, facts), WITH[m[3]]
    found = facts.measured(rows, point)
    some = rows.filter(pl.col(point) == "delvis").height
    return differs((number(m[1]), number(m[2]), 0), (some, found.of, found.n))


@reads(
    FINDINGS,
    f"Ingen av kommunene som svarte, er misfornøyd med {WHAT}",
    f"Ingen med kjent uttalelse er misfornøyd med {WHAT}",
)
def nobody(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows, point = chosen(told, facts), WITH[m[1]]
    found = facts.measured(rows, point)
    unhappy = rows.filter(pl.col(point).is_in(("ikke_tilfreds", "delvis"))).height
    return differs((True, 0), (found.of > 0, unhappy))


@reads(
    f"{FINDINGS}|distriktskommuner|innspill",
    "Ingen kommuner i utvalget har svart",
    "Ingen kommuner i utvalget har uttalt seg",
    "Ingen kjent uttalelse om dette i utvalget",
    "Ingen svar i utvalget er kodet på dette punktet",
    "Ingen i utvalget har svart på dette punktet",
    "Ingen har svart på om de er tilfreds med .+",
)
def silence(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    if "ikke kodet" in m[0] or "kodet på dette" in m[0]:
        each = (told.view.vis, "onsker")
        return differs(0, min(facts.measured(rows, x).of for x in each))
    if "dette punktet" in m[0]:
        some = rows["har_svart"].sum() > 0
        return differs((0, True), (facts.measured(rows, told.view.vis).of, some))
    if "utvalget har" in m[0]:
        return differs(0, rows["har_svart"].sum())
    # The map and the finding are of the measure shown; the card of wishes is of wishes.
    return differs(0, min(facts.measured(rows, x).of for x in (told.view.vis, "onsker")))


@reads(r"side:.*|kart|onsker", "Ingen kommuner passer med filteret")
def nothing_chosen(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs(0, chosen(told, facts).height)


@reads(rf"{CHOSEN}|side:data|dekning", "Den ene kommunen har ikke (?:svart|uttalt seg)()()")
@reads(rf"{CHOSEN}|side:data|dekning", rf"(Ingen) av {N} kommuner {HAS}")
@reads(rf"{CHOSEN}|dekning", rf"(?!0|Ingen){N} av {N} kommuner? {HAS}")
def answered(told: Told, facts: Facts, m: re.Match[str]) -> str:
    # One sentence stands under many figures; two of them are of all twelve districts.
    said = number(m[1] or "ingen"), number(m[2] or "1")
    able = [chosen(told, facts)]
    if {"politidistrikt", "dekning"} & set(told.cards):
        able.append(facts.chosen(told.view, district=False))
    true = [(int(rows["har_svart"].sum()), rows.height) for rows in able]
    return "" if said in true else f"det er {true}"


@reads(r"data\.?.*|side:data", rf"(?!0){N} av {N} kommuner? har svart, med {SHARE} av innbyggerne")
def people_answered(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    behind = rows.filter("har_svart")
    true = (behind.height, rows.height, told_share(people(behind), people(rows)))
    return differs((number(m[1]), number(m[2]), m[3]), true)


@reads("side:data", rf"(?!0){N} av {N} kommuner? har uttalt seg, med {N} innbyggere")
def people_known(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    behind = rows.filter("har_svart")
    true = (behind.height, rows.height, people(behind))
    return differs(tuple(map(number, m.groups())), true)


@reads(
    r"(?!side:(tilgjengelighet|utfordringer)|kanaler).*\.under",
    rf"På dette punktet har {N} svart; den? har {SHARE} av innbyggerne",
    rf"På dette punktet har {N} uttalt seg, med {N} innbyggere",
)
def on_the_point(told: Told, facts: Facts, m: re.Match[str]) -> str:
    true = []
    for measure in {told.view.vis, *OF_ONE.values()} & set(FOCUS):
        for district in (True, False):
            rows = facts.chosen(told.view, district=district)
            said = rows.filter(~pl.col(measure).is_in(SILENT))
            share = told_share(people(said), people(rows))
            true.append((said.height, share if "%" in m[2] or "–" in m[2] else people(said)))
    told_it = (number(m[1]), m[2] if "%" in m[2] or "–" in m[2] else number(m[2]))
    return "" if told_it in true else f"det er en av {true}"


@reads(
    r".*\.under",
    r"Kommunen(?:e)? som (ønsker nytt tjenestested|tilbyr eller vurderer lokaler|ikke er tilfreds)"
    rf", har {SHARE} av innbyggerne",
)
def people_behind(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    measure = {"ø": "onsker", "t": "lokaler"}.get(m[1][0], told.view.vis)
    behind = rows.filter(pl.col(measure).is_in(FOCUS[measure]))
    return differs(m[2], told_share(people(behind), people(rows)))


def rate_figure(
    told: Told, rows: pl.DataFrame, c: Counted, behind: pl.DataFrame
) -> tuple[str, str]:
    """Return value and basis of a share as they must be written."""
    known = told.view.data == "kjente"
    if not c.of:
        return "–", "ingen har tatt stilling"
    few = c.of < FEW or known
    word = "kommune" if c.of == 1 else "kommuner"
    parts = [
        word if few else f"{c.n} av {c.of} {word}",
        "" if known else f"{told_share(people(behind), people(rows))} av innbyggerne",
        told_span(c, told),
    ]
    return told_rate(c, told), "; ".join(filter(None, parts))


@reads(r".*\.under", f"{N} svar er ikke kodet på punktet")
def not_coded(told: Told, facts: Facts, m: re.Match[str]) -> str:
    measures = {told.view.vis, *OF_ONE.values()} & set(FOCUS)
    each = (facts.chosen(told.view, district=d) for d in (True, False))
    true = {uncoded(rows, measure) for rows in each for measure in measures}
    return "" if number(m[1]) in true else f"det er en av {true}"


def uncoded(rows: pl.DataFrame, measure: str) -> int:
    """Return how many in `rows` have answered what nobody has coded on the point."""
    return rows.filter(pl.col(measure) == "ikke_kodet").height


@reads("innspill", f"{N} kommuner? har svart, (?!0){N} av dem etter fristen")
def late(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts).filter("har_svart")
    true = (rows.height, int(rows["etter_frist"].sum() or 0))
    return differs((number(m[1]), number(m[2])), true)


@reads("innspill", f"{N} kommuner? har en kjent uttalelse")
def stated(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), chosen(told, facts).filter("har_svart").height)


@reads(r"(innspill|lengst-unna)\.under", f"{N} kommuner? i utvalget")
def how_many(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), chosen(told, facts).height)


explains(
    r".*\.under",
    "Svar på spørsmål 5 i brevet, kommuner",
    "Uttalelser om det som er spørsmål 5 i brevet, kommuner",
    "Fjern ett eller flere filtre for å se svar",
    "Andel av kommunene som er misfornøyd med minst ett punkt; flere grunner er mulig",
    "Antall kommuner av dem som har tatt stilling; velg et distrikt for å se dets egne",
    "Mest misfornøyd først, så lengst avstand; kommuner uten (svar|kjent uttalelse) til sist",
    "Andel av kommunene i hver avstandsklasse",
)
