"""What each role may write, told by messages that no page of hers would send: the rest is refused.

Against the running server, with cookies signed as the server signs them.
"""

import json
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    generate_xsrf_token_string,
)
from streamlit.web.server.starlette.starlette_server_config import (
    USER_COOKIE_NAME,
    XSRF_COOKIE_NAME,
)

from data import vocabulary as v
from data.work import store
from data.work.advice import DIRECTORATE
from queries import available
from queries.review import Letter, letters
from tests.bench.reviewers import ISSUER, office
from tests.fuzz.client import Open, opened
from tests.login.roles import ROLES, access, token

Office = tuple[str, str]
REVIEW: Final = {"kode", "kommentar", "hold", "ferdig", "avsender", "dato", "deling", "lokale"}
# What each may write, of what `posts` has one of each of.
MAY: Final[dict[str, set[str]]] = {
    "": set(),
    "leser": set(),
    "saksbehandler": REVIEW,
    "distrikt:Nordland": {"raad fra Nordland"},
    "direktorat": {"raad fra Politidirektoratet"},
    "leder": REVIEW | {"utvalg", "publisert", "bygging"},
}


@pytest.fixture(scope="module")
def at(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    # What is written lies beside the databases, and those of the other tests have none.
    here = shutil.copytree(build, tmp_path_factory.mktemp("kontor") / "bygg")
    with office(here) as found:
        yield found


@contextmanager
def window(at: Office, role: str, page: str, **changes: Any) -> Iterator[Open]:
    """Give `page` as it is open in the window of somebody with `role`, or of nobody without."""
    base, key = at
    xsrf = generate_xsrf_token_string()
    cookies = {XSRF_COOKIE_NAME: xsrf}
    if role:
        claims = json.dumps(token(role, **{"iss": ISSUER} | changes) | {"origin": base})
        cookies[USER_COOKIE_NAME] = create_signed_value(key, USER_COOKIE_NAME, claims).decode()
    how = {
        "subprotocols": ["streamlit", xsrf],
        "additional_headers": {"Cookie": "; ".join(f"{n}={v}" for n, v in cookies.items())},
        "origin": base,
    }
    with opened(base, "data=demo", page, **how) as there:
        yield there


def posts(letter: Letter) -> dict[str, dict[str, Any]]:
    """Return one of everything that can be written, by what it is."""
    about = {"gjelder": f"innspill:{letter.innspill_id}", "tekst_hash": letter.hash}
    code = {"status": "bekreftet", "verdi": v.FELT["tilfreds_bemanning"][0]}
    advice = {"raad": "anbefaler", "tekst": "Det er langt."}
    who = {"status": "bekreftet", "avsender": "Bodø kommune", "avsendertype": "kommune"}
    premises = {"status": "bekreftet", "lokaltype": "raadhus", "kommunenummer": "1804"}
    made: dict[str, dict[str, Any]] = {
        "avsender": {
            "slag": "brev",
            "felt": "avsender",
            "til": json.dumps(who | {"kommunenumre": "1804"}),
        }
        | about,
        "dato": {
            "slag": "brev",
            "felt": "dato",
            "til": '{"status": "bekreftet", "verdi": "2022-05-20"}',
        }
        | about,
        "deling": {"slag": "deling", "felt": "deling", "til": '{"status": "avvist"}'} | about,
        "lokale": {
            "slag": "lokale",
            "felt": f"{letter.innspill_id}-0a1b2c3d",
            "til": json.dumps(premises | {"tilstand": "ukjent"}),
        }
        | about,
        "kode": {"slag": "kode", "felt": "tilfreds_bemanning", "til": json.dumps(code)} | about,
        "kommentar": {"slag": "kommentar", "hvorfor": "Se her."} | about,
        "hold": {"slag": "hold", "til": "true"} | about,
        "ferdig": {"slag": "ferdig", "til": "true"} | about,
        "utvalg": {"slag": "utvalg", "gjelder": "utvalg:annen", "til": '{"antall": 5, "fro": 1}'},
        "publisert": {"slag": "publisert", "gjelder": "raad"},
        "bygging": {"slag": "bygging", "gjelder": "versjon"},
    }
    for sender, number in (("Nordland", "1804"), ("Troms", "5501"), (DIRECTORATE, "1804")):
        made[f"raad fra {sender}"] = {
            "slag": "raad-sendt",
            "gjelder": f"kommune:{number}",
            "felt": sender,
            "til": json.dumps(advice),
        }
    return {
        name: {"id": str(uuid.uuid4()), "datasett": "demo"} | post for name, post in made.items()
    }


def forge(there: Open, sent: object) -> list[dict[str, Any]]:
    """Send `sent` as what was written on the page, and return what the server says of it."""
    element = there.sent["skriving"].id
    message = BackMsg()
    message.rerun_script.page_script_hash = there.here
    message.rerun_script.query_string = "data=demo"
    widgets = message.rerun_script.widget_states.widgets
    widgets.add(id=element).json_value = "{}"
    state = widgets.add(id=_make_trigger_id(element, "events"))
    state.json_trigger_value = json.dumps([{"event": "skrevet", "value": sent}])
    there.send(message.SerializeToString()).wait()
    assert (there.errors, there.alerts) == ([], [])
    told: list[dict[str, Any]] = json.loads(there.sent["skriving"].json)["kvittert"]
    return told


@pytest.fixture(scope="module")
def every(at: Office) -> tuple[Letter, ...]:
    return letters(access("leder"), available()["demo"])


def test_every_role_is_tried() -> None:
    assert {*ROLES, ""} == set(MAY)


@pytest.mark.parametrize("role", [*MAY])
def test_a_forged_message_keeps_what_her_role_may_write_and_no_more(
    role: str, at: Office, every: tuple[Letter, ...]
) -> None:
    before = len(store.all("demo"))
    # Each has a letter of her own, so that none is in the way of another.
    asked = posts(every[[*MAY].index(role)])
    if role == "leder":
        # It would build; `test_building.py` asks it of a leader.
        del asked["bygging"]
    with window(at, role, "vurdering") as there:
        receipts = {each["id"]: each for each in forge(there, [*asked.values()])}
    names = {post["id"]: name for name, post in asked.items()}
    kept = {names[each] for each, receipt in receipts.items() if receipt.get("nr")}
    assert kept == MAY[role] & asked.keys()
    new = store.all("demo")[before:]
    assert {names[event.id] for event in new} == kept
    assert {event.rolle for event in new} <= {role}
    refused = {
        names[each]: receipt["avvist"]
        for each, receipt in receipts.items()
        if names[each] not in kept
    }
    assert all(refused.values())
    assert refused.keys() | kept == asked.keys()


@pytest.mark.parametrize(
    "changes",
    [{"exp": 1}, {"iss": "https://en.annen.example"}, {"aud": "en annen"}, {"roller": "sjef"}],
)
def test_a_login_that_is_not_good_any_more_writes_nothing(
    changes: dict[str, Any], at: Office, every: tuple[Letter, ...]
) -> None:
    before = store.all("demo")
    with window(at, "leder", "vurdering", **changes) as there:
        receipts = forge(there, [*posts(every[-1]).values()])
    assert {receipt["avvist"] for receipt in receipts} == {"Du er ikke logget inn."}
    assert store.all("demo") == before


def test_a_cookie_that_is_signed_by_somebody_else_is_nobodys(
    at: Office, every: tuple[Letter, ...]
) -> None:
    before = store.all("demo")
    with window((at[0], "x" * 64), "leder", "vurdering") as there:
        receipts = forge(there, [*posts(every[-1]).values()])
    assert {receipt["avvist"] for receipt in receipts} == {"Du er ikke logget inn."}
    assert store.all("demo") == before


def test_who_she_is_is_never_what_she_says(at: Office, every: tuple[Letter, ...]) -> None:
    before = store.all("demo")
    says = {"hvem": "leo", "navn": "Leo Leder", "rolle": "leder"}
    with window(at, "leser", "vurdering") as there:
        (receipt,) = forge(there, [posts(every[-1])["kode"] | says])
        assert "formen" in receipt["avvist"]
        # Of what is no list of writings nothing is said.
        for odd in ("leder", {"slag": "bygging"}, [["bygging"]], None):
            assert forge(there, odd) == []
    assert store.all("demo") == before
