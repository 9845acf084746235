"""The address readers reach this server by, for links that leave it: in files, papers and codes."""

from urllib.parse import urlsplit

from pages.server.assets import address
from pages.server.hosts import ORIGIN, is_trusted, public_address

__all__ = ["absolute", "origin_of", "public_address"]


def origin_of(url: str) -> str:
    """Return the public address, or else the server's own as the reader's `url` has it.

    Raises `ValueError` for one that no server of ours has.
    """
    if public := public_address():
        return public
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}{address('')}"
    if not ORIGIN.fullmatch(origin) or not is_trusted(parts.netloc):
        raise ValueError(origin)
    return origin


def absolute(origin: str, path: str) -> str:
    """Return the whole address of `path` on the server at `origin`; `path` itself without one."""
    return f"{origin.rstrip('/')}{path}"
