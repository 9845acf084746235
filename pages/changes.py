"""Hva er endret: what differs between the version a link was made of and the newest."""

import streamlit as st

from pages.parts.cards import CARDS
from pages.parts.drawing import figures
from pages.parts.drawing.card import show
from pages.parts.openings.moved_on_page import page_card
from pages.parts.openings.texts import changed
from pages.parts.reading.session import current

reader = current()
said = changed(reader)

st.html(figures.opening(reader, said))
if said.answered:
    if reader.view.fra:
        show(page_card(reader), reader)
    show(CARDS["endringer-tall"](reader), reader)
    show(CARDS["endringer-svar"](reader), reader)
    show(CARDS["endringer-lokaler"](reader), reader)
