"""Where a place may stand: a thin bar from its best number to its worst, in a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.parts.drawing.colours import Ink
from pages.parts.reading.markup import Markup


@dataclass(frozen=True)
class Span:
    """One row: a name, the numbers it stands between, and what is written of them."""

    name: str
    # The number by the weights that are set, and the ends, 1 the best.
    now: int
    best: int
    worst: int
    values: tuple[str, ...]
    link: str = ""


def ranges(rows: Sequence[Span], headings: Sequence[str], caption: str, ink: Ink) -> Markup:
    """Return `rows` on one scale from 1 to the worst number there is.

    `headings` name the first column, the drawing and the values.
    """
    last = max((row.worst for row in rows), default=1)
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(h) for h in headings)
    body = Markup("").join(_row(row, last, ink) for row in rows)
    return Markup(
        '<table class="stolper nummer"><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table>"
    ).format(caption, head, body)


def _row(row: Span, last: int, ink: Ink) -> Markup:
    values = Markup("").join(Markup('<td class="tall">{}</td>').format(v) for v in row.values)
    name: Markup | str = row.name
    if row.link:
        name = Markup('<a href="{}">{}</a>').format(row.link, row.name)
    # A number has a width of its own, so that one that never moves is seen.
    left, width = (row.best - 1) / last, (row.worst - row.best + 1) / last
    at = (row.now - 0.5) / last
    return Markup(
        '<tr><th scope="row">{}</th><td class="stolpe">'
        '<div class="stolpe-flate" aria-hidden="true">'
        '<i class="fra-til" style="left:{:.2%};width:{:.2%};background:{}"></i>'
        '<i class="naa" style="left:{:.2%}"></i></div></td>{}</tr>'
    ).format(name, left, width, ink.fill, at, values)
