"""A letter to review, and what somebody may have said of it."""

import datetime as dt
import json
import uuid
from typing import Any

from data.work.coding import KIND
from data.work.events import Event
from queries.review import Code, Letter, Place

NOW = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
TEXT = "Vi er ikke tilfreds med bemanningen. Rus er en utfordring."


def code(felt: str, verdi: str, sure: float = 0.9, regel: str = "r1") -> Code:
    key = f"{felt}:{verdi}" if felt == "tema" else felt
    return Code(key, felt, verdi, "ikke tilfreds", 2, 6, 19, "regel", regel, sure, "forslag")


def letter(name: str = "R1", people: int = 1000, **changes: Any) -> Letter:
    usual: dict[str, Any] = {
        "innspill_id": name,
        "avsender": f"{name} kommune",
        "dato": dt.date(2022, 5, 1),
        "kilde": "prøve",
        "malform": "bokmaal",
        "merknad": None,
        "places": (Place("1804", "Bodø", "Nordland", people),),
        "texts": {2: TEXT},
        "codes": (code("tilfreds_bemanning", "ikke_tilfreds"), code("tema", "rus", 0.75, "r2")),
        "rooms": (),
    }
    return Letter(**usual | changes)


def event(
    slag: str, til: Any, nr: int = 1, *, who: str = "sara", minutes: int = 0, **changes: Any
) -> Event:
    usual: dict[str, Any] = {
        "id": str(uuid.uuid4()),
        "nr": nr,
        "tid": NOW + dt.timedelta(minutes=minutes),
        "hvem": who,
        "navn": who.title(),
        "rolle": "saksbehandler",
        "datasett": "demo",
        "slag": slag,
        "gjelder": "innspill:R1",
        "til": json.dumps(til),
    }
    return Event(**usual | changes)


def decision(felt: str, verdi: str, nr: int = 1, status: str = "bekreftet", **more: Any) -> Event:
    return event(KIND, {"status": status, "verdi": verdi}, nr, felt=felt, **more)
