"""The map's layers as pydeck sends them: shapes and points by address, colours by expression."""

import hashlib
import json
from collections.abc import Collection, Sequence
from typing import Any, Final

import pydeck as pdk

from pages.parts.drawing.colours import BLANK, DARK, LIGHT, Ink, Palette, ink, rgb
from pages.parts.drawing.mapdata import PICKED, SEASONAL, layer_url, stations
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.opening import Spot
from pages.server.assets import geometry_url

# Above this zoom the national hatching is too sparse to read as hatching.
DISTRICT_ZOOM: Final = 0.0
# Where a feature's place in the file is found, in the shapes themselves and in lines made of them.
IN_SHAPE: Final = "properties.i"
IN_LINE: Final = "__source.object.properties.i"
PIXELS: Final = pdk.types.String("pixels")


def deck(
    reader: Reader,
    rows: Sequence[dict[str, Any]],
    view: pdk.ViewState,
    *,
    outlined: Collection[str],
    lag: Sequence[str],
    spots: Sequence[Spot],
    pick_stations: bool,
) -> pdk.Deck:
    """Return the map of `rows` (query `kart`, in the order of the geometry).

    `outlined` are municipality numbers, `lag` the station layers drawn, `spots` points of our own.
    """
    palette = DARK if reader.dark else LIGHT
    detail = view.zoom > DISTRICT_ZOOM
    layers = [
        *_shapes(reader, rows, frozenset(outlined), palette, detail),
        # Picking draws every vertex once more, so a coarse, unseen twin takes the clicks.
        pdk.Layer(
            "GeoJsonLayer",
            id="velg",
            data=layer_url(reader.version, PICKED),
            pickable=True,
            stroked=False,
            opacity=0,
            auto_highlight=True,
            highlight_color=[*rgb(palette.chosen), 40],
        ),
        *(_stations(reader, each, palette, detail, pick_stations) for each in _drawn(lag)),
        _spots(spots, palette, hollow=True),
        _spots(spots, palette, hollow=False),
    ]
    return pdk.Deck(
        layers=layers,
        views=[pdk.View(type="OrthographicView", controller=True, flip_y=False)],
        initial_view_state=view,
        map_provider=None,
        tooltip={
            "html": f"<b>{{navn}}</b><br>{{{reader.view.vis}}}<br>{{sted}}<br>{{naermest}}",
        },
    )


def _drawn(lag: Sequence[str]) -> list[str]:
    """Return the files behind `lag`, the ones that must not be hidden last."""
    order = ["nedlagt", "i_dag", "nytt", SEASONAL]
    return [each for each in order if each in lag or (each == SEASONAL and "nytt" in lag)]


def _shapes(
    reader: Reader,
    rows: Sequence[dict[str, Any]],
    outlined: frozenset[str],
    palette: Palette,
    detail: bool,
) -> list[pdk.Layer]:
    measure = reader.view.vis
    values = list(words.values(measure))
    inks = [ink(measure, row["verdi"], dark=reader.dark) for row in rows]
    inside = [row["i_utvalg"] for row in rows]
    # One digit per municipality in the order of the geometry; the digit picks a colour.
    digits = "".join(
        str(values.index(row["verdi"]) if shown else len(values))
        for row, shown in zip(rows, inside, strict=True)
    )
    fills = [_fill(ink(measure, value, dark=reader.dark), palette) for value in values] + [
        rgb(palette.outside)
    ]
    silent = "".join(
        str(int(shown and drawn.hatched)) for shown, drawn in zip(inside, inks, strict=True)
    )
    # White beside white would hide the border, so what is silent has a grey one.
    edge = "".join(
        str(int(shown and drawn.fill == BLANK)) for shown, drawn in zip(inside, inks, strict=True)
    )
    ring = "".join(str(int(row["kommunenummer"] in outlined)) for row in rows)
    clear, hatch = (0, 0, 0, 0), rgb(palette.hatch)
    return [
        pdk.Layer(
            "GeoJsonLayer",
            id="flater",
            data=geometry_url("kommuner-fin.geojson"),
            line_width_units=PIXELS,
            get_line_width=0.6,
            _subLayerProps={
                "polygons-fill": _coloured("getFillColor", fills, digits, IN_SHAPE),
                "polygons-stroke": _coloured(
                    "getColor", (rgb(palette.border), hatch), edge, IN_LINE
                ),
            },
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id=f"skravur-{int(detail)}",
            data=geometry_url("skravur-distrikt.geojson" if detail else "skravur-land.geojson"),
            line_width_units=PIXELS,
            get_line_width=0.8,
            _subLayerProps={"linestrings": _coloured("getColor", (clear, hatch), silent, IN_LINE)},
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id="distriktsgrenser",
            data=geometry_url("distriktsgrenser.geojson"),
            get_line_color=rgb(palette.district),
            line_width_units=PIXELS,
            get_line_width=0.8,
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id="valgt",
            data=geometry_url("kommuner-fin.geojson"),
            filled=False,
            line_width_units=PIXELS,
            get_line_width=2.5,
            visible=bool(outlined),
            _subLayerProps={
                "polygons-stroke": _coloured(
                    "getColor", (clear, rgb(palette.chosen)), ring, IN_LINE
                )
            },
        ),
    ]


def _stations(
    reader: Reader, lag: str, palette: Palette, detail: bool, pickable: bool
) -> pdk.Layer:
    station, border, accent = rgb(palette.station), rgb(palette.border), rgb(palette.accent)
    grey = rgb(palette.district)
    fill, line, size = {
        "i_dag": (station, border, 2.2),
        "nedlagt": (border, grey, 2.4),
        "nytt": (accent, border, 5),
        SEASONAL: (border, accent, 4.5),
    }[lag]
    return pdk.Layer(
        "GeoJsonLayer",
        id=f"sted-{lag}",
        data=layer_url(reader.version, stations(lag)),
        pickable=pickable,
        point_radius_units=PIXELS,
        line_width_units=PIXELS,
        get_point_radius=size + (0.8 if detail else 0) + (1 if pickable else 0),
        get_line_width=2 if lag == SEASONAL else 0.8 if lag != "nedlagt" else 1.2,
        _subLayerProps={"points-circle": {"getFillColor": fill, "getLineColor": line}},
    )


def _spots(spots: Sequence[Spot], palette: Palette, *, hollow: bool) -> pdk.Layer:
    accent, border = rgb(palette.accent), rgb(palette.border)
    drawn = [spot for spot in spots if spot.hollow == hollow]
    features = [
        {
            "type": "Feature",
            "properties": {"r": round(spot.size, 1)},
            "geometry": {"type": "Point", "coordinates": [round(spot.x, 1), round(spot.y, 1)]},
        }
        for spot in drawn
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        id=f"punkter-{int(hollow)}",
        data={"type": "FeatureCollection", "features": features},
        point_radius_units=PIXELS,
        line_width_units=PIXELS,
        get_point_radius="properties.r",
        get_line_width=2,
        visible=bool(drawn),
        _subLayerProps={
            "points-circle": {
                "getFillColor": border if hollow else accent,
                "getLineColor": accent if hollow else border,
            }
        },
    )


def _coloured(
    accessor: str, colours: Sequence[Sequence[int]], digits: str, index: str
) -> dict[str, object]:
    """Return the properties of a sublayer whose features have the colour their digit picks.

    They are given to the sublayer, because Streamlit dims every layer with a fill of its own while
    something is selected, and keeps no update trigger but that one. In deck.gl's expression the
    outer parentheses are needed: without them the layer is silently black.
    """
    table = json.dumps(colours, separators=(",", ":"))
    trigger = hashlib.sha256(f"{table}{digits}".encode()).hexdigest()[:8]
    return {
        accessor: f"@@=({table})[('{digits}')[{index}]]",
        "updateTriggers": {accessor: [trigger]},
    }


def _fill(drawn: Ink, palette: Palette) -> Sequence[int]:
    return rgb(palette.silent) if drawn.fill == BLANK else rgb(drawn.fill)
