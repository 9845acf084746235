"""Dots along a line, one for each municipality, in rows: a picture whose dots are links."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from pages.parts.drawing.colours import Ink

# In pixels; across, the picture is as wide as its column.
ROW: Final = 58
DOT: Final = 4.5
# The one whose answer is open.
OPEN: Final = 6.5
# Dots at the same place are spread over this many lanes, so that each can be seen.
LANES: Final = 9
SPREAD: Final = 0.62
_ROW = Markup(
    '<div class="prikker"><h3>{name}</h3><svg width="100%" height="{height}" role="group"'
    ' aria-label="{spoken}">{grid}<line class="snitt" x1="{mean:.2%}" x2="{mean:.2%}" y1="4"'
    ' y2="{end}"/>{dots}</svg></div>'
)
# The keyboard reaches the same answers by the table, row by row.
_DOT = Markup(
    '<a href="{link}" tabindex="-1"{current}><circle cx="{x:.2%}" cy="{y:.1f}" r="{r}"'
    ' fill="{fill}" stroke="{line}"/><title>{text}</title></a>'
)


@dataclass(frozen=True)
class Dot:
    """One dot: how far along the line it stands, what it says, and where it leads."""

    at: float
    text: str
    link: str
    is_open: bool = False


@dataclass(frozen=True)
class Row:
    """The dots of one kind, from left to right, with the mean of their places."""

    name: str
    # What the row says to those who do not see it.
    spoken: str
    ink: Ink
    mean: float
    dots: tuple[Dot, ...]


def dots(rows: Sequence[Row], axis: str, marks: Sequence[float], most: float) -> Markup:
    """Return `rows` below each other along an axis from 0 to `most`, called `axis`.

    `marks` are the values written on the axis.
    """
    grid = Markup("").join(
        Markup('<line class="rutenett" x1="{0:.2%}" x2="{0:.2%}" y1="0" y2="{1}"/>').format(
            mark / most, ROW
        )
        for mark in marks
    )
    scale = Markup("").join(
        Markup('<span style="left:{:.2%}">{:g}</span>').format(mark / most, mark) for mark in marks
    )
    return Markup('<div class="punktdiagram">{}<div class="akse">{}</div><p>{}</p></div>').format(
        Markup("").join(_row(row, grid, most) for row in rows), scale, axis
    )


def _row(row: Row, grid: Markup, most: float) -> Markup:
    return _ROW.format(
        name=row.name,
        spoken=row.spoken,
        height=ROW,
        end=ROW - 4,
        grid=grid,
        mean=row.mean / most,
        dots=Markup("").join(_dot(row.ink, dot, i, most) for i, dot in enumerate(row.dots)),
    )


def _dot(drawn: Ink, dot: Dot, i: int, most: float) -> Markup:
    lane = SPREAD * (i % LANES - (LANES - 1) / 2) / LANES
    return _DOT.format(
        link=dot.link,
        current=Markup(' aria-current="true"') if dot.is_open else "",
        x=dot.at / most,
        y=ROW * (0.5 + lane),
        r=OPEN if dot.is_open else DOT,
        fill=drawn.fill,
        line=drawn.outline,
        text=dot.text,
    )
