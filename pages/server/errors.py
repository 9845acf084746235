"""What a reader sees when a page fails, or has sent what no page of ours sends."""

import logging
import secrets
from pathlib import Path
from time import monotonic
from traceback import extract_tb
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

# Where Streamlit takes in what widgets have sent.
TAKING_IN: Final = Path("streamlit", "runtime", "state").parts
# A page that fails so often within so many seconds fails by itself: no page can send as much.
MOST_DRAWN: Final = 100
SOON: Final = 5.0

_LOG: Final = logging.getLogger(__name__)
# Streamlit logs every error once more, without the reference.
logging.getLogger("streamlit.error_util").addFilter(
    lambda record: record.getMessage() != "Uncaught app execution"
)


def _without_trace(record: logging.LogRecord) -> bool:
    record.exc_info = None
    return True


# No component of ours sends anything; one that seems to is told of in a line without its trace.
logging.getLogger("streamlit.components.v2.bidi_component.serialization").addFilter(_without_trace)


def show_error(error: Exception) -> bool:
    """Show one sentence with a reference that finds the logged error; True, so nothing else is.

    What a message has caused is told in one line of the log, and the page is drawn again without.
    """
    if _is_from_message(error) and _drawn_again():
        last = extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno}"
        _LOG.warning("En melding fra en åpen side er avvist: %s i %s", type(error).__name__, place)
        return True
    reference = secrets.token_hex(3).upper()
    # The address holds what somebody looks for; the page is told by its name.
    path = urlsplit(st.context.url or "").path
    _LOG.error("Feil %s på %s", reference, path, exc_info=error, extra={"referanse": reference})
    st.error(
        f"Denne siden kan ikke vises akkurat nå. Last den på nytt, eller meld fra med "
        f"referansen {reference}."
    )
    return True


def _is_from_message(error: Exception) -> bool:
    """Return whether `error` comes of what a widget sent, and not of drawing the page."""
    frames = extract_tb(error.__traceback__)
    if not any(frame.name == "<module>" for frame in frames):
        return True
    return Path(frames[-1].filename).parts[-4:-1] == TAKING_IN or any(
        frame.name == "deserialize" for frame in frames
    )


def _drawn_again() -> bool:
    """Forget what the widgets have sent and ask for the page again; False if that is no help."""
    context, state = get_script_run_ctx(), st.session_state
    if context is None or context.script_requests is None:
        return False
    times, since = state.get("tegnet_om", (0, 0.0))
    times = times + 1 if monotonic() - since < SOON else 1
    if times > MOST_DRAWN:
        return False
    # Taken out one by one, each would be read first, which is what has failed.
    context.session_state._state._new_widget_state.states.clear()
    state["tegnet_om"] = times, monotonic()
    again = RerunData(query_string=context.query_string, page_script_hash=context.page_script_hash)
    # It is not taken where a later message has asked for the page already, which is as good.
    context.script_requests.request_rerun(again)
    return True
