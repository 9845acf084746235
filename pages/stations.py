"""Tjenestesteder: today's stations, the closed and the new, and how many live near one."""

from typing import Any

from markupsafe import Markup

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.cards.stations import station_rows
from pages.parts.choosing.reach_filters import layers, limit_slider, station_search
from pages.parts.drawing import station_panel
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, key_figures, opening
from pages.parts.drawing.layout import columns, joined
from pages.parts.drawing.map import country_map
from pages.parts.openings.places import stations
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current


def open_station(reader: Reader) -> dict[str, Any] | None:
    return next((r for r in station_rows(reader) if r["sted_id"] == reader.view.sted), None)


def beside(reader: Reader) -> Markup:
    said, station = stations(reader), open_station(reader)
    ranges = Markup('<div class="skyvere">{}{}</div>').format(limit_slider(reader), layers(reader))
    key = ranges + (empty(reader) if said.empty else key_figures(said.figures, reader))
    if station:
        return key + joined(station_panel.station(reader, station))
    return key if said.empty else key + show(reader, "rekkevidde")


def below(reader: Reader) -> Markup:
    cards = Markup("")
    if not stations(reader).empty:
        cards = (
            columns(show(reader, "rekkevidde-distrikt"), show(reader, "rekkevidde-kurve"))
            + columns(show(reader, "rekkevidde-fylke"), show(reader, "rekkevidde-innbyggere"))
            + show(reader, "lengst-unna")
            + station_search(reader)
            + show(reader, "tjenestesteder")
        )
    return cards + answers_behind(reader, EVERY_MEASURE)


def on_map(reader: Reader) -> Markup:
    station = open_station(reader)
    return country_map(
        reader,
        alt=stations(reader).title,
        outlined=(station["kommunenummer"],) if station else (),
        lag=reader.view.lag,
        has_stations=True,
    )


reader = current()
write("funn", lambda reader: opening(reader, stations(reader)), reader)
write("kart", on_map, reader)
write("ved", beside, reader)
write("under", below, reader)
