"""The quiet line above a page that shows an older data version."""

from html import escape
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.openings.moved_on_page import moved_on
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import whole
from queries import newest

# A proposal of stations takes long to work out; how it moved is told when the reader asks.
SLOW: Final = ("plassering",)


def pinned(reader: Reader) -> DeltaGenerator | None:
    """Draw the line for a reader of an older version, and return its place; None for others."""
    latest = newest(reader.version.dataset)
    if latest is None or latest == reader.version:
        return None
    place = st.empty()
    place.html(_line(reader))
    return place


def count_moved(reader: Reader, place: DeltaGenerator | None) -> None:
    """Say in the line at `place` how many numbers on the page have moved since.

    To be called when the page is drawn, which this must not hold up.
    """
    latest = newest(reader.version.dataset)
    if place is None or latest is None or reader.page in SLOW:
        return
    found = moved_on(reader, reader.page, reader.version, latest)
    if not found.compared:
        return
    says = ngettext(
        "{n} tall på denne siden er endret.",
        "{n} tall på denne siden er endret.",
        found.count,
    ).format(n=whole(found.count))
    place.html(_line(reader, says if found.count else _("Ingen tall på denne siden er endret.")))


def _line(reader: Reader, moved: str = "") -> str:
    says = _("Du ser data fra versjon {version}; det finnes nyere.").format(
        version=reader.version.version
    )
    fra = reader.view.fra if reader.path == "endringer" else reader.page
    text = " ".join(filter(None, (says, moved)))
    return (
        f'<div class="melding" role="status"><p>{escape(text)} '
        f'<a href="{escape(reader.link(versjon=None))}">{escape(_("Se nyeste"))}</a> · '
        f'<a href="{escape(reader.link("endringer", fra=fra))}">{escape(_("Hva er endret"))}</a>'
        f"</p></div>"
    )
