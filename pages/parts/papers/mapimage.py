"""The map as a picture without a browser: SVG for paper that scales, PNG for slides and documents.

Drawn from the same rows, colours and words as the map on the screen, for readers on white paper.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pages.parts.drawing.colours import BLANK, LIGHT, Ink, ink, spot_colours
from pages.parts.drawing.lit import lit_rows, unlit_name
from pages.parts.drawing.mapform import MapForm, form_of
from pages.parts.drawing.station_layers import TODAY, layer_of, look, named
from pages.parts.drawing.station_layers import drawn as drawn_layers
from pages.parts.papers.framing import framed
from pages.parts.papers.geometry import Box, meet, paths, placed
from pages.parts.papers.mapkey import AMBER, TEXT, Key
from pages.parts.papers.text import clean
from pages.parts.papers.typesetting import drawn
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words, words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import whole
from pages.parts.wording.opening import Spot

# Kilometres per pixel below which the national hatching is too sparse to read as hatching.
DETAIL: Final = 1.0
# In pixels, how much larger a station is drawn nearer than that.
LARGER: Final = 0.8
_DEMO: Final = Markup('<text transform="translate({x} {y}) rotate(-20)">{mark}</text>')


@dataclass(frozen=True)
class Picture:
    """A picture with what it says in words."""

    svg: str
    alt: str
    width: int
    height: int

    def png(self) -> bytes:
        """Return the picture as PNG, drawn with our own fonts only."""
        return drawn(self.svg, self.width, self.height)


def map_picture(
    reader: Reader,
    title: str,
    *,
    size: tuple[int, int] = (620, 690),
    outlined: Collection[str] = (),
    lag: Sequence[str] = TODAY,
    spots: Sequence[Spot] = (),
    spot_names: Sequence[str] = (),
    marked: bool | None = None,
    lit: Collection[str] | None = None,
) -> Picture:
    """Return the map of what the reader has chosen, in its form, as large as `size` allows.

    `outlined` are the municipality numbers drawn with a line around, `lag` the station layers,
    `spots` points of our own, which the key names by `spot_names`. `marked` says whether what is
    drawn is invented, as in the demo set unless told otherwise. `lit` are the municipalities the
    page's own filters leave.
    """
    marked = reader.is_demo if marked is None else marked
    form = form_of(reader.view)
    rows = lit_rows(reader.ask("kart").to_dicts(), lit)
    width, height = size
    entries = legend(reader, rows, lit)
    season = reader.view.sesong
    names = station_words.layers(season)
    key = Key(reader.view.vis, entries, named(lag, season), spot_names, names, marked=marked)
    chosen = form.box(reader.view)
    box, corner = framed(chosen, rows, paths(form.shapes), (key.width, key.height), size)
    scale = width / (box[2] - box[0])
    parts = [
        f'<rect width="{width}" height="{height}" fill="{LIGHT.sea}"/>',
        *_shapes(reader, form, rows, box, scale, frozenset(outlined)),
        *(_stations(reader, form, each, box, scale) for each in drawn_layers(lag, season)),
        _demo(width, height) if marked else "",
        _spots(form, spots, box, scale),
        key.drawn(*corner),
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="Inter" font-size="{TEXT}" fill="#292c30">{"".join(parts)}</svg>'
    )
    counts = ", ".join(f"{label}: {whole(n)}" for _ink, label, n in entries)
    says = _("Kart. {title}. {counts}.").format(title=title, counts=counts)
    return Picture(svg, clean(f"{demo_mark()}. {says}" if marked else says), width, height)


def legend(
    reader: Reader, rows: Sequence[dict[str, Any]], lit: Collection[str] | None = None
) -> list[tuple[Ink, str, int]]:
    """Return each value on the map with how it is drawn and how many municipalities have it."""
    measure = reader.view.vis
    chosen = [row["verdi"] for row in rows if row["i_utvalg"]]
    found = [
        (ink(measure, value), label, chosen.count(value))
        for value, label in words.values(measure).items()
        if value in chosen
    ]
    outside = len(rows) - len(chosen)
    if outside:
        found.append((Ink(LIGHT.outside, "#77797b"), unlit_name(lit), outside))
    return found


def _shapes(
    reader: Reader,
    form: MapForm,
    rows: Sequence[dict[str, Any]],
    box: Box,
    scale: float,
    outlined: frozenset[str],
) -> list[str]:
    measure = reader.view.vis
    fine = scale > 1 / DETAIL
    shapes = paths(form.shapes)
    hatching = paths(form.hatching[fine])
    fills, lines, rings = [], [], []
    for i, row in enumerate(rows):
        if not meet(form.municipality(row["kommunenummer"]), box):
            continue
        shown = ink(measure, row["verdi"])
        path = placed(shapes[i], box, scale, closed=True)
        fill = LIGHT.silent if shown.fill == BLANK else shown.fill
        if not row["i_utvalg"]:
            fill = LIGHT.outside
        # White beside white would hide the border, so what is silent has a grey one.
        blank = row["i_utvalg"] and shown.fill == BLANK
        edge = LIGHT.hatch if blank else LIGHT.border
        fills.append((blank, f'<path d="{path}" fill="{fill}" stroke="{edge}"/>'))
        if row["i_utvalg"] and shown.hatched:
            lines.append(placed(hatching[i], box, scale, closed=False))
        if row["kommunenummer"] in outlined:
            rings.append(path)
    borders = placed(paths(form.borders)[0], box, scale, closed=False)
    return [
        f'<g stroke-width="0.6">{"".join(path for _blank, path in sorted(fills))}</g>',
        f'<path d="{"".join(lines)}" fill="none" stroke="{LIGHT.hatch}" stroke-width="0.8"/>',
        f'<path d="{borders}" fill="none" stroke="{LIGHT.district}" stroke-width="1.3"/>',
        f'<path d="{"".join(rings)}" fill="none" stroke="{LIGHT.chosen}" stroke-width="2.5"/>',
    ]


def _stations(reader: Reader, form: MapForm, layer: str, box: Box, scale: float) -> str:
    """Return the points of one layer, in all the country, also outside the selection."""
    fill, line, radius, width = look(layer, LIGHT)
    radius += LARGER if scale > 1 / DETAIL else 0
    rows = [r for r in reader.country.ask("tjenestesteder").to_dicts() if layer_of(r) == layer]
    points = [(row["kart_x"], row["kart_y"]) for row in rows]
    dots = [
        f'<circle cx="{(x - box[0]) * scale:.1f}" cy="{(box[3] - y) * scale:.1f}" r="{radius}"/>'
        for x, y in form.stations([row["kommunenummer"] for row in rows], points)
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]
    ]
    return f'<g fill="{fill}" stroke="{line}" stroke-width="{width}">{"".join(dots)}</g>'


def _spots(form: MapForm, spots: Sequence[Spot], box: Box, scale: float) -> str:
    points = [form.spot(spot.kommunenummer, spot.x, spot.y) for spot in spots]
    dots = "".join(
        f'<circle cx="{(x - box[0]) * scale:.1f}" cy="{(box[3] - y) * scale:.1f}" '
        f'r="{spot.size:.1f}" '
        'fill="{}" stroke="{}"/>'.format(*spot_colours(spot, LIGHT))
        for spot, (x, y) in zip(spots, points, strict=True)
    )
    return f'<g stroke-width="2">{dots}</g>'


def _demo(width: int, height: int) -> str:
    """Return the mark that stays in the picture however it is cut."""
    mark = _("DEMODATA")
    marks = "".join(
        _DEMO.format(x=x, y=y, mark=mark)
        for i, y in enumerate(range(100, height + 100, 150))
        for x in range(-60 + 120 * (i % 2), width, 240)
    )
    return f'<g font-size="30" font-weight="600" fill="{AMBER}" fill-opacity="0.14">{marks}</g>'
