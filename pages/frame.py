"""What every page stands in: the reader's session, navigation, filters and footer."""

import streamlit as st

from pages.parts import chrome
from pages.parts.filters import filter_bar
from pages.parts.language import _
from pages.parts.session import open_session
from queries.view import MAAL, SATISFACTION

st.set_page_config(page_title="Tjenestested", layout="wide", initial_sidebar_state="collapsed")

# Each page with the measures it can be about, the first one by default.
pages = {
    "": (st.Page("overview.py", title=_("Oversikt"), default=True), MAAL),
    "bemanning": (
        st.Page("staffing.py", title=_("Bemanning og tilfredshet"), url_path="bemanning"),
        SATISFACTION,
    ),
    "lokaler": (st.Page("premises.py", title=_("Lokaler"), url_path="lokaler"), ("lokaler",)),
}
page = st.navigation([each for each, _measures in pages.values()], position="hidden")
_page, measures = pages[page.url_path]
reader, issues = open_session(page.url_path, measures)

if reader is None:
    st.html(f"<h1>{_('Ingen data er bygd ennå')}</h1><p>{_('Kjør')} <code>make build</code>.</p>")
    st.stop()

st.set_page_config(page_title=f"{page.title} – {reader.view.sentence(_)} – Tjenestested")
chrome.header(reader, [(path, each.title) for path, (each, _measures) in pages.items()])
chrome.notices(issues)
filter_bar(reader, measures)
page.run()
chrome.footer(reader)
