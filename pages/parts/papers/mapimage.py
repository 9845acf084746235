"""The map as a picture without a browser: SVG for paper that scales, PNG for slides and documents.

Drawn from the same rows, colours and words as the map on the screen, for readers on white paper.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from pages.parts.drawing.colours import BLANK, LIGHT, Ink, ink
from pages.parts.papers.framing import framed
from pages.parts.papers.geometry import Box, extent, extents, meet, paths, placed
from pages.parts.papers.mapkey import AMBER, TEXT, Key
from pages.parts.papers.text import clean
from pages.parts.papers.typesetting import drawn
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import whole
from pages.parts.wording.opening import Spot

# Kilometres per pixel below which the national hatching is too sparse to read as hatching.
DETAIL: Final = 1.0


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
    spot_names: Sequence[str] = (),
    marked: bool | None = None,
) -> Picture:
    """Return the map of what the reader has chosen, as large as `size` allows.

    `outlined` are the municipality numbers drawn with a line around, `spots` points of our own,
    which the key names by `spot_names`. `marked` says whether what is drawn is invented, as in the
    demo set unless told otherwise.
    """
    marked = reader.is_demo if marked is None else marked
    rows = reader.ask("kart").to_dicts()
    width, height = size
    entries = legend(reader, rows)
    key = Key(reader.view.vis, entries, spot_names, marked=marked)
    box, corner = framed(_chosen(reader), rows, (key.width, key.height), size)
    scale = width / (box[2] - box[0])
    parts = [
        f'<rect width="{width}" height="{height}" fill="{LIGHT.sea}"/>',
        *_shapes(reader, rows, box, scale, frozenset(outlined)),
        _stations(reader, box, scale),
        _demo(width, height) if marked else "",
        _spots(spots, box, scale),
        key.drawn(*corner),
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="Inter" font-size="{TEXT}" fill="#292c30">{"".join(parts)}</svg>'
    )
    counts = ", ".join(f"{label}: {whole(n)}" for _ink, label, n in entries)
    says = _("Kart. {title}. {counts}.").format(title=title, counts=counts)
    return Picture(svg, clean(f"{demo_mark()}. {says}" if marked else says), width, height)


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
        f'<circle cx="{(spot.x - box[0]) * scale:.1f}" cy="{(box[3] - spot.y) * scale:.1f}" '
        f'r="{spot.size:.1f}" '
        f'fill="{LIGHT.border if spot.hollow else LIGHT.accent}" '
        f'stroke="{LIGHT.accent if spot.hollow else LIGHT.border}"/>'
        for spot in spots
    )
    return f'<g stroke-width="2">{dots}</g>'


def _demo(width: int, height: int) -> str:
    """Return the mark that stays in the picture however it is cut."""
    mark = escape(_("DEMODATA"))
    marks = "".join(
        f'<text transform="translate({x} {y}) rotate(-20)">{mark}</text>'
        for i, y in enumerate(range(100, height + 100, 150))
        for x in range(-60 + 120 * (i % 2), width, 240)
    )
    return f'<g font-size="30" font-weight="600" fill="{AMBER}" fill-opacity="0.14">{marks}</g>'
