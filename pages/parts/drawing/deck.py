"""The map as pydeck draws it on a graphics card, of the same message as the one in SVG.

Shapes and points go by address and colours by expression, so that a change sends one digit per
municipality here too.
"""

import hashlib
import json
import math
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any, Final

import pydeck as pdk
from pydeck.bindings import deck as pydeck_deck

from pages.parts.drawing.colours import rgb

# pydeck looks for Jupyter five times for each map, by trying to import it; once is enough.
pydeck_deck.has_jupyter_extra = cache(pydeck_deck.has_jupyter_extra)

# The map's frame in pixels: the height that `look/5-map.css` gives it, and the least width. A wider
# one shows more sea beside the country.
WIDTH: Final = 576
HEIGHT: Final = 690
MARGIN: Final = 1.03
# Above this zoom, one pixel per kilometre, the country's hatching is too sparse to read as such.
DETAIL_ZOOM: Final = 0.0
# The layer that takes the presses on municipalities.
PICKS: Final = "velg"
# Where a feature's place in the file is found, in the shapes themselves and in lines made of them.
IN_SHAPE: Final = "properties.i"
IN_LINE: Final = "__source.object.properties.i"
PIXELS: Final = pdk.types.String("pixels")
CLEAR: Final = (0, 0, 0, 0)


def deck(told: dict[str, Any], picked: str, measure: str) -> pdk.Deck:
    """Return the map of what `mapmessage.message` says.

    `picked` is the address of the shapes that are pointed at (see `mapdata.PICKED`); what is told
    of them is what they answered to `measure`.
    """
    view = _fitted(told["box"])
    layers = [
        *_shapes(told, detail=view.zoom > DETAIL_ZOOM),
        # Picking draws every vertex once more, so a coarse, unseen twin takes the presses.
        pdk.Layer(
            "GeoJsonLayer",
            id=PICKS,
            data=picked,
            pickable=True,
            stroked=False,
            opacity=0,
            auto_highlight=True,
            highlight_color=[*rgb(told["palette"]["chosen"]), 40],
        ),
        *(_stations(layer, pickable=told["pick"]) for layer in told["stations"]),
        *_spots(told["spots"]),
    ]
    return pdk.Deck(
        layers=layers,
        views=[pdk.View(type="OrthographicView", controller=True, flip_y=False)],
        initial_view_state=view,
        # With one, the browser would ask a third party.
        map_provider=None,
        tooltip={"html": f"<b>{{navn}}</b><br>{{{measure}}}<br>{{sted}}<br>{{naermest}}"},
    )


def _fitted(box: Sequence[float]) -> pdk.ViewState:
    """Return the view that shows `box`, in map kilometres, as large as the frame lets it be."""
    west, south, east, north = box
    scale = min(WIDTH / ((east - west) * MARGIN), HEIGHT / ((north - south) * MARGIN))
    return pdk.ViewState(
        target=[(west + east) / 2, (south + north) / 2, 0],
        zoom=round(math.log2(scale), 3),
        min_zoom=-2,
        max_zoom=6,
    )


def _shapes(told: dict[str, Any], *, detail: bool) -> list[pdk.Layer]:
    digits, palette = told["digits"], {name: rgb(ink) for name, ink in told["palette"].items()}
    fills = [rgb(fill) for fill in told["fills"]]
    edges = [palette["hatch" if flag == "1" else "border"] for flag in told["blank"]]
    hatching = [palette["hatch"] if flag == "1" else CLEAR for flag in told["hatched"]]
    outlined = set(told["outlined"])
    rings = "".join(str(int(i in outlined)) for i in range(len(digits)))
    return [
        pdk.Layer(
            "GeoJsonLayer",
            id="flater",
            data=told["shapes"],
            line_width_units=PIXELS,
            get_line_width=0.6,
            _subLayerProps={
                "polygons-fill": _coloured("getFillColor", fills, digits, IN_SHAPE),
                "polygons-stroke": _coloured("getColor", edges, digits, IN_LINE),
            },
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id=f"skravur-{int(detail)}",
            data=told["hatching"][detail],
            line_width_units=PIXELS,
            get_line_width=0.8,
            _subLayerProps={"linestrings": _coloured("getColor", hatching, digits, IN_LINE)},
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id="distriktsgrenser",
            data=told["borders"],
            get_line_color=palette["district"],
            line_width_units=PIXELS,
            get_line_width=0.8,
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id="valgt",
            data=told["shapes"],
            filled=False,
            line_width_units=PIXELS,
            get_line_width=2.5,
            visible=bool(outlined),
            _subLayerProps={
                "polygons-stroke": _coloured("getColor", (CLEAR, palette["chosen"]), rings, IN_LINE)
            },
        ),
    ]


def _stations(layer: Sequence[Any], *, pickable: bool) -> pdk.Layer:
    address, fill, line, radius, ring = layer
    return _points(
        address.rpartition("/")[2],
        address,
        (fill, line),
        ring,
        pickable=pickable,
        # The ring lies around the point, not on its edge.
        get_point_radius=radius + ring / 2,
    )


def _spots(spots: Sequence[Sequence[Any]]) -> list[pdk.Layer]:
    """Return a layer for each way points of our own are drawn."""
    layers = []
    for (fill, line), drawn in groupby(sorted(spots, key=_inks), key=_inks):
        features = [
            {
                "type": "Feature",
                "properties": {"r": radius},
                "geometry": {"type": "Point", "coordinates": [x, y]},
            }
            for x, y, _fill, _line, radius in drawn
        ]
        data = {"type": "FeatureCollection", "features": features}
        name = f"punkter-{fill}"
        layers.append(_points(name, data, (fill, line), 2, get_point_radius="properties.r"))
    return layers


def _inks(spot: Sequence[Any]) -> tuple[str, str]:
    _x, _y, fill, line, _radius = spot
    return fill, line


def _points(
    name: str, data: object, inks: tuple[str, str], ring: float, **more: object
) -> pdk.Layer:
    fill, line = map(rgb, inks)
    return pdk.Layer(
        "GeoJsonLayer",
        id=name,
        data=data,
        point_radius_units=PIXELS,
        line_width_units=PIXELS,
        get_line_width=ring,
        _subLayerProps={"points-circle": {"getFillColor": fill, "getLineColor": line}},
        **more,
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
