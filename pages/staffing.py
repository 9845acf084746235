"""Bemanning og tilfredshet: satisfaction between districts, counties, sizes and distances."""

import streamlit as st

from pages.parts import figures
from pages.parts.behind import EVERY_MEASURE, show_answers
from pages.parts.card import show
from pages.parts.cards import CARDS
from pages.parts.distance import distance
from pages.parts.groups import everyone
from pages.parts.session import current

reader = current()
group = everyone(reader, reader.view.vis)
country = everyone(reader.country, reader.view.vis)
total = reader.ask("nokkeltall").row(0, named=True)

st.html(figures.opening(group, reader))
if not group.kommuner:
    st.html(figures.empty(reader))
else:
    key = [figures.satisfaction(group)]
    if not reader.view.is_country:
        key.append(figures.against(country))
    key += [
        figures.fully(group),
        figures.silence(total, reader),
        figures.mean_distance(total, distance(reader)),
    ]
    st.html(figures.key_figures(key, reader))

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
