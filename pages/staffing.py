"""Bemanning og tilfredshet: satisfaction between districts, counties, sizes and distances."""

import streamlit as st

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.drawing import figures
from pages.parts.drawing.card import show
from pages.parts.openings.answers import staffing
from pages.parts.reading.session import current

reader = current()
said = staffing(reader)

st.html(figures.opening(reader, said))
if said.empty:
    st.html(figures.empty(reader))
else:
    st.html(figures.key_figures(said.figures, reader))

    left, right = st.columns(2, gap="medium")
    with left:
        show(CARDS["politidistrikt"](reader), reader)
        show(CARDS["fylke"](reader), reader)
        show(CARDS["grunner"](reader), reader)
    with right:
        show(CARDS["avstandspunkter"](reader), reader)
        show(CARDS["avstand"](reader), reader)
        show(CARDS["storrelse"](reader), reader)
        show(CARDS["innbyggerundersokelse"](reader), reader)
    show(CARDS["misnoye"](reader), reader)

show_answers(reader, [*EVERY_MEASURE, "grunn"])
