"""Lokaler: the premises municipalities offer, as one list and one map."""

import streamlit as st

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.cards.premises import offer_rows
from pages.parts.choosing import offers
from pages.parts.drawing import figures
from pages.parts.drawing.card import foot, show
from pages.parts.drawing.map import country_map
from pages.parts.openings.places import premises
from pages.parts.reading.session import current

reader = current()
said = premises(reader)
rows = offer_rows(reader)
card = CARDS["lokaler"](reader)

left, right = st.columns([0.58, 0.42], gap="medium")

with left:
    # The list needs the room that key figures would take; on paper they stand beside the map.
    st.html(figures.opening(reader, said))
    offers.list_filters(reader)
    with st.container(key="kort-lokaler"):
        shown = offers.offer_list(reader, rows) if rows else figures.empty(reader)
        st.html(shown + foot(card, reader))
with right:
    country_map(
        reader,
        reader.ask("kart").to_dicts(),
        spots=said.spots,
        spot_names=said.spot_names,
        outlined=said.outlined,
        on_click=lambda number: offers.toggle(reader, rows, number),
        alt=f"{card.title}. {card.basis}",
    )

if "sammenlign" in said.cards:
    show(CARDS["sammenlign"](reader), reader)

show_answers(reader, EVERY_MEASURE)
