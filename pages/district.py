"""Politidistrikt: one district's municipalities, against the country and the other eleven."""

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from pages.parts.answers.coded import numbers_behind
from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS, show
from pages.parts.cards.coded import answers_behind
from pages.parts.drawing import municipality_panel
from pages.parts.drawing.card import drawn, foot
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, key_figures, opening
from pages.parts.drawing.layout import columns, joined
from pages.parts.drawing.map import country_map
from pages.parts.drawing.map_place import show_map
from pages.parts.openings.answers import district
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.wording.answer_words import channels
from pages.parts.writing.advised import advised, visible

OFFERS = 8


def head(reader: Reader) -> Markup:
    said = district(reader)
    if len(reader.view.distrikt) != 1:
        return opening(reader, said) + show(reader, "distrikter")
    if said.empty:
        return opening(reader, said) + empty(reader)
    return opening(reader, said)


def numbers(reader: Reader) -> Markup:
    return key_figures(district(reader).figures, reader)


def under_map(reader: Reader) -> Markup:
    way_in = municipality_panel.way_in(reader) if reader.view.kommune else Markup("")
    # The rows of the map are those of the table below.
    return joined(way_in, foot(replace(CARDS["kart"](reader), aside=True), reader))


def cards(reader: Reader) -> Markup:
    # What the list of premises was searched for does not restrict the district.
    everything = reader.having(lokaltype=(), onsker=(), sok="")
    offered = replace(CARDS["lokaler"](everything), shown=OFFERS, aside=True)
    is_reported = "distriktanmeldt" in district(reader).cards
    return (
        show(reader, "distriktskommuner")
        + columns(show(reader, "distriktspunkter"), show(reader, "onsker"))
        + drawn(offered, everything)
        + (show(reader, "distriktanmeldt") if is_reported else Markup(""))
    )


def on_map(reader: Reader) -> dict[str, Any]:
    chosen = reader.view.kommune
    card = CARDS["kart"](reader)
    alt = f"{card.title}. {card.basis}"
    return country_map(
        reader,
        alt=alt,
        outlined=(chosen,) if chosen else (),
        behind=numbers_behind(reader),
    )


reader = current()
has_map = len(reader.view.distrikt) == 1 and not district(reader).empty
write("funn" if has_map else "innhold", head, reader)
if has_map:
    write("tall", numbers, reader)
    show_map(on_map, reader)
    write("kartfot", under_map, reader)
write("bak", lambda reader: answers_behind(reader, [*EVERY_MEASURE, *channels()]), reader)
if has_map:
    write("ved", lambda reader: show(reader, "distriktsrang"), reader)
    write("under", cards, reader)
    listed = reader.ask("kommune_liste")["kommunenummer"].to_list()
    write("raadet", advised(reader, visible(reader), listed), reader)
