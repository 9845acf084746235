"""Readings of what lies behind a number that is open: which municipalities, how many, whose."""

import re
from collections.abc import Callable
from typing import Final

import polars as pl

from pages.parts.wording import answer_words, words
from queries import View
from tests.pages.readings import N, differs, explains, number, people, reads
from tests.pages.reckoning import Facts
from tests.pages.said import Told

MEASURES: Final = {
    "tilfreds_bemanning": "bemanning",
    "tilfreds_tjenestestedstruktur": "tjenestestedstruktur",
    "tilfreds_tjenestetilbud": "tjenestetilbud",
    "onsker_tjenestested": "onsker",
    "tilbyr_lokaler": "lokaler",
}
POINTS: Final = {
    "bemanningen": "tilfreds_bemanning",
    "tjenestestedstrukturen": "tilfreds_tjenestestedstruktur",
    "tjenestetilbudet": "tilfreds_tjenestetilbud",
    "nytt tjenestested": "onsker_tjenestested",
    "lokaler": "tilbyr_lokaler",
}
EVERY: Final = {
    "onsker_tjenestested": "ja-betinget-uklart-nei",
    "tilbyr_lokaler": "ja-vurderes-uklart-nei",
}
EVERY_POINT: Final = "tilfreds-delvis-uklart-ikke_tilfreds"
AWAY: Final = {
    "under 5 km": "under_5",
    "5–14 km": "5_14",
    "15–29 km": "15_29",
    "30 km og mer": "30_og_mer",
    "under 5 min": "under_5_min",
    "5–14 min": "5_14_min",
    "15–29 min": "15_29_min",
    "30 min og mer": "30_og_mer_min",
}
CHANNELS: Final = {
    "tilgjengelighet på tjenestestedet": "kanal_tjenestested",
    "fysisk tilstedeværelse andre steder enn på tjenestestedet": "kanal_annet_sted",
    "tilgjengelighet ved fysisk oppmøte": "kanal_oppmote",
    "tilgjengelighet på telefon": "kanal_telefon",
    "tilgjengelighet på internett": "kanal_internett",
}
MANY: Final = f"(?!0){N} kommuner?"
# What each sentence says that the municipalities have: of a subject in the text, or of none.
SAID: Final[dict[str, Callable[[re.Match[str]], tuple[str, str]]]] = {
    rf"{MANY} er (delvis|ikke|)\s?tilfreds med (.+)": lambda m: (
        POINTS[m[3]],
        {"": "tilfreds", "delvis": "delvis", "ikke": "ikke_tilfreds"}[m[2]],
    ),
    rf"{MANY} ønsker nytt tjenestested(| uten forbehold| med forbehold)": lambda m: (
        "onsker_tjenestested",
        {"": "ja-betinget", " u": "ja", " m": "betinget"}[m[2][:2]],
    ),
    f"{MANY} ønsker ikke nytt tjenestested": lambda _m: ("onsker_tjenestested", "nei"),
    f"{MANY} tilbyr eller vurderer lokaler": lambda _m: ("tilbyr_lokaler", "ja-vurderes"),
    f"{MANY} tilbyr lokaler": lambda _m: ("tilbyr_lokaler", "ja"),
    f"{MANY} vurderer å tilby lokaler": lambda _m: ("tilbyr_lokaler", "vurderes"),
    f"{MANY} tilbyr ikke lokaler": lambda _m: ("tilbyr_lokaler", "nei"),
    f"{MANY} har svart uklart om (.+)": lambda m: (POINTS[m[2]], "uklart"),
    f"{MANY} har svart, men ikke på punktet om (.+)": lambda m: (POINTS[m[2]], "ikke_besvart"),
    f"{MANY} har svart, men er ikke kodet på punktet om (.+)": lambda m: (
        POINTS[m[2]],
        "ikke_kodet",
    ),
    f"{MANY}: ikke innhentet hva (?:den|de) sier om (.+)": lambda m: (
        POINTS[m[2]],
        "ikke_innhentet",
    ),
    f"{MANY} oppgir (.+) som grunn": lambda m: ("grunn", _code(words.reasons(), m[2])),
    f"{MANY} vil ha mer (.+)": lambda m: (CHANNELS[m[2]], "mer"),
    f"{MANY} vil ha mindre (.+)": lambda m: (CHANNELS[m[2]], "mindre"),
    f"{MANY} vil ha (?!mer|mindre)(.+) som i dag": lambda m: (CHANNELS[m[2]], "som_i_dag"),
    f"{MANY} nevner ikke (.+), men andre kanaler": lambda m: (CHANNELS[m[2]], "ikke_nevnt"),
    f"{MANY} er ikke kodet på (.+)": lambda m: (CHANNELS[m[2]], "ikke_kodet"),
    f"{MANY} sier at (?:den|de) ikke kan sette av ressurser": lambda _m: ("ressurs", "ingen"),
    f"{MANY} vil sette av (.+)": lambda m: ("ressurs", _code(answer_words.resources(), m[2])),
    f"{MANY} (?:har svart|har uttalt seg)": lambda _m: ("svar", "svart"),
    f"{MANY} har ikke svart": lambda _m: ("svar", "ikke_svart"),
    f"{MANY} er uten kjent uttalelse": lambda _m: ("svar", "ikke_innhentet"),
    f"{MANY} har tjenestested i dag": lambda _m: ("stasjon", "ja"),
    f"{MANY} er uten tjenestested i dag": lambda _m: ("stasjon", "nei"),
    f"{MANY} har (.+) til nærmeste tjenestested": lambda m: ("avstand", AWAY[m[2]]),
    f"{MANY} er uten oppgitt reisetid": lambda _m: ("avstand", "uten_reisetid"),
    rf"{MANY} ha(?:r|dde) innbyggere utenfor rekkevidde (før 2017|i dag|med de .+)": lambda m: (
        "utenfor",
        {"f": "foer_2017", "i": "i_dag", "m": "med_nye"}[m[2][0]],
    ),
}


@reads("kodede", *SAID)
def behind(told: Told, facts: Facts, m: re.Match[str]) -> str:
    felt, verdi = SAID[m.re.pattern](m)
    if told.view.samtidig or (felt, verdi) != _pair(told.view.kode):
        return f"det er {told.view.kode} og {told.view.samtidig} som er åpnet"
    season = {"helaar": "hele året", "sommer": "om sommeren", "vinter": "om vinteren"}
    if verdi == "med_nye":
        when = season.get(told.view.sesong or "", "de 20 nye")
        if when not in m[0]:
            return f"det er {when}"
    return differs(number(m[1]), opened(told.view, facts).height)


@reads("kodede", f"{MANY} (?:har svart|har uttalt seg) om (.+)")
def any_answer(told: Told, facts: Facts, m: re.Match[str]) -> str:
    felt = POINTS[m[2].removeprefix("tilfredshet med ")]
    if (felt, EVERY.get(felt, EVERY_POINT)) != _pair(told.view.kode) or told.view.samtidig:
        return f"det er {told.view.kode} som er åpnet"
    return differs(number(m[1]), opened(told.view, facts).height)


@reads("kodede", f"{MANY} nevner (?!ikke)(.+)", f"{MANY} vil sette av (.+ og .+)")
def named(told: Told, facts: Facts, m: re.Match[str]) -> str:
    able = [_label(each).lower() for each in (told.view.kode, told.view.samtidig) if each]
    said = differs(m[2].lower(), " og ".join(able))
    return said or differs(number(m[1]), opened(told.view, facts).height)


@reads(
    "kodede",
    f"{MANY} ønsker nytt tjenestested og tilbyr lokaler",
    f"{MANY} har begge deler: «(.+)» og «(.+)»",
)
def both(told: Told, facts: Facts, m: re.Match[str]) -> str:
    if m.re.groups == 1:
        said = differs(
            (told.view.kode, told.view.samtidig),
            ("onsker_tjenestested:ja-betinget", "tilbyr_lokaler:ja"),
        )
    else:
        each = told.view.kode, told.view.samtidig
        said = "" if all(map(_says, m.groups()[1:], each)) else f"det er {each}"
    return said or differs(number(m[1]), opened(told.view, facts).height)


@reads("kodede", "«(.+)» gjelder ingen kommuner")
def nobody(told: Told, facts: Facts, m: re.Match[str]) -> str:
    if told.view.samtidig or not _says(m[1], told.view.kode):
        return f"det er {told.view.kode} og {told.view.samtidig} som er åpnet"
    return differs(0, opened(told.view, facts).height)


# What is said of a municipality alone, by what is asked of it.
FACTS: Final = {
    "stasjon:ja": "har tjenestested i dag",
    "stasjon:nei": "er uten tjenestested i dag",
    "svar:svart": "har svart|har uttalt seg",
    "svar:ikke_svart": "har ikke svart",
    "svar:ikke_innhentet": "er uten kjent uttalelse",
    "avstand:uten_reisetid": "er uten oppgitt reisetid",
    "utenfor:foer_2017": "hadde innbyggere utenfor rekkevidde før 2017",
    "utenfor:i_dag": "har innbyggere utenfor rekkevidde i dag",
    "utenfor:med_nye": "har innbyggere utenfor rekkevidde med .+",
}


@reads("kodede", r"(?!\d|«|Ingen kommuner)(\D+?) ((?:har|hadde|er) .+)")
def known_of_one(told: Told, facts: Facts, m: re.Match[str]) -> str:
    felt, verdi = _pair(told.view.kode)
    near = f"har {words.distances()[verdi].lower()} til .+" if felt == "avstand" else ""
    true = FACTS.get(f"{felt}:{verdi}", near)
    names = dict(facts.table("kommune").select("navn", "kommunenummer").rows())
    group = f"kommune:{names.get(m[1])}"
    if not re.fullmatch(true, m[2].lower()) or told.view.gruppe != group:
        return f"det er {true}"
    return differs(1, opened(told.view, facts).height)


@reads("kodede", "(?!«)(.+?) om (.+)", "«.+» gjelder ikke (.+)")
def alone(told: Told, facts: Facts, m: re.Match[str]) -> str:
    group = told.view.gruppe or ""
    if not group.startswith("kommune:"):
        return "" if re.match(MANY, m[0]) else "det er ikke én kommune"
    names = dict(facts.table("kommune").select("kommunenummer", "navn").rows())
    some = 0 if m[0].startswith("«") else 1
    there = differs(names[group.removeprefix("kommune:")], m[1])
    return there or differs(some, opened(told.view, facts).height)


@reads(r"kodede\.under", f"{N} innbyggere?")
def who_live_there(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = opened(told.view, facts)
    if told.view.kode and told.view.kode.startswith("utenfor:"):
        far = _out_of_reach(told.view, facts, _pair(told.view.kode)[1])
        found = far.join(rows, on="kommunenummer", how="semi")
        return differs(number(m[1]), int(found["innbyggere"].sum() or 0))
    return differs(number(m[1]), people(rows))


@reads(r"kodede\.under", rf"(?!{N} innbyggere?$)(.+)")
def whose(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    # The pattern of a number has a group of its own, which is empty here.
    where = m[2]
    kind, _colon, code = (told.view.gruppe or "").partition(":")
    districts = (code,) if kind == "politidistrikt" else told.view.distrikt
    wanted = [*districts, *told.view.fylke] if kind != "landet" else []
    if missing := [each for each in wanted if each not in where]:
        return f"{missing} er åpnet"
    return "" if kind != "avstand" or words.distances()[code].lower() in where else f"det er {code}"


explains("kodede", "Ingen svar er åpnet")


def opened(view: View, facts: Facts) -> pl.DataFrame:
    """Return the municipalities behind the number that is open, reckoned anew."""
    kind, _colon, code = (view.gruppe or "").partition(":")
    if kind in ("landet", "kommune"):
        rows = facts.municipalities
    elif kind == "politidistrikt":
        rows = facts.chosen(view.having(distrikt=(code,)))
    elif kind == "storrelse":
        rows = facts.chosen(view.having(innbyggere=(code,)))
    else:
        rows = facts.chosen(view)
    if kind == "kommune":
        rows = rows.filter(kommunenummer=code)
    if kind == "avstand":
        rows = rows.filter(avstandsgruppe=code)
    for each in filter(None, (view.kode, view.samtidig)):
        rows = rows.filter(pl.col("kommunenummer").is_in(_having(view, facts, *_pair(each))))
    return rows


def _having(view: View, facts: Facts, felt: str, verdi: str) -> list[str]:
    """Return the numbers of all municipalities with a value."""
    rows, codes = facts.municipalities, facts.codes.filter(felt=felt)
    if felt in MEASURES:
        found = rows.filter(pl.col(MEASURES[felt]).is_in(verdi.split("-")))
    elif felt == "svar":
        silent = pl.when("har_svart").then(pl.lit("svart")).otherwise("bemanning")
        found = rows.filter(silent == verdi)
    elif felt == "stasjon":
        found = rows.filter(pl.col("har_tjenestested") == (verdi == "ja"))
    elif felt == "avstand":
        found = rows.filter(avstandsgruppe=verdi)
    elif felt == "utenfor":
        found = _out_of_reach(view, facts, verdi)
    elif felt.startswith("kanal_") and verdi == "ikke_kodet":
        every = facts.codes.filter(pl.col("felt").str.starts_with("kanal_"))
        found = every.filter(pl.col("verdi") != "ikke_nevnt").filter(
            ~pl.col("kommunenummer").is_in(codes["kommunenummer"].to_list())
        )
    elif felt.startswith("kanal_"):
        every = facts.codes.filter(pl.col("felt").str.starts_with("kanal_"))
        able = every.filter(pl.col("verdi") != "ikke_nevnt")["kommunenummer"].to_list()
        found = codes.filter(pl.col("kommunenummer").is_in(able), verdi=verdi)
    else:
        found = codes.filter(verdi=verdi)
    return found["kommunenummer"].unique().to_list()


def _out_of_reach(view: View, facts: Facts, structure: str) -> pl.DataFrame:
    """Return how many in each municipality live beyond the limit, of those where some do."""
    name = f"med_nye_{view.sesong}" if structure == "med_nye" and view.sesong else structure
    far = facts.steps.filter(struktur=name).filter(pl.col("trinn") > view.grense)
    return (
        far.filter(pl.col("innbyggere") > 0)
        .group_by("kommunenummer")
        .agg(pl.col("innbyggere").sum())
    )


def _pair(kode: str | None) -> tuple[str, str]:
    felt, _colon, verdi = (kode or "").partition(":")
    return felt, verdi


def _code(labels: dict[str, str], said: str) -> str:
    return next((code for code, label in labels.items() if label.lower() == said.lower()), said)


def _label(kode: str) -> str:
    felt, verdi = _pair(kode)
    return answer_words.labels(felt)[verdi] if felt in answer_words.subjects() else kode


def _says(text: str, kode: str | None) -> bool:
    """Return whether a label in quotes is of the field of `kode`."""
    felt, verdi = _pair(kode)
    if felt in answer_words.subjects():
        return text == answer_words.labels(felt)[verdi]
    return text.startswith(answer_words.field_name(felt))
