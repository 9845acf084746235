"""Readings of what is said of questions 1 and 3: what is named, where, and together with what."""

import re
from typing import Final

import polars as pl

from pages.parts.wording import answer_words
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
from tests.pages.readings_of_answers import chosen, rate_figure
from tests.pages.reckoning import FEW, Counted, Facts
from tests.pages.said import Told

FIELD: Final = {"temaer": "tema", "samarbeid": "samarbeid", "ressurser": "ressurs"}


def labels_of(felt: str) -> dict[str, str]:
    """Return the code of each value of `felt` by its label in small letters."""
    return {label.lower(): code for code, label in answer_words.labels(felt).items()}


def value_in(text: str, felt: str) -> str:
    """Return the value that `text` is the label of."""
    return labels_of(felt)[text.lower()]


def channel(text: str) -> str:
    """Return the channel that `text` is what is wanted more of, or the name of."""
    for names in (answer_words.wanted(), answer_words.channels()):
        for code, label in names.items():
            if label.lower() == text.lower():
                return code
    raise AssertionError(text)


def wanting(rows: pl.DataFrame, facts: Facts) -> dict[str, Counted]:
    """Return how many want more of each channel, of those that mention one."""
    said = channels(rows, facts)
    of = said["kommunenummer"].n_unique()
    more = dict(said.filter(verdi="mer").group_by("felt").len().rows())
    return {felt: Counted(more.get(felt, 0), of, rows.height) for felt in answer_words.channels()}


def channels(rows: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """Return what is coded of the channels by those in `rows` that mention any."""
    coded = facts.codes.filter(pl.col("felt").str.starts_with("kanal_")).join(
        rows.select("kommunenummer", "innbyggere"), on="kommunenummer"
    )
    mentions = coded.filter(pl.col("verdi") != "ikke_nevnt")
    return coded.join(mentions, on="kommunenummer", how="semi")


def named(told: Told, facts: Facts, felt: str) -> dict[str, Counted]:
    """Return how many in the selection name each value of `felt`."""
    return facts.named(chosen(told, facts), felt)


@reads(
    "side:utfordringer",
    rf"(.+) er blant utfordringene flest kommuner nevner: {SHARE}",
    r"(.+) er den utfordringen flest kommuner nevner()",
)
def theme_most_name(told: Told, facts: Facts, m: re.Match[str]) -> str:
    # That no other is named as often is read in `truths`.
    share = told_rate(named(told, facts, "tema")[value_in(m[1], "tema")], told)
    return differs(m[2] or share, share)


@reads("side:utfordringer", rf"(.+) nevnes like ofte, hver av {SHARE}")
def themes_alike(told: Told, facts: Facts, m: re.Match[str]) -> str:
    found = named(told, facts, "tema")
    top = max(told_order(c) for c in found.values())
    first = {code for code, c in found.items() if told_order(c) == top}
    if re.match(r"\d+ utfordringer$", m[1]):
        said = int(m[1].split()[0])
        return differs((said, m[2]), (len(first), told_rate(found[next(iter(first))], told)))
    text = m[1].lower()
    if wrong := [code for code in first if answer_words.labels("tema")[code].lower() not in text]:
        return f"{wrong} er like ofte nevnt"
    return differs(m[2], told_rate(found[next(iter(first))], told))


def told_order(counted: Counted) -> float:
    """Return what is compared: whole per cent, or of few the count."""
    return counted.percent if counted.of >= FEW else counted.n


@reads(
    "side:utfordringer|temaer|samarbeid|ressurser",
    rf"(.+?) nevnes av {N} av {N} kommuner?(?:, (.+) av {N})?",
)
def named_by(told: Told, facts: Facts, m: re.Match[str]) -> str:
    first = m[1].lower()
    felt = next(f for f in FIELD.values() if first in labels_of(f))
    found = named(told, facts, felt)
    mine = found[value_in(m[1], felt)]
    if (mine.n, mine.of) != (number(m[2]), number(m[3])) or mine.n < max(
        c.n for c in found.values()
    ):
        return f"det er {mine}"
    if m[4]:
        other = found[value_in(m[4], felt)] if value_in(m[4], felt) in found else Counted(0, 0, 0)
        second = sorted((c.n for c in found.values()), reverse=True)[1:] or [0]
        return differs((number(m[5]), number(m[5])), (other.n, second[0]))
    return ""


@reads(
    "temaer|samarbeid|ressurser",
    rf"(.+) nevnes av {SHARE} av dem som svarte, i landet {SHARE}",
    rf"(.+) nevnes oftere her enn i landet, {SHARE} mot {SHARE}",
    rf"()Flere enn i landet kan ikke sette av ressurser, {SHARE} mot {SHARE}",
    rf"(){SHARE} av dem som svarte, kan ikke sette av ressurser, i landet {SHARE}",
)
def standing_out(told: Told, facts: Facts, m: re.Match[str]) -> str:
    felt = (
        "ressurs" if not m[1] else next(f for f in FIELD.values() if m[1].lower() in labels_of(f))
    )
    code = value_in(m[1], felt) if m[1] else "ingen"
    here, there = named(told, facts, felt)[code], facts.named(facts.municipalities, felt)[code]
    if "oftere" in m[0] or m[0].startswith("Flere"):
        if here.bounds[0] <= there.bounds[1]:
            return "tausheten kan snu det"
    elif here.bounds[0] > there.bounds[1]:
        return "det er sikkert flere enn i landet"
    return differs((m[2].lower(), m[3]), (told_rate(here, told), told_rate(there, told)))


@reads(
    "samarbeid|ressurser",
    rf"(.+) er (?:samarbeidet flest nevner|det flest vil sette av), {N} av {N} kommuner?",
)
def surely_most(told: Told, facts: Facts, m: re.Match[str]) -> str:
    felt = next(f for f in FIELD.values() if m[1].lower() in labels_of(f))
    found = named(told, facts, felt)
    code = value_in(m[1], felt)
    mine = found[code]
    if any(c.bounds[1] >= mine.bounds[0] for other, c in found.items() if other != code):
        return "tausheten kan snu det"
    return differs((number(m[2]), number(m[3])), (mine.n, mine.of))


@reads(
    "temaer|samarbeid|ressurser|side:utfordringer",
    "Ingen (utfordringer|samarbeidsformer|ressurser) er kodet i utvalget",
)
def none_named(told: Told, facts: Facts, m: re.Match[str]) -> str:
    felt = {"u": "tema", "s": "samarbeid", "r": "ressurs"}[m[1][0]]
    return differs(0, sum(c.n for c in named(told, facts, felt).values()))


@reads("ressurser", f"{N} kommuner? sier at de[nr]? ?(?:de )?ikke kan sette av ressurser")
@reads("ressurser", f"{N} kommuner? sier at (?:den|de) ikke kan sette av ressurser")
def no_resources(told: Told, facts: Facts, m: re.Match[str]) -> str:
    return differs(number(m[1]), named(told, facts, "ressurs")["ingen"].n)


@reads(
    "tall:utfordringer", rf"{SHARE} (nevner|vil sette av|kan ikke sette av ressurser) ?(.*?): (.+)"
)
def topic_figure(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    felt = (
        "ressurs"
        if m[2] != "nevner"
        else next(f for f in ("tema", "samarbeid") if m[3].lower() in labels_of(f))
    )
    code = value_in(m[3], felt) if m[3] else "ingen"
    found = facts.named(rows, felt)
    # Whoever nobody names stands with nought.
    of = next(iter(found.values()), None)
    c = found.get(code) or Counted(
        0, of.of if of else number_answered(rows, facts, felt), rows.height
    )
    if c.n < max((each.n for each in found.values()), default=0):
        return "andre nevnes oftere"
    behind = rows.join(facts.codes.filter(felt=felt, verdi=code), on="kommunenummer", how="semi")
    return differs((m[1], m[4]), rate_figure(told, rows, c, behind))


@reads("tall:utfordringer", r"(\d+,\d) utfordringer i snitt per svar: av (\d+) mulige")
def mean_themes(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    found = facts.named(rows, "tema")
    of = number_answered(rows, facts, "tema")
    mean = sum(c.n for c in found.values()) / of
    if abs(mean - float(m[1].replace(",", "."))) > 0.0501:
        return f"det er {mean}"
    return differs(int(m[2]), facts.codes.filter(felt="tema")["verdi"].n_unique())


@reads(
    r"(temaer|samarbeid|ressurser|tema_par)\.under",
    f"{N} kommuner? har svart på spørsmålet(?:, (?:{N} av dem )?uten å nevne noe som er kodet)?",
)
def answered_in_words(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows, true = chosen(told, facts), []
    for felt in FIELD.values():
        coded = facts.codes.filter(felt=felt).join(rows, on="kommunenummer", how="semi")
        n = number_answered(rows, facts, felt)
        true.append((n, n - coded["kommunenummer"].n_unique()))
    one = 1 if m[0].endswith("kodet") else 0
    said = number(m[1]), number(m[2]) if m[2] else one
    return "" if said in true else f"det er en av {true}"


@reads(
    r"(side:(tilgjengelighet|utfordringer)|kanaler)\.under",
    rf"På dette punktet har {N} (?:har )?svart; den? har {SHARE} av innbyggerne",
)
def on_the_question(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    if told.path == "tilgjengelighet":
        said = rows.join(channels(rows, facts), on="kommunenummer", how="semi")
    else:
        said = those_who_answered(rows, facts, "tema")
    return differs((number(m[1]), m[2]), (said.height, told_share(people(said), people(rows))))


@reads(
    "side:(tilgjengelighet|utfordringer)",
    r"Ingen (kjent uttalelse|svar i utvalget|kommuner i utvalget) (?:er kodet|har svart) på "
    r"spørsmål (.+)",
)
def unsaid(told: Told, facts: Facts, m: re.Match[str]) -> str:
    rows = chosen(told, facts)
    said = (
        channels(rows, facts)["kommunenummer"].n_unique()
        if m[2].startswith("4")
        else sum(number_answered(rows, facts, felt) for felt in FIELD.values())
    )
    some = rows["har_svart"].sum() > 0
    if told.view.data != "kjente" and some != m[1].startswith("svar"):
        return f"{rows['har_svart'].sum()} har svart"
    return differs(0, said)


def number_answered(rows: pl.DataFrame, facts: Facts, felt: str) -> int:
    return those_who_answered(rows, facts, felt).height


def those_who_answered(rows: pl.DataFrame, facts: Facts, felt: str) -> pl.DataFrame:
    """Return those in `rows` with a value of `felt`, or coded with words on its question."""
    question = {"tema": 1, "samarbeid": 3, "ressurs": 3}[felt]
    said = {
        *facts.codes.filter(felt=felt)["kommunenummer"],
        *facts.read_in_words.filter(sporsmal=question)["kommunenummer"],
    }
    return rows.filter(pl.col("kommunenummer").is_in(list(said)))


explains(
    r".*\.under",
    "Andel av kommunene som svarte på spørsmålet(; streken er hele landet)?",
    "Andel av kommunene i gruppen som har svart på spørsmålet om .+; velg et tall for å se svarene",
    "«Ventet» er hvor mange det ville vært om de to ikke hadde med hverandre å gjøre",
    "Andel som vil ha mer, av kommuner som svarte på spørsmål 4",
    "Kommuner som svarte på spørsmål 4; velg et tall for å se svarene bak",
    "De som er lengst fra et tjenestested først, med det de skriver",
    "Kommuner som vil ha mer fysisk tilstedeværelse andre steder enn på tjenestestedet",
    "Svarene på brevet er ikke innhentet, og det som er gjengitt av uttalelsene, er ikke kodet på "
    "dette spørsmålet",
    "Hva de[n]? sier om dette, er ikke kodet",
)
