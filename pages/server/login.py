"""Whether people may log in, with whom, and who has logged out: what an operator has set up.

Streamlit does the login itself (`st.login`), as `.streamlit/secrets.toml` says under [auth], or the
environment here. What is not whole is as if nothing were set up, and says so in the log.
"""

import datetime as dt
import logging
import os
import secrets
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final
from urllib.parse import urlsplit

import streamlit as st

from pages.server.hosts import LOCAL, public_address
from queries.access import Trust

ISSUER: Final = "TJENESTESTED_LOGIN_UTSTEDER"
CLIENT: Final = "TJENESTESTED_LOGIN_KLIENT"
SECRET: Final = "TJENESTESTED_LOGIN_HEMMELIGHET"  # noqa: S105 – the name of it
KEY: Final = "TJENESTESTED_LOGIN_NOKKEL"
TESTED: Final = "TJENESTESTED_LOGIN_TEST"
METADATA: Final = "/.well-known/openid-configuration"
CALLBACK: Final = "/oauth2callback"
_LEAST_SECRET: Final = 32
_LOG: Final = logging.getLogger(__name__)


def from_environment() -> dict[str, Any] | None:
    """Return the secrets that the environment gives Streamlit, None when it names no issuer.

    Unless a key to sign cookies with is given, it is made anew when the server starts, and
    everybody logs in again after a restart. Ends the program where a file of secrets can not be
    read: Streamlit reads it for every request, and would answer none of them.
    """
    for name in st.get_option("secrets.files"):
        if wrong := _unreadable(Path(name)):
            raise SystemExit(f"Tjenestested starter ikke: {name} {wrong}.")
    issuer = os.environ.get(ISSUER, "").rstrip("/")
    if not issuer:
        return None
    base = public_address() or f"http://localhost:{st.get_option('server.port')}"
    return {
        "auth": {
            "redirect_uri": base + CALLBACK,
            "cookie_secret": os.environ.get(KEY) or secrets.token_hex(32),
            "client_id": os.environ.get(CLIENT, ""),
            "client_secret": os.environ.get(SECRET, ""),
            "server_metadata_url": issuer + METADATA,
        }
    }


def trust() -> Trust | None:
    """Return whose logins are believed, None when nobody can log in."""
    return _trusted(_section())[0]


def flaw() -> str:
    """Return what is wrong with how login is set up, in a sentence, or nothing."""
    return _trusted(_section())[1]


def is_test() -> bool:
    """Return whether the people who log in are invented; told in red on every page."""
    return os.environ.get(TESTED, "") == "1"


def log_out(subject: str) -> None:
    """Let no login of `subject` that has begun by now be believed again in this process.

    A cookie is good until it ends, also a copy of it and also in a page that stays open.
    """
    with _LOCK:
        _LEFT[subject] = dt.datetime.now(dt.UTC)
        while len(_LEFT) > _MOST_LEFT:
            del _LEFT[next(iter(_LEFT))]


def logged_out() -> Mapping[str, dt.datetime]:
    """Return when those who have logged out did so."""
    return _LEFT


_LEFT: Final[dict[str, dt.datetime]] = {}
_LOCK: Final = Lock()
_MOST_LEFT: Final = 10_000


def _unreadable(file: Path) -> str:
    """Return why a file of secrets can not be read, in words to follow its name, or nothing."""
    try:
        if file.is_file():
            tomllib.loads(file.read_text("utf-8"))
    except OSError as refused:
        return f"kan ikke leses ({refused.strerror})"
    except ValueError:
        return "er ikke TOML"
    return ""


def _section() -> tuple[tuple[str, str], ...]:
    """Return what is set up, as something that can be remembered by."""
    if not st.secrets.load_if_toml_exists() and os.environ.get(ISSUER, "") == "":
        return ()
    found = st.secrets.get("auth", {})
    if not isinstance(found, Mapping):
        return (("auth", ""),)
    return tuple(sorted((str(name), str(value)) for name, value in found.items()))


@lru_cache(maxsize=8)
def _trusted(section: tuple[tuple[str, str], ...]) -> tuple[Trust | None, str]:
    if not section:
        return None, ""
    given = dict(section)
    says = _wrong(given)
    if says:
        _LOG.error("Ingen kan logge inn: %s", says)
        return None, says
    issuer = given.get("issuer") or given["server_metadata_url"].removesuffix(METADATA)
    return Trust(issuer, given["client_id"]), ""


def _wrong(given: Mapping[str, str]) -> str:
    needed = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
    if missing := [name for name in needed if not given.get(name)]:
        return f"[auth] mangler {', '.join(missing)}."
    if len(given["cookie_secret"]) < _LEAST_SECRET:
        return f"cookie_secret i [auth] må ha minst {_LEAST_SECRET} tegn."
    if not given["server_metadata_url"].endswith(METADATA):
        return f"server_metadata_url i [auth] må slutte på {METADATA}."
    if not given["redirect_uri"].endswith(CALLBACK):
        return f"redirect_uri i [auth] må slutte på {CALLBACK}."
    for name in ("redirect_uri", "server_metadata_url"):
        address = urlsplit(given[name])
        # What is sent in the clear can be read on the way; to this machine itself there is no way.
        if address.scheme != "https" and address.hostname not in LOCAL:
            return f"{name} i [auth] må begynne med https://."
    return ""
