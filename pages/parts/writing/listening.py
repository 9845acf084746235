"""The element that brings what is written to the server and the answers back, one on a page."""

import hashlib
from typing import Any, Final

import streamlit as st

from pages.parts.reading.who import leave, log_in, who
from pages.parts.writing.refusals import told
from pages.parts.writing.rules import ACTS, RULES
from pages.server.login import trust
from queries.access import Access
from queries.writing import Event, Receipt, write

_KEY: Final = "skriving"
_SCRIPT: Final = (
    "export default ({ data, setTriggerValue }) => window.writing.receive(data, setTriggerValue);"
)
_MOUNT: Final = st.components.v2.component(_KEY, js=_SCRIPT, isolate_styles=False)


def listen() -> None:
    """Take in what is written on the page being drawn; nothing where nobody can log in."""
    if trust() is None:
        return
    state = st.session_state
    state.turn = state.get("turn", 0) + 1
    # A number that is another each time, so that the browser hears of every drawing.
    says = {"hvem": _known(who()), "kvittert": state.pop("receipts", []), "tur": state.turn}
    _MOUNT(key=_KEY, data=says, on_skrevet_change=_receive, on_konto_change=_account)


def _receive() -> None:
    """Keep what the browser sent; called before the page is drawn anew."""
    receipts = write(who(), _sent("skrevet"), RULES, ACTS)
    st.session_state.receipts = [_told(receipt) for receipt in receipts]


def _account() -> None:
    asked = _sent("konto")
    if asked == "inn":
        log_in()
    elif asked == "ut":
        leave()


def _sent(name: str) -> object:
    """Return what a message holds, which is anything at all, or nothing."""
    state: Any = st.session_state.get(_KEY)
    return state.get(name) if isinstance(state, dict) else None


def _known(access: Access | None) -> str:
    """Return what the browser keeps a person's writing under: none can be told from it."""
    return hashlib.sha256(access.subject.encode()).hexdigest()[:16] if access else ""


def _told(receipt: Receipt) -> dict[str, object]:
    if receipt.nr is not None:
        return {"id": receipt.id, "nr": receipt.nr}
    newer = [_newer(event) for event in receipt.newer]
    said = {"id": receipt.id, "avvist": told(receipt.refused), "nyere": newer}
    return said | ({"igjen": True} if receipt.again else {})


def _newer(event: Event) -> dict[str, object]:
    names = ("nr", "navn", "slag", "til", "hvorfor")
    return {name: getattr(event, name) for name in names} | {"tid": event.tid.isoformat()}
