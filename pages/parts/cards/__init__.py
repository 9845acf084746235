"""Every card there is, by name: what a page shows and what a download gives are the same value."""

from collections.abc import Callable
from typing import Final

from pages.parts.card import Card
from pages.parts.cards import answers, distance, premises, satisfaction
from pages.parts.reader import Reader

CARDS: Final[dict[str, Callable[[Reader], Card]]] = {
    "kart": answers.municipalities,
    "politidistrikt": satisfaction.by_district,
    "fylke": satisfaction.by_county,
    "storrelse": satisfaction.by_size,
    "avstand": satisfaction.by_distance,
    "avstandspunkter": distance.municipalities_by_distance,
    "punkter": satisfaction.three_points,
    "onsker": answers.wishes,
    "grunner": satisfaction.reasons,
    "misnoye": satisfaction.least_satisfied,
    "innspill": answers.submissions,
    "lokaler": premises.offers,
    "sammenlign": premises.comparison,
}
