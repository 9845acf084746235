"""Plassering: where new stations would bring most people near one, and what was decided."""

import streamlit as st

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.choosing import reach_filters
from pages.parts.choosing.filters import pick_one
from pages.parts.drawing import figures
from pages.parts.drawing.card import show
from pages.parts.drawing.map import country_map
from pages.parts.openings.places import siting
from pages.parts.reading.language import _
from pages.parts.reading.session import change, current
from pages.parts.wording import scenario
from queries.view import ANTALL

reader = current()
said = siting(reader)
opening = figures.opening(reader, said)
if reader.narrow:
    st.html(opening)

left, right = st.columns([0.5, 0.5], gap="medium")

with left, st.container(key="kort-kart"):
    country_map(
        reader,
        reader.ask("kart").to_dicts(),
        outlined=said.outlined,
        spots=said.spots,
        spot_names=said.spot_names,
        on_click=lambda number: change(kommune=None if number == reader.view.kommune else number),
        alt=said.title,
    )

with right:
    if not reader.narrow:
        st.html(opening)
    with st.container(key="listefilter", horizontal=True, gap="small"):
        view = reader.view
        pick_one(_("Mål"), "formaal", view.formaal, scenario.goals(), always=True)
        pick_one(_("Steder"), "kandidater", view.kandidater, scenario.candidates(), always=True)
        pick_one(_("Teller"), "vekt", view.vekt, scenario.weights(), always=True)
    with st.container(key="plassering", horizontal=True, gap="medium"):
        reach_filters.slider("antall", reader.view.antall, ANTALL, _("Antall nye"))
        reach_filters.limit_slider(reader)
    st.html(figures.pin(reader, scenario.pinned(reader)))
    show(CARDS["plassering-sammenlikning"](reader), reader)

first, second = st.columns(2, gap="medium")
with first:
    show(CARDS["plassering"](reader), reader)
with second:
    show(CARDS["plassering-rekkefolge"](reader), reader)
st.html(figures.leaves_out())

show_answers(reader, EVERY_MEASURE)
