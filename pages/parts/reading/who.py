"""Who has logged in, asked anew each time a page is drawn: a connection outlives a login."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.server.login import log_out, logged_out, trust
from queries.access import Access, verified


def who() -> Access | None:
    """Return the access of who has logged in to the page being drawn, or None."""
    believed = trust()
    return verified(claims(), believed, logged_out()) if believed else None


def claims() -> Mapping[str, Any]:
    """Return what the login says, its signature checked by Streamlit and nothing else of it."""
    return st.user.to_dict()


def is_stranger() -> bool:
    """Return whether somebody has logged in who has no access here, or not any more."""
    return trust() is not None and claims().get("is_logged_in") is True and who() is None


def log_in() -> None:
    """Send the browser to the provider; to be called while a page is drawn."""
    if trust():
        st.login()


def leave() -> None:
    """End the login here, in other windows and for copies of its cookie."""
    subject = claims().get("sub")
    if isinstance(subject, str):
        log_out(subject)
    st.logout()
