"""Rooms that municipalities offer or consider offering."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from data.demo.opinions import Opinion
from data.demo.places import Place

# How many answers of each wish offer, consider, refuse or leave the question open.
OFFERS: Final = {
    "ja": {"ja": 19, "vurderes": 3, "nei": 1, "uklart": 1},
    "betinget": {"ja": 5, "vurderes": 3, "nei": 1},
    "uklart": {"ja": 7, "vurderes": 4, "uklart": 3, "nei": 2},
    "nei": {"ja": 4, "vurderes": 2, "uklart": 4, "nei": 28},
}
ROOMS: Final = 60
OFFERS_WITHOUT_ROOM: Final = 2
MOST_ROOMS: Final = 3
TYPE_WEIGHTS: Final = {
    "raadhus": 40,
    "helsehus": 13,
    "brannstasjon": 12,
    "nav_kontor": 8,
    "innbyggertorg": 11,
    "kulturhus": 6,
    "annet": 10,
}
# Who could share a building of each type; the type itself is not repeated as its own neighbour.
SHARED_WITH: Final = {
    "raadhus": ("NAV", "servicetorg", "bibliotek"),
    "helsehus": ("legevakt", "legekontor"),
    "brannstasjon": ("brannvesen",),
    "nav_kontor": ("NAV", "frivilligsentral"),
    "innbyggertorg": ("servicetorg", "bibliotek", "NAV"),
    "kulturhus": ("bibliotek", "frivilligsentral"),
    "annet": ("frivilligsentral",),
}
ADDRESSES: Final = (
    "Sentrum (oppdiktet)",
    "Kommunehuset, 2. etasje (oppdiktet)",
    "Kommunehuset, 1. etasje (oppdiktet)",
    "Storgata i sentrum (oppdiktet)",
    "Ved torget (oppdiktet)",
    "Næringsområdet (oppdiktet)",
)
CONDITIONS: Final = ("god",) * 9 + ("middels",) * 5 + ("maa_pusses_opp",) * 3 + ("ukjent",) * 4
FREE_FROM: Final = tuple(
    date(year, month, 1)
    for year in (2022, 2023)
    for month in range(1, 13)
    if (year, month) >= (2022, 7)
)


@dataclass(frozen=True)
class Room:
    """One room offered."""

    kind: str
    shared_with: tuple[str, ...]
    address: str | None
    area: int | None
    free_from: date | None
    condition: str


def choose_offers(
    opinions: dict[str, Opinion], eligible: list[Place], rng: Random
) -> dict[str, str]:
    """Return whether each eligible municipality offers premises; the rest do not say."""
    offers = {}
    for wish, counts in OFFERS.items():
        numbers = [
            place.number
            for place in eligible
            if opinions[place.number].single["onsker_tjenestested"] == wish
        ]
        rng.shuffle(numbers)
        for value, count in counts.items():
            for _ in range(count):
                offers[numbers.pop()] = value
    return offers


def choose_rooms(
    offers: dict[str, str], must_have: set[str], rng: Random
) -> dict[str, tuple[Room, ...]]:
    """Return the rooms of every municipality that offers or considers, save two."""
    offering = sorted(number for number, value in offers.items() if value in ("ja", "vurderes"))
    firm = [n for n in offering if offers[n] == "ja" and n not in must_have]
    roomless = set(rng.sample(firm, OFFERS_WITHOUT_ROOM))
    counts = {number: 1 for number in offering if number not in roomless}
    while sum(counts.values()) < ROOMS:
        number = rng.choice(sorted(counts))
        if counts[number] < MOST_ROOMS:
            counts[number] += 1
    rooms = {}
    for number, count in counts.items():
        kinds: list[str] = []
        while len(kinds) < count:
            kind = rng.choices(tuple(TYPE_WEIGHTS), tuple(TYPE_WEIGHTS.values()))[0]
            if kind not in kinds:
                kinds.append(kind)
        rooms[number] = tuple(_room(kind, rng) for kind in kinds)
    return rooms


def _room(kind: str, rng: Random) -> Room:
    possible = SHARED_WITH[kind]
    shared = rng.sample(possible, min(len(possible), rng.choice((0, 1, 1, 2))))
    if kind == "nav_kontor" and "NAV" not in shared:
        shared = ["NAV", *shared]
    # Odd sizes look measured; most municipalities give a round number.
    area = rng.choice((18, 22, 25, 30, 35, 40, 45, 50, 60, 60, 75, 80, 90, 110, 120, 150, 180, 240))
    return Room(
        kind=kind,
        shared_with=tuple(sorted(shared)),
        address=None if rng.random() < 0.2 else rng.choice(ADDRESSES),
        area=None if rng.random() < 0.2 else area,
        free_from=None if rng.random() < 0.35 else rng.choice(FREE_FROM),
        condition=rng.choice(CONDITIONS),
    )
