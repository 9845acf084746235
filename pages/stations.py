"""Tjenestesteder: today's stations, the closed and the new, and how many live near one."""

import streamlit as st

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.cards.stations import station_rows
from pages.parts.choosing import reach_filters
from pages.parts.drawing import figures, station_panel
from pages.parts.drawing.card import show
from pages.parts.drawing.map import country_map
from pages.parts.openings.places import stations
from pages.parts.reading.session import change, current

reader = current()
said = stations(reader)
open_station = next((r for r in station_rows(reader) if r["sted_id"] == reader.view.sted), None)

opening = figures.opening(reader, said)
if reader.narrow:
    st.html(opening)

left, right = st.columns([0.56, 0.44], gap="medium")

with left, st.container(key="kort-kart"):
    country_map(
        reader,
        reader.ask("kart").to_dicts(),
        outlined={open_station["kommunenummer"]} if open_station else (),
        lag=reader.view.lag,
        on_click=lambda number: change(kommune=None if number == reader.view.kommune else number),
        on_station=lambda key: change(sted=None if key == reader.view.sted else key),
        alt=said.title,
    )

with right:
    if not reader.narrow:
        st.html(opening)
    with st.container(key="rekkefilter", horizontal=True, gap="medium"):
        reach_filters.limit_slider(reader)
        reach_filters.layers(reader)
    key = figures.empty(reader) if said.empty else figures.key_figures(said.figures, reader)
    st.html(key)
    if open_station:
        st.html(station_panel.station(reader, open_station))
    elif not said.empty:
        show(CARDS["rekkevidde"](reader), reader)

if not said.empty:
    first, second = st.columns(2, gap="medium")
    with first:
        show(CARDS["rekkevidde-distrikt"](reader), reader)
    with second:
        show(CARDS["rekkevidde-kurve"](reader), reader)
    first, second = st.columns(2, gap="medium")
    with first:
        show(CARDS["rekkevidde-fylke"](reader), reader)
    with second:
        show(CARDS["rekkevidde-innbyggere"](reader), reader)
    show(CARDS["lengst-unna"](reader), reader)
    reach_filters.station_search(reader)
    show(CARDS["tjenestesteder"](reader), reader)

show_answers(reader, EVERY_MEASURE)
