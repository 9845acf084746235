"""What every page stands in: the reader's session, navigation, filters and footer."""

import streamlit as st

from pages.parts import chrome
from pages.parts.filters import filter_bar
from pages.parts.language import _
from pages.parts.pinned import count_moved, pinned
from pages.parts.session import follow_address, open_session
from queries.view import MAAL, SATISFACTION

st.set_page_config(page_title="Tjenestested", layout="wide", initial_sidebar_state="collapsed")

# Pages that are reached from where they are needed, not from the menu.
UNLISTED = ("endringer",)

issues = follow_address()

# Each page with the measures it can be about, the first one by default; none is no choice.
pages = {
    "": (st.Page("overview.py", title=_("Oversikt"), default=True), MAAL),
    "bemanning": (
        st.Page("staffing.py", title=_("Bemanning"), url_path="bemanning"),
        SATISFACTION,
    ),
    "lokaler": (st.Page("premises.py", title=_("Lokaler"), url_path="lokaler"), ("lokaler",)),
    "tilgjengelighet": (
        st.Page("access.py", title=_("Tilgjengelighet"), url_path="tilgjengelighet"),
        (),
    ),
    "utfordringer": (st.Page("topics.py", title=_("Utfordringer"), url_path="utfordringer"), ()),
    "tjenestesteder": (
        st.Page("stations.py", title=_("Tjenestesteder"), url_path="tjenestesteder"),
        ("avstand",),
    ),
    "plassering": (
        st.Page("siting.py", title=_("Plassering"), url_path="plassering"),
        ("avstand",),
    ),
    "kommune": (st.Page("municipality.py", title=_("Kommune"), url_path="kommune"), ()),
    "politidistrikt": (
        st.Page("district.py", title=_("Politidistrikt"), url_path="politidistrikt"),
        MAAL,
    ),
    "sok": (st.Page("search.py", title=_("Søk"), url_path="sok"), ()),
    "data": (st.Page("method.py", title=_("Data"), url_path="data"), ()),
    "endringer": (st.Page("changes.py", title=_("Endringer"), url_path="endringer"), MAAL),
}
page = st.navigation([each for each, _measures in pages.values()], position="hidden")
_page, measures = pages[page.url_path]
reader, missed = open_session(page.url_path, measures)

if reader is None:
    st.html(f"<h1>{_('Ingen data er bygd ennå')}</h1><p>{_('Kjør')} <code>make build</code>.</p>")
    st.stop()

st.set_page_config(page_title=f"{page.title} – {reader.view.sentence(_)} – Tjenestested")
in_menu = [(path, each.title) for path, (each, _m) in pages.items() if path not in UNLISTED]
chrome.header(reader, in_menu)
chrome.notices((*issues, *missed))
line = pinned(reader)
filter_bar(reader, measures)
page.run()
count_moved(reader, line)
chrome.footer(reader)
