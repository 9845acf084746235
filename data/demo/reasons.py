"""The many-valued fields: themes, reasons, cooperation and resources."""

from random import Random
from typing import Final

from data import vocabulary as v
from data.demo.places import Place

THEME: Final = {
    "rus": 0.38,
    "psykisk_helse": 0.34,
    "ungdomskriminalitet": 0.28,
    "vold_i_naere_relasjoner": 0.24,
    "digital_kriminalitet": 0.20,
    "okonomisk_kriminalitet": 0.06,
    "trafikk": 0.20,
    "reiseliv_og_sesong": 0.10,
    "grensenaerhet": 0.0,
    "naturfare_og_beredskap": 0.34,
    "sivile_oppgaver": 0.20,
    "forebygging_og_tidlig_innsats": 0.36,
    "avstand_og_responstid": 0.08,
}
# What a trait of the place adds to the probability of a theme.
THEME_BY_TAG: Final = {
    "stor": {
        "rus": 0.15,
        "ungdomskriminalitet": 0.25,
        "okonomisk_kriminalitet": 0.20,
        "naturfare_og_beredskap": -0.15,
        "sivile_oppgaver": -0.10,
    },
    "liten": {"ungdomskriminalitet": -0.12, "naturfare_og_beredskap": 0.15},
    "uten": {"sivile_oppgaver": 0.12, "avstand_og_responstid": 0.30},
    "langt": {"avstand_og_responstid": 0.40},
    "vinter": {"reiseliv_og_sesong": 0.70},
    "sommer": {"reiseliv_og_sesong": 0.65},
    "grense": {"grensenaerhet": 0.60},
    "naer": {"avstand_og_responstid": -0.30},
}
REASON: Final = {
    "responstid": 0.40,
    "faerre_folk": 0.38,
    "avstand": 0.10,
    "aapningstid": 0.08,
    "synlighet": 0.36,
    "sivile_gjoremaal": 0.14,
    "etterforskningskapasitet": 0.16,
    "lokalkunnskap": 0.20,
    "ressurser_flyttet": 0.20,
}
REASON_BY_TAG: Final = {
    "med": {"aapningstid": 0.30, "responstid": -0.15},
    "uten": {"avstand": 0.25, "sivile_gjoremaal": 0.12, "lokalkunnskap": 0.10},
    "langt": {"avstand": 0.35, "responstid": 0.20},
    "naer": {"avstand": -0.35},
    "stor": {"etterforskningskapasitet": 0.25, "avstand": -0.10},
}
# A long way to a passport explains no view of the staffing.
NOT_STAFFING: Final = ("avstand", "aapningstid", "sivile_gjoremaal")
BEYOND_STAFFING: Final = ("tilfreds_tjenestestedstruktur", "tilfreds_tjenestetilbud")
COOPERATION: Final = {
    "politiraad": 0.48,
    "politikontakt": 0.42,
    "slt": 0.32,
    "nabokommuner": 0.26,
    "nodetater": 0.24,
    "naeringsliv": 0.10,
    "frivillige": 0.16,
    "fylkeskommune": 0.08,
}
RESOURCE: Final = {"stilling": 0.26, "lokaler": 0.16, "penger": 0.06, "motetid": 0.42}
NO_RESOURCE: Final = 0.16
MOST: Final = {"tema": 5, "grunn": 4, "samarbeid": 5, "ressurs": 3}


def choose_multiple(
    place: Place, single: dict[str, str], questions: set[int], rng: Random
) -> dict[str, tuple[str, ...]]:
    """Return the values of the many-valued fields, for the questions the place answers."""
    chosen: dict[str, tuple[str, ...]] = dict.fromkeys(v.FLERE, ())
    if 1 in questions:
        chosen["tema"] = _draw("tema", THEME, THEME_BY_TAG, place, rng)
    satisfaction = [value for field, value in single.items() if field.startswith("tilfreds_")]
    if 2 in questions and {"delvis", "ikke_tilfreds"} & set(satisfaction):
        reasons = _draw("grunn", REASON, REASON_BY_TAG, place, rng)
        others = {single[field] for field in single if field in BEYOND_STAFFING}
        if not {"delvis", "ikke_tilfreds"} & others:
            reasons = tuple(reason for reason in reasons if reason not in NOT_STAFFING)
        chosen["grunn"] = reasons
    if 3 in questions:
        chosen["samarbeid"] = _draw("samarbeid", COOPERATION, {}, place, rng)
        chosen["ressurs"] = ("ingen",)
        if rng.random() >= NO_RESOURCE:
            chosen["ressurs"] = _draw("ressurs", RESOURCE, {}, place, rng)
    return chosen


def _draw(
    field: str,
    base: dict[str, float],
    by_tag: dict[str, dict[str, float]],
    place: Place,
    rng: Random,
) -> tuple[str, ...]:
    drawn = []
    for value in v.FELT[field]:
        chance = base.get(value, 0.0)
        chance += sum(by_tag[tag].get(value, 0.0) for tag in by_tag if tag in place.tags)
        if rng.random() < chance:
            drawn.append(value)
    # The order in the text is the sender's own, not the vocabulary's.
    rng.shuffle(drawn)
    return tuple(drawn[: MOST[field]])
