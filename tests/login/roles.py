"""People of every role, without a provider: what a verified login says of each."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest

from pages.parts.reading import who
from pages.server import login
from queries.access import Access, Trust, verified

ISSUER: Final = "https://utsteder.example"
CLIENT: Final = "tjenestested"
TRUST: Final = Trust(ISSUER, CLIENT)
ROLES: Final = ("leser", "saksbehandler", "distrikt:Nordland", "direktorat", "leder")
SECTION: Final = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "x" * 32,
    "client_id": CLIENT,
    "client_secret": "hemmelig",
    "server_metadata_url": ISSUER + login.METADATA,
}


def token(role: object = "leser", **changes: Any) -> dict[str, Any]:
    """Return the claims of a login that has just begun; None takes one away."""
    now = datetime.now(UTC)
    usual = {
        "is_logged_in": True,
        "iss": ISSUER,
        "aud": CLIENT,
        "sub": f"en {role}",
        "name": f"Navn på {role}",
        "iat": int(now.timestamp()),
        "exp": int((now + timedelta(hours=1)).timestamp()),
        "roller": role,
    }
    return {name: value for name, value in (usual | changes).items() if value is not None}


def access(role: str, **changes: Any) -> Access:
    """Return the access that a login with `role` gives."""
    found = verified(token(role, **changes), TRUST)
    assert found is not None
    return found


def believe(patch: pytest.MonkeyPatch, **changes: str) -> None:
    """Let people log in, as an operator sets it up."""
    section = tuple(sorted((SECTION | changes).items()))
    patch.setattr(login, "_section", lambda: section)


def logged_in(patch: pytest.MonkeyPatch, role: object, **changes: Any) -> None:
    """Let somebody with `role` be logged in on every page that is drawn."""
    believe(patch)
    claims = token(role, **changes)
    patch.setattr(who, "claims", lambda: claims)
