"""A small map of where a municipality lies: itself, its surroundings and its nearest stations.

An image without a script, so that it is light, prints, and stays for ever in the browser's cache.
"""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Final

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.paths import GEOMETRY
from pages.parts.drawing.colours import DARK, LIGHT, Palette
from pages.parts.reading.markup import Markup
from pages.server.assets import address
from pages.server.content import IMMUTABLE, MEDIA_TYPES, Content
from queries import Version, View, ask, pinned

Box = tuple[float, float, float, float]
Point = Sequence[float]

# In pixels; the image scales, and its lines and marks with it.
WIDTH: Final = 360
HEIGHT: Final = 300
# Kilometres around what must be seen, as a share of its extent, and at least so many.
ROOM: Final = 0.18
LEAST: Final = 10.0
_IMAGE: Final = Markup(
    '<img class="stedskart" src="{source}" alt="{alt}" width="{width}" height="{height}">'
)


def locator_url(version: Version, kommunenummer: str) -> str:
    """Return the address of the map of one municipality; it never changes its content."""
    return address(f"/kart/{version.dataset}/{version.version}/sted/{kommunenummer}.svg")


def locator_route() -> Route:
    """Return the route that serves what `locator_url` points to."""
    return Route(address("/kart/{dataset}/{version}/sted/{number}.svg"), _endpoint)


def locator(version: Version, kommunenummer: str, alt: str) -> Markup:
    """Return the map as an HTML image that says `alt`."""
    source = locator_url(version, kommunenummer)
    return _IMAGE.format(source=source, alt=alt, width=WIDTH, height=HEIGHT)


async def _endpoint(request: Request) -> Response:
    path = request.path_params
    version = pinned(path["dataset"], path["version"])
    if version is None or path["number"] not in _shapes():
        raise HTTPException(404)
    content = await to_thread.run_sync(_drawn, version, path["number"])
    return content.response(request.headers, IMMUTABLE)


@lru_cache(maxsize=512)
def _drawn(version: Version, number: str) -> Content:
    rows = ask(version, "kommune_stasjoner", View(kommune=number)).to_dicts()
    marks = [(row["plass_i_dag"], (row["kart_x"], row["kart_y"])) for row in rows]
    box = _framed(number, [point for _rank, point in marks])
    return Content(_svg(number, box, marks).encode(), MEDIA_TYPES[".svg"])


def _framed(number: str, points: Sequence[Point]) -> Box:
    """Return the part of the map that shows the municipality and `points`, in the image's shape."""
    west, south, east, north = _boxes()[number]
    west, east = min(west, *(p[0] for p in points)), max(east, *(p[0] for p in points))
    south, north = min(south, *(p[1] for p in points)), max(north, *(p[1] for p in points))
    room = max(LEAST, ROOM * max(east - west, north - south))
    wide, high = east - west + 2 * room, north - south + 2 * room
    wide, high = max(wide, high * WIDTH / HEIGHT), max(high, wide * HEIGHT / WIDTH)
    x, y = (west + east) / 2, (south + north) / 2
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _svg(number: str, box: Box, marks: Sequence[tuple[int | None, Point]]) -> str:
    scale = WIDTH / (box[2] - box[0])

    def at(point: Point) -> tuple[float, float]:
        return round((point[0] - box[0]) * scale, 1), round((box[3] - point[1]) * scale, 1)

    seen = [nr for nr in _shapes() if nr != number and _meet(_boxes()[nr], box)]
    paths = "".join(f'<path class="l" d="{_path(_shapes()[nr], at)}"/>' for nr in seen)
    chosen = f'<path class="v" d="{_path(_shapes()[number], at)}"/>'
    # The nearest lies on top where two share a place; a closed station has no number.
    dots = "".join(_dot(at(point), rank) for rank, point in reversed(marks))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"<style>{_style(LIGHT)}@media (prefers-color-scheme:dark){{{_style(DARK)}}}</style>"
        f'<rect class="h" width="{WIDTH}" height="{HEIGHT}"/>{paths}{chosen}{dots}</svg>'
    )


def _dot(place: tuple[float, float], rank: int | None) -> str:
    x, y = place
    if rank is None:
        return f'<circle class="n" cx="{x}" cy="{y}" r="5"/>'
    return (
        f'<circle class="s" cx="{x}" cy="{y}" r="9"/>'
        f'<text x="{x}" y="{round(y + 4.3, 1)}">{rank}</text>'
    )


def _style(palette: Palette) -> str:
    return (
        f".h{{fill:{palette.sea}}}"
        f".l{{fill:{palette.outside};stroke:{palette.border};stroke-width:.8}}"
        f".v{{fill:{palette.accent};fill-opacity:.28;stroke:{palette.accent};stroke-width:2}}"
        f".s{{fill:{palette.station};stroke:{palette.border};stroke-width:1}}"
        f".n{{fill:{palette.silent};stroke:{palette.station};stroke-width:1.5}}"
        f"text{{fill:{palette.border};font:600 12px Inter,Arial,sans-serif;text-anchor:middle}}"
    )


def _path(polygons: Sequence[Sequence[Sequence[Point]]], at: Any) -> str:
    rings = (ring for polygon in polygons for ring in polygon)
    return "".join(
        "M" + "L".join("{} {}".format(*at(point)) for point in ring[:-1]) + "Z" for ring in rings
    )


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


@cache
def _shapes() -> dict[str, list[list[list[Point]]]]:
    """Return the polygons of each municipality, in map kilometres."""
    shapes = json.loads((GEOMETRY / "kommuner-fin.geojson").read_text("utf-8"))
    found = {}
    for feature in shapes["features"]:
        drawn = feature["geometry"]
        polygons = drawn["coordinates"]
        found[feature["properties"]["nr"]] = (
            polygons if drawn["type"] == "MultiPolygon" else [polygons]
        )
    return found


@cache
def _boxes() -> dict[str, Box]:
    found: dict[str, Box] = json.loads((GEOMETRY / "utsnitt.json").read_text("utf-8"))["kommune"]
    return found
