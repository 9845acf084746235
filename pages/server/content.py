"""Bytes that are read, versioned and compressed once, then sent to everyone."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response

IMMUTABLE: Final = "public, max-age=31536000, immutable"
REVALIDATE: Final = "no-cache"

MEDIA_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}

# A woff2 file is brotli inside already.
_INCOMPRESSIBLE: Final = frozenset({"font/woff2"})

# Brotli 9 takes 0.5 s for the 10 MB a map page needs, once per process; 11 takes 11 s for 9 % less.
_BROTLI_QUALITY: Final = 9


@dataclass(frozen=True)
class Content:
    """A body with its media type, which compresses itself at most once per encoding."""

    body: bytes
    media_type: str

    @cached_property
    def version(self) -> str:
        """A short hash that changes when the body does."""
        return hashlib.sha256(self.body).hexdigest()[:16]

    @cached_property
    def _brotli(self) -> bytes:
        return bytes(brotli.compress(self.body, quality=_BROTLI_QUALITY))

    @cached_property
    def _gzip(self) -> bytes:
        return gzip.compress(self.body, mtime=0)

    def response(self, request: Headers, cache_control: str) -> Response:
        """Answer a request with the smallest encoding it accepts, or 304 if it has this version."""
        headers = {
            "cache-control": cache_control,
            # Weak, as the compressed forms of one body share it.
            "etag": f'W/"{self.version}"',
            "vary": "Accept-Encoding",
        }
        if request.get("if-none-match") == headers["etag"]:
            return Response(status_code=304, headers=headers)
        body = self.body
        if self.media_type not in _INCOMPRESSIBLE:
            accepted = _accepted(request.get("accept-encoding", ""))
            if "br" in accepted:
                body, headers["content-encoding"] = self._brotli, "br"
            elif "gzip" in accepted:
                body, headers["content-encoding"] = self._gzip, "gzip"
        return Response(body, media_type=self.media_type, headers=headers)


def read(path: Path) -> Content:
    """Return the content of a file, read again only when the file has changed."""
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=512)
def _read(path: Path, _changed: int) -> Content:
    return Content(path.read_bytes(), MEDIA_TYPES[path.suffix])


def _accepted(header: str) -> frozenset[str]:
    choices = (part.replace(" ", "").partition(";") for part in header.lower().split(","))
    return frozenset(name for name, _, weight in choices if weight not in ("q=0", "q=0.0"))
