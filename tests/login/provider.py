"""A provider of invented people, to try and to test logging in with."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from flask import Response
from oidc_provider_mock import User, run_server_in_thread

CLIENT: Final = "tjenestested"


@dataclass(frozen=True)
class Person:
    """Somebody invented, and what her provider says that she may do."""

    subject: str
    name: str
    role: str


PEOPLE: Final = (
    Person("lise", "Lise Leser", "leser"),
    Person("sara", "Sara Saksbehandler", "saksbehandler"),
    Person("dina", "Dina Distriktsleder", "distrikt:Nordland"),
    Person("leo", "Leo Leder", "leder"),
)


@contextmanager
def provider(*, port: int = 0, lasts: timedelta = timedelta(hours=1)) -> Iterator[str]:
    """Run the provider, and give its address; a login is good for as long as it `lasts`."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    users = [
        User(sub=each.subject, claims={"name": each.name, "roller": [each.role]}) for each in PEOPLE
    ]
    with run_server_in_thread(port=port, user_claims=users, access_token_max_age=lasts) as server:
        server.app.after_request(_without_others)
        yield f"http://localhost:{server.server_port}"


def _without_others(answer: Response) -> Response:
    """Leave out the style that the provider's page would fetch from somebody else."""
    if answer.mimetype == "text/html":
        answer.set_data(re.sub(rb"<link\b[^>]*>", b"", answer.get_data()))
    return answer


def settings(issuer: str) -> dict[str, str]:
    """Return the environment of a server whose people log in at `issuer`."""
    return {
        "TJENESTESTED_LOGIN_UTSTEDER": issuer,
        "TJENESTESTED_LOGIN_KLIENT": CLIENT,
        "TJENESTESTED_LOGIN_HEMMELIGHET": "bare-til-prove",
        "TJENESTESTED_LOGIN_TEST": "1",
    }
