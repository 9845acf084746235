"""Utfordringer og samarbeid: what municipalities name in questions 1 and 3."""

import streamlit as st

from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.cards.topics import choice
from pages.parts.drawing import figures
from pages.parts.drawing.card import show
from pages.parts.drawing.figures import nothing
from pages.parts.openings.answers import challenges
from pages.parts.reading.session import current
from pages.parts.wording.answer_words import subjects

reader = current()
said = challenges(reader)

if not said.answered:
    st.html(nothing(reader, said))
else:
    st.html(figures.opening(reader, said))
    st.html(figures.key_figures(said.figures, reader))

    left, right = st.columns(2, gap="medium")
    with left:
        show(CARDS["temaer"](reader), reader)
    with right:
        show(CARDS["samarbeid"](reader), reader)
        show(CARDS["ressurser"](reader), reader)

    st.html(choice(reader))
    show(CARDS["tema_distrikt"](reader), reader)
    left, right = st.columns(2, gap="medium")
    with left:
        show(CARDS["tema_storrelse"](reader), reader)
    with right:
        show(CARDS["tema_par"](reader), reader)
    show_answers(reader, [*subjects(), "svar"])
