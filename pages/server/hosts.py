"""What this server is called: the hosts it answers for, and the address readers reach it by.

Nothing a request says of where it was sent is believed unless the operator has said it too.
"""

import logging
import os
import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

# What a server may be called in a link; anything else came from somebody who plays with headers.
ORIGIN: Final = re.compile(r"https?://[\w.:\-\[\]]+(?:/[\w./-]*)?", re.ASCII)
LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_LOG: Final = logging.getLogger(__name__)


def public_address() -> str:
    """Return the address that `TJENESTESTED_ADRESSE` gives, empty when it gives none.

    Behind a proxy only the operator knows what readers write.
    """
    return _checked(os.environ.get("TJENESTESTED_ADRESSE", ""))


def is_https() -> bool:
    """Return whether readers reach the server over TLS, as the operator has said."""
    return public_address().startswith("https://")


def trusted_hosts() -> frozenset[str]:
    """Return the hosts that are answered for, in lower case and without a port.

    They are those in `TJENESTESTED_VERTER`, with commas between, the one in `TJENESTESTED_ADRESSE`,
    and this machine itself.
    """
    return _hosts(os.environ.get("TJENESTESTED_VERTER", ""), public_address())


def is_trusted(host: str) -> bool:
    """Return whether a request whose `Host` header says `host` is meant for this server."""
    return _name(host) in trusted_hosts()


def is_own_origin(origin: str) -> bool:
    """Return whether a page at `origin` is one of this server's."""
    scheme, _colon, host = origin.partition("://")
    return scheme in ("http", "https") and is_trusted(host)


def _name(host: str) -> str:
    """Return the host without its port, in lower case; empty for what is no host."""
    if not re.fullmatch(r"[\w.:\-\[\]]+", host, re.ASCII):
        return ""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


@lru_cache(maxsize=8)
def _hosts(listed: str, public: str) -> frozenset[str]:
    given = [*listed.split(","), urlsplit(public).netloc]
    return LOCAL | {name for host in given if (name := _name(host.strip()))}


@lru_cache(maxsize=8)
def _checked(given: str) -> str:
    if given and not ORIGIN.fullmatch(given):
        _LOG.error("TJENESTESTED_ADRESSE må være som https://vert eller https://vert/mappe")
        return ""
    return given.rstrip("/")
