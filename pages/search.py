"""Søk: free text in all answers, with the words marked and counts per police district."""

import streamlit as st

from pages.parts.answers import hits
from pages.parts.cards import CARDS
from pages.parts.cards.search import rows_of, with_rows
from pages.parts.drawing import figures
from pages.parts.drawing.card import foot, show
from pages.parts.openings.texts import search
from pages.parts.reading.session import current
from queries.search import PAGE, find

reader = current()
found = find(reader.version, reader.view)
# A filter may leave fewer pages than the link asks for.
side = min(reader.view.side, hits.last_page(found))
shown = found.hits["svar_nr"].slice(PAGE * (side - 1), PAGE).to_list()

left, right = st.columns([0.62, 0.38], gap="medium")

with left:
    st.html(figures.opening(reader, search(reader)))
    if found.selection.height:
        hits.search_box(reader)
    if found.search.is_empty and found.selection.height:
        st.html(hits.help_line())
    elif not shown:
        st.html(hits.notes(found) + hits.nothing(reader, found))
    else:
        rows = rows_of(reader, shown)
        with st.container(key="kort-sok"):
            st.html(
                hits.notes(found)
                + hits.hit_list(reader, found, rows)
                + hits.pages(reader, found, side)
                + foot(with_rows(found, rows), reader)
            )

if shown:
    with right:
        show(CARDS["sokedistrikt"](reader), reader)
