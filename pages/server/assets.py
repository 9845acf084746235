"""Our own files at addresses that change with their content, so that browsers may keep them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import plotly
import streamlit as st
from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from data.paths import GEOMETRY
from pages.server.content import IMMUTABLE, MEDIA_TYPES, Content, read

_URL_IN_CSS: Final = re.compile(r'url\("([\w.-]+)"\)')


def asset_url(name: str) -> str:
    """Return the address of a file in pages/assets; FileNotFoundError if there is none."""
    return _ASSETS.url(name)


def geometry_url(name: str) -> str:
    """Return the address of a GeoJSON file in data/geometry; FileNotFoundError if there is none."""
    return _GEOMETRY.url(name)


def plotly_url() -> str:
    """Return the address of the script that draws what Plotly for Python has described."""
    return _PLOTLY.url(_PLOTLY_SCRIPT)


def file_routes() -> list[Route]:
    """Return the routes that serve what the functions above point to."""
    return [shelf.route() for shelf in (_ASSETS, _GEOMETRY, _PLOTLY)]


def address(path: str) -> str:
    """Return a path of this server as a browser must ask for it, below server.baseUrlPath."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}{path}" if base else path


@dataclass(frozen=True)
class _Shelf:
    """A folder whose files of certain kinds anyone may have, or the one called `only`."""

    prefix: str
    folder: Path
    kinds: frozenset[str]
    only: str = ""

    def content(self, name: str) -> Content:
        # Looked up in the folder's own listing, so no name can lead out of it.
        listed, path = {each.name for each in self.folder.iterdir()}, self.folder / name
        if name in listed and path.suffix in self.kinds and name == (self.only or name):
            return read(path)
        # Scripts and styles are kept apart and sent together: `look.css` is what is in `look/`.
        if path.suffix in (".css", ".js") and path.stem in listed:
            return _together(self.folder / path.stem, name)
        raise FileNotFoundError(name)

    def url(self, name: str) -> str:
        return address(f"/{self.prefix}/{self.content(name).version}/{name}")

    def route(self) -> Route:
        return Route(address(f"/{self.prefix}/{{version}}/{{name}}"), self._endpoint)

    async def _endpoint(self, request: Request) -> Response:
        return await to_thread.run_sync(self._serve, request)

    def _serve(self, request: Request) -> Response:
        name = request.path_params["name"]
        try:
            content = self.content(name)
        except FileNotFoundError as missing:
            raise HTTPException(404) from missing
        if request.path_params["version"] != content.version:
            # A page that was open over an upgrade still asks for what it was given then.
            return RedirectResponse(self.url(name), 307, {"cache-control": "no-store"})
        return content.response(request.headers, IMMUTABLE)


def _together(folder: Path, name: str) -> Content:
    """Return the files of `folder` of the kind of `name`, one after another in their order."""
    kind = f".{name.rpartition('.')[2]}"
    parts = [read(path).body for path in sorted(folder.iterdir()) if path.suffix == kind]
    if not parts:
        raise FileNotFoundError(name)
    body = b"\n".join(parts)
    if kind == ".css":
        found = _URL_IN_CSS.sub(lambda it: f'url("{asset_url(it[1])}")', body.decode())
        body = found.encode()
    return _same_object(body, MEDIA_TYPES[kind])


@lru_cache(maxsize=8)
def _same_object(body: bytes, media_type: str) -> Content:
    # One object per body, since a Content remembers its compressed forms.
    return Content(body, media_type)


_ASSETS: Final = _Shelf(
    "assets", Path(__file__).resolve().parents[1] / "assets", frozenset(MEDIA_TYPES)
)
_GEOMETRY: Final = _Shelf("geometri", GEOMETRY, frozenset({".geojson"}))
# Of the same version as what describes the charts, since it comes with it.
_PLOTLY_SCRIPT: Final = "plotly.min.js"
_PLOTLY: Final = _Shelf(
    "plotly", Path(plotly.__file__).with_name("package_data"), frozenset({".js"}), _PLOTLY_SCRIPT
)
