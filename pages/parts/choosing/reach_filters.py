"""The choices that stations and siting add to the filter bar."""

import streamlit as st

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import keep, key_for
from pages.parts.wording import station_words
from pages.parts.wording.distance import distance
from queries.view import GRENSE, LAG, MAX_TEXT


def limit_slider(reader: Reader) -> None:
    """Draw the choice of how far is near, in the unit distance is measured in."""
    unit = "min" if distance(reader).is_time else "km"
    slider("grense", reader.view.grense, GRENSE, _("Nær er innen"), unit, step=5)


def limit_button(reader: Reader) -> None:
    """Draw the same choice behind a button that says what is chosen, for a row of filters."""
    shown = distance(reader).limit(reader.view.grense)
    label = _("Nær: innen {limit}").format(limit=shown)
    with st.popover(label, key="knapp-grense"):
        limit_slider(reader)


def slider(
    name: str, value: int, ends: tuple[int, int], label: str, unit: str = "", *, step: int = 1
) -> None:
    """Draw a slider that writes field `name` of the View."""
    key = key_for(name, value)
    st.slider(
        label,
        *ends,
        value,
        step,
        key=key,
        format=f"%d {unit}".strip(),
        on_change=lambda: keep(name, st.session_state[key]),
        width=170,
    )


def layers(reader: Reader) -> None:
    """Draw the choice of station layers; with none chosen all are shown."""
    names = station_words.short_layers()
    chosen = reader.view.lag
    key = key_for("lag", chosen)

    def write() -> None:
        picked = st.session_state[key]
        keep("lag", tuple(lag for lag in LAG if lag in picked) or LAG, held=tuple(picked))

    st.pills(
        _("Vis på kartet"),
        list(LAG),
        selection_mode="multi",
        default=list(chosen),
        format_func=names.__getitem__,
        key=key,
        on_change=write,
    )


def station_search(reader: Reader) -> None:
    """Draw the search in the list of stations."""
    key = key_for("sok", reader.view.sok)
    st.text_input(
        _("Søk i tjenestestedene"),
        reader.view.sok,
        key=key,
        type="search",
        max_chars=MAX_TEXT,
        placeholder=_("Søk i navn, sted, kommune"),
        label_visibility="collapsed",
        on_change=lambda: keep("sok", " ".join(st.session_state[key].split())),
        width=300,
    )
