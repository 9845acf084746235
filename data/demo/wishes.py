"""Which municipalities want a station: the published totals, laid on plausible places."""

from random import Random
from typing import Final

from data.demo.places import Place

# A newspaper that read every answer counted 33 that want a station, 133 that do not and 43 that
# cannot be classified.
WANTING: Final = 33
CONDITIONAL: Final = 9
UNCLEAR: Final = 43
LARGE_WANTING: Final = 4
LARGE: Final = 15_000
CONDITIONS: Final = ("sesong",) * 4 + ("bemanning",) * 3 + ("lokaler",) * 2


def choose_wishes(answering: list[Place], rng: Random) -> dict[str, str]:
    """Return the wish of each municipality that answers: ja, betinget, nei or uklart."""
    need = {place.number: _need(place) + rng.random() for place in answering}
    by_need = sorted(answering, key=lambda place: (-need[place.number], place.number))
    large = [place for place in by_need if place.inhabitants >= LARGE][:LARGE_WANTING]
    others = [place for place in by_need if place.inhabitants < LARGE]
    wanting = large + others[: WANTING - len(large)]
    wanted = {place.number for place in wanting}
    rest = sorted((rng.random(), n) for n in need if n not in wanted)
    unclear = {number for _, number in rest[:UNCLEAR]}
    conditional = _conditional(wanting, rng)
    wishes = {}
    for place in answering:
        if place.number in conditional:
            wishes[place.number] = "betinget"
        elif place.number in wanted:
            wishes[place.number] = "ja"
        else:
            wishes[place.number] = "uklart" if place.number in unclear else "nei"
    return wishes


def choose_conditions(
    answering: list[Place], wishes: dict[str, str], rng: Random
) -> dict[str, str]:
    """Return what each conditional wish depends on: sesong, bemanning or lokaler."""
    conditional = [place for place in answering if wishes[place.number] == "betinget"]
    order = sorted((not _seasonal(place), rng.random(), place.number) for place in conditional)
    conditions = {}
    for (not_seasonal, _, number), condition in zip(order, CONDITIONS, strict=True):
        conditions[number] = "bemanning" if condition == "sesong" and not_seasonal else condition
    return conditions


def _conditional(wanting: list[Place], rng: Random) -> set[str]:
    # Seasonal tourism is the commonest condition, so those places come first in the draw.
    order = sorted(
        (rng.random() - (0.5 if _seasonal(place) else 0.0), place.number) for place in wanting
    )
    return {number for _, number in order[:CONDITIONAL]}


def _seasonal(place: Place) -> bool:
    return bool(place.tags & {"vinter", "sommer"})


def _need(place: Place) -> float:
    return (
        min(place.km, 60.0) / 40
        + (0.9 if place.closed_station else 0.0)
        + (0.9 if "uten" in place.tags else 0.0)
        + (0.3 if "liten" in place.tags else 0.0)
    )
