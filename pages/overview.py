"""Oversikt: who answered, how satisfied, who wants a station, who offers premises, and where."""

import streamlit as st

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.drawing import figures, municipality_panel
from pages.parts.drawing.card import foot, show
from pages.parts.drawing.map import country_map
from pages.parts.openings.answers import overview
from pages.parts.reading.session import change, current

reader = current()
said = overview(reader)
chosen = reader.view.kommune
on_map = CARDS["kart"](reader)

opening = figures.opening(reader, said)

# A phone shows one column, and the finding goes before the map.
if reader.narrow:
    st.html(opening)

left, right = st.columns([0.56, 0.44], gap="medium")

with left, st.container(key="kort-kart"):
    country_map(
        reader,
        reader.ask("kart").to_dicts(),
        outlined={chosen} if chosen else (),
        on_click=lambda number: change(kommune=None if number == chosen else number),
        alt=f"{on_map.title}. {on_map.basis}",
    )
    st.html(foot(on_map, reader))

with right:
    shown = "" if reader.narrow else opening
    key = figures.empty(reader) if said.empty else figures.key_figures(said.figures, reader)
    st.html(shown + key)
    if chosen:
        st.html(municipality_panel.municipality(reader))
    elif not said.empty:
        show(CARDS["politidistrikt"](reader), reader)

if not said.empty:
    first, second = st.columns(2, gap="medium")
    with first:
        show(CARDS["punkter"](reader), reader)
    with second:
        show(CARDS["onsker"](reader), reader)
    show(CARDS["innspill"](reader), reader)

show_answers(reader, EVERY_MEASURE)
