"""The filter bar: the same on every page, one line high."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from data.schemas import FYLKER, POLITIDISTRIKTER
from pages.parts.choosing.places import full_name
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import keep, key_for
from pages.parts.wording import words


def filter_bar(reader: Reader, measures: Sequence[str]) -> None:
    """Draw the filters; each writes the View, and shows what it holds on its button.

    `measures` are those the page can be about; one alone is no choice and is not offered.
    """
    view = reader.view
    yes_no = {"ja": _("Ja"), "nei": _("Nei")}
    with st.container(key="filter", horizontal=True, gap="small", vertical_alignment="center"):
        if len(measures) > 1:
            pick_one(
                _("Vis"), "vis", view.vis, {m: words.measures()[m] for m in measures}, always=True
            )
        pick_many(
            _("Politidistrikt"),
            "distrikt",
            view.distrikt,
            {d: words.district_name(d) for d in POLITIDISTRIKTER},
        )
        pick_many(_("Fylke"), "fylke", view.fylke, {f: f for f in FYLKER})
        pick_many(_("Innbyggere"), "innbyggere", view.innbyggere, words.sizes())
        pick_one(_("Tjenestested i dag"), "stasjon", view.stasjon, yes_no)
        answered = _("Har uttalt seg") if reader.is_known else _("Har svart")
        pick_one(answered, "svart", view.svart, yes_no)
        _find(reader)
        if reader.cleared != reader:
            cleared = escape(reader.cleared.link(side=1))
            st.html(f'<a class="nullstill" href="{cleared}">{_("Nullstill")}</a>', width="content")


def pick_many(label: str, name: str, chosen: tuple[str, ...], options: Mapping[str, str]) -> None:
    """Draw a choice of any number of `options`, which writes field `name` of the View."""
    shown = ", ".join(options[c] for c in chosen) if len(chosen) < 3 else _("{n} valgt")
    key = key_for(name, chosen)

    def write() -> None:
        picked = st.session_state[key]
        # In the order of the options, so that equal choices have equal links.
        keep(name, tuple(option for option in options if option in picked))

    with st.popover(_button(label, shown.format(n=len(chosen))), key=f"knapp-{name}"):
        st.pills(
            label,
            list(options),
            selection_mode="multi",
            default=list(chosen),
            format_func=options.__getitem__,
            key=key,
            on_change=write,
        )


def pick_one(
    label: str, name: str, chosen: str | None, options: Mapping[str, str], *, always: bool = False
) -> None:
    """Draw a choice of one of `options`, or with `always` of exactly one, for field `name`."""
    shown = options[chosen] if chosen else ""
    key = key_for(name, chosen)
    with st.popover(_button(label, shown, always=always), key=f"knapp-{name}"):
        st.pills(
            label,
            list(options),
            default=chosen,
            required=always,
            format_func=options.__getitem__,
            key=key,
            on_change=lambda: keep(name, st.session_state[key]),
        )


def _find(reader: Reader) -> None:
    """Draw the search for a municipality, which is also the way to choose one by keyboard."""
    rows = reader.ask("kommune_navn").to_dicts()
    names = {row["kommunenummer"]: full_name(row) for row in rows}
    chosen = reader.view.kommune
    key = key_for("kommune", chosen)
    st.selectbox(
        _("Finn kommune"),
        list(names),
        index=list(names).index(chosen) if chosen else None,
        format_func=names.__getitem__,
        key=key,
        placeholder=_("Finn kommune"),
        label_visibility="collapsed",
        on_change=lambda: keep("kommune", st.session_state[key]),
        width=210,
    )


def _button(label: str, shown: str, *, always: bool = False) -> str:
    """Return what the button says; bold marks a filter in use, which `look.css` draws in blue."""
    text = f"{label}: {shown or _('alle')}"
    return f"**{text}**" if shown and not always else text
