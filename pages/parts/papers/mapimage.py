"""The map as a picture without a browser: SVG for paper that scales, PNG for slides and documents.

Drawn from the same rows, colours and words as the map on the screen, for readers on white paper.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from pages.parts import station_words, words
from pages.parts.chrome import demo_mark
from pages.parts.colours import BLANK, LIGHT, Ink, ink
from pages.parts.deck import Spot
from pages.parts.language import _
from pages.parts.numbers import whole
from pages.parts.papers.geometry import Box, Point, extent, extents, fitted, meet, paths, placed
from pages.parts.papers.text import clean, printable
from pages.parts.papers.typesetting import drawn
from pages.parts.reader import Reader

# Kilometres per pixel below which the national hatching is too sparse to read as hatching.
DETAIL: Final = 1.0
_TEXT: Final = 16
_LINE: Final = 23
# Between the key and the edges of the picture.
EDGE: Final = 12.0
_AMBER: Final = "#80540f"


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
    spots: Sequence[Spot] = (),
) -> Picture:
    """Return the map of what the reader has chosen, as large as `size` allows.

    `outlined` are the municipality numbers drawn with a line around, `spots` points of our own.
    """
    rows = reader.ask("kart").to_dicts()
    width, height = size
    # The key has most use of what room is left.
    box = fitted(_chosen(reader), width, height, aside=True)
    scale = width / (box[2] - box[0])
    entries = legend(reader, rows)
    parts = [
        f'<rect width="{width}" height="{height}" fill="{LIGHT.sea}"/>',
        *_shapes(reader, rows, box, scale, frozenset(outlined)),
        _stations(reader, box, scale),
        _demo(width, height) if reader.is_demo else "",
        _spots(spots, box, scale),
        _legend(reader, entries, spots, lambda wide, high: _corner(rows, box, scale, wide, high)),
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="Inter" font-size="{_TEXT}" fill="#292c30">{"".join(parts)}</svg>'
    )
    counts = ", ".join(f"{label}: {whole(n)}" for _ink, label, n in entries)
    says = _("Kart. {title}. {counts}.").format(title=title, counts=counts)
    marked = f"{demo_mark()}. {says}" if reader.is_demo else says
    return Picture(svg, clean(marked), width, height)


def legend(reader: Reader, rows: Sequence[dict[str, Any]]) -> list[tuple[Ink, str, int]]:
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
        found.append((Ink(LIGHT.outside, "#77797b"), _("Utenfor utvalget"), outside))
    return found


def _chosen(reader: Reader) -> Box:
    boxes = [extent("politidistrikt", name) for name in reader.view.distrikt]
    boxes = boxes or [extent("fylke", name) for name in reader.view.fylke]
    boxes = boxes or [extents()["landet"]["landet"]]
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def _shapes(
    reader: Reader,
    rows: Sequence[dict[str, Any]],
    box: Box,
    scale: float,
    outlined: frozenset[str],
) -> list[str]:
    measure = reader.view.vis
    fine = scale > 1 / DETAIL
    shapes = paths("kommuner-fin.geojson")
    hatching = paths("skravur-distrikt.geojson" if fine else "skravur-land.geojson")
    boxes = extents()["kommune"]
    fills, lines, rings = [], [], []
    for i, row in enumerate(rows):
        if not meet(boxes[row["kommunenummer"]], box):
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
    borders = placed(paths("distriktsgrenser.geojson")[0], box, scale, closed=False)
    return [
        f'<g stroke-width="0.6">{"".join(path for _blank, path in sorted(fills))}</g>',
        f'<path d="{"".join(lines)}" fill="none" stroke="{LIGHT.hatch}" stroke-width="0.8"/>',
        f'<path d="{borders}" fill="none" stroke="{LIGHT.district}" stroke-width="1.3"/>',
        f'<path d="{"".join(rings)}" fill="none" stroke="{LIGHT.chosen}" stroke-width="2.5"/>',
    ]


def _stations(reader: Reader, box: Box, scale: float) -> str:
    radius = 3.0 if scale > 1 / DETAIL else 2.2
    dots = [
        f'<circle cx="{(row["kart_x"] - box[0]) * scale:.1f}" '
        f'cy="{(box[3] - row["kart_y"]) * scale:.1f}" r="{radius}"/>'
        for row in reader.country.ask("tjenestesteder").to_dicts()
        if row["lag"] == "i_dag"
        and box[0] <= row["kart_x"] <= box[2]
        and box[1] <= row["kart_y"] <= box[3]
    ]
    return (
        f'<g fill="{LIGHT.station}" stroke="{LIGHT.border}" stroke-width="0.8">{"".join(dots)}</g>'
    )


def _spots(spots: Sequence[Spot], box: Box, scale: float) -> str:
    dots = "".join(
        f'<circle cx="{(spot.x - box[0]) * scale:.1f}" cy="{(box[3] - spot.y) * scale:.1f}" r="6" '
        f'fill="{LIGHT.border if spot.hollow else LIGHT.accent}" '
        f'stroke="{LIGHT.accent if spot.hollow else LIGHT.border}"/>'
        for spot in spots
    )
    return f'<g stroke-width="2">{dots}</g>'


def _legend(
    reader: Reader,
    entries: Sequence[tuple[Ink, str, int]],
    spots: Sequence[Spot],
    corner: Callable[[float, float], Point],
) -> str:
    """Return the key in the `corner` that has most room for one of its size."""
    heading = words.measure_titles()[reader.view.vis]
    names = station_words.layers()
    dots = [(names["i_dag"], 3, LIGHT.station)]
    if spots:
        dots.append((names["forslag"], 6, LIGHT.accent))
    lines = [label for _ink, label, _n in entries] + [label for label, _radius, _fill in dots]
    inner = max(_width(heading), *(_width(line) + 78 for line in lines), 150)
    rows = len(entries) + 1 + len(dots) + reader.is_demo
    wide, high = inner + 28, rows * _LINE + 20
    left, top = corner(wide, high)
    x, y = left + 14, top + 26
    frame = f'x="{left:.0f}" y="{top:.0f}" width="{wide:.0f}" height="{high}" rx="4"'
    found = [
        f'<rect {frame} fill="#ffffff" stroke="#bbbcbd"/>',
        _label(x, y, heading, weight=600),
    ]
    for swatch, label, n in entries:
        y += _LINE
        found += [
            _swatch(x, y - 12, swatch),
            _label(x + 22, y, label),
            _label(left + wide - 14, y, whole(n), weight=600, end=True),
        ]
    for label, radius, fill in dots:
        y += _LINE
        found += [
            f'<circle cx="{x + 6:.1f}" cy="{y - 5.5:.1f}" r="{radius}" fill="{fill}"/>',
            _label(x + 22, y, label),
        ]
    if reader.is_demo:
        found.append(_label(x, y + _LINE, demo_mark(), weight=600, fill=_AMBER))
    return "".join(found)


def _corner(
    rows: Sequence[dict[str, Any]], box: Box, scale: float, wide: float, high: float
) -> Point:
    """Return the upper left of the corner where a key hides least of what is chosen.

    The lower right comes first, where the country itself leaves room.
    """
    right, low = (box[2] - box[0]) * scale - wide - EDGE, (box[3] - box[1]) * scale - high - EDGE
    shapes = extents()["kommune"]
    chosen = [shapes[row["kommunenummer"]] for row in rows if row["i_utvalg"]]

    def hidden(place: Point) -> float:
        west, north = box[0] + place[0] / scale, box[3] - place[1] / scale
        east, south = west + wide / scale, north - high / scale
        return sum(
            max(0.0, min(east, b[2]) - max(west, b[0]))
            * max(0.0, min(north, b[3]) - max(south, b[1]))
            for b in chosen
        )

    return min(((right, low), (EDGE, EDGE), (right, EDGE), (EDGE, low)), key=hidden)


def _swatch(x: float, y: float, shown: Ink) -> str:
    fill = "#ffffff" if shown.fill == BLANK else shown.fill
    square = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="12" height="12" rx="2" '
        f'fill="{fill}" stroke="{shown.outline}"/>'
    )
    if not shown.hatched:
        return square
    slanted = [(max(0, d - 12), min(12, d)) for d in (4, 8, 12, 16, 20)]
    lines = "".join(f"M{x + a:.1f} {y + b:.1f}L{x + b:.1f} {y + a:.1f}" for a, b in slanted)
    return f'{square}<path d="{lines}" stroke="{LIGHT.hatch}" stroke-width="1"/>'


def _label(
    x: float, y: float, text: str, *, weight: int = 400, end: bool = False, fill: str = ""
) -> str:
    anchor = ' text-anchor="end"' if end else ""
    colour = f' fill="{fill}"' if fill else ""
    shown = escape(printable(clean(text, 80)))
    return f'<text x="{x:.1f}" y="{y:.1f}" font-weight="{weight}"{anchor}{colour}>{shown}</text>'


def _demo(width: int, height: int) -> str:
    """Return the mark that stays in the picture however it is cut."""
    marks = "".join(
        f'<text transform="translate({x} {y}) rotate(-20)">DEMODATA</text>'
        for i, y in enumerate(range(100, height + 100, 150))
        for x in range(-60 + 120 * (i % 2), width, 240)
    )
    return f'<g font-size="30" font-weight="600" fill="{_AMBER}" fill-opacity="0.14">{marks}</g>'


def _width(text: str) -> float:
    return len(text) * _TEXT * 0.56
