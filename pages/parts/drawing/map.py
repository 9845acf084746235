"""The map with its key, coloured by what the municipalities answered."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import streamlit as st
from markupsafe import Markup

from pages.parts.answers.ways import behind_value
from pages.parts.drawing.bars import swatch
from pages.parts.drawing.colours import DARK, LIGHT, Ink, ink
from pages.parts.drawing.deck import HEIGHT, PICKS, deck
from pages.parts.drawing.document import place
from pages.parts.drawing.lit import lit_rows
from pages.parts.drawing.mapdata import PICKED, layer_url
from pages.parts.drawing.mapmessage import message
from pages.parts.reading.language import _
from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words, words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import whole
from pages.parts.wording.opening import Spot

TODAY: Final = ("i_dag",)
KEY: Final = "kartet"
DECK: Final = "dekket"
# What draws the map lies in pages/assets, where browsers keep it.
_mount = st.components.v2.component(
    "kart", js="export default (given) => window.kart.mount(given);", isolate_styles=False
)


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
    lit: Sequence[str] | None = None,
) -> None:
    """Draw the map with its key, below what is written so far.

    `outlined` are the municipality numbers drawn with a line around, `lag` the station layers and
    `spots` points of our own, of the kinds `spot_names` (keys of `station_words.layers`).
    `on_click` is called with the number that was clicked, each time it is; `on_station` with the
    station's key, and without it stations cannot be clicked. `lit` are the municipalities that the
    page's own filters leave; the others are drawn as outside the selection.

    pydeck draws it where the browser has a graphics card, and the map in SVG rests over it until it
    is printed or moved through by keys; elsewhere SVG is the map. On a phone deck.gl would take the
    finger that scrolls the page, and the grid needs its names, so both are SVG everywhere.
    """
    place()
    told = _said(
        reader,
        alt,
        tuple(outlined),
        tuple(lag),
        tuple(spots),
        tuple(spot_names),
        None if lit is None else frozenset(lit),
        picks=on_station is not None,
    )
    is_deck = reader.webgl and not reader.narrow and not told["tiles"]
    if is_deck:
        st.pydeck_chart(
            deck(told, layer_url(reader.version, PICKED), reader.view.vis),
            height=HEIGHT,
            key=DECK,
            selection_mode="single-object",
            on_select=lambda: _picked(told, on_click, on_station),
        )
    _mount(
        key=KEY,
        data=told | {"rests": is_deck},
        on_klikk_change=lambda: _click(on_click, on_station),
    )


@remembered
def _said(
    reader: Reader,
    alt: str,
    outlined: tuple[str, ...],
    lag: tuple[str, ...],
    spots: tuple[Spot, ...],
    spot_names: tuple[str, ...],
    lit: frozenset[str] | None,
    *,
    picks: bool,
) -> dict[str, Any]:
    rows = lit_rows(reader.ask("kart").to_dicts(), lit)
    key = legend(reader, rows, lag, spot_names, linked=lit is None)
    told = message(reader, rows, alt=alt, outlined=outlined, lag=lag, spots=spots, pick=picks)
    return told | {"key": key}


def legend(
    reader: Reader,
    rows: Sequence[dict[str, Any]],
    lag: Sequence[str] = TODAY,
    spot_names: Sequence[str] = (),
    *,
    linked: bool = True,
) -> Markup:
    """Return the map's key as HTML: every value there is, with how many municipalities it has.

    Each is a link to those municipalities, unless what is counted is not what would be `linked`.
    """
    measure = reader.view.vis
    chosen = [row["verdi"] for row in rows if row["i_utvalg"]]
    items = [
        _entry(
            ink(measure, value, dark=reader.dark),
            _behind(reader, value, label) if linked else _name(label),
            chosen.count(value),
        )
        for value, label in words.values(measure).items()
        if value in chosen
    ]
    if outside := len(rows) - len(chosen):
        palette = DARK if reader.dark else LIGHT
        mark = Ink(palette.outside, "#77797b")
        items.append(_entry(mark, _name(_("Utenfor utvalget")), outside))
    names = station_words.layers()
    seasonal = ("nytt_sesong",) if "nytt" in lag else ()
    items += [_dot(kind, names[kind]) for kind in (*lag, *seasonal, *spot_names)]
    demo = Markup('<p class="demo">{}</p>').format(demo_mark()) if reader.is_demo else ""
    return Markup('<div class="kartnokkel"><p class="tittel">{}</p><ul>{}</ul>{}</div>{}').format(
        words.measure_titles()[measure], Markup("").join(items), demo, _forms(reader)
    )


def _entry(drawn: Ink, name: Markup, count: int) -> Markup:
    # The swatch is HTML of ours without a word of others in it.
    square = Markup(swatch(drawn))  # noqa: S704
    return Markup("<li>{}{}<b>{}</b></li>").format(square, name, whole(count))


def _name(label: str) -> Markup:
    return Markup("<span>{}</span>").format(label)


def _behind(reader: Reader, value: str, label: str) -> Markup:
    """Return the name of a class, a link to the municipalities behind it."""
    way = behind_value(reader, reader.view.vis, value)
    current = Markup(' aria-current="true"') if way.is_open else ""
    return Markup('<a href="{}"{}>{}</a>').format(way.link, current, label)


def _dot(kind: str, text: str) -> Markup:
    return Markup('<li class="stasjon {}"><i></i><span>{}</span></li>').format(kind, text)


def _forms(reader: Reader) -> Markup:
    """Return the choice between the forms of the map, as links."""
    forms = {"land": _("Kart"), "ruter": _("Like store ruter")}
    links = [
        Markup('<a href="{}"{}>{}</a>').format(
            reader.link(kartform=form),
            Markup(' aria-current="true"') if form == reader.view.kartform else "",
            text,
        )
        for form, text in forms.items()
    ]
    return Markup('<nav class="kartform" aria-label="{}">{}</nav>').format(
        _("Kartets form"), Markup("").join(links)
    )


def _click(on_click: Callable[[str], None], on_station: Callable[[str], None] | None) -> None:
    """Tell what was clicked: a municipality by its number or a station by its key."""
    kind, _colon, key = str(st.session_state[KEY].klikk or "").partition(":")
    if kind == "nr":
        on_click(key)
    elif kind == "id" and on_station:
        on_station(key)


def _picked(
    told: dict[str, Any],
    on_click: Callable[[str], None],
    on_station: Callable[[str], None] | None,
) -> None:
    """Tell what was pressed on the pydeck map; what is unlit in `told` is not chosen.

    The second press on a thing, or one beside all, arrives as an empty selection: of what was
    pressed last.
    """
    state = st.session_state
    for layer, objects in state[DECK].selection.objects.items():
        if objects:
            state.pressed = (layer, objects[0]["properties"])
    layer, about = state.get("pressed", ("", {}))
    outside = str(len(told["fills"]) - 1)
    if layer == PICKS and told["digits"][about["i"]] != outside:
        on_click(about["nr"])
    elif layer not in ("", PICKS) and on_station:
        on_station(about["id"])
