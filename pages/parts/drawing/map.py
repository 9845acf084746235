"""Norway in its own projection, coloured by what the municipalities answered."""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any, Final

import pydeck as pdk
import streamlit as st

from data.paths import GEOMETRY
from pages.parts.answers.ways import behind_value
from pages.parts.drawing.bars import swatch
from pages.parts.drawing.colours import DARK, LIGHT, Ink, ink
from pages.parts.drawing.deck import deck
from pages.parts.drawing.document import place, write
from pages.parts.drawing.layout import joined
from pages.parts.reading.language import _
from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words, words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import whole
from pages.parts.wording.opening import Spot

Box = tuple[float, float, float, float]
# The map's frame in pixels. The width is what the narrowest screen of its kind leaves; a wider one
# shows more sea beside the country.
WIDE: Final = (600, 690)
NARROW: Final = (350, 480)
MARGIN: Final = 1.06
TODAY: Final = ("i_dag",)


def country_map(
    reader: Reader,
    *,
    on_click: Callable[[str], None],
    alt: str,
    outlined: Sequence[str] = (),
    lag: Sequence[str] = TODAY,
    spots: Sequence[Spot] = (),
    spot_names: Sequence[str] = (),
    on_station: Callable[[str], None] | None = None,
) -> None:
    """Draw the map with its legend, below what is written so far.

    `outlined` are the municipality numbers drawn with a line around, `lag` the station layers and
    `spots` points of our own, of the kinds `spot_names` (keys of `station_words.layers`).
    `on_click` is called with the number that was clicked, each time it is; `on_station` with the
    station's key, and without it stations cannot be clicked.
    """
    _width, height = NARROW if reader.narrow else WIDE
    place()
    picks = on_station is not None
    st.pydeck_chart(
        _sent(reader, tuple(outlined), tuple(lag), tuple(spots), picks),
        height=height,
        key="kartet",
        selection_mode="single-object",
        on_select=lambda: _click(on_click, on_station),
        alt=alt,
    )
    write(
        "kartnokkel",
        lambda reader: joined(legend(reader, reader.ask("kart").to_dicts(), lag, spot_names)),
        reader,
    )


@dataclass(frozen=True)
class _Sent:
    """A map as Streamlit sends it on, so that equal maps are put together once."""

    json: str
    _tooltip: dict[str, str]

    def to_json(self) -> str:
        return self.json


@remembered
def _sent(
    reader: Reader,
    outlined: tuple[str, ...],
    lag: tuple[str, ...],
    spots: tuple[Spot, ...],
    pick_stations: bool,
) -> _Sent:
    width, height = NARROW if reader.narrow else WIDE
    drawn = deck(
        reader,
        reader.ask("kart").to_dicts(),
        _frame(reader, width, height),
        outlined=outlined,
        lag=lag,
        spots=spots,
        pick_stations=pick_stations,
    )
    return _Sent(drawn.to_json(), drawn._tooltip)


def legend(
    reader: Reader,
    rows: Sequence[dict[str, Any]],
    lag: Sequence[str] = TODAY,
    spot_names: Sequence[str] = (),
) -> str:
    """Return the map's key as HTML: every value there is, with how many municipalities it has."""
    measure = reader.view.vis
    chosen = [row["verdi"] for row in rows if row["i_utvalg"]]
    items = "".join(
        f"<li>{swatch(ink(measure, value, dark=reader.dark))}"
        f"{_behind(reader, value, label)}<b>{whole(chosen.count(value))}</b></li>"
        for value, label in words.values(measure).items()
        if value in chosen
    )
    outside = len(rows) - len(chosen)
    if outside:
        palette = DARK if reader.dark else LIGHT
        mark = swatch(Ink(palette.outside, "#77797b"))
        text = escape(_("Utenfor utvalget"))
        items += f"<li>{mark}<span>{text}</span><b>{whole(outside)}</b></li>"
    names = station_words.layers()
    items += "".join(_dot(each, names[each]) for each in lag)
    if "nytt" in lag:
        items += _dot("nytt_sesong", names["nytt_sesong"])
    items += "".join(_dot(kind, names[kind]) for kind in spot_names)
    demo = f"<p>{escape(demo_mark())}</p>" if reader.is_demo else ""
    return (
        f'<div class="kartnokkel"><h2>{escape(words.measure_titles()[measure])}</h2>'
        f"<ul>{items}</ul>{demo}</div>"
    )


def _behind(reader: Reader, value: str, label: str) -> str:
    """Return the name of a class, a link to the municipalities behind it."""
    way = behind_value(reader, reader.view.vis, value)
    current = ' aria-current="true"' if way.is_open else ""
    return f'<a href="{escape(way.link)}"{current}>{escape(label)}</a>'


def _dot(kind: str, text: str) -> str:
    return f'<li class="stasjon {kind}"><i></i><span>{escape(text)}</span></li>'


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


def _click(on_click: Callable[[str], None], on_station: Callable[[str], None] | None) -> None:
    """Tell what was clicked; the second click on a thing arrives as an empty selection."""
    state = st.session_state
    for layer, objects in state.kartet.selection.objects.items():
        if objects:
            kind = "nr" if layer == "velg" else "id"
            state.sist_klikket = (kind, objects[0]["properties"][kind])
    kind, key = state.get("sist_klikket", (None, ""))
    if kind == "nr":
        on_click(key)
    elif kind == "id" and on_station:
        on_station(key)
