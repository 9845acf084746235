"""Tjenestesteder: today's stations, the closed and the new, and how many live near one."""

from typing import Any

from pages.parts.answers.coded import numbers_behind
from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.cards.stations import station_rows
from pages.parts.choosing.reach_filters import layers, limit_slider, season, station_search
from pages.parts.drawing import station_panel
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, key_figures, opening
from pages.parts.drawing.layout import columns
from pages.parts.drawing.map import country_map
from pages.parts.drawing.map_place import show_map
from pages.parts.openings.places import stations
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current


def open_station(reader: Reader) -> dict[str, Any] | None:
    return next((r for r in station_rows(reader) if r["sted_id"] == reader.view.sted), None)


def beside(reader: Reader) -> Markup:
    station = open_station(reader)
    if station:
        return station_panel.station(reader, station)
    return Markup("") if stations(reader).empty else show(reader, "rekkevidde")


def numbers(reader: Reader) -> Markup:
    said = stations(reader)
    ranges = Markup(
        '<div class="filter listefilter">{}</div><div class="skyvere">{}{}</div>'
    ).format(season(reader), limit_slider(reader), layers(reader))
    return ranges + (empty(reader) if said.empty else key_figures(said.figures, reader))


def below(reader: Reader) -> Markup:
    return columns(
        show(reader, "rekkevidde-distrikt"),
        show(reader, "rekkevidde-fylke", "rekkevidde-innbyggere"),
    )


def lists(reader: Reader) -> Markup:
    first = show(reader, "rekkevidde-kurve", "lengst-unna")
    return first + station_search(reader) + show(reader, "tjenestesteder")


def on_map(reader: Reader) -> dict[str, Any]:
    said = stations(reader)
    return country_map(
        reader,
        alt=said.title,
        outlined=said.outlined,
        lag=said.lag,
        behind=numbers_behind(reader),
        has_stations=True,
    )


reader = current()
write("funn", lambda reader: opening(reader, stations(reader)), reader)
write("tall", numbers, reader)
show_map(on_map, reader)
write("bak", lambda reader: answers_behind(reader, EVERY_MEASURE), reader)
write("ved", beside, reader)
if not stations(reader).empty:
    write("under", below, reader)
    write("lister", lists, reader)
