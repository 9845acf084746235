"""Norway in its own projection, coloured by what the municipalities answered."""

import hashlib
import json
import math
from collections.abc import Callable, Collection, Sequence
from functools import cache
from html import escape
from typing import Any, Final

import pydeck as pdk
import streamlit as st

from data.paths import GEOMETRY
from pages.parts import words
from pages.parts.bars import swatch
from pages.parts.chrome import demo_mark
from pages.parts.colours import BLANK, DARK, LIGHT, Ink, Palette, ink, rgb
from pages.parts.language import _
from pages.parts.mapdata import PICKED, STATIONS, layer_url
from pages.parts.numbers import whole
from pages.parts.reader import Reader
from pages.server.assets import geometry_url

Box = tuple[float, float, float, float]
# The map's frame in pixels. The width is what the narrowest screen of its kind leaves; a wider one
# shows more sea beside the country.
WIDE: Final = (600, 690)
NARROW: Final = (350, 480)
MARGIN: Final = 1.06
# Above this zoom the national hatching is too sparse to read as hatching.
DISTRICT_ZOOM: Final = 0.0
# Where a feature's place in the file is found, in the shapes themselves and in lines made of them.
IN_SHAPE: Final = "properties.i"
IN_LINE: Final = "__source.object.properties.i"


def country_map(
    reader: Reader,
    rows: Sequence[dict[str, Any]],
    *,
    outlined: Collection[str],
    on_click: Callable[[str], None],
    alt: str,
) -> None:
    """Draw the map of `rows` (query `kart`) with its legend.

    `outlined` are the municipality numbers drawn with a line around. `on_click` is called with the
    number that was clicked, each time it is.
    """
    width, height = NARROW if reader.narrow else WIDE
    with st.container(key="kart"):
        st.pydeck_chart(
            _deck(reader, rows, frozenset(outlined), _frame(reader, width, height)),
            height=height,
            key="kartet",
            selection_mode="single-object",
            on_select=lambda: _click(on_click),
            alt=alt,
        )
        st.html(legend(reader, rows))


def legend(reader: Reader, rows: Sequence[dict[str, Any]]) -> str:
    """Return the map's key as HTML: every value there is, with how many municipalities it has."""
    measure = reader.view.vis
    chosen = [row["verdi"] for row in rows if row["i_utvalg"]]
    items = "".join(
        f"<li>{swatch(ink(measure, value, dark=reader.dark))}<span>{escape(label)}</span>"
        f"<b>{whole(chosen.count(value))}</b></li>"
        for value, label in words.values(measure).items()
        if value in chosen
    )
    outside = len(rows) - len(chosen)
    if outside:
        palette = DARK if reader.dark else LIGHT
        mark = swatch(Ink(palette.outside, "#77797b"))
        items += (
            f"<li>{mark}<span>{escape(_('Utenfor utvalget'))}</span><b>{whole(outside)}</b></li>"
        )
    items += f'<li class="stasjon"><i></i><span>{escape(_("Tjenestested i dag"))}</span></li>'
    demo = f"<p>{escape(demo_mark())}</p>" if reader.is_demo else ""
    return (
        f'<div class="kartnokkel"><h2>{escape(words.measure_titles()[measure])}</h2>'
        f"<ul>{items}</ul>{demo}</div>"
    )


def _deck(
    reader: Reader, rows: Sequence[dict[str, Any]], outlined: frozenset[str], view: pdk.ViewState
) -> pdk.Deck:
    palette = DARK if reader.dark else LIGHT
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
    detail = view.zoom > DISTRICT_ZOOM
    lines = pdk.types.String("pixels")
    layers = [
        pdk.Layer(
            "GeoJsonLayer",
            id="flater",
            data=geometry_url("kommuner-fin.geojson"),
            line_width_units=lines,
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
            line_width_units=lines,
            get_line_width=0.8,
            _subLayerProps={"linestrings": _coloured("getColor", (clear, hatch), silent, IN_LINE)},
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id="distriktsgrenser",
            data=geometry_url("distriktsgrenser.geojson"),
            get_line_color=rgb(palette.district),
            line_width_units=lines,
            get_line_width=0.8,
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id="valgt",
            data=geometry_url("kommuner-fin.geojson"),
            filled=False,
            line_width_units=lines,
            get_line_width=2.5,
            visible=bool(outlined),
            _subLayerProps={
                "polygons-stroke": _coloured(
                    "getColor", (clear, rgb(palette.chosen)), ring, IN_LINE
                )
            },
        ),
        pdk.Layer(
            "GeoJsonLayer",
            id="tjenestesteder",
            data=layer_url(reader.version, STATIONS),
            point_radius_units=lines,
            line_width_units=lines,
            get_point_radius=3 if detail else 2.2,
            get_line_width=0.8,
            _subLayerProps={
                "points-circle": {
                    "getFillColor": rgb(palette.station),
                    "getLineColor": rgb(palette.border),
                }
            },
        ),
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
    ]
    return pdk.Deck(
        layers=layers,
        views=[pdk.View(type="OrthographicView", controller=True, flip_y=False)],
        initial_view_state=view,
        map_provider=None,
        tooltip={
            "html": f"<b>{{navn}}</b><br>{{{measure}}}<br>{{sted}}<br>{{naermest}}",
            "style": {"className": "karttips"},
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


def _frame(reader: Reader, width: int, height: int) -> pdk.ViewState:
    """Return the view that shows the chosen districts or counties, or the country."""
    boxes = _boxes()
    if reader.view.distrikt:
        chosen = [boxes["politidistrikt"][d] for d in reader.view.distrikt]
    elif reader.view.fylke:
        chosen = [boxes["fylke"][f] for f in reader.view.fylke]
    else:
        chosen = [boxes["landet"]["landet"]]
    west, south = min(b[0] for b in chosen), min(b[1] for b in chosen)
    east, north = max(b[2] for b in chosen), max(b[3] for b in chosen)
    scale = min(width / ((east - west) * MARGIN), height / ((north - south) * MARGIN))
    return pdk.ViewState(
        target=[(west + east) / 2, (south + north) / 2, 0],
        zoom=round(math.log2(scale), 3),
        min_zoom=-2,
        max_zoom=6,
    )


@cache
def _boxes() -> dict[str, dict[str, Box]]:
    """Return the extent of the country and of each district and county, in map kilometres."""
    found = json.loads((GEOMETRY / "utsnitt.json").read_text("utf-8"))
    return found | {"landet": {"landet": found["landet"]}}


def _click(on_click: Callable[[str], None]) -> None:
    """Tell what was clicked; the second click on a shape arrives as an empty selection."""
    state = st.session_state
    chosen = state.kartet.selection.objects.get("velg")
    if chosen:
        state.sist_klikket = chosen[0]["properties"]["nr"]
    if last := state.get("sist_klikket"):
        on_click(last)
