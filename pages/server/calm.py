"""Calm when the server is away: no dialog about terminals over what the reader is looking at.

Streamlit opens one, in English, after some tries. Its scripts are served from here, so that is left
out on the way; `pages/assets/away.js` says in one line what is going on, and Streamlit goes on
trying. A test fails when an upgrade has another way to open it.
"""

from functools import lru_cache
from typing import Final

from pages.server.content import Content

OPENS: Final = b"=>{e>=6&&this.props.onConnectionError(t)}"
STAYS: Final = b"=>{}"


@lru_cache(maxsize=512)
def calm(script: Content) -> Content:
    """Return one of Streamlit's scripts without the dialog; the same one when it has none."""
    if OPENS not in script.body:
        return script
    return Content(script.body.replace(OPENS, STAYS), script.media_type)
