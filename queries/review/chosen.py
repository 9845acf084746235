"""Which letters the list on Vurdering shows, and in which order."""

from collections.abc import Collection, Iterable
from typing import Final

from queries.review.letters import Code
from queries.review.state import State, Status, least_sure
from queries.view import View

_ORDER: Final[tuple[Status, ...]] = ("endret", "i_arbeid", "ny", "ferdig")
# From where on a suggestion is as sure as it is called. The rules give from 0.55 to 0.97
# (data/coding/evidence.py), and suggest from 0.7.
_LOW, _HIGH = 0.8, 0.9


def chosen_letters(found: Iterable[State], view: View, places: Collection[str]) -> list[State]:
    """Return the states of `found` that `view` asks for, what pays most to look at first.

    A letter is shown that speaks for one of the municipalities `places`, has a status that is
    asked for, and has a suggestion left in a field and as sure as is asked for. One that speaks for
    none is shown where no place is chosen.
    """
    here = frozenset(places)
    shown = [
        state
        for state in found
        if (not view.brevstatus or state.status in view.brevstatus)
        and _is_here(state, view, here)
        and (not (view.brevfelt or view.sikkerhet) or asked_for(state, view))
    ]
    return sorted(
        shown,
        key=lambda state: (
            _ORDER.index(state.status),
            least_sure(asked_for(state, view)),
            -state.letter.inhabitants,
        ),
    )


def _is_here(state: State, view: View, here: Collection[str]) -> bool:
    if not state.letter.places:
        return view.is_country
    return any(place.kommunenummer in here for place in state.letter.places)


def asked_for(state: State, view: View) -> tuple[Code, ...]:
    """Return the suggestions left of a letter that are in a field and as sure as `view` asks."""
    return tuple(
        code
        for code in state.left(view.brevfelt)
        if not view.sikkerhet or sureness(code) in view.sikkerhet
    )


def sureness(code: Code) -> str:
    """Return how sure a suggestion is, as one of `choices.SIKKERHET`."""
    if code.sikkerhet is None:
        return "ukjent"
    return "lav" if code.sikkerhet < _LOW else "middels" if code.sikkerhet < _HIGH else "hoy"
