"""Politidistrikt: one district's municipalities, against the country and the other eleven."""

from dataclasses import replace

import streamlit as st

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import CARDS
from pages.parts.cards.coded import show_answers
from pages.parts.drawing import figures, municipality_panel
from pages.parts.drawing.card import foot, show
from pages.parts.drawing.map import country_map
from pages.parts.openings.answers import district as opening
from pages.parts.reading.session import change, current
from pages.parts.wording.answer_words import channels

OFFERS = 8

reader = current()
said = opening(reader)
chosen = reader.view.kommune

if len(reader.view.distrikt) != 1:
    st.html(figures.opening(reader, said))
    show(CARDS["distrikter"](reader), reader)
elif said.empty:
    st.html(figures.opening(reader, said) + figures.empty(reader))
else:
    on_map = CARDS["kart"](reader)
    left, right = st.columns([0.56, 0.44], gap="medium")
    with left:
        st.html(figures.opening(reader, said) + figures.key_figures(said.figures, reader))
        show(CARDS["distriktsrang"](reader), reader)
    with right, st.container(key="kort-kart"):
        country_map(
            reader,
            reader.ask("kart").to_dicts(),
            outlined={chosen} if chosen else (),
            on_click=lambda number: change(kommune=None if number == chosen else number),
            alt=f"{on_map.title}. {on_map.basis}",
        )
        way_in = municipality_panel.way_in(reader) if chosen else ""
        # The rows of the map are those of the table below.
        st.html(way_in + foot(replace(on_map, aside=True), reader))

    show(CARDS["distriktskommuner"](reader), reader)
    first, second = st.columns(2, gap="medium")
    with first:
        show(CARDS["distriktspunkter"](reader), reader)
    with second:
        show(CARDS["onsker"](reader), reader)
    # What the list of premises was searched for does not restrict the district.
    everything = reader.having(lokaltype=(), onsker=(), sok="")
    show(replace(CARDS["lokaler"](everything), shown=OFFERS, aside=True), everything)

show_answers(reader, [*EVERY_MEASURE, *channels()])
