"""Readings of what is said of stations, and of how far it is to them."""

import re
from typing import Final

import polars as pl

from pages.parts.wording import words
from queries import choices
from tests.pages.readings import SHARE, N, differs, explains, number, people, reads, told_share
from tests.pages.readings_of_answers import chosen
from tests.pages.reckoning import Facts
from tests.pages.said import Told

KM: Final = r"(\d+(?:,\d)? km)"
# The decided stations, all of them or those that are open in the season that is chosen.
WHEN: Final = {None: "de 20 nye", "helaar": "de nye åpne hele året"} | {
    each: f"de nye åpne om {each}en" for each in ("sommer", "vinter")
}
LAYERS: Final = ("tjenestested i dag", "vedtatt nedlagt i 2017", "nytt 2022–2024")
NEW: Final = f"({'|'.join(WHEN.values())})"
REACHED: Final = {
    "rekkevidde-distrikt": "politidistrikt",
    "rekkevidde-fylke": "fylkesnavn",
    "rekkevidde-innbyggere": "storrelse",
}


def km(value: float | None) -> str:
    """Return a distance as it must be written, with one decimal below ten."""
    if value is None:
        return "–"
    tenths = int(10 * value + 0.5)
    return f"{tenths // 10},{tenths % 10} km" if tenths < 100 else f"{int(value + 0.5)} km"


def outside(told: Told, facts: Facts, rows: pl.DataFrame, struktur: str, limit: float) -> int:
    """Return how many of `rows` live farther than `limit` from a station of one structure."""
    if struktur == "med_nye" and told.view.sesong:
        struktur = f"med_nye_{told.view.sesong}"
    steps = facts.steps.filter(struktur=struktur).join(rows, on="kommunenummer", how="semi")
    return int(steps.filter(pl.col("trinn") > limit)["innbyggere"].sum() or 0)


@reads(
    "side:tjenestesteder", rf"{SHARE} av innbyggerne bor innen (\d+) km fra et tjenestested i dag"
)
def within(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    all_ = people(rows)
    near = all_ - outside(told, facts, rows, "i_dag", told.view.grense)
    return differs((m[1].lower(), int(m[2])), (told_share(near, all_), told.view.grense))


@reads("side:tjenestesteder|rekkevidde.*", "Ingen innbyggere i utvalget")
def nobody_lives(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs(0, people(chosen(told, facts)))


@reads(
    "tall:tjenestesteder",
    rf"{N} (innbyggere utenfor i dag|utenfor med {NEW}): {SHARE}",
    f"{N} (utenfor før 2017): ()med de (95) nedlagte",
)
def outside_now(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    struktur = {"i": "i_dag", "m": "med_nye", "f": "foer_2017"}[
        m[2].removeprefix("innbyggere ").removeprefix("utenfor ")[0]
        if not m[2].startswith("innbyggere")
        else "i"
    ]
    n = outside(told, facts, rows, struktur, told.view.grense)
    if struktur == "foer_2017":
        closed = facts.table("tjenestested").filter(status="nedlagt").height
        return differs((number(m[1]), int(m[4])), (n, closed))
    if struktur == "med_nye" and m[3] != WHEN[told.view.sesong]:
        return f"det er {WHEN[told.view.sesong]}"
    return differs((number(m[1]), m[4]), (n, told_share(n, people(rows))))


@reads("tall:tjenestesteder", f"{KM} i snitt per innbygger: luftlinje")
def mean_of_people(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    weighed = sum(far * n for far, n in rows.select("til_naermeste", "innbyggere").rows())
    return differs(m[1], km(weighed / people(rows)))


@reads("tall:bemanning", f"{KM} til nærmeste tjenestested: kommunesnitt, luftlinje()")
@reads("tall:politidistrikt", f"{KM} til nærmeste tjenestested: snitt, luftlinje; landet {KM}")
def mean_of_municipalities(told: Told, facts: Facts, m: re.Match[str]) -> str:
    here = km(chosen(told, facts)["til_naermeste"].mean())  # type: ignore[arg-type]
    country = km(facts.municipalities["til_naermeste"].mean())  # type: ignore[arg-type]
    return differs((m[1], m[2] or country), (here, country))


@reads(
    "avstandspunkter",
    f"Av dem som ikke er tilfreds, har halvparten {KM} eller mer til tjenestestedet; av de "
    f"tilfredse {KM}",
)
def medians(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    true = tuple(
        km(rows.filter(pl.col(told.view.vis) == v)["til_naermeste"].median())  # type: ignore[arg-type]
        for v in ("ikke_tilfreds", "tilfreds")
    )
    return differs((m[1], m[2]), true)


@reads("avstandspunkter", "Tilfredshet og avstand til nærmeste tjenestested")
def no_medians(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    said = chosen(told, facts)[told.view.vis].to_list()
    few = min(said.count("ikke_tilfreds"), said.count("tilfreds")) < 10
    return "" if few else "det er svar nok til medianer"


@reads("rekkevidde", f"{N} innbyggere? falt utenfor etter 2017, {N} kommer innenfor med {NEW}")
def lost_and_gained(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows, limit = chosen(told, facts), told.view.grense
    before, now, new = (
        outside(told, facts, rows, s, limit) for s in ("foer_2017", "i_dag", "med_nye")
    )
    true = now - before, now - new, WHEN[told.view.sesong]
    return differs((number(m[1]), number(m[2]), m[3]), true)


@reads(
    "|".join(REACHED),
    f"Flest bor utenfor (i .+): {N} innbyggere?",
    f"()?{N} innbyggere? i (?:utvalget|distriktene) bor utenfor",
    "()?(Ingen) i (?:utvalget|distriktene) bor utenfor",
)
def outside_by_group(told: Told, facts: Facts, m: re.Match[str]) -> str:
    limit = told.view.grense
    able = []
    for name, column in REACHED.items():
        rows = facts.chosen(told.view, district=name != "rekkevidde-distrikt")
        if not m[1]:
            able.append(outside(told, facts, rows, "i_dag", limit))
            continue
        for key, part in rows.partition_by(column, as_dict=True).items():
            group = words.group({"fylkesnavn": "fylke"}.get(column, column), str(key[0])).replace(
                "\u00a0", " "
            )
            if group.lower() in m[1].lower().replace(" innbyggere", ""):
                able.append(outside(told, facts, part, "i_dag", limit))
    said = 0 if m[2] == "Ingen" else number(m[2])
    return "" if said in able else f"det er en av {able}"


@reads("rekkevidde-kurve", f"{N} innbyggere? har mer enn 30 km til et tjenestested i dag")
def beyond(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), outside(told, facts, chosen(told, facts), "i_dag", 30))


@reads(
    "lengst-unna",
    f"(.+) har lengst til et tjenestested: {KM}",
    f"(.+) har {KM} til nærmeste tjenestested",
    f"(.+) har like langt til et tjenestested: {KM}",
)
def farthest(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    names = dict(facts.table("kommune").select("kommunenummer", "navn").rows())
    far = max(rows["til_naermeste"].to_list())
    first = [
        names[r["kommunenummer"]] for r in rows.to_dicts() if km(r["til_naermeste"]) == km(far)
    ]
    if "like langt" in m[0]:
        return "" if m[2] == km(far) and all(n in m[1] for n in first) else f"det er {first}"
    return differs((m[1], m[2]), (first[0] if len(first) == 1 else first, km(far)))


@reads("lengst-unna", "Avstand til nærmeste tjenestested")
def nobody_far(told: Told, facts: Facts, _m: re.Match[str]) -> str:
    return differs("0,0 km", km(max(chosen(told, facts)["til_naermeste"].to_list())))


@reads(r"lengst-unna\.under", f"De {N} kommunesentrene som er lengst unna, luftlinje")
def shown_far(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), min(15, chosen(told, facts).height))


@reads(
    "tjenestesteder",
    f"{N} tjenestested(?:er)? i utvalget",
    "(Ingen) tjenestesteder passer med filteret",
)
def stations(told: Told, facts: Facts, m: re.Match[str]) -> str:
    true = sum(_by_layer(told, facts).values())
    return differs(0 if m[1] == "Ingen" else number(m[1]), true)


@reads(r"tjenestesteder\.under", "Antall: (.+)")
def stations_by_layer(told: Told, facts: Facts, m: re.Match[str]) -> str:
    said = {name: number(n) for name, n in re.findall(rf"({'|'.join(LAYERS)}) {N}", m[1])}
    return differs(said, _by_layer(told, facts))


def _by_layer(told: Told, facts: Facts) -> dict[str, int]:
    """Return how many stations of each layer that is shown there are with the words sought."""
    rows = chosen(told, facts).select("kommunenummer")
    names = facts.table("kommune").select("kommunenummer", kommune="navn")
    known = rows.join(names, on="kommunenummer")
    old = facts.table("tjenestested").join(known, on="kommunenummer")
    new = facts.table("nytt_tjenestested").join(known, on="kommunenummer")
    layers = old.filter(status="aktiv"), old.filter(status="nedlagt"), new
    found = {}
    for name, layer, part in zip(LAYERS, choices.LAG, layers, strict=True):
        texts = [" ".join(str(cell) for cell in row if cell).lower() for row in part.rows()]
        if layer in told.view.lag:
            found[name] = sum(told.view.sok.lower() in text for text in texts)
    return found


@reads(
    r"tjenestesteder\.under",
    "(Hele landet(?:, .+)?|.*(?:politidistrikt|fylke|innbyggere|tjenestested i dag|"
    "[Hh]ar (?:ikke )?(?:svart|uttalt seg)).*)",
)
def where(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    view, said = told.view, m[1]
    if "Antall" in said or "utledet" in said:
        return ""
    if missing := [each for each in (*view.distrikt, *view.fylke) if each not in said]:
        return f"{missing} er valgt"
    narrowed = {
        "bare bekreftede koder": view.forslag == "nei",
        f"med «{view.sok}»": bool(view.sok),
        "nedlagte i 2017": view.lag != choices.LAG and "nedlagt" in view.lag,
        "tjenestesteder i dag": view.lag != choices.LAG and "i_dag" in view.lag,
        "nye 2022–2024": view.lag != choices.LAG and "nytt" in view.lag,
    }
    if wrong := [each for each, true in narrowed.items() if (each in said) != true]:
        return f"{wrong} er sagt eller tidd om"
    chosen_ = view.innbyggere or view.stasjon or view.svart or view.distrikt or view.fylke
    return differs(said.startswith("Hele landet"), not chosen_)


@reads(
    r"(side:)?[\w-]+\.under",
    "Luftlinje i kilometer fra kommunesenteret; alle innbyggere regnes som bosatt der",
    "Tjenestestedene i 2022 er utledet av strukturen fra 2017",
    r"Innbyggere mer enn (\d+) km (?:unna, luftlinje|fra et tjenestested i dag)",
)
def limit_told(told: Told, _facts: Facts, m: re.Match[str]) -> str:
    return differs(int(m[1]), told.view.grense) if m.re.groups else ""


explains(
    r".*\.under",
    "Det som er ukjent, gir ingen",
    "Ingen grunn har vekt, så ingen steder får poeng",
    "Vektene er trukket 1 000 ganger nær dine",
    "Streken er nummeret i ni av ti trekk, og punktet er nummeret med dine vekter",
    "Like mange steder, de samme innbyggerne og kommunesentre hele veien(; velg steder .+)?",
    "Kommunen sa, politiet rådet, regjeringen besluttet: tre ulike ting",
    "Innbyggere som bor lenger unna enn avstanden på aksen",
    "Kommunesenteret og det nærmeste tjenestestedet, luftlinje",
    "Status i 2022 er utledet av strukturen fra 2017; punktet er tettstedet, ikke bygget",
    "Én om gangen, alltid den som da gir mest, og av like gode den som har bedt om det, "
    "så den med lavest kommunenummer",
    "Rekkefølgen kan avvike fra det beste valget",
)
