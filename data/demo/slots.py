"""The values that can stand in a phrase, for one sender."""

from random import Random
from typing import Final

from data.demo.phrases import Stock
from data.demo.places import Place

NAMEABLE_KM: Final = 10
COARSE_KM: Final = 20
NARROW_SPACE: Final = "\u00a0"
YEARS: Final = ("16", "17", "18", "19")
# What is true of one municipality alone and cannot be said on behalf of several.
OF_ONE_PLACE: Final = frozenset({"med", "uten", "liten", "stor", "langt", "naer", "oy"})


def tags_for(places: tuple[Place, ...]) -> frozenset[str]:
    """Return what a phrase may presuppose about the sender."""
    if len(places) == 1:
        return places[0].tags
    shared = frozenset.intersection(*(place.tags for place in places)) - OF_ONE_PLACE
    return shared | {"region"} if len(places) > 2 else shared


def slots_for(
    places: tuple[Place, ...], by_number: dict[str, Place], stock: Stock, rng: Random
) -> dict[str, str]:
    """Return slot values for a sender; what is missing keeps unfit phrases out."""
    first = places[0]
    # Several municipalities say «vi»: the singular «kommunen» would be wrong of them.
    voice = "kommunen" if len(places) == 1 and rng.random() < 0.55 else "vi"
    slots = stock.table(f"omtale.{voice}")
    slots["dager"] = rng.choice(stock.several("dager"))
    slots["andel"] = rng.choice(stock.several("andel"))
    slots["aar"] = rng.choice(YEARS)
    for season in ("vinter", "sommer"):
        if season in first.tags:
            slots["sesong"] = stock.one(f"sesong.{season}")
    own = {place.number for place in places}
    names = [by_number[number].name for number in first.neighbours if number not in own]
    slots["nabo"] = f"{names[0]} kommune"
    slots["naboer"] = f"{names[0]} {stock.one('og')} {names[1]}"
    if len(places) > 2:
        slots["kommune"] = stock.one("regionen")
        return slots
    if len(places) == 2:
        together = stock.one("kommuner_sammen")
        slots["kommune"] = together.format(a=first.name, b=places[1].name)
        return slots
    slots["kommune"] = f"{first.name} kommune"
    slots["innb"] = _inhabitants(first.inhabitants)
    slots["senter"] = first.centre
    if first.own_station:
        slots["eget"] = first.own_station
    if first.closed_station:
        slots["nedlagt"] = first.closed_station
    if first.km >= NAMEABLE_KM:
        slots["minutter"] = str(5 * round((first.km * 1.4 + 10) / 5))
        if not first.own_station:
            slots["sted"] = first.nearest_town
            fine = first.km < COARSE_KM
            slots["km"] = str(round(first.km) if fine else 5 * round(first.km / 5))
    return slots


def _inhabitants(count: int) -> str:
    step = 50 if count < 1_000 else 100 if count < 10_000 else 1_000
    # A no-break space keeps the number whole where lines are broken.
    return f"{step * round(count / step):,}".replace(",", NARROW_SPACE)
