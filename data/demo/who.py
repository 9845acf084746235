"""Who sends an answer, when, and in what shape."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from data.demo.places import Place

SENDERS: Final = Path(__file__).parent / "avsendere.toml"

# How many municipalities answer in each district; 209 in all. Coverage is meant to differ.
ANSWERING: Final = {
    "Oslo": 2,
    "Øst": 17,
    "Innlandet": 32,
    "Sør-Øst": 22,
    "Agder": 15,
    "Sør-Vest": 14,
    "Vest": 25,
    "Møre og Romsdal": 19,
    "Trøndelag": 24,
    "Nordland": 21,
    "Troms": 9,
    "Finnmark": 9,
}
VERY_SMALL: Final = 2_000
FIRST_DAY: Final = date(2022, 3, 10)
DEADLINE: Final = date(2022, 6, 1)
LAST_DAY: Final = date(2022, 6, 30)
HOLIDAYS: Final = (
    date(2022, 4, 14),
    date(2022, 4, 15),
    date(2022, 4, 18),
    date(2022, 5, 17),
    date(2022, 5, 26),
    date(2022, 6, 6),
)
LATE: Final = 14
REFERRING: Final = 15
RUNNING: Final = 14
JOINT: Final = 2
NEAREST: Final = 3
NOTICEABLE_KM: Final = 10
REVISED: Final = ("ja", "nei", "uklart")
NAMED_COMMITTEE_EVERY: Final = 24
SAMI_NAMES: Final = {
    "5430": "Guovdageainnu suohkan – Kautokeino kommune",
    "5437": "Kárášjoga gielda – Karasjok kommune",
    "5441": "Deanu gielda – Tana kommune",
}


@dataclass(frozen=True)
class Sender:
    """One answer before it has a text.

    `shape` is how it is written: `delt` by question, `udelt` as one text, `vedlegg` pointing to an
    attachment, `kort`, `lang`, or `ferdig` for those whose text is given.
    """

    name: str
    kind: str
    numbers: tuple[str, ...]
    received: date
    form: str
    shape: str
    text: str | None = None
    replaced_on: date | None = None
    replaces: bool = False


def choose_answering(places: dict[str, Place], rng: Random) -> list[Place]:
    """Return the 209 municipalities that answer, in order of number."""
    chosen = []
    for district, count in ANSWERING.items():
        local = [place for place in places.values() if place.district == district]
        # The very smallest have the fewest people to write an answer.
        weighted = [
            (rng.random() * (0.8 if place.inhabitants < VERY_SMALL else 1.0), place.number)
            for place in local
        ]
        chosen += [number for _, number in sorted(weighted, reverse=True)[:count]]
    return [places[number] for number in sorted(chosen)]


def choose_senders(answering: list[Place], wishes: dict[str, str], rng: Random) -> list[Sender]:
    """Return every answer that comes in, ordered by date received and name."""
    given = tomllib.loads(SENDERS.read_text(encoding="utf-8"))
    region = _region(answering, given["raad"])
    pairs = _pairs(answering, wishes, {place.number for place in region})
    paired = {place.number for pair in pairs for place in pair}
    singles = [place for place in answering if place.number not in paired]
    shapes = _shapes(singles, wishes, {place.number for place in region}, rng)

    senders = []
    for index, place in enumerate(singles):
        name = _name(place, rng.randrange(3) if index % NAMED_COMMITTEE_EVERY == 0 else None)
        shape = shapes[place.number]
        senders.append(_municipal(name, (place,), shape, rng))
    for a, b in pairs:
        senders.append(_municipal(f"{a.name} kommune og {b.name} kommune", (a, b), "delt", rng))
    late = sorted(rng.sample(range(len(senders)), LATE))
    senders = [
        replace(sender, received=_late_day(rng)) if index in late else sender
        for index, sender in enumerate(senders)
    ]
    senders = _revise(senders, wishes, {place.number for place in region}, rng)
    numbers = tuple(sorted(place.number for place in region))
    senders.append(
        Sender(given["raad"]["navn"], "interkommunalt_raad", numbers, _day(rng), "bokmaal", "delt")
    )
    senders += [_other(row, rng) for row in given["andre"]]
    return sorted(senders, key=lambda sender: (sender.received, sender.name))


def _municipal(name: str, places: tuple[Place, ...], shape: str, rng: Random) -> Sender:
    form = "bokmaal"
    if all("nynorsk" in place.tags for place in places) and rng.random() < 0.9:
        form = "nynorsk"
    # The long answer's case file exists in bokmål only.
    form = "bokmaal" if shape == "lang" else form
    numbers = tuple(place.number for place in places)
    return Sender(name, "kommune", numbers, _day(rng), form, shape)


def _other(row: dict[str, Any], rng: Random) -> Sender:
    return Sender(row["navn"], row["type"], (), _day(rng), row["maalform"], "ferdig", row["tekst"])


def _name(place: Place, committee: int | None) -> str:
    plain = SAMI_NAMES.get(place.number, f"{place.name} kommune")
    if place.ambiguous:
        return f"{plain} ({place.county})"
    if committee is None:
        return plain
    return (f"Formannskapet i {plain}", f"Kommunestyret i {plain}", f"Ordføreren i {plain}")[
        committee
    ]


def _workdays(first: date, last: date) -> list[date]:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in days if day.weekday() < 5 and day not in HOLIDAYS]


def _day(rng: Random) -> date:
    # Two of five wait for the last week: that is how answers to hearings come in.
    draw = rng.random()
    if draw < 0.40:
        days = _workdays(DEADLINE - timedelta(days=6), DEADLINE)
    elif draw < 0.75:
        days = _workdays(date(2022, 5, 2), DEADLINE - timedelta(days=7))
    else:
        days = _workdays(FIRST_DAY, date(2022, 4, 30))
    return rng.choice(days)


def _late_day(rng: Random) -> date:
    days = _workdays(DEADLINE + timedelta(days=1), LAST_DAY)
    return days[int(rng.random() * rng.random() * len(days))]


def _region(answering: list[Place], rule: dict[str, Any]) -> list[Place]:
    """Return the tightest group of neighbours that all answered, in the council's mountain area."""
    local = {
        place.number: place
        for place in answering
        if place.district == rule["distrikt"] and place.lat >= rule["minste_breddegrad"]
    }
    groups = []
    for place in local.values():
        near = [local[number] for number in place.neighbours if number in local]
        if len(near) >= rule["antall"] - 1:
            last = near[rule["antall"] - 2]
            groups.append((place.neighbours.index(last.number), place.number))
    place = local[min(groups)[1]]
    near = [local[number] for number in place.neighbours if number in local]
    return [place, *near[: rule["antall"] - 1]]


def _pairs(
    answering: list[Place], wishes: dict[str, str], taken: set[str]
) -> list[tuple[Place, Place]]:
    """Return neighbours that send one answer together, none of which wants a station."""
    willing = {
        place.number: place
        for place in answering
        if wishes[place.number] == "nei"
        and place.number not in taken
        and not place.ambiguous
        and "stor" not in place.tags
    }
    possible = [
        # One with a station and one without: that is what lets their views of the structure differ.
        (
            not (place.own_station and not other.own_station and other.km >= NOTICEABLE_KM),
            place,
            other,
        )
        for place in willing.values()
        for other in (willing.get(number) for number in place.neighbours[:NEAREST])
        if other is not None
    ]
    pairs: list[tuple[Place, Place]] = []
    for _, place, other in sorted(possible, key=lambda pair: pair[0]):
        if all(place.district != first.district for first, _ in pairs):
            pairs.append((place, other))
    return pairs[:JOINT]


def _shapes(
    singles: list[Place], wishes: dict[str, str], region: set[str], rng: Random
) -> dict[str, str]:
    shapes = {place.number: "delt" for place in singles}
    free = [place for place in singles if place.number not in region]
    unclear = [place.number for place in free if wishes[place.number] == "uklart"]
    for number in rng.sample(unclear, REFERRING):
        shapes[number] = "vedlegg"
    refusing = [place.number for place in free if wishes[place.number] == "nei"]
    shapes[rng.choice(refusing)] = "kort"
    wanting = [
        place.number
        for place in free
        if wishes[place.number] == "ja" and "liten" in place.tags and "nynorsk" not in place.tags
    ]
    shapes[rng.choice(wanting)] = "lang"
    plain = [place.number for place in free if shapes[place.number] == "delt"]
    for number in rng.sample(plain, RUNNING):
        shapes[number] = "udelt"
    return shapes


def _revise(
    senders: list[Sender], wishes: dict[str, str], region: set[str], rng: Random
) -> list[Sender]:
    """Add an earlier answer to one sender for each wish in REVISED."""
    result = list(senders)
    for wish in REVISED:
        candidates = [
            index
            for index, sender in enumerate(senders)
            if sender.shape == "delt"
            and len(sender.numbers) == 1
            and wishes[sender.numbers[0]] == wish
            and sender.numbers[0] not in region
            and date(2022, 5, 9) <= sender.received
        ]
        index = rng.choice(candidates)
        final = senders[index]
        earlier = rng.choice(_workdays(FIRST_DAY, final.received - timedelta(days=14)))
        result[index] = replace(final, replaces=True)
        result.append(replace(final, received=earlier, replaced_on=final.received))
    return result
