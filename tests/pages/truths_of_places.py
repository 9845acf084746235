"""What must be true of sentences about candidates, reckoned from the tables without a solver."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor
from typing import Final

import polars as pl

from pages.parts.wording import words
from tests.pages.reckoning import POINTS, Facts
from tests.pages.said import Told

NBSP: Final = "\u00a0"
ASKED: Final = ("ja", "betinget")
FIVE: Final = 5
ONE, HALF, NONE = Fraction(1), Fraction(1, 2), Fraction(0)
WORTH: Final[dict[str, dict[str, Fraction]]] = {
    "onsker": {"ja": ONE, "betinget": HALF, "nei": NONE},
    "lokaler": {"ja": ONE, "vurderes": HALF, "nei": NONE},
    "raad": {"anbefaler": ONE, "noytral": HALF, "fraraader": NONE},
    "point": {"ikke_tilfreds": ONE, "delvis": HALF, "tilfreds": NONE},
}
Reached = Mapping[str, Mapping[int, int]]


def first_places(told: Told, facts: Facts) -> Iterator[str]:
    """The named places have asked or not as is said, reach as many, and none reaches more."""
    if told.path != "kandidater":
        return
    rows, title = facts.chosen(told.view), told.opening.title.replace(NBSP, " ")
    reached = reach(told, facts)
    named = re.split(r"\. Til sammen ", told.opening.more.replace(NBSP, " "))
    if title.startswith(("Ingen nye steder", "Ingen kommuner passer")):
        if any(reached.values()) or told.opening.more:
            yield f"«{title}»: {[k for k, points in reached.items() if points][:3]} gir noe"
        return
    names = dict(facts.table("kommune").select("navn", "kommunenummer").rows())
    each = re.findall(r"(?:^|, | og )(.+?) \(([^()]*|[^()]*\([^()]*\))\)(?=$|, | og )", named[0])
    chosen = {names[name]: answer for name, answer in _whole(each, names)}
    wishes = dict(rows.select("kommunenummer", "onsker").rows())
    labels = {code: label.lower() for code, label in words.values("onsker").items()}
    for number, answer in chosen.items():
        if labels[wishes[number]] != answer.lower():
            yield f"{number}: sagt {answer}, er {wishes[number]}"
    asked = sum(wishes[number] in ASKED for number in chosen)
    if said_asked(title, len(chosen)) != asked:
        yield f"«{title}»: {asked} av {len(chosen)} har bedt om det"
    total = int(re.sub(r"\D", "", named[1].split("flere")[0]))
    if total != together(reached, list(chosen)):
        yield f"«{named[1]}»: {together(reached, list(chosen))}"
    if len(chosen) > FIVE:
        yield f"{len(chosen)} steder er flere enn fem"
    yield from _better(reached, list(chosen), total)


def reach(told: Told, facts: Facts) -> Reached:
    """Return for each municipality in the selection the points it would bring within the limit."""
    inside = set(facts.chosen(told.view)["kommunenummer"])
    limit = told.view.grense
    found: dict[str, dict[int, int]] = {number: {} for number in inside}
    rows = facts.table("naermere").filter(pl.col("avstand") <= limit)
    for row in rows.filter(pl.col("avstand_i_dag") > limit).to_dicts():
        if row["kandidat_id"] in inside and row["kommunenummer"] in inside:
            found[row["kandidat_id"]][row["punkt_id"]] = row["innbyggere"]
    return found


def together(reached: Reached, chosen: list[str]) -> int:
    """Return how many people the places in `chosen` bring within the limit, nobody twice."""
    points: dict[int, int] = {}
    for number in chosen:
        points |= reached[number]
    return sum(points.values())


def said_asked(title: str, n: int) -> int:
    """Return how many of the `n` places have asked, as the title has it."""
    if "Alle de" in title:
        return n
    if re.search(r"(har|er) (ikke|ingen) (bedt|kjent)", title):
        return 0
    if title.startswith("Stedet"):
        return 1
    if re.search(r"\b(har ett bedt|er ett kjent)", title):
        return 1
    found = re.search(r", (?:har|er) (\d+) (?:bedt|kjent)", title)
    return int(found[1]) if found else -1


def own_choice(told: Told, facts: Facts) -> Iterator[str]:
    """What the reader's places are said to give, they give, and the best of as many no less."""
    card = told.cards.get("kandidater-valg")
    found = card and re.match(
        r"(?:Ditt sted|Dine \d+ steder) gir ([\d ]+|ingen) flere innenfor"
        r"(?:; .* ville gitt ([\d ]+)|, og det gjør heller ikke .+)$",
        card.title.replace(NBSP, " "),
    )
    if card and found:
        mine, best = (
            int(each.replace(" ", "")) if each and each != "ingen" else 0 for each in found.groups()
        )
        reached = reach(told, facts)
        own = together(reached, [number for number in told.view.med if number in reached])
        if mine != own or best < mine:
            yield f"«{card.title}»: {own}"


def decision(told: Told, facts: Facts) -> Iterator[str]:
    """Of the decided as many wished, and were silent, as is said."""
    card = told.cards.get("kandidater-besluttet")
    if card is None or "ingen " in card.title[:6].lower():
        return
    season = told.view.sesong
    rows = facts.chosen(told.view).join(facts.decided(told.view), on="kommunenummer", how="semi")
    asked = rows.filter(pl.col("onsker").is_in(ASKED)).height
    no = rows.filter(onsker="nei").height
    found = re.match(
        r"Av (\d+) kommuner med besluttet sted(?: åpent (.+?))? ønsket (\w+) det, (\w+) sa "
        "verken ja eller nei",
        card.title,
    )
    one = re.match(
        r"Én kommune har besluttet sted(?: åpent (.+?))?: (.+?) "
        r"(ønsket det ikke|ønsket det|har ikke sagt ja eller nei), og modellen",
        card.title,
    )
    when = {None: None, "helaar": "hele året", "sommer": "om sommeren", "vinter": "om vinteren"}
    said: tuple[object, ...] = (card.title,)
    true: tuple[object, ...] = (rows.height,)
    if found:
        said = (found[2], *(0 if n == "ingen" else int(n) for n in found.group(1, 3, 4)))
        true = (when[season], rows.height, asked, rows.height - asked - no)
    elif one:
        said = one[1], 1, one[2]
        wish = "ønsket det" if asked else "ønsket det ikke" if no else "har ikke sagt ja eller nei"
        names = dict(facts.table("kommune").select("kommunenummer", "navn").rows())
        true = when[season], rows.height, names[rows["kommunenummer"][0]]
        if one[3] != wish:
            yield f"«{card.title}»: {wish}"
    if said != true:
        yield f"«{card.title}»: {true}"


def most_points(told: Told, facts: Facts) -> Iterator[str]:
    """Who is said to have most points has them, by the rule that stands with the figure."""
    card = told.cards.get("kandidater-poeng")
    if card is None or not card.table.rows:
        return
    points = scores(told, facts)
    names = dict(facts.table("kommune").select("kommunenummer", "navn").rows())
    most = max(points.values())
    first = {names[number] for number, total in points.items() if total == most}
    found = re.match(
        r"(.+) har (?:like mange poeng og flest: |flest poeng: |)([\d,]+)(?: poeng)? av 100$",
        card.title,
    )
    if not found and most:
        yield f"«{card.title}»: {first} har {most / 10}"
    if found and found[2] != f"{most / 10:.1f}".replace(".", ","):
        yield f"«{card.title}»: {most / 10}"
    told_of = found and (
        all(name in found[1] for name in first) or found[1] == f"{len(first)} steder"
    )
    if found and not told_of:
        yield f"«{card.title}»: {first}"


def scores(told: Told, facts: Facts) -> dict[str, int]:
    """Return the points of every candidate in tenths, by the rule in words."""
    far = facts.table("kommune_naermest").filter(struktur="i_dag")
    away = dict(far.select("kommunenummer", "maal").rows())
    reached = _alone(told, facts)
    advice = _advice(facts)
    decided = set(facts.table("nytt_tjenestested")["kommunenummer"])
    everyone = {row["kommunenummer"]: row for row in facts.municipalities.to_dicts()}

    def is_candidate(row: Mapping[str, object]) -> bool:
        number = str(row["kommunenummer"])
        return (
            row["onsker"] in ASKED
            or row["lokaler"] in ("ja", "vurderes")
            or bool(row["antall_lokaler"])
            or (away[number] or 0) > told.view.grense
            or number in decided
        )

    country = {number: row for number, row in everyone.items() if is_candidate(row)}
    farthest = max((away[number] or 0) for number in country)
    fullest = max(reached.get(number, 0) for number in country) or 1

    def values(number: str, row: Mapping[str, object]) -> list[Fraction | None]:
        known = [WORTH["point"][str(row[p])] for p in POINTS if row[p] in WORTH["point"]]
        unhappy = sum(known, NONE) / len(known) if known else None
        wish, rooms = (WORTH[f].get(str(row[f])) for f in ("onsker", "lokaler"))
        told_of = WORTH["raad"].get(advice.get(number, ""))
        return [
            wish,
            rooms,
            Fraction(away[number]) / Fraction(farthest),
            Fraction(reached.get(number, 0), fullest),
            unhappy,
            None,
            told_of,
        ]

    found = {number: values(number, row) for number, row in country.items()}
    used = [any(line[i] is not None for line in found.values()) for i in range(7)]
    weights = _tenths(
        [int(n) if use else 0 for n, use in zip(told.view.vekter.split("-"), used, strict=True)]
    )
    inside = set(facts.chosen(told.view)["kommunenummer"])
    return {
        number: sum(
            floor(value * weight + Fraction(1, 2))
            for value, weight in zip(line, weights, strict=True)
            if value is not None
        )
        for number, line in found.items()
        if number in inside
    }


def _tenths(numbers: list[int]) -> list[int]:
    """Return `numbers` as parts of a thousand, what is left over to the largest remainders."""
    total = sum(numbers)
    if not total:
        return [0] * len(numbers)
    exact = [Fraction(1000 * n, total) for n in numbers]
    parts = [floor(each) for each in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[: 1000 - sum(parts)]:
        parts[i] += 1
    return parts


def _alone(told: Told, facts: Facts) -> dict[str, int]:
    limit = told.view.grense
    rows = facts.table("naermere").filter(pl.col("avstand") <= limit)
    gained = rows.filter(pl.col("avstand_i_dag") > limit).group_by("kandidat_id")
    return dict(gained.agg(pl.col("innbyggere").sum()).rows())


def _advice(facts: Facts) -> dict[str, str]:
    """Return the last advice about each municipality, the district's before the directorate's."""
    rows = facts.table("raad").to_dicts()
    rows.sort(key=lambda row: (row["fra"] != "Politidirektoratet", row["dato"], row["fra"]))
    return {row["kommunenummer"]: row["raad"] for row in rows}


def _whole(each: list[tuple[str, str]], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the names with their answers; a name may itself hold a bracket."""
    for name, answer in each:
        if name in names:
            yield name, answer
        else:
            inner = re.match(r"(.+?\)) \((.+)$", f"{name} ({answer})".rstrip(")"))
            assert inner, name
            yield inner[1], inner[2]


def _better(reached: Reached, chosen: list[str], total: int) -> Iterator[str]:
    """Yield a place that, for one of the chosen, or beside them, would bring more within."""
    for other in reached:
        if len(chosen) < FIVE and together(reached, [*chosen, other]) > total:
            yield f"{other} i tillegg gir flere"
    for out in chosen:
        rest = [number for number in chosen if number != out]
        base: dict[int, int] = {}
        for number in rest:
            base |= reached[number]
        here = sum(base.values())
        for other, points in reached.items():
            new = sum(people for point, people in points.items() if point not in base)
            if here + new > total:
                yield f"{other} i stedet for {out} gir {here + new}, ikke {total}"


CHECKS: Final = (first_places, own_choice, decision, most_points)
