"""One choice and one line of text: what a filter change costs when there is nothing to show."""

import streamlit as st

OPTIONS = ["Agder", "Finnmark", "Innlandet", "Nordland", "Troms", "Vest"]
with st.popover("Politidistrikt: alle"):
    chosen = st.pills("Politidistrikt", OPTIONS, selection_mode="multi", key="valg")
asked = st.query_params.get("distrikt", "")
st.html(f'<div class="funn"><p>Valgt: {", ".join(chosen)} {asked}</p></div>')
