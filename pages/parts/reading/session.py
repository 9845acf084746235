"""The reader's session: one View, kept in step with the address bar.

The address decides, and every choice is a link: there is no other door to the View.
"""

import logging
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import streamlit as st

from data.versions import DATASETS
from pages.parts.reading.language import _, speak
from pages.parts.reading.reader import Reader
from pages.parts.reading.who import who
from queries import Trouble, Version, View, ask, available, resolve, served
from queries.numbering import Numbering

_LOG: Final = logging.getLogger(__name__)


def follow_address() -> tuple[str, ...]:
    """Bring the View and the language up to date, and return what was not understood in the link.

    To be called first, since the names of the pages are in the reader's language too.
    """
    state = st.session_state
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    issues: tuple[str, ...] = ()
    if "view" not in state or asked != state.asked:
        state.view, issues = view_of(asked)
        state.asked = asked
    speak(state.view.lang)
    return issues


def open_session(path: str, measures: Sequence[str]) -> tuple[Reader | None, tuple[str, ...]]:
    """Return who reads the page at `path`, and what in her View could not be had.

    A page that is not about the chosen measure shows the first of its own `measures`; one without
    any leaves the choice alone. None when no data set is built, or nothing of this one can be read.
    """
    state = st.session_state
    view: View = state.view
    issues: tuple[str, ...] = ()
    version, exact = resolve(view)
    trouble = served(view.data).trouble
    if version is None:
        return None, (troubled(trouble),) if trouble else ()
    if trouble:
        issues += (troubled(trouble),)
    if not exact:
        gone = _("Dataversjonen {version} finnes ikke lenger her. Du ser den nyeste.")
        issues += (gone.format(version=view.versjon),)
    if path == "kommune":
        view = _only_one(view, version)
    chosen = ""
    if measures and view.vis not in measures:
        chosen, view = view.vis, view.having(vis=measures[0])
    told = st.context.cookies
    narrow, webgl = told.get("smal") == "1", told.get("kart") == "webgl"
    dark = st.context.theme.type == "dark"
    reader = Reader(view, version, path, narrow, dark, chosen, access=who(), webgl=webgl)
    state.reader = reader
    return reader, issues


def troubled(trouble: Trouble) -> str:
    """Return what a reader is told of a data set that cannot be read as it should be."""
    says = _(
        "Noe er galt med datasettet «{dataset}», og det som vises, er det siste som kan leses. "
        "Meld fra med referansen {reference}."
    )
    return says.format(dataset=trouble.dataset, reference=trouble.reference)


def view_of(asked: Mapping[str, list[str]]) -> tuple[View, tuple[str, ...]]:
    """Return the View that query parameters ask for, and what in them was not understood.

    What is said from here on, in this thread, is in the language of that View.
    """
    speak(next(iter(asked.get("lang", [])), ""))
    default = next(iter(available()), DATASETS[1])
    view, issues = View.parse(asked, default_data=default, numbering=_numbering(), tr=_)
    speak(view.lang)
    return view, issues


def current() -> Reader:
    """Return who reads the page being drawn."""
    reader: Reader = st.session_state.reader
    return reader


def _only_one(view: View, version: Version) -> View:
    """Return `view` with the municipality it searches for open, when one alone fits."""
    if not view.finn or view.kommune:
        return view
    found = ask(version, "kommune_finn", view).to_dicts()
    # What is found by a name of another year is told of before it is opened.
    if len(found) != 1 or found[0]["ellers"]:
        return view
    return view.having(finn="", kommune=found[0]["kommunenummer"])


def _numbering() -> Numbering:
    """Return what municipalities are called now, and were called in other years."""
    newest = available()
    return _numbering_of(next(iter(newest.values()))) if newest else Numbering()


@lru_cache(maxsize=2)
def _numbering_of(version: Version) -> Numbering:
    names = ask(version, "kart", View()).select("kommunenummer", "navn").iter_rows()
    others, called = (
        ask(version, query, View()).to_dicts() for query in ("kommune_endringer", "stedsnavn")
    )
    return Numbering.of(dict(names), others, called)
