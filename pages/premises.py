"""Lokaler: the premises municipalities offer, as one list and one map."""

import streamlit as st

from pages.parts import figures, offers
from pages.parts.behind import EVERY_MEASURE, show_answers
from pages.parts.card import foot, show
from pages.parts.cards import CARDS
from pages.parts.cards.premises import best, offer_rows
from pages.parts.groups import everyone
from pages.parts.map import country_map
from pages.parts.session import current

reader = current()
rows = offer_rows(reader)
places = reader.ask("kart").to_dicts()
card = CARDS["lokaler"](reader)
chosen = [row for row in rows if row["lokale_id"] in reader.view.valgt]

left, right = st.columns([0.58, 0.42], gap="medium")

with left:
    opening = figures.opening(everyone(reader, "lokaler"), reader, card.title)
    st.html(opening + figures.aside(best(rows, reader)))
    offers.list_filters(reader)
    with st.container(key="kort-lokaler"):
        shown = offers.offer_list(reader, rows) if rows else figures.empty(reader)
        st.html(shown + foot(card, reader))
with right:
    country_map(
        reader,
        places,
        spots=offers.on_map(rows, places),
        spot_names=["lokale"] if rows else [],
        outlined={str(row["kommunenummer"]) for row in chosen},
        on_click=lambda number: offers.toggle(reader, rows, number),
        alt=f"{card.title}. {card.basis}",
    )

if chosen:
    show(CARDS["sammenlign"](reader), reader)

show_answers(reader, EVERY_MEASURE)
