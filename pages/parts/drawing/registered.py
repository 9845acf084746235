"""The pages as Streamlit knows them, made once for each language and not for every drawing."""

from copy import copy
from functools import lru_cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from queries.view import LANGUAGES


def registered(called: dict[str, str]) -> list[StreamlitPage]:
    """Return every page, with what it is `called` by its address, for `st.navigation`.

    Navigation marks the pages it is given, so that each drawing has its own.
    """
    return [copy(page) for page in _made(tuple(called.items()))]


@lru_cache(maxsize=len(LANGUAGES))
def _made(titles: tuple[tuple[str, str], ...]) -> tuple[StreamlitPage, ...]:
    called = dict(titles)
    return (
        st.Page("overview.py", title=called[""], default=True),
        st.Page("staffing.py", title=called["bemanning"], url_path="bemanning"),
        st.Page("premises.py", title=called["lokaler"], url_path="lokaler"),
        st.Page("access.py", title=called["tilgjengelighet"], url_path="tilgjengelighet"),
        st.Page("topics.py", title=called["utfordringer"], url_path="utfordringer"),
        st.Page("stations.py", title=called["tjenestesteder"], url_path="tjenestesteder"),
        st.Page("candidates.py", title=called["kandidater"], url_path="kandidater"),
        st.Page("siting.py", title=called["plassering"], url_path="plassering"),
        st.Page("municipality.py", title=called["kommune"], url_path="kommune"),
        st.Page("district.py", title=called["politidistrikt"], url_path="politidistrikt"),
        st.Page("search.py", title=called["sok"], url_path="sok"),
        st.Page("method.py", title=called["data"], url_path="data"),
        st.Page("changes.py", title=called["endringer"], url_path="endringer"),
        st.Page("review.py", title=called["vurdering"], url_path="vurdering"),
        st.Page("advice.py", title=called["raad"], url_path="raad"),
    )
