"""A few lines over one axis: a picture that is as wide as its column, with words beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from pages.parts.wording.numbers import whole

# In pixels; across, the lines stretch and their strokes do not.
HEIGHT: Final = 240
_LINES = Markup(
    '<div class="linjediagram"><ul class="tegnforklaring">{key}</ul><div class="flate"'
    ' role="img" aria-label="{alt}">{grid}<svg width="100%" height="{height}"'
    ' viewBox="0 0 100 100" preserveAspectRatio="none">{lines}{mark}</svg>{points}</div>'
    '<div class="akse">{scale}</div><p>{axis}</p></div>'
)


@dataclass(frozen=True)
class Line:
    """One line: what it is called, how it is drawn, and the points it goes through."""

    name: str
    # The class that `look` draws it by.
    kind: str
    points: tuple[tuple[float, float], ...]


def lines(
    drawn: Sequence[Line],
    axis: str,
    alt: str,
    ends: tuple[float, float],
    marks: Sequence[float],
    at: float,
) -> Markup:
    """Return `drawn` over an axis between `ends`, called `axis`, with `marks` written on it.

    `at` is the place the reader has chosen, drawn as a line from top to bottom.
    """
    top = max((y for line in drawn for _x, y in line.points), default=0) or 1
    low, high = ends

    def across(x: float) -> float:
        return (x - low) / (high - low)

    return _LINES.format(
        height=HEIGHT,
        alt=alt,
        axis=axis,
        key=Markup("").join(
            Markup('<li><i class="{}"></i>{}</li>').format(line.kind, line.name) for line in drawn
        ),
        grid=_grid(top),
        lines=Markup("").join(
            Markup('<polyline class="{}" points="{}"/>').format(
                line.kind,
                " ".join(
                    f"{100 * across(x):.2f},{100 - 100 * y / top:.2f}" for x, y in line.points
                ),
            )
            for line in drawn
        ),
        mark=Markup('<line class="valgt" x1="{0:.2f}" x2="{0:.2f}" y1="0" y2="100"/>').format(
            100 * across(at)
        ),
        points=Markup("").join(
            Markup('<span style="left:{:.2%};top:{:.2%}" title="{}"></span>').format(
                across(x), 1 - y / top, f"{line.name}, {x:g}: {whole(y)}"
            )
            for line in drawn
            for x, y in line.points
        ),
        scale=Markup("").join(
            Markup('<span style="left:{:.2%}">{:g}</span>').format(across(mark), mark)
            for mark in marks
        ),
    )


def _grid(top: float) -> Markup:
    """Return the lines that say how high it is, at halves or so of the highest."""
    step = next(s * 10**n for n in range(9) for s in (1, 2, 5) if top / (s * 10**n) <= 5)
    return Markup("").join(
        Markup('<b style="top:{:.2%}">{}</b>').format(1 - step * i / top, whole(step * i))
        for i in range(int(top / step) + 1)
    )
