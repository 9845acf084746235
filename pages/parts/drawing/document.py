"""The page as a document: pieces of HTML that the browser patches into what it shows.

A page is drawn anew for every choice, and most of it stays as it was. What is written is sent in as
few Streamlit elements as the page has places (before the map and after it), and `patch.js` changes
only what differs, so that what is open, focused, scrolled or half typed stays so.
"""

import gzip
import json
from collections.abc import Callable, Hashable
from typing import Final

import streamlit as st
from markupsafe import Markup

from pages.parts.reading.memory import Memory
from pages.parts.reading.origin import public_address
from pages.parts.reading.reader import Reader
from queries import versions

# `patch.js` is in the page before Streamlit is; it finds the piece by its name.
_SCRIPT: Final = "export default ({ data, parentElement }) => window.patch(data, parentElement);"
_MOUNT: Final = st.components.v2.component("dokument", js=_SCRIPT, isolate_styles=False)
# A piece is some kB packed; the Views that some hundred readers look at in a day.
_MEMORY: Final = Memory(32 * 2**20)
# The first level takes a third of the time of the usual one, and leaves a fifth more.
_LEVEL: Final = 1


def write(
    name: str, html: Callable[[Reader], Markup] | Markup, reader: Reader, *also: Hashable
) -> None:
    """Add the piece called `name` to the page being drawn.

    As a function of the reader, `html` is called only when nobody has seen the same: it must depend
    on nothing but the reader, the data sets there are, and `also`.
    """
    if isinstance(html, Markup):
        packed = _packed(html)
    else:
        key = (name, reader, public_address(), st.session_state.versions, *also)
        packed = _MEMORY.get(key, lambda: _packed(html(reader)))
    _written().append((name, packed))


def place() -> None:
    """Show what has been written since the last place, here among Streamlit's own elements."""
    pieces = _written()
    if not pieces:
        return
    state = st.session_state
    state.places += 1
    head = [state.reader.path, [(name, len(packed)) for name, packed in pieces]]
    parts = [json.dumps(head).encode(), b"\n", *(packed for _name, packed in pieces)]
    _MOUNT(key=f"dokument-{state.places}", data=b"".join(parts))
    pieces.clear()


def begin() -> None:
    """Start on a new page, with nothing written."""
    st.session_state.written = []
    # A page is of one moment, and looking costs as much as a small piece.
    st.session_state.versions = tuple(versions().items())
    st.session_state.places = 0


def _written() -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = st.session_state.written
    return found


def _packed(html: Markup) -> bytes:
    return gzip.compress(html.encode(), _LEVEL, mtime=0)
