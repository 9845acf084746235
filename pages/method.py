"""Data og metode: what the figures rest on, where it comes from, and how to take it along."""

import streamlit as st

from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.drawing import data_sections, figures
from pages.parts.drawing.card import show
from pages.parts.drawing.reading_guide import reading_guide
from pages.parts.openings.texts import data
from pages.parts.papers.sheets_section import all_sheets
from pages.parts.reading.language import _
from pages.parts.reading.session import current

reader = current()
said = data(reader)

st.html(figures.opening(reader, said) + figures.key_figures(said.figures, reader))

left, right = st.columns(2, gap="medium")
with left:
    if not said.empty:
        show(CARDS["dekning"](reader), reader)
    else:
        st.html(figures.empty(reader))
    st.html(data_sections.all_versions(reader))
with right:
    show(CARDS["kildefiler"](reader), reader)
    if "avviste" in said.cards:
        show(CARDS["avviste"](reader), reader)

st.html(f'<h2 class="del">{_("Andre tall om det samme")}</h2>')
first, second, third = st.columns(3, gap="medium")
with first:
    show(CARDS["innbyggerundersokelse"](reader), reader)
with second:
    show(CARDS["svartelling"](reader), reader)
with third:
    show(CARDS["ordforerundersokelse"](reader), reader)

show(CARDS["kilder"](reader), reader)

left, right = st.columns(2, gap="medium")
with left:
    st.html(data_sections.downloads(reader))
    if not said.empty:
        all_sheets(reader)
with right:
    st.html(
        reading_guide(reader)
        + data_sections.bring_data()
        + data_sections.definitions()
        + data_sections.columns()
        + data_sections.licences()
    )

show_answers(reader, ["svar"])
