"""What a browser fetches once per data version to draw the map: shapes with what tooltips say.

A filter change then sends one digit per municipality, not the map again.
"""

import json
from functools import lru_cache
from typing import Final

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.paths import GEOMETRY
from data.versions import pinned
from pages.parts import words
from pages.parts.language import _
from pages.parts.numbers import kilometres, whole
from pages.server.assets import address
from pages.server.content import IMMUTABLE, MEDIA_TYPES, Content
from queries import Version, View, ask
from queries.view import MAAL

PICKED: Final = "kommuner-grov.geojson"
STATIONS: Final = "tjenestesteder.geojson"


def layer_url(version: Version, name: str) -> str:
    """Return the address of map layer `name` of `version`; it never changes its content."""
    return address(f"/kart/{version.dataset}/{version.version}/{name}")


def layer_route() -> Route:
    """Return the route that serves what `layer_url` points to."""
    return Route(address("/kart/{dataset}/{version}/{name}"), _endpoint)


async def _endpoint(request: Request) -> Response:
    path = request.path_params
    version = pinned(path["dataset"], path["version"])
    build = {PICKED: _municipalities, STATIONS: _stations}.get(path["name"])
    if version is None or build is None:
        raise HTTPException(404)
    content = await to_thread.run_sync(build, version)
    return content.response(request.headers, IMMUTABLE)


@lru_cache(maxsize=8)
def _municipalities(version: Version) -> Content:
    """Return the coarse shapes, each with its name and what it answered to every measure."""
    shapes = json.loads((GEOMETRY / PICKED).read_text("utf-8"))
    rows = {m: ask(version, "kart", View(vis=m)).to_dicts() for m in MAAL}
    for i, feature in enumerate(shapes["features"]):
        place = rows["bemanning"][i]
        feature["properties"] |= {
            "navn": place["navn"],
            "sted": _("{district} · {n} innbyggere").format(
                district=place["politidistrikt"], n=whole(place["innbyggere"])
            ),
            "naermest": _("{km} til {station}").format(
                km=kilometres(place["km_naermeste"]), station=place["naermeste_tjenestested"]
            ),
        }
        for m in MAAL:
            label = words.values(m)[rows[m][i]["verdi"]]
            feature["properties"][m] = f"{words.measure_titles()[m]}: {label}"
    return _content(shapes)


@lru_cache(maxsize=8)
def _stations(version: Version) -> Content:
    """Return today's stations as points, each with its name."""
    rows = ask(version, "tjenestesteder_i_dag", View()).to_dicts()
    features = [
        {
            "type": "Feature",
            "properties": {"navn": row["navn"]},
            "geometry": {
                "type": "Point",
                "coordinates": [round(row["kart_x"], 2), round(row["kart_y"], 2)],
            },
        }
        for row in rows
    ]
    return _content({"type": "FeatureCollection", "features": features})


def _content(shapes: object) -> Content:
    text = json.dumps(shapes, ensure_ascii=False, separators=(",", ":"))
    return Content(text.encode(), MEDIA_TYPES[".geojson"])
