"""Every card about the data, by name: what a page shows and what a download gives are one value."""

from collections.abc import Callable
from typing import Final

from markupsafe import Markup

from pages.parts.cards import (
    access,
    answers,
    beside,
    by_distance,
    curve,
    district,
    full_answer,
    method,
    municipality,
    premises,
    ranking,
    reach,
    reasons,
    satisfaction,
    search,
    since,
    siting,
    stations,
    surroundings,
    surveys,
    topics,
)
from pages.parts.cards.coded import coded_answers
from pages.parts.drawing.card import Card, drawn
from pages.parts.reading.reader import Reader

CARDS: Final[dict[str, Callable[[Reader], Card]]] = {
    "kart": answers.municipalities,
    "politidistrikt": satisfaction.by_district,
    "fylke": satisfaction.by_county,
    "storrelse": satisfaction.by_size,
    "avstand": satisfaction.by_distance,
    "avstandspunkter": by_distance.municipalities_by_distance,
    "punkter": satisfaction.three_points,
    "onsker": answers.wishes,
    "grunner": reasons.reasons,
    "misnoye": satisfaction.least_satisfied,
    "innspill": answers.submissions,
    "lokaler": premises.offers,
    "kanaler": access.channels,
    "kanal_politidistrikt": access.by_district,
    "kanal_storrelse": access.by_size,
    "kanal_avstand": access.by_distance,
    "annet_sted": access.elsewhere,
    "temaer": topics.themes,
    "samarbeid": topics.cooperation,
    "ressurser": topics.resources,
    "tema_distrikt": topics.by_district,
    "tema_storrelse": topics.by_size,
    "tema_par": topics.pairs,
    "kodede": coded_answers,
    "rekkevidde": reach.reach,
    "rekkevidde-distrikt": reach.by_district,
    "rekkevidde-fylke": reach.by_county,
    "rekkevidde-innbyggere": reach.by_size,
    "rekkevidde-kurve": curve.curve,
    "lengst-unna": reach.farthest,
    "tjenestesteder": stations.stations,
    "plassering": siting.proposal,
    "plassering-rekkefolge": siting.order,
    "plassering-sammenlikning": siting.comparison,
    "sammenlign": premises.comparison,
    "sok": search.every_hit,
    "sokedistrikt": search.by_district,
    "dekning": method.coverage,
    "kildefiler": method.source_files,
    "avviste": method.rejected,
    "merknader": method.remarks,
    "kilder": method.sources,
    "innbyggerundersokelse": surveys.residents,
    "svartelling": surveys.count_of_answers,
    "ordforerundersokelse": surveys.mayors,
    "kommuneinnspill": municipality.submissions,
    "kommunekoder": municipality.said,
    "kommuneraad": municipality.advised,
    "kommunebesluttet": municipality.decided,
    "kommunesvar": full_answer.answer,
    "kommunestasjoner": surroundings.stations,
    "kommunelokaler": surroundings.rooms,
    "kommunesammenlikning": beside.comparison,
    "kommunenaboer": beside.neighbours,
    "kommuneliknende": beside.alike,
    "distrikter": ranking.districts,
    "distriktskommuner": district.municipalities,
    "distriktsrang": ranking.ranks,
    "distriktspunkter": district.against_country,
    "endringer-tall": since.figures,
    "endringer-svar": since.answers,
    "endringer-lokaler": since.premises,
}


def show(reader: Reader, *names: str) -> Markup:
    """Return the cards called `names` as they stand on a page, one after another."""
    return Markup("").join(drawn(CARDS[name](reader), reader) for name in names)
