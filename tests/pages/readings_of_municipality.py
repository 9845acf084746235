"""Readings of what is said of one municipality, of a search, and of two versions."""

import re
from typing import Any, Final

import polars as pl

from tests.pages.readings import HAS, N, differs, explains, number, reads
from tests.pages.readings_of_answers import WHAT, WITH, chosen
from tests.pages.readings_of_places import KM, km
from tests.pages.reckoning import POINTS, Facts
from tests.pages.said import Told

WISH: Final = {
    "ja": "ønsker nytt tjenestested",
    "betinget": "ønsker nytt tjenestested, med forbehold",
    "nei": "ønsker ikke nytt tjenestested",
    "uklart": "sier ikke klart om den ønsker nytt tjenestested",
}


def own(told: Told, facts: Facts) -> dict[str, Any]:
    """Return the municipality the page is about."""
    rows = facts.municipalities.filter(kommunenummer=told.view.kommune)
    return rows.join(facts.table("kommune"), on="kommunenummer").row(0, named=True)


@reads("side:kommune", f"{N} kommuner? i utvalget")
@reads(r"side:kommune\.under", f"(?!0){N} (?:har svart|har uttalt seg)()")
def to_choose(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    true = rows.height if "utvalget" in m[0] else int(rows["har_svart"].sum())
    return differs(number(m[1]), true)


@reads("side:kommune", r"(?!\d+ kommuner? i|Ingen kommuner)(.+)")
def finding(told: Told, facts: Facts, m: re.Match[str]) -> str:
    row = own(told, facts)
    name = row["navn"]
    if not row["har_svart"]:
        known = told.view.data == "kjente"
        true = f"{name}: ingen kjent uttalelse" if known else f"{name} har ikke svart"
        return differs(m[1], true)
    names = {code: name for name, code in WITH.items()}
    said = ""
    for value, words_ in (
        ("ikke_tilfreds", ("er ikke tilfreds med", "eller")),
        ("tilfreds", ("er tilfreds med", "og")),
        ("delvis", ("er delvis tilfreds med", "og")),
    ):
        points = [p for p in POINTS if row[p] == value]
        if points and not said:
            listed = " og ".join(names[p] for p in points)
            if len(points) == 3:
                listed = f"bemanning, struktur {words_[1]} tilbud"
            said = f"{words_[0]} {listed}"
    parts = [part for part in (said, WISH.get(row["onsker"], "")) if part]
    if parts:
        return differs(m[1], f"{name} {' og '.join(parts)}")
    silent = f"{name} har svart, men", f"{name} har uttalt seg, men"
    return "" if m[1].startswith(silent) else "den sier ingenting av det"


@reads(
    r"side:kommune\.under",
    rf"(.+) · {N} innbyggere 1\. januar 2022 · senter (.+) · kommunenummer (\d{{4}})",
)
def described(told: Told, facts: Facts, m: re.Match[str]) -> str:
    row = own(told, facts)
    true = row["fylkesnavn"], row["innbyggere"], row["kommunesenter"], row["kommunenummer"]
    return differs((m[1], number(m[2]), m[3], m[4]), true)


@reads(
    "tall:kommune", rf"{N} innbyggere: 1\. januar 2022()", f"{KM} til nærmeste tjenestested: (.+)"
)
@reads("kommunestasjoner", rf"Nærmeste tjenestested er (.+), {KM} mot \w+")
def near(told: Told, facts: Facts, m: re.Match[str]) -> str:
    row = own(told, facts)
    if "1. januar" in m[0]:
        return differs(number(m[1]), row["innbyggere"])
    first, other = (m[2], m[1]) if m[0].startswith("Nærmeste") else (m[1], m[2])
    # Two that are as near are both the nearest.
    return differs((first, other), (km(row["til_naermeste"]), row["naermeste_tjenestested"]))


@reads("kommunestasjoner", f"{N} tjenestested(?:er)? i kommunen i dag")
def stations_here(told: Told, facts: Facts, m: re.Match[str]) -> str:
    here = facts.table("tjenestested").filter(kommunenummer=told.view.kommune, status="aktiv")
    return differs(number(m[1]), here.height)


@reads(
    r"kommunestasjoner\.under",
    "Nedleggelsene i 2017 endret (ikke) avstanden til det nærmeste()",
    f"Før var det tjenestested i kommunesenteret; nå er det ()?{KM} til det nærmeste",
    f"Avstanden til det nærmeste gikk fra {KM} til {KM}",
)
def moved(told: Told, facts: Facts, m: re.Match[str]) -> str:
    row = own(told, facts)
    before, now = row["til_foer_2017"], row["til_naermeste"]
    if m[1] == "ikke":
        return "" if now - before < 0.05 else f"den ble {now - before} km lengre"
    if m[0].startswith("Før"):
        return differs((m[2], before < 0.5), (km(now), True))
    return differs((m[1], m[2]), (km(before), km(now)))


@reads(r"kommunestasjoner\.under", "Vedtatt nedlagt i 2017: (.+)")
def closed(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = facts.table("tjenestested").filter(kommunenummer=told.view.kommune, status="nedlagt")
    return differs([n for n in rows["navn"] if n not in m[1]], [])


@reads(r"kommuneraad\.under", "([1-9]\\d*|Ingen) råd")
def advice(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), facts.table("raad").filter(kommunenummer=told.view.kommune).height)


@reads(r"kommunekoder\.under", r"([1-9]\d*|Ingen) (?:kodet verdi|kodede verdier)")
def coded(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), facts.codes.filter(kommunenummer=told.view.kommune).height)


@reads("kommunelokaler", r"Kommunen tilbyr (\d+) lokaler?")
def rooms(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(int(m[1]), facts.table("lokale").filter(kommunenummer=told.view.kommune).height)


@reads(r"kommunesvar\.under", r"(\d+) tekst(?:er)?")
def texts(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(int(m[1]), facts.in_words.filter(kommunenummer=told.view.kommune).height)


@reads("kommunenaboer", r"(\d+) nabokommuner?")
@reads(r"kommunenaboer\.under", rf"(?!0){N} av (\d+) kommuner? {HAS}")
@reads(r"kommunenaboer\.under", "Den ene kommunen har ikke (?:svart|uttalt seg)()()")
def neighbours(told: Told, facts: Facts, m: re.Match[str]) -> str:
    beside = facts.table("nabo").filter(kommunenummer=told.view.kommune)["nabo"].to_list()
    if m.re.groups == 1:
        return differs(int(m[1]), len(beside))
    has = facts.municipalities.filter(pl.col("kommunenummer").is_in(beside))["har_svart"].sum()
    # Where none borders on it by land, the five nearest are meant.
    said = number(m[1] or "ingen"), int(m[2] or 1)
    return differs(said, (has, len(beside))) if beside else differs(said[1], 5)


@reads("kommunenaboer", "De fem nærmeste kommunene")
@reads(r"kommunenaboer\.under", "Ingen kommune grenser til denne på land")
def alone(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs(0, facts.table("nabo").filter(kommunenummer=told.view.kommune).height)


@reads(r"kommuneliknende\.under", rf"(?!0){N} av (10) kommuner {HAS}")
def alike(told: Told, facts: Facts, m: re.Match[str]) -> str:
    names = [str(row[0]) for row in told.cards["kommuneliknende"].table.rows]
    rows = facts.municipalities.join(
        facts.table("kommune").filter(pl.col("navn").is_in(names)), on="kommunenummer", how="semi"
    )
    return differs((number(m[1]), 10), (rows["har_svart"].sum(), len(names)))


@reads(
    "kommunesammenlikning",
    rf"([1-9]\d*) av (\d+) (?:annen|andre) i (.+) politidistrikt er heller ikke tilfreds med "
    f"{WHAT}",
    rf"(Av) (\d+) i (.+) politidistrikt er bare .+ ikke tilfreds med {WHAT}",
    "(.+) og andre kommuner()()()",
)
def others(told: Told, facts: Facts, m: re.Match[str]) -> str:
    row = own(told, facts)
    unhappy = [p for p in POINTS if row[p] == "ikke_tilfreds"]
    if not m[4]:
        return differs(m[1], row["navn"])
    if unhappy[:1] != [WITH[m[4]]]:
        return f"{row['navn']} er misfornøyd med {unhappy}"
    rest = facts.municipalities.filter(
        (pl.col("politidistrikt") == row["politidistrikt"])
        & (pl.col("kommunenummer") != row["kommunenummer"])
    )
    c = facts.measured(rest, unhappy[0])
    # Where it is alone, it is itself among those that are counted.
    said = (0, int(m[2]) - 1) if m[1] == "Av" else (int(m[1]), int(m[2]))
    if m[1] == "Av" and f"bare {row['navn']} ikke" not in m[0]:
        return f"det er {row['navn']}"
    return differs((*said, m[3]), (c.n, c.of, row["politidistrikt"]))


@reads(
    "kommuneinnspill",
    "(.+) svarte (.+)",
    "(Kommunen) har ikke svart()",
    "(Kjent) uttalelse, ikke svaret selv()",
    "(Ingen) kjent uttalelse; svaret er ikke innhentet()",
)
def received(told: Told, facts: Facts, m: re.Match[str]) -> str:
    row = own(told, facts)
    if not m[2]:
        return differs(m[1] == "Kjent", row["har_svart"])
    late = m[0].endswith(", etter fristen")
    came = facts.table("gjeldende_innspill").filter(kommunenummer=told.view.kommune)
    senders = facts.table("innspill").join(came, on="innspill_id", how="semi")["avsender"].to_list()
    return differs((m[1] in senders, late), (True, bool(row["etter_frist"])))


@reads("side:sok|sok", "([\\d ]+) svar (?:fra ([\\d ]+) kommuner? )?nevner .+")
@reads(r"sok\.under", "([\\d ]+) svar()")
def hits(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = told.cards["sok"].table.rows
    names = [row[1] for row in rows if isinstance(row[1], list)]
    # An answer for several is counted for those of them that are in the selection.
    inside = facts.table("kommune").join(chosen(told, facts), on="kommunenummer", how="semi")
    kommuner = {name for each in names for name in each} & {*inside["navn"]}
    true = len(rows), len(kommuner) if m[2] else 0
    return differs((number(m[1]), number(m[2] or "0")), true)


@reads(r"side:sok\.under", f"{N} avsender(?: er ikke en kommune|e er ikke kommuner)")
def other_senders(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    rows = told.cards["sok"].table.rows
    # Private persons are called the same; no two of them wrote on one day.
    return differs(number(m[1]), len({(row[0], row[4]) for row in rows if not row[1]}))


@reads(r"sokedistrikt\.under", f"{N} kommuner? i utvalget har svart")
def searched(told: Told, facts: Facts, m: re.Match[str]) -> str:
    true = [facts.chosen(told.view, district=d)["har_svart"].sum() for d in (True, False)]
    return "" if number(m[1]) in true else f"det er {true}"


@reads(r"side:sok\.under", f"{N} svar på enkeltspørsmål fra {N} kommuner?.*")
def to_search(told: Told, facts: Facts, m: re.Match[str]) -> str:
    worded = facts.in_words.join(chosen(told, facts), on="kommunenummer", how="semi")
    return differs(number(m[2]), worded["kommunenummer"].n_unique())


@reads(
    "side:sok",
    "Søk i svarene",
    "(?:Det er ingen|Ingen i utvalget har) svartekst å søke i",
    "Ingen svar nevner .+",
)
@reads("sokedistrikt", "Treff etter politidistrikt", "Vanligst i .+: .+ av kommunene som svarte")
@reads("side:endringer", "Ingenting å sammenlikne")
@reads(
    "kommuneraad|kommunebesluttet|kommunekoder|kommunesvar|kommuneliknende",
    "Politiet rådet",
    "Besluttet",
    "Kommunen sa",
    "Kommunen har uttalt",
    "Svaret i sin helhet",
    "Teksten i svaret er ikke i datasettet",
    "Det er ikke noe svar å vise",
    "De ti kommunene som likner mest i folketall og avstand",
)
def headings(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    if m[0].startswith("Ingen svar nevner"):
        return differs(0, len(told.opening.cards))
    return ""


explains(
    r".*\.under",
    "De 20 nye tjenestestedene, kunngjort 2022–2023",
    "Fristen var 1. juni 2022",
    "Utdrag som kodene bygger på, er markert, med koden etter.*",
    "Telefonnumre, e-postadresser og navn på saksbehandlere er utelatt",
    "Luftlinje fra .+ til tettstedet, ikke reisevei",
    "Det finnes én versjon",
)
