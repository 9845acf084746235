"""Readings of what is said of districts, of the data, and of what others have published."""

import re
from typing import Final

import polars as pl

from tests.pages.readings import (
    SHARE,
    N,
    differs,
    explains,
    number,
    people,
    reads,
    told_rate,
    told_share,
)
from tests.pages.readings_of_answers import chosen
from tests.pages.readings_of_places import km
from tests.pages.reckoning import FEW, Counted, Facts
from tests.pages.said import Told

RANKED: Final = {
    "Ikke tilfreds med bemanningen": "bemanning",
    "Ikke tilfreds med tjenestestedstrukturen": "tjenestestedstruktur",
    "Ikke tilfreds med tjenestetilbudet": "tjenestetilbud",
    "Ønsker nytt tjenestested": "onsker",
    "Tilbyr eller vurderer lokaler": "lokaler",
}
QUICK: Final = "politiet kommer raskt ved akutt behov (enig)"


@reads(
    "side:politidistrikt",
    "(De tolv) politidistriktene",
    f"{N} politidistrikt(?:er)? har kommuner i utvalget",
)
@reads(r"(distrikter|distriktsrang)\.under", f"{N} politidistrikt(?:er)?")
def how_many_districts(told: Told, facts: Facts, m: re.Match[str]) -> str:
    found = facts.chosen(told.view, district=False)["politidistrikt"].n_unique()
    return differs(12 if m[1] == "De tolv" else number(m[1]), found)


@reads(
    "distrikter",
    "Nøkkeltall for politidistriktene",
    "Misnøyen med bemanningen er .+, ønsket om tjenestested i .+",
)
@reads(
    "distriktsrang",
    "Av politidistriktene har .+",
    ".+ er blant politidistriktene med .+",
    ".+ blant politidistriktene",
)
def ranks(told: Told, facts: Facts, m: re.Match[str]) -> str:
    # What is claimed in the title is read in `truths`; here every number and rank of the table.
    card = told.cards.get("distriktsrang")
    if card is None:
        return ""
    rows = facts.chosen(told.view, district=False)
    groups = {
        str(key[0]): part for key, part in rows.partition_by("politidistrikt", as_dict=True).items()
    }
    own = told.view.distrikt[0]
    columns = [c.heading for c in card.table.columns]
    for row in card.table.rows:
        said = dict(zip(columns, (str(cell).replace("\u00a0", " ") for cell in row), strict=True))
        name = said["Nøkkeltall"]
        if name in RANKED:
            values = {d: facts.measured(part, RANKED[name]) for d, part in groups.items()}
        elif name == "Uten tjenestested i dag":
            values = {d: _part(part, ~part["har_tjenestested"]) for d, part in groups.items()}
        elif name in ("Uten svar", "Uten kjent uttalelse"):
            values = {d: _part(part, ~part["har_svart"]) for d, part in groups.items()}
        else:
            far = {d: float(part["til_naermeste"].mean()) for d, part in groups.items()}  # type: ignore[arg-type]
            if wrong := _distance_rank(said["Plass"], far, own, m[0]):
                return f"{name}: {wrong}"
            continue
        counted = told.view.data == "kjente" and name != "Uten tjenestested i dag"
        true = _rank(values, own, counted=counted)
        if said["Plass"] != true:
            return f"{name}: {said['Plass']}, ikke {true}"
        if wrong := "" if counted or own not in values else _value(said["Verdi her"], values[own]):
            return f"{name}: {wrong}"
    return ""


def _value(said: str, c: Counted) -> str:
    """Return what is true where `c` is told as something else; of few it is told as a count."""
    few = f"{c.n} av {c.of}" if c.of else "–"
    return differs(said, told_share(c.n, c.of) if c.of >= FEW else few)


def _part(part: pl.DataFrame, mask: pl.Series) -> Counted:
    return Counted(part.filter(mask).height, part.height, part.height)


def _rank(values: dict[str, Counted], own: str, *, counted: bool) -> str:
    """Return the place of `own` among those with answers enough, as it must be written."""
    able = {d: c for d, c in values.items() if c.of >= FEW and not counted}
    written = {d: _written(c) for d, c in able.items()}
    if own not in able or len({*written.values()}) < 2:
        return "rangeres ikke"
    mine = able[own].n / able[own].of
    better = sum(c.n / c.of > mine and written[d] != written[own] for d, c in able.items())
    shared = sum(w == written[own] for w in written.values()) > 1
    return f"{'delt ' if shared else ''}nr. {better + 1} av {len(able)}"


def _written(c: Counted) -> str:
    if c.n and c.percent == 0:
        return "under"
    return "over" if c.n < c.of and c.percent == 100 else str(c.percent)


def _distance_rank(said: str, far: dict[str, float], own: str, title: str) -> str:
    texts = {d: km(f) for d, f in far.items()}
    if len({*texts.values()}) < 2:
        return differs(said, "rangeres ikke")
    better = sum(f > far[own] and texts[d] != texts[own] for d, f in far.items())
    shared = sum(t == texts[own] for t in texts.values()) > 1
    if "lengst snittavstand" in title and (better or shared):
        return "andre har lengre"
    return differs(said, f"{'delt ' if shared else ''}nr. {better + 1} av {len(far)}")


@reads(
    "distriktspunkter",
    rf"Misnøyen med bemanningen er (større|mindre) enn i hele landet: {SHARE} mot {SHARE}",
)
def against_country(told: Told, facts: Facts, m: re.Match[str]) -> str:
    here = facts.measured(chosen(told, facts), "bemanning")
    there = facts.measured(facts.municipalities, "bemanning")
    high, low = (here, there) if m[1] == "større" else (there, here)
    if high.bounds[0] <= low.bounds[1]:
        return "tausheten kan snu det"
    return differs((m[2], m[3]), (told_rate(here, told), told_rate(there, told)))


@reads("distriktspunkter", "Misnøyen her og i hele landet")
def nothing_here(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs(0, facts.measured(chosen(told, facts), "bemanning").of)


@reads(r"dekning\.under", f"{N} innbyggere bak (?:svarene|uttalelsene)")
def behind_answers(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = facts.chosen(told.view, district=False)
    return differs(number(m[1]), people(rows.filter("har_svart")))


@reads(
    "tall:data",
    f"{N} (kjente? uttalelser?|innspill i datasettet): {N} fra andre enn kommuner",
    f"{N} (erstattet) av et senere: gjelder ikke()",
    f"{N} (innspill etter fristen): 1. juni 2022; gjelder {N} kommuner?, for noen svarer flere "
    "sammen",
    f"{N} (rad(?:er)? satt til side): med grunn()",
)
def submissions(told: Told, facts: Facts, m: re.Match[str]) -> str:
    came = facts.table("innspill")
    true = {
        "k": (came.height, came.filter(pl.col("avsendertype") != "kommune").height),
        "e": (came["erstattet_av"].is_not_null().sum(), 0),
        "r": (facts.table("avvist").height, 0),
    }
    true["i"] = true["k"]
    if m[2].endswith("fristen"):
        late = int(facts.municipalities["etter_frist"].sum() or 0)
        true["i"] = (int(came["etter_frist"].sum()), late)
    return differs((number(m[1]), number(m[3] or "0")), true[m[2][0]])


@reads("avviste", f"{N} rad(?:er)? er satt til side og ikke regnet med")
def set_aside(_told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), facts.table("avvist").height)


@reads("kildefiler", f"{N} rad(?:er)? er lest, (?:{N}|ingen) (?:er|rader er) satt til side")
def read_rows(_told: Told, facts: Facts, m: re.Match[str]) -> str:
    files = facts.table("kildefil")
    true = int(files["rader_inn"].sum()), int(files["rader_avvist"].sum())
    return differs((number(m[1]), number(m[2] or "0")), true)


@reads(r"kildefiler\.under", f"{N} (tabell)(?:er)?")
@reads(r"kilder\.under", f"{N} (kilde)r?")
def tables(told: Told, facts: Facts, m: re.Match[str]) -> str:
    table = {"tabell": "kildefil", "kilde": "kilde"}[m[2]]
    n = facts.table(table).height
    # The register of sources is itself a table in one of the two.
    return "" if number(m[1]) in (n, n + 1) else f"det er {n}"


@reads("svartelling", f"Avisene telte {N} som ønsket tjenestested, {N} som ikke gjorde det")
@reads(r"svartelling\.under", f"{N} kommuner er delt inn()")
def newspapers(_told: Told, facts: Facts, m: re.Match[str]) -> str:
    counted = facts.table("undersokelse").filter(
        pl.col("undersokelse").str.starts_with("Gjennomgang") & (pl.col("gruppe") == "kommuner")
    )
    found = dict(counted.select("indikator", "verdi").rows())
    yes, no = found["ønsker nytt tjenestested"], found["ønsker ikke nytt tjenestested"]
    if not m[2]:
        return differs(number(m[1]), sum(found.values()))
    return differs((number(m[1]), number(m[2])), (yes, no))


@reads("ordforerundersokelse", rf"I 2021 ønsket {N} av {N} ordførere uten tjenestested å få et")
def mayors(_told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = facts.table("undersokelse").filter(indikator="ønsker tjenestested")
    return differs((number(m[1]), f"av {m[2]}"), tuple(rows.select("verdi", "enhet").row(0)))


@reads(
    "innbyggerundersokelse",
    rf"Innbyggere i små kommuner opplever sjeldnere at politiet kommer raskt: {SHARE} mot "
    rf"{SHARE} i store",
)
def residents(_told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = facts.table("undersokelse").filter(indikator=QUICK)
    newest = rows.filter(pl.col("aar") == rows["aar"].max())
    told = dict(newest.select("gruppe", "verdi").rows())
    small, large = told["små kommuner"], told["store kommuner"]
    if small >= large:
        return "det er ikke sjeldnere"
    return differs((m[1], m[2]), (f"{small:.0f} %", f"{large:.0f} %"))


@reads("side:raad", "Råd skrives av politidistriktene og Politidirektoratet")
@reads("side:vurdering", "Vurdering er for dem som er logget inn som saksbehandler eller leder")
@reads("kilder", "Kommuner, steder og tall har åpne kilder")
def of_the_house(_told: Told, _facts: Facts, _m: re.Match[str]) -> str:
    return ""


@reads(r"side:data\.under", r"Bygd (\d+\. \w+ \d{4})")
def built(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    year, month, day = told.reader.version.version[:10].split("-")
    months = "januar februar mars april mai juni juli august september oktober november desember"
    return differs(m[1], f"{int(day)}. {months.split()[int(month) - 1]} {year}")


explains(
    r".*\.under",
    "Nr. 1 har den høyeste verdien",
    "Distrikter der færre enn ti har (svart|uttalt seg), rangeres ikke",
    "Tabeller som alle datasett bruker",
    "Hele landet, følger ikke filteret",
)
