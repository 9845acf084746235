"""Tilgjengelighet: what municipalities want of each of the five channels of question 4."""

import streamlit as st

from pages.parts import figures
from pages.parts.answer_words import channels
from pages.parts.behind import show_answers
from pages.parts.card import show
from pages.parts.cards import CARDS
from pages.parts.cards.access import headline, key_figures
from pages.parts.language import _
from pages.parts.mentions import answered, nothing
from pages.parts.session import current

reader = current()
group = answered(reader, "kanal")

if not group.svart_punkt:
    st.html(nothing(group, reader, _("spørsmål 4, om tilgjengelighet")))
else:
    st.html(figures.opening(group, reader, headline(reader)))
    st.html(figures.key_figures(key_figures(reader), reader))

    left, right = st.columns([0.52, 0.48], gap="medium")
    with left:
        show(CARDS["kanaler"](reader), reader)
        show(CARDS["kanal_avstand"](reader), reader)
    with right:
        show(CARDS["kanal_politidistrikt"](reader), reader)
        show(CARDS["kanal_storrelse"](reader), reader)
    show(CARDS["annet_sted"](reader), reader)
    show_answers(reader, [*channels(), "svar"])
