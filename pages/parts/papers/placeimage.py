"""Where a municipality lies, as a picture: itself, its surroundings and its nearest stations."""

from typing import Final

from pages.parts.drawing.colours import LIGHT
from pages.parts.papers.geometry import extent, extents, fitted, meet, paths, placed
from pages.parts.papers.mapimage import Picture
from pages.parts.papers.text import clean
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import kilometres

SIZE: Final = 420
# Kilometres of surroundings, at least.
AROUND: Final = 12.0


def place_picture(reader: Reader, number: str, name: str) -> Picture:
    """Return the map of municipality `number`, the three nearest stations marked 1 to 3."""
    rows = reader.ask("kommune_stasjoner").to_dicts()
    ranks = {row["tjenestested_id"]: row["plass_i_dag"] for row in rows if row["plass_i_dag"]}
    stations = reader.country.ask("tjenestesteder").to_dicts()
    marked = {
        ranks[row["sted_id"]]: (row["kart_x"], row["kart_y"])
        for row in stations
        if row["sted_id"] in ranks
    }
    west, south, east, north = extent("kommune", number)
    xs, ys = ([point[i] for point in marked.values()] for i in (0, 1))
    around = (
        min(west - AROUND, *xs),
        min(south - AROUND, *ys),
        max(east + AROUND, *xs),
        max(north + AROUND, *ys),
    )
    box = fitted(around, SIZE, SIZE)
    scale = SIZE / (box[2] - box[0])
    shapes, boxes = paths("kommuner-fin.geojson"), extents()["kommune"]
    seen = "".join(
        f'<path d="{placed(shapes[i], box, scale, closed=True)}"/>'
        for i, each in enumerate(boxes)
        if each != number and meet(boxes[each], box)
    )
    own = placed(shapes[list(boxes).index(number)], box, scale, closed=True)
    dots = "".join(
        f'<circle cx="{(row["kart_x"] - box[0]) * scale:.1f}" '
        f'cy="{(box[3] - row["kart_y"]) * scale:.1f}" r="4"/>'
        for row in stations
        if row["lag"] == "i_dag" and row["sted_id"] not in ranks
    )
    numbers = "".join(
        f'<g transform="translate({(x - box[0]) * scale:.1f} {(box[3] - y) * scale:.1f})">'
        f'<circle r="11"/><text y="5" fill="#ffffff" stroke="none">{rank}</text></g>'
        # The nearest lies on top where two share a place.
        for rank, (x, y) in sorted(marked.items(), reverse=True)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" '
        f'font-family="Inter" font-size="14" font-weight="600" text-anchor="middle">'
        f'<rect width="{SIZE}" height="{SIZE}" fill="{LIGHT.sea}"/>'
        f'<g fill="{LIGHT.outside}" stroke="{LIGHT.border}" stroke-width="0.8">{seen}</g>'
        f'<path d="{own}" fill="{LIGHT.accent}" fill-opacity="0.28" stroke="{LIGHT.accent}" '
        f'stroke-width="2"/>'
        f'<g fill="{LIGHT.station}" stroke="#ffffff">{dots}{numbers}</g></svg>'
    )
    named = ", ".join(
        f"{row['plass_i_dag']} {row['navn']} ({kilometres(row['km'])})"
        for row in rows
        if row["plass_i_dag"]
    )
    alt = _("Kart over {name} og de nærmeste tjenestestedene: {stations}").format(
        name=name, stations=named
    )
    return Picture(svg, clean(f"{demo_mark()}. {alt}" if reader.is_demo else alt), SIZE, SIZE)
