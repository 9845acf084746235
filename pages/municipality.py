"""Kommune: everything about one municipality, what it said, what was advised and decided."""

import streamlit as st

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.choosing import places
from pages.parts.drawing import figures
from pages.parts.drawing.card import show
from pages.parts.openings import profile
from pages.parts.openings.texts import municipality
from pages.parts.reading.language import _
from pages.parts.reading.session import current

reader = current()
facts = next(iter(reader.ask("kommune_fakta").to_dicts()), None)

with st.container(key="kommunevalg", horizontal=True, vertical_alignment="center", gap="small"):
    places.find_box(reader)
    if facts:
        st.html(places.steps(reader), width="content")

if facts is None:
    st.html(figures.opening(reader, municipality(reader)) + places.directory(reader))
else:
    st.set_page_config(page_title=f"{facts['navn']} – {_('Kommune')} – Tjenestested")
    left, right = st.columns([0.7, 0.3], gap="medium")
    with left:
        st.html(profile.opening(reader, facts))
        said, advised, decided = st.columns([0.44, 0.28, 0.28], gap="medium")
        with said:
            show(CARDS["kommunekoder"](reader), reader)
        with advised:
            show(CARDS["kommuneraad"](reader), reader)
        with decided:
            show(CARDS["kommunebesluttet"](reader), reader)
    with right:
        st.html(profile.place(reader, facts))
        show(CARDS["kommunestasjoner"](reader), reader)

    cards = profile.cards(reader, facts)
    # On paper the two columns follow each other; the key is for the style sheet.
    with st.container(key="sider"):
        columns = st.columns(2, gap="medium")
    for column, names in zip(columns, cards, strict=True):
        with column:
            for name in names:
                show(CARDS[name](reader), reader)

show_answers(reader, EVERY_MEASURE)
