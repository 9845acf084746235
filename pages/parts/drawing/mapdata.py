"""What a browser fetches once per data version to draw the map: shapes with what tooltips say.

A filter change then sends one digit per municipality, not the map again.
"""

import json
from functools import lru_cache, partial
from typing import Any, Final

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.paths import GEOMETRY
from pages.parts.reading.language import _, speak, spoken
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words, words
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import whole
from pages.server.assets import address
from pages.server.content import IMMUTABLE, MEDIA_TYPES, Content
from queries import Version, View, ask, pinned
from queries.view import LANGUAGES, MAAL

PICKED: Final = "kommuner-grov.geojson"
# Of the new stations, those that are open a part of the year.
SEASONAL: Final = "nytt_sesong"
LAYERS: Final = ("i_dag", "nedlagt", "nytt", SEASONAL)


def stations(lag: str) -> str:
    """Return the name of the map layer that holds the stations of `lag`."""
    return f"tjenestesteder-{lag}.geojson"


def layer_url(version: Version, name: str) -> str:
    """Return the address of map layer `name` of `version`.

    It says what it is in the reader's language, and never changes its content.
    """
    return address(f"/kart/{version.dataset}/{version.version}/{spoken()}/{name}")


def layer_route() -> Route:
    """Return the route that serves what `layer_url` points to."""
    return Route(address("/kart/{dataset}/{version}/{lang}/{name}.geojson"), _endpoint)


async def _endpoint(request: Request) -> Response:
    path = request.path_params
    version = pinned(path["dataset"], path["version"])
    builders = {PICKED: _municipalities} | {
        stations(lag): partial(_stations, lag=lag) for lag in LAYERS
    }
    build = builders.get(f"{path['name']}.geojson")
    if version is None or build is None or path["lang"] not in LANGUAGES:
        raise HTTPException(404)
    content = await to_thread.run_sync(build, version, path["lang"])
    return content.response(request.headers, IMMUTABLE)


@lru_cache(maxsize=24)
def _municipalities(version: Version, lang: str) -> Content:
    """Return the coarse shapes, each with its name and what it answered to every measure."""
    speak(lang)
    shapes = json.loads((GEOMETRY / PICKED).read_text("utf-8"))
    far = distance(Reader(View(), version))
    rows = {m: ask(version, "kart", View(vis=m)).to_dicts() for m in (*MAAL, "avstand")}
    for i, feature in enumerate(shapes["features"]):
        place = rows["bemanning"][i]
        feature["properties"] |= {
            "navn": place["navn"],
            "sted": _("{district} · {n} innbyggere").format(
                district=words.district_name(place["politidistrikt"]), n=whole(place["innbyggere"])
            ),
            "naermest": _("{km} til {station}").format(
                km=far.text(place["til_naermeste"]), station=place["naermeste_tjenestested"]
            ),
        }
        for m in rows:
            label = words.values(m)[rows[m][i]["verdi"]]
            feature["properties"][m] = f"{words.measure_titles()[m]}: {label}"
    return _content(shapes)


@lru_cache(maxsize=96)
def _stations(version: Version, lang: str, lag: str) -> Content:
    """Return the stations of one layer as points, each with what its tooltip says."""
    speak(lang)
    layer = lag.removesuffix("_sesong")
    rows = [
        row
        for row in ask(version, "tjenestesteder", View()).to_dicts()
        if row["lag"] == layer and bool(row["sesong"]) == (lag == SEASONAL)
    ]
    features = [
        {
            "type": "Feature",
            "properties": {
                "id": row["sted_id"],
                "navn": row["navn"],
                "avstand": station_line(row),
                "sted": f"{row['sted']}, {words.district_name(row['politidistrikt'])}",
                "naermest": station_words.precisions()[row["presisjon"]],
            },
            "geometry": {
                "type": "Point",
                "coordinates": [round(row["kart_x"], 2), round(row["kart_y"], 2)],
            },
        }
        for row in rows
    ]
    return _content({"type": "FeatureCollection", "features": features})


def station_line(row: dict[str, Any]) -> str:
    """Return what a station is, in one line, such as «Nytt tjenestested fra 2023, sommer»."""
    if row["lag"] == "nytt":
        line = _("Nytt tjenestested fra {year}").format(year=row["etableres"])
        season = station_words.seasons().get(row["sesong"] or "")
        return f"{line}, {season}" if season else line
    kind = station_words.station_types()[row["type"]]
    if row["lag"] == "nedlagt":
        return _("{kind}, vedtatt nedlagt i 2017").format(kind=kind)
    return _("{kind}, i drift i 2022 (utledet)").format(kind=kind)


def _content(shapes: object) -> Content:
    text = json.dumps(shapes, ensure_ascii=False, separators=(",", ":"))
    return Content(text.encode(), MEDIA_TYPES[".geojson"])
