"""The choices that stations and siting add to the filter bar."""

from markupsafe import Markup

from pages.parts.choosing.controls import folded, search_box, slider
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


def layers(reader: Reader) -> Markup:
    """Return the choice of station layers; with none chosen all are shown."""
    chosen = reader.view.lag
    items = Markup("").join(
        Markup('<li><a id="lag-{}" href="{}"{}>{}</a></li>').format(
            lag,
            reader.link(
                lag=tuple(each for each in LAG if (each in chosen) != (each == lag)) or LAG
            ),
            Markup(' aria-current="true"') if lag in chosen else "",
            text,
        )
        for lag, text in station_words.short_layers().items()
    )
    label = _("Vis på kartet")
    return Markup(
        '<div class="brytere"><span id="lag">{0}</span><ul aria-labelledby="lag">{1}</ul></div>'
    ).format(label, items)


def station_search(reader: Reader) -> Markup:
    """Return the search in the list of stations."""
    return search_box("sok", _("Søk i tjenestestedene"), _("Søk i navn, sted, kommune"), reader)
