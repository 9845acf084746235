"""Kandidater: which places may get a station, what speaks for each, and the reader's own choice."""

from typing import Any

from pages.parts.answers.coded import numbers_behind
from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS, show
from pages.parts.cards.coded import answers_behind
from pages.parts.choosing import candidates as choosing
from pages.parts.drawing.card import foot, framed
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, leaves_out, opening
from pages.parts.drawing.layout import columns
from pages.parts.drawing.map import country_map
from pages.parts.drawing.map_place import show_map
from pages.parts.openings.candidates import candidates
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.wording.places import listed_places


def listed(reader: Reader) -> Markup:
    places, card = listed_places(reader), CARDS["kandidater"](reader)
    head = opening(reader, candidates(reader)) + choosing.list_filters(reader)
    if not places:
        return head + empty(reader)
    lead = Markup('<p class="kandidater-regel">{}</p>').format(card.lead)
    shown = choosing.candidate_list(reader, places) + foot(card, reader)
    return head + framed("kandidater", lead + shown, reader)


def below(reader: Reader) -> Markup:
    if not listed_places(reader):
        return Markup("")
    ranked = columns(show(reader, "kandidater-poeng"), show(reader, "kandidater-nummer"))
    chosen = columns(show(reader, "kandidater-valg"), show(reader, "kandidater-besluttet"))
    return ranked + chosen + leaves_out()


def on_map(reader: Reader) -> dict[str, Any]:
    said = candidates(reader)
    return country_map(
        reader,
        alt=said.title,
        outlined=said.outlined,
        behind=numbers_behind(reader),
        spots=said.spots,
        spot_names=said.spot_names,
        lit=said.lit,
        links=choosing.by_municipality(reader, listed_places(reader)),
    )


reader = current()
write("funn", listed, reader)
show_map(on_map, reader)
write("bak", lambda reader: answers_behind(reader, EVERY_MEASURE), reader)
write("under", below, reader)
