"""People who log in to a running server, with and without a browser."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.e2e import harness
from tests.fuzz.client import Open, opened
from tests.login.provider import CLIENT, PEOPLE, settings

USER: Final = "_streamlit_user"
XSRF: Final = "_streamlit_xsrf"
KEY: Final = "en nøkkel som bare prøvene kjenner"
# Nobody answers there: who has the cookie is not asked again.
ISSUER: Final = "http://localhost:9"


def logged_in(base: str, issuer: str, subject: str) -> dict[str, str]:
    """Return the cookies of a browser that `subject` has logged in with, by the provider's form."""
    with httpx.Client(base_url=base) as browser:
        browser.get("/_stcore/health")
        with opened(
            base, "data=demo", additional_headers=_headers(base, dict(browser.cookies))
        ) as page:
            page.send(said(page, konto="inn"))
            place = redirect(page)
        asked = browser.get(place)
        assert asked.status_code == 302, asked.status_code
        form = asked.headers["location"]
        assert form.startswith(issuer)
        answered = httpx.post(form, data={"sub": subject})
        browser.get(answered.headers["location"])
        return dict(browser.cookies)


def redirect(page: Open) -> str:
    """Return where the page sends its browser."""
    while True:
        message = ForwardMsg()
        message.ParseFromString(page.socket.recv(timeout=60))
        if message.WhichOneof("type") == "auth_redirect":
            return str(message.auth_redirect.url)


@contextmanager
def page_of(
    base: str, cookies: dict[str, str], path: str = "", *, token: str | None = None
) -> Iterator[Open]:
    """Give a page as a browser with `cookies` opens it; `token` is what it shows beside them."""
    protocols = ["streamlit", cookies.get(XSRF, "") if token is None else token]
    headers = _headers(base, cookies)
    with opened(
        base, "data=demo", path, additional_headers=headers,
        subprotocols=[each for each in protocols if each],
    ) as page:  # fmt: skip
        yield page


def forged(base: str, claims: dict[str, Any], key: str = KEY) -> str:
    """Return the cookie of a login that nobody has been through, signed with `key`."""
    said = {"origin": base, "is_logged_in": True, "provider": "default"} | claims
    return create_signed_value(key, USER, json.dumps(said)).decode()


def let_in(page: Page, base: str, subject: str, role: str = "", lasts: int = 600) -> None:
    """Give a browser the cookie that a login leaves behind, good for `lasts` seconds.

    The server at `base` is one that `office` has set up. Those the provider knows have their own
    role there.
    """
    roles = {each.subject: each.role for each in PEOPLE}
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": CLIENT, "sub": subject, "name": subject.title(), "iat": now,
              "exp": now + lasts, "roller": [role or roles[subject]]}  # fmt: skip
    page.context.add_cookies([{"name": USER, "value": forged(base, claims), "url": base}])


def office(work: Path) -> dict[str, str]:
    """Return the environment of a server that `let_in` lets people in at, and its file of work."""
    return settings(ISSUER) | {
        "TJENESTESTED_LOGIN_NOKKEL": KEY,
        "TJENESTESTED_ARBEID": str(work / "arbeid.sqlite3"),
    }


@contextmanager
def staffed(build: Path, work: Path) -> Iterator[str]:
    """Run the application on `build`, where `let_in` lets people in and `work` is their folder."""
    with pytest.MonkeyPatch.context() as patch:
        # Tests read what is kept there by the same names.
        for name, value in office(work).items():
            patch.setenv(name, value)
        with harness.running(build, settings=harness.NO_PAPERS) as address:
            yield address


def said(page: Open, **events: Any) -> bytes:
    """Return the message of a page where these things have been done."""
    message = BackMsg()
    message.rerun_script.query_string = "data=demo"
    base = page.sent["skriving"].id
    # As Streamlit's own script sends them: what the component holds, and what has happened in it.
    message.rerun_script.widget_states.widgets.add(id=base).json_value = "{}"
    state = message.rerun_script.widget_states.widgets.add(
        id=f"$$STREAMLIT_INTERNAL_KEY_{base}__events"
    )
    done = [{"event": name, "value": value} for name, value in events.items()]
    state.json_trigger_value = json.dumps(done)
    return message.SerializeToString()


def told(page: Open) -> dict[str, Any]:
    """Return what the page's script was last told of who she is and what is kept."""
    found: dict[str, Any] = json.loads(page.sent["skriving"].json)
    return found


def _headers(base: str, cookies: dict[str, str]) -> dict[str, str]:
    written = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return {"Cookie": written, "Origin": f"{urlsplit(base).scheme}://{urlsplit(base).netloc}"}
