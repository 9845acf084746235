"""Tilgjengelighet: what municipalities want of each of the five channels of question 4."""

import streamlit as st

from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.drawing import figures
from pages.parts.drawing.card import show
from pages.parts.drawing.figures import nothing
from pages.parts.openings.answers import channels as opening
from pages.parts.reading.session import current
from pages.parts.wording.answer_words import channels

reader = current()
said = opening(reader)

if not said.answered:
    st.html(nothing(reader, said))
else:
    st.html(figures.opening(reader, said))
    st.html(figures.key_figures(said.figures, reader))

    left, right = st.columns([0.52, 0.48], gap="medium")
    with left:
        show(CARDS["kanaler"](reader), reader)
        show(CARDS["kanal_avstand"](reader), reader)
    with right:
        show(CARDS["kanal_politidistrikt"](reader), reader)
        show(CARDS["kanal_storrelse"](reader), reader)
    show(CARDS["annet_sted"](reader), reader)
    show_answers(reader, [*channels(), "svar"])
