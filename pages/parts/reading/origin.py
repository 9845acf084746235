"""The address readers reach this server by, for links that leave it: in files, papers and codes."""

import logging
import os
import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from pages.server.assets import address

# What a server may be called in a link; anything else came from somebody who plays with headers.
_ORIGIN: Final = re.compile(r"https?://[\w.:\-\[\]]+(?:/[\w./-]*)?", re.ASCII)
_LOG: Final = logging.getLogger(__name__)


def public_address() -> str:
    """Return the address that `TJENESTESTED_ADRESSE` gives, empty when it gives none.

    Behind a proxy only the operator knows what readers write: nothing a request says of the host it
    was first meant for is believed.
    """
    return _checked(os.environ.get("TJENESTESTED_ADRESSE", ""))


def origin_of(url: str) -> str:
    """Return the public address, or else the server's own as the reader's `url` has it.

    Raises `ValueError` for one that no server of ours can have.
    """
    if public := public_address():
        return public
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}{address('')}"
    if not _ORIGIN.fullmatch(origin):
        raise ValueError(origin)
    return origin


def absolute(origin: str, path: str) -> str:
    """Return the whole address of `path` on the server at `origin`; `path` itself without one."""
    return f"{origin.rstrip('/')}{path}"


@lru_cache(maxsize=8)
def _checked(given: str) -> str:
    if given and not _ORIGIN.fullmatch(given):
        _LOG.error("TJENESTESTED_ADRESSE må være som https://vert eller https://vert/mappe")
        return ""
    return given.rstrip("/")
