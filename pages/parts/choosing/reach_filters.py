"""The choices that stations and siting add to the filter bar."""

from markupsafe import Markup

from pages.parts.choosing.controls import folded, pick_one, search_box, slider, toggles
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words
from pages.parts.wording.distance import distance
from queries.choices import GRENSE, LAG


def limit_slider(reader: Reader) -> Markup:
    """Return the choice of how far is near, in the unit distance is measured in."""
    unit = "min" if distance(reader).is_time else "km"
    return slider("grense", GRENSE, _("Nær er innen"), reader, unit, step=5)


def limit_button(reader: Reader) -> Markup:
    """Return the same choice behind a button that says what is chosen, for a row of filters."""
    shown = distance(reader).limit(reader.view.grense)
    return folded("grense", _("Nær: innen {limit}").format(limit=shown), limit_slider(reader))


def season(reader: Reader) -> Markup:
    """Return the choice of the season that decided stations are counted for, or of any."""
    options = {"helaar": _("Hele året"), "sommer": _("Sommer"), "vinter": _("Vinter")}
    return pick_one(_("Sesong"), "sesong", reader.view.sesong, options, reader)


def layers(reader: Reader) -> Markup:
    """Return the choice of station layers; with none chosen all are shown."""
    items = toggles("lag", reader.view.lag, station_words.short_layers(), reader, usual=LAG)
    label = _("Vis på kartet")
    return Markup(
        '<div class="brytere"><span id="lag">{0}</span><ul aria-labelledby="lag">{1}</ul></div>'
    ).format(label, items)


def station_search(reader: Reader) -> Markup:
    """Return the search in the list of stations."""
    return search_box("sok", _("Søk i tjenestestedene"), _("Søk i navn, sted, kommune"), reader)
