"""Utfordringer og samarbeid: what municipalities name in questions 1 and 3."""

import streamlit as st

from pages.parts import figures
from pages.parts.answer_words import subjects
from pages.parts.behind import show_answers
from pages.parts.card import show
from pages.parts.cards import CARDS
from pages.parts.cards.topics import choice
from pages.parts.language import _
from pages.parts.mentions import answered, nothing
from pages.parts.session import current
from pages.parts.topic_findings import headline, key_figures

reader = current()
group = answered(reader, "tema")

if not any(answered(reader, felt).svart_punkt for felt in subjects()):
    st.html(nothing(group, reader, _("spørsmål 1 og 3, om utfordringer og samarbeid")))
else:
    st.html(figures.opening(group, reader, headline(reader)))
    st.html(figures.key_figures(key_figures(reader), reader))

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
