"""What each municipality is taken to mean: coded values with plausible probabilities."""

from dataclasses import dataclass, replace
from random import Random
from typing import Final

from data import vocabulary as v
from data.demo.places import Place
from data.demo.reasons import choose_multiple

SATISFACTION: Final = (
    "tilfreds_bemanning",
    "tilfreds_tjenestestedstruktur",
    "tilfreds_tjenestetilbud",
)
CHANNELS: Final = tuple(field for field in v.FELT if field.startswith("kanal_"))
SINGLE: Final = tuple(field for field in v.FELT if field not in v.FLERE)

STRUCTURE: Final = "tilfreds_tjenestestedstruktur"

# Shares of dissatisfied and partly satisfied among those with a clear view, and how many beyond
# the referring answers are unclear or silent on the point.
SHARES: Final = {
    "tilfreds_bemanning": (0.58, 0.22, 4, 0),
    "tilfreds_tjenestestedstruktur": (0.33, 0.22, 6, 8),
    "tilfreds_tjenestetilbud": (0.43, 0.29, 6, 10),
}
# Weights on distance, closed station, no station, small, wish for a station, and noise.
WEIGHTS: Final = {
    "tilfreds_bemanning": (0.8, 0.30, 0.10, 0.25, 0.3, 1.0),
    "tilfreds_tjenestestedstruktur": (1.0, 0.45, 0.30, 0.15, 1.6, 0.8),
    "tilfreds_tjenestetilbud": (0.9, 0.25, 0.20, 0.20, 0.4, 1.0),
}
# Invented leanings, so that districts differ to the eye.
LEANING: Final = {
    "Oslo": -0.15,
    "Øst": -0.2,
    "Innlandet": 0.25,
    "Sør-Øst": 0.05,
    "Agder": -0.15,
    "Sør-Vest": -0.05,
    "Vest": 0.0,
    "Møre og Romsdal": 0.15,
    "Trøndelag": -0.05,
    "Nordland": 0.2,
    "Troms": 0.05,
    "Finnmark": 0.3,
}
REFERRING_SILENT: Final = 7
SKIP_SHARE: Final = {1: 0.03, 3: 0.05, 4: 0.06}
SKIPPING_SATISFACTION: Final = 2
NO_PREMISES_VIEW: Final = "ikke_besvart"
EARLIER_WISH: Final = {"ja": "uklart", "nei": "uklart", "uklart": "nei"}
EARLIER_SATISFACTION: Final = {
    "ikke_tilfreds": "delvis",
    "delvis": "tilfreds",
    "tilfreds": "delvis",
}


@dataclass(frozen=True)
class Opinion:
    """One answer's coded values: one per single-valued field, any number for the others."""

    single: dict[str, str]
    multiple: dict[str, tuple[str, ...]]
    condition: str | None = None
    differs: tuple[str, str] | None = None


def choose_opinions(
    answering: list[Place],
    wishes: dict[str, str],
    conditions: dict[str, str],
    shapes: dict[str, str],
    rng: Random,
) -> dict[str, Opinion]:
    """Return the opinion of each municipality that answers; premises are left unanswered."""
    skipped = _skipped(answering, shapes, rng)
    satisfaction = _satisfaction(answering, wishes, shapes, skipped, rng)
    opinions = {}
    for place in answering:
        number = place.number
        single = dict(satisfaction[number])
        full = shapes[number] not in ("vedlegg", "kort")
        for channel in CHANNELS:
            asked = full and 4 not in skipped[number]
            single[channel] = (
                _channel(channel, place, wishes[number], single[STRUCTURE], rng)
                if asked
                else "ikke_nevnt"
            )
        single["onsker_tjenestested"] = wishes[number]
        single["tilbyr_lokaler"] = NO_PREMISES_VIEW
        questions = {1, 2, 3} - skipped[number] if full else set()
        multiple = choose_multiple(place, single, questions, rng)
        opinions[number] = Opinion(single, multiple, conditions.get(number))
    return opinions


def earlier_opinion(opinion: Opinion) -> Opinion:
    """Return what the municipality said before it changed its mind."""
    single = dict(opinion.single)
    single["onsker_tjenestested"] = EARLIER_WISH[single["onsker_tjenestested"]]
    field = "tilfreds_bemanning"
    single[field] = EARLIER_SATISFACTION.get(single[field], single[field])
    single["tilbyr_lokaler"] = NO_PREMISES_VIEW
    if single["onsker_tjenestested"] == "nei":
        single["kanal_tjenestested"] = "ikke_nevnt"
    multiple = dict(opinion.multiple)
    multiple["ressurs"] = tuple(value for value in multiple["ressurs"] if value != "lokaler")
    if not any(single[name] in ("delvis", "ikke_tilfreds") for name in SATISFACTION):
        multiple["grunn"] = ()
    return replace(opinion, single=single, multiple=multiple)


def joint_opinion(opinion: Opinion, differ: bool) -> Opinion:
    """Return the opinion two neighbours share; the structure may divide them."""
    single = dict(opinion.single)
    single["tilbyr_lokaler"] = NO_PREMISES_VIEW
    if not differ:
        return replace(opinion, single=single)
    single[STRUCTURE] = "tilfreds"
    reasons = opinion.multiple["grunn"] or ("avstand",)
    return replace(
        opinion,
        single=single,
        multiple={**opinion.multiple, "grunn": reasons},
        differs=("tilfreds", "ikke_tilfreds"),
    )


def council_opinion() -> Opinion:
    """Return what the regional council says on behalf of its members."""
    single = dict.fromkeys(CHANNELS, "ikke_nevnt") | {
        "tilfreds_bemanning": "ikke_tilfreds",
        "tilfreds_tjenestestedstruktur": "ikke_tilfreds",
        "tilfreds_tjenestetilbud": "delvis",
        "kanal_tjenestested": "mer",
        "kanal_annet_sted": "mer",
        "kanal_internett": "som_i_dag",
        "onsker_tjenestested": "ja",
        "tilbyr_lokaler": NO_PREMISES_VIEW,
    }
    multiple: dict[str, tuple[str, ...]] = {
        "tema": ("naturfare_og_beredskap", "avstand_og_responstid", "psykisk_helse"),
        "grunn": ("responstid", "lokalkunnskap"),
        "samarbeid": ("politiraad", "nabokommuner"),
        "ressurs": ("motetid",),
    }
    return Opinion(single, multiple)


def _skipped(answering: list[Place], shapes: dict[str, str], rng: Random) -> dict[str, set[int]]:
    skipped: dict[str, set[int]] = {place.number: set() for place in answering}
    by_question = [place.number for place in answering if shapes[place.number] == "delt"]
    for number in by_question:
        draw = rng.random()
        for question, share in SKIP_SHARE.items():
            if draw < share:
                skipped[number] = {question}
                break
            draw -= share
    for number in rng.sample([n for n in by_question if not skipped[n]], SKIPPING_SATISFACTION):
        skipped[number] = {2}
    return skipped


def _satisfaction(
    answering: list[Place],
    wishes: dict[str, str],
    shapes: dict[str, str],
    skipped: dict[str, set[int]],
    rng: Random,
) -> dict[str, dict[str, str]]:
    result: dict[str, dict[str, str]] = {place.number: {} for place in answering}
    referring = [place.number for place in answering if shapes[place.number] == "vedlegg"]
    silent = set(rng.sample(referring, REFERRING_SILENT))
    silent |= {n for n in result if shapes[n] == "kort" or 2 in skipped[n]}
    for field, (dissatisfied, partly, unclear, quiet) in SHARES.items():
        speaking = []
        for place in answering:
            number = place.number
            if number in silent:
                result[number][field] = "ikke_besvart"
            elif shapes[number] == "vedlegg":
                result[number][field] = "uklart"
            else:
                speaking.append(place)
        for place in _take(speaking, unclear, rng):
            result[place.number][field] = "uklart"
        for place in _take(speaking, quiet, rng):
            result[place.number][field] = "ikke_besvart"
        scored = [(_score(place, field, wishes, rng), place.number) for place in speaking]
        ranked = [number for _, number in sorted(scored, reverse=True)]
        first, second = round(len(ranked) * dissatisfied), round(len(ranked) * partly)
        for index, number in enumerate(ranked):
            value = "tilfreds"
            if index < first + second:
                value = "ikke_tilfreds" if index < first else "delvis"
            result[number][field] = value
    return result


def _take(places: list[Place], count: int, rng: Random) -> list[Place]:
    """Remove and return some of the places."""
    return [places.pop(rng.randrange(len(places))) for _ in range(count)]


def _score(place: Place, field: str, wishes: dict[str, str], rng: Random) -> float:
    distance, closed, without, small, wish, noise = WEIGHTS[field]
    return (
        distance * min(place.km, 60.0) / 60
        + (closed if place.closed_station else 0.0)
        + (without if "uten" in place.tags else 0.0)
        + (small if "liten" in place.tags else -small if "stor" in place.tags else 0.0)
        + (wish if wishes[place.number] in ("ja", "betinget") else 0.0)
        + LEANING[place.district]
        + noise * rng.random()
    )


def _channel(channel: str, place: Place, wish: str, structure: str, rng: Random) -> str:
    """Return what the municipality wants of one channel."""
    wants = wish in ("ja", "betinget")
    # Shares for more, as today and less; the rest do not mention the channel.
    if channel == "kanal_tjenestested":
        # Nobody calls the structure bad and then the access to it good enough.
        by_structure = {"ikke_tilfreds": (0.45, 0.0, 0.04), "tilfreds": (0.04, 0.72, 0.05)}
        shares = (0.92, 0.0, 0.0) if wants else by_structure.get(structure, (0.15, 0.50, 0.04))
    elif channel == "kanal_annet_sted":
        shares = (0.55, 0.15, 0.0) if wants else (0.55, 0.22, 0.02)
    elif channel == "kanal_oppmote":
        more = 0.48 if "uten" in place.tags else 0.30
        shares = (more, 0.28, 0.04)
    elif channel == "kanal_telefon":
        shares = (0.40, 0.32, 0.02)
    else:
        shares = (0.45, 0.30, 0.06) if "stor" in place.tags else (0.34, 0.32, 0.12)
    draw = rng.random()
    for value, share in zip(("mer", "som_i_dag", "mindre"), shares, strict=True):
        if draw < share:
            return value
        draw -= share
    return "ikke_nevnt"
