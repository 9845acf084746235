"""Where the map stands on the page, and who draws it there: pydeck or SVG, of one message."""

import json
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlsplit

import streamlit as st

from pages.parts.drawing.deck import HEIGHT, PICKS, deck
from pages.parts.drawing.document import write
from pages.parts.drawing.mapdata import PICKED, layer_url
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader

KEY: Final = "dekket"


def show_map(said: Callable[[Reader], dict[str, Any]], reader: Reader) -> None:
    """Show the map that `said` gives (see `country_map`) among the pieces of the page.

    pydeck draws it where the browser has a graphics card, and the map in SVG rests over it until it
    is printed or moved through by keys; elsewhere SVG is the map. On a phone deck.gl would take the
    finger that scrolls the page, and the grid needs its names, so both are SVG everywhere.
    """
    if reader.webgl and not reader.narrow and reader.view.kartform != "ruter":
        told = said(reader)
        st.pydeck_chart(
            deck(told, layer_url(reader.version, PICKED), reader.view.vis),
            height=HEIGHT,
            key=KEY,
            selection_mode="single-object",
            on_select=lambda: _press(told),
        )
    write("kart", lambda reader: _place(said(reader)), reader)


def _place(told: dict[str, Any]) -> Markup:
    """Return the place in the document that `maps.js` has `kart.js` draw in."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Markup('<div class="kartplass" data-egen="kart" data-kart="{}"></div>').format(text)


def _press(told: dict[str, Any]) -> None:
    """Follow the link of what was pressed on the pydeck map, if it has one.

    The second press on a thing, or one beside all, arrives as an empty selection: of what was
    pressed last.
    """
    state = st.session_state
    for layer, objects in state[KEY].selection.objects.items():
        if objects:
            state.pressed = (layer, objects[0]["properties"])
    if link := pressed_link(told, *state.get("pressed", ("", {}))):
        st.query_params.from_dict(dict(parse_qsl(urlsplit(link).query)))


def pressed_link(told: dict[str, Any], layer: str, about: dict[str, Any]) -> str | None:
    """Return where a press on a feature of `layer` leads, as `maps.js` has it, or None.

    `about` are the feature's properties. What is unlit in `told` leads nowhere.
    """
    outside = str(len(told["fills"]) - 1)
    if not about or (layer == PICKS and told["digits"][about["i"]] == outside):
        return None
    kind = "nr" if layer == PICKS else "id"
    ways, key = told["ways"].get(kind), str(about[kind])
    if ways is None or "links" in ways:
        return (ways or {"links": {}})["links"].get(key)
    if key == ways["open"]:
        return str(ways["from"])
    field = f"{ways['field']}="
    return str(ways["to"]).replace(f"{field}%7B%7D", field + quote(key, safe=""))
