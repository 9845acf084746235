"""The map with its key, coloured by what the municipalities answered."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from pages.parts.answers.ways import behind_value
from pages.parts.drawing.bars import swatch
from pages.parts.drawing.colours import DARK, LIGHT, Ink, ink
from pages.parts.drawing.lit import lit_rows, unlit_name
from pages.parts.drawing.mapmessage import message
from pages.parts.drawing.station_layers import TODAY, named
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words, words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import whole
from pages.parts.wording.opening import Spot

# Stands for what is pressed in the address it leads to; no municipality or station is called so.
PRESSED: Final = "{}"


def country_map(
    reader: Reader,
    *,
    alt: str,
    outlined: Collection[str] = (),
    lag: Sequence[str] = TODAY,
    spots: Sequence[Spot] = (),
    spot_names: Sequence[str] = (),
    lit: Collection[str] | None = None,
    behind: Collection[str] = (),
    links: Mapping[str, str] | None = None,
    has_stations: bool = False,
) -> dict[str, Any]:
    """Return the map with its key, for `show_map` to draw.

    `outlined` are the municipality numbers drawn with a line around, `lag` the station layers and
    `spots` points of our own, of the kinds `spot_names` (keys of `station_words.layers`). `lit` are
    the municipalities that the page's own filters leave; the others are drawn as outside the
    selection. `behind` are those behind the number that is open: they alone are lit, and the key
    stays as it is. A press opens the municipality or lets it go; or `links` says where it leads, by
    number. With `has_stations` a press on a station opens it.
    """
    rows = lit_rows(reader.ask("kart").to_dicts(), lit)
    shown = lit_rows(rows, behind or None)
    said = message(
        reader, shown, alt=alt, outlined=outlined, lag=lag, spots=spots, pick=has_stations
    )
    said["labels"][-1] = unlit_name(lit)
    said["key"] = legend(reader, rows, lag, spot_names, lit=lit)
    said["ways"] = {"nr": _toggle(reader, "kommune") if links is None else {"links": dict(links)}}
    if has_stations:
        said["ways"]["id"] = _toggle(reader, "sted")
    return said


def _toggle(reader: Reader, field: str) -> dict[str, str]:
    """Return where a press leads: to what is pressed, or away from it when it is open."""
    return {
        "field": field,
        "open": getattr(reader.view, field) or "",
        "to": reader.link(None, **{field: PRESSED}),
        "from": reader.link(None, **{field: None}),
    }


def legend(
    reader: Reader,
    rows: Sequence[dict[str, Any]],
    lag: Sequence[str] = TODAY,
    spot_names: Sequence[str] = (),
    *,
    lit: Collection[str] | None = None,
) -> Markup:
    """Return the map's key as HTML: every value there is, with how many municipalities it has.

    Each is a link to those municipalities, unless the page's own filters leave only some, `lit`.
    """
    measure = reader.view.vis
    chosen = [row["verdi"] for row in rows if row["i_utvalg"]]
    items = [
        _entry(
            ink(measure, value, dark=reader.dark),
            _behind(reader, value, label) if lit is None else _name(label),
            chosen.count(value),
        )
        for value, label in words.values(measure).items()
        if value in chosen
    ]
    if outside := len(rows) - len(chosen):
        palette = DARK if reader.dark else LIGHT
        mark = Ink(palette.outside, "#77797b")
        items.append(_entry(mark, _name(unlit_name(lit)), outside))
    season = reader.view.sesong
    names = station_words.layers(season)
    items += [_dot(kind, names[kind]) for kind in (*named(lag, season), *spot_names)]
    demo = Markup('<p class="demo">{}</p>').format(demo_mark()) if reader.is_demo else ""
    return Markup('<div class="kartnokkel"><p class="tittel">{}</p><ul>{}</ul>{}</div>{}').format(
        words.measure_titles()[measure], Markup("").join(items), demo, _forms(reader)
    )


def _entry(drawn: Ink, name: Markup, count: int) -> Markup:
    # The swatch is HTML of ours without a word of others in it.
    square = swatch(drawn)
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
