"""Lokaler: the premises municipalities offer, as one list and one map."""

from typing import Any

from pages.parts.answers.coded import numbers_behind
from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS, show
from pages.parts.cards.coded import answers_behind
from pages.parts.cards.premises import offer_rows
from pages.parts.choosing import offers
from pages.parts.drawing.card import foot, framed
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, opening
from pages.parts.drawing.map import country_map
from pages.parts.drawing.map_place import show_map
from pages.parts.openings.places import premises
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current


def listed(reader: Reader) -> Markup:
    # The list needs the room that key figures would take; on paper they stand beside the map.
    rows = offer_rows(reader)
    shown = offers.offer_list(reader, rows) if rows else empty(reader)
    card = framed("lokaler", shown + foot(CARDS["lokaler"](reader), reader), reader)
    return opening(reader, premises(reader)) + offers.list_filters(reader) + card


def below(reader: Reader) -> Markup:
    compared = "sammenlign" in premises(reader).cards
    return show(reader, "sammenlign") if compared else Markup("")


def on_map(reader: Reader) -> dict[str, Any]:
    said, card = premises(reader), CARDS["lokaler"](reader)
    return country_map(
        reader,
        alt=f"{card.title}. {card.basis}",
        spots=said.spots,
        spot_names=said.spot_names,
        outlined=said.outlined,
        lit=said.lit,
        behind=numbers_behind(reader),
        links=offers.by_municipality(reader, offer_rows(reader)),
    )


reader = current()
write("funn", listed, reader)
show_map(on_map, reader)
write("bak", lambda reader: answers_behind(reader, EVERY_MEASURE), reader)
write("under", below, reader)
