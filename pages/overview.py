"""Oversikt: who answered, how satisfied, who wants a station, who offers premises, and where."""

import streamlit as st

from pages.parts import figures, panel
from pages.parts.behind import EVERY_MEASURE, show_answers
from pages.parts.card import foot, show
from pages.parts.cards import CARDS
from pages.parts.groups import everyone
from pages.parts.map import country_map
from pages.parts.session import change, current
from queries.view import SATISFACTION

reader = current()
group = everyone(reader, reader.view.vis)
total = reader.ask("nokkeltall").row(0, named=True)
chosen = reader.view.kommune
on_map = CARDS["kart"](reader)

opening = figures.opening(group, reader)
numbers = [figures.wishes(total), figures.offers(total), figures.silence(total, reader)]
if reader.view.vis in SATISFACTION:
    numbers = [figures.satisfaction(group), *numbers]

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
    st.html(
        shown + (figures.key_figures(numbers, reader) if group.kommuner else figures.empty(reader))
    )
    if chosen:
        st.html(panel.municipality(reader))
    elif group.kommuner:
        show(CARDS["politidistrikt"](reader), reader)

if group.kommuner:
    first, second = st.columns(2, gap="medium")
    with first:
        show(CARDS["punkter"](reader), reader)
    with second:
        show(CARDS["onsker"](reader), reader)
    show(CARDS["innspill"](reader), reader)

show_answers(reader, EVERY_MEASURE)
