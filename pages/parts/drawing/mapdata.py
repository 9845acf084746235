"""What a browser fetches once per data version for the map: what it tells, and where things are.

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
from pages.parts.drawing.mapform import form_of
from pages.parts.drawing.station_layers import CLOSED, LAYERS, SEASONAL, kinds_of_new, layer_of
from pages.parts.reading.language import _, speak, spoken
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words, words
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import whole
from pages.server.assets import address
from pages.server.content import IMMUTABLE, MEDIA_TYPES, Content
from queries import Version, View, ask, pinned
from queries.choices import KARTFORMER, LANGUAGES, MAAL, SESONG

# What is told of each municipality, whatever is measured.
FACTS: Final = "kommuner.json"
# The same and what each answered, in the shapes that are pointed at where WebGL draws.
PICKED: Final = "kommuner-velg.geojson"


def stations(lag: str, kartform: str, season: str | None = None) -> str:
    """Return the name of the map layer that holds the stations of `lag`, in a form of the map.

    Where it is another in every `season`, the name says which.
    """
    then = f"-{season}" if season and lag in (SEASONAL, CLOSED) else ""
    return f"tjenestesteder-{lag}{then}-{kartform}.geojson"


def layer_url(version: Version, name: str) -> str:
    """Return the address of map layer `name` of `version`.

    It says what it is in the reader's language, and never changes its content.
    """
    return address(f"/kart/{version.dataset}/{version.version}/lag/{spoken()}/{name}")


def layer_route() -> Route:
    """Return the route that serves what `layer_url` points to."""
    return Route(address("/kart/{dataset}/{version}/lag/{lang}/{name}"), _endpoint)


async def _endpoint(request: Request) -> Response:
    path = request.path_params
    version = pinned(path["dataset"], path["version"])
    layers: list[tuple[str, str | None]] = [(lag, None) for lag in LAYERS]
    layers += [(lag, season) for season in (None, *SESONG) for lag in kinds_of_new(season)]
    builders = {FACTS: _municipalities, PICKED: _picked} | {
        stations(lag, form, season): partial(_stations, lag=lag, kartform=form, season=season)
        for lag, season in layers
        for form in KARTFORMER
    }
    build = builders.get(path["name"])
    if version is None or build is None or path["lang"] not in LANGUAGES:
        raise HTTPException(404)
    content = await to_thread.run_sync(build, version, path["lang"])
    return content.response(request.headers, IMMUTABLE)


@lru_cache(maxsize=24)
def _municipalities(version: Version, lang: str) -> Content:
    """Return the name of each municipality and two lines about it, in the order of the shapes."""
    speak(lang)
    far = distance(Reader(View(), version))
    told = [
        (
            place["navn"],
            _("{district} · {n} innbyggere").format(
                district=words.district_name(place["politidistrikt"]), n=whole(place["innbyggere"])
            ),
            _("{km} til {station}").format(
                km=far.text(place["til_naermeste"]), station=place["naermeste_tjenestested"]
            ),
        )
        for place in ask(version, "kart", View()).to_dicts()
    ]
    return _content(told, ".json")


@lru_cache(maxsize=24)
def _picked(version: Version, lang: str) -> Content:
    """Return the coarse shapes, each with what the map tells of it, by every measure."""
    speak(lang)
    told = json.loads(_municipalities(version, lang).body)
    shapes = json.loads((GEOMETRY / "kommuner-grov.geojson").read_text("utf-8"))
    answers = {
        measure: ask(version, "kart", View(vis=measure))["verdi"].to_list()
        for measure in (*MAAL, "avstand")
    }
    for shape, lines in zip(shapes["features"], told, strict=True):
        properties = shape["properties"]
        properties |= dict(zip(("navn", "sted", "naermest"), lines, strict=True))
        for measure, values in answers.items():
            label = words.values(measure)[values[properties["i"]]]
            properties[measure] = f"{words.measure_titles()[measure]}: {label}"
    return _content(shapes, ".geojson")


@lru_cache(maxsize=384)
def _stations(version: Version, lang: str, lag: str, kartform: str, season: str | None) -> Content:
    """Return the stations of one layer as points, each with what is told of it."""
    speak(lang)
    rows = [
        row
        for row in ask(version, "tjenestesteder", View(sesong=season)).to_dicts()
        if layer_of(row) == lag
    ]
    places = form_of(View(kartform=kartform)).stations(
        [row["kommunenummer"] for row in rows], [(row["kart_x"], row["kart_y"]) for row in rows]
    )
    features = [
        {
            "type": "Feature",
            "properties": {
                "id": row["sted_id"],
                "navn": row["navn"],
                "avstand": station_line(row, season),
                "sted": f"{row['sted']}, {words.district_name(row['politidistrikt'])}",
                "naermest": station_words.precisions()[row["presisjon"]],
            },
            "geometry": {"type": "Point", "coordinates": [round(x, 2), round(y, 2)]},
        }
        for row, (x, y) in zip(rows, places, strict=True)
    ]
    return _content({"type": "FeatureCollection", "features": features}, ".geojson")


def station_line(row: dict[str, Any], season: str | None) -> str:
    """Return what a station is, in one line, such as «Nytt tjenestested fra 2023, sommer».

    One that is not open in the `season` a reader has chosen, says so.
    """
    if row["lag"] == "nytt":
        line = _("Nytt tjenestested fra {year}").format(year=row["etableres"])
        own = station_words.seasons().get(row["sesong"] or "")
        shut = station_words.closed(season) if season and not row["aapent"] else ""
        return ", ".join(filter(None, (line, own, shut)))
    kind = station_words.station_types()[row["type"]]
    if row["lag"] == "nedlagt":
        return _("{kind}, vedtatt nedlagt i 2017").format(kind=kind)
    return _("{kind}, i drift i 2022 (utledet)").format(kind=kind)


def _content(told: object, kind: str) -> Content:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Content(text.encode(), MEDIA_TYPES[kind])
