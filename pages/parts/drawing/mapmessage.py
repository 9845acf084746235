"""What the browser is told of the map: addresses of shapes, one digit per municipality, colours.

The shapes stay in the browser, so that a filter change sends little more than the digits.
"""

from collections.abc import Collection, Sequence
from typing import Any

from pages.parts.drawing.colours import BLANK, DARK, LIGHT, Palette, ink, spot_colours
from pages.parts.drawing.mapdata import FACTS, layer_url, stations
from pages.parts.drawing.mapform import MapForm, form_of
from pages.parts.drawing.station_layers import drawn, look
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.opening import Spot
from pages.server.assets import geometry_url


def message(
    reader: Reader,
    rows: Sequence[dict[str, Any]],
    *,
    alt: str,
    outlined: Collection[str],
    lag: Sequence[str],
    spots: Sequence[Spot],
    pick: bool,
) -> dict[str, Any]:
    """Return what `pages/assets/kart/` and `deck.py` draw; names are explained there and below.

    `rows` is query `kart`, in the order of the shapes; `outlined` are municipality numbers, `lag`
    the station layers drawn, `spots` points of our own; `pick` lets stations be clicked.
    """
    form, palette = form_of(reader.view), DARK if reader.dark else LIGHT
    is_country = form.box(reader.view) == form.land
    return {
        "shapes": geometry_url(form.shapes),
        "borders": geometry_url(form.borders),
        "hatching": [geometry_url(name) for name in form.hatching],
        "facts": layer_url(reader.version, FACTS),
        "box": form.box(reader.view),
        "land": form.land,
        "part": form.part if is_country else None,
        "tiles": reader.view.kartform == "ruter",
        **_colours(reader, rows, palette),
        "outlined": [i for i, row in enumerate(rows) if row["kommunenummer"] in outlined],
        "stations": [
            _layer(reader, each, palette, larger=pick) for each in drawn(lag, reader.view.sesong)
        ],
        "pick": pick,
        "spots": [_spot(form, spot, palette) for spot in spots],
        "alt": alt,
        "words": {
            "closer": _("Vis nærmere"),
            "farther": _("Vis mer"),
            "whole": _("Vis hele utvalget"),
            "help": _("Piltastene flytter mellom kommunene, og Enter velger."),
        },
    }


def _colours(reader: Reader, rows: Sequence[dict[str, Any]], palette: Palette) -> dict[str, Any]:
    """Return one digit per municipality, and by digit how it is drawn and what it is called.

    The last digit is for those outside the selection, which are neither an answer nor silence.
    """
    measure = reader.view.vis
    labels = words.values(measure)
    values = list(labels)
    inks = [ink(measure, value, dark=reader.dark) for value in values]
    digits = [values.index(row["verdi"]) if row["i_utvalg"] else len(values) for row in rows]
    fills = [palette.silent if each.fill == BLANK else each.fill for each in inks]
    return {
        "digits": "".join(map(str, digits)),
        "fills": [*fills, palette.outside],
        # White beside white would hide the border, so what is silent has a grey one.
        "blank": "".join(str(int(each.fill == BLANK)) for each in inks) + "0",
        "hatched": "".join(str(int(each.hatched)) for each in inks) + "0",
        "subject": words.measure_titles()[measure],
        "labels": [*labels.values(), _("Utenfor utvalget")],
        "palette": {
            "border": palette.border,
            "hatch": palette.hatch,
            "district": palette.district,
            "chosen": palette.chosen,
        },
    }


def _layer(reader: Reader, lag: str, palette: Palette, *, larger: bool) -> list[Any]:
    """Return the address of a layer, its fill, line, radius and width of line in pixels."""
    fill, line, radius, width = look(lag, palette)
    return [
        layer_url(reader.version, stations(lag, reader.view.kartform, reader.view.sesong)),
        fill,
        line,
        radius + larger,
        width,
    ]


def _spot(form: MapForm, spot: Spot, palette: Palette) -> list[Any]:
    """Return a point's place, fill, line and radius in pixels."""
    x, y = form.spot(spot.kommunenummer, spot.x, spot.y)
    fill, line = spot_colours(spot, palette)
    return [round(x, 1), round(y, 1), fill, line, round(spot.size, 1)]
