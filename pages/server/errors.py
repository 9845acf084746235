"""What a reader sees when a page fails."""

import logging
import secrets
from typing import Final

import streamlit as st

_LOG: Final = logging.getLogger(__name__)


def show_error(error: Exception) -> bool:
    """Show one sentence with a reference that finds the logged error; True, so nothing else is."""
    reference = secrets.token_hex(3).upper()
    _LOG.error("Feil %s på %s", reference, st.context.url, exc_info=error)
    st.error(
        f"Denne siden kan ikke vises akkurat nå. Last den på nytt, eller meld fra med "
        f"referansen {reference}."
    )
    return True
