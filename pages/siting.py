"""Plassering: where new stations would bring most people near one, and what was decided."""

from typing import Any

from pages.parts.answers.coded import numbers_behind
from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.choosing.controls import pick_one, slider
from pages.parts.choosing.reach_filters import limit_slider, season
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import leaves_out, nothing, opening, pin
from pages.parts.drawing.layout import columns
from pages.parts.drawing.map import country_map
from pages.parts.drawing.map_place import show_map
from pages.parts.openings.places import siting
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.wording import scenario
from pages.parts.writing.advised import advised, visible
from queries.choices import ANTALL


def choices(reader: Reader) -> Markup:
    view = reader.view
    picked = (
        (_("Mål"), "formaal", view.formaal, scenario.goals()),
        (_("Steder"), "kandidater", view.kandidater, scenario.candidates()),
        (_("Teller"), "vekt", view.vekt, scenario.weights()),
    )
    menus = Markup("").join(pick_one(*each, reader, always=True) for each in picked)
    menus += season(reader)
    ranges = slider("antall", ANTALL, _("Antall nye"), reader) + limit_slider(reader)
    return Markup('<div class="filter listefilter">{}</div><div class="skyvere">{}</div>').format(
        menus, ranges
    )


def let_go(reader: Reader) -> Markup:
    """Return the way out of what must be with and must not, where anything must."""
    if not reader.view.med and not reader.view.uten:
        return Markup("")
    return Markup('<p class="fest"><a href="{}">{}</a> · <a href="{}">{}</a></p>').format(
        reader.link(med=(), uten=()),
        _("Slipp det som må med og ikke med"),
        reader.link("kandidater"),
        _("Endre valget på Kandidater"),
    )


def found(reader: Reader) -> Markup:
    said = siting(reader)
    # Before the map, which has nothing to show then.
    return nothing(reader, said) if said.empty else opening(reader, said)


def beside(reader: Reader) -> Markup:
    if siting(reader).empty:
        return Markup("")
    return (
        choices(reader)
        + pin(reader, scenario.pinned(reader))
        + let_go(reader)
        + show(reader, "plassering-sammenlikning")
    )


def below(reader: Reader) -> Markup:
    if siting(reader).empty:
        return Markup("")
    cards = columns(show(reader, "plassering"), show(reader, "plassering-rekkefolge"))
    return cards + leaves_out()


def on_map(reader: Reader) -> dict[str, Any]:
    said = siting(reader)
    return country_map(
        reader,
        alt=said.title,
        outlined=said.outlined,
        behind=numbers_behind(reader),
        spots=said.spots,
        spot_names=said.spot_names,
    )


reader = current()
write("funn", found, reader)
show_map(on_map, reader)
write("bak", lambda reader: answers_behind(reader, EVERY_MEASURE), reader)
write("ved", beside, reader)
write("under", below, reader)
write("raadet", advised(reader, visible(reader)), reader)
