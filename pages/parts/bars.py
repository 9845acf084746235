"""Horizontal bars as a table that learned to draw.

Each row is a heading, a stacked bar and its numbers in real table cells, so the figure is read
aloud, printed and copied like any table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pages.parts.colours import Ink
from pages.parts.language import _


@dataclass(frozen=True)
class Part:
    """One segment of a bar: its share of the whole, how it is drawn and what it says."""

    share: float
    ink: Ink
    label: str


@dataclass(frozen=True)
class Bar:
    """One row: a name, its segments, and the values written after it."""

    name: str
    parts: tuple[Part, ...]
    values: tuple[str, ...]
    link: str = ""
    # Set apart from the others, as the country is among districts.
    reference: bool = False


def bars(
    rows: Sequence[Bar], headings: Sequence[str], caption: str, line: float | None = None
) -> str:
    """Return `rows` as an HTML table; `headings` name the first column and the values.

    A row without segments shows an outlined empty bar: silence is drawn, not left out. `line` draws
    a share to compare with, such as the country's, through every bar.
    """
    mark = "" if line is None else f' style="--linje:{line:.3%}"'
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in headings[1:])
    body = "".join(_row(row) for row in rows)
    return (
        f'<table class="stolper"{mark}><caption>{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{escape(headings[0])}</th><th scope="col">{escape(_("Fordeling"))}</th>'
        f"{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def legend(entries: Sequence[tuple[Ink, str]]) -> str:
    """Return the key to the segments as an HTML list."""
    items = "".join(f"<li>{swatch(ink)}{escape(text)}</li>" for ink, text in entries)
    return f'<ul class="tegnforklaring">{items}</ul>'


def swatch(ink: Ink) -> str:
    """Return a small square drawn as `ink`."""
    hatched = " skravert" if ink.hatched else ""
    return (
        f'<span class="rute{hatched}" style="background-color:{ink.fill};'
        f'border-color:{ink.outline}"></span>'
    )


def _row(row: Bar) -> str:
    name = escape(row.name)
    heading = f'<a href="{escape(row.link)}">{name}</a>' if row.link else name
    segments = "".join(_segment(part) for part in row.parts if part.share > 0)
    values = "".join(f'<td class="tall">{escape(v)}</td>' for v in row.values)
    style = ' class="referanse"' if row.reference else ""
    spoken = ", ".join(part.label for part in row.parts if part.share > 0) or _("ingen svar")
    return (
        f'<tr{style}><th scope="row">{heading}</th><td class="stolpe">'
        f'<div class="stolpe-flate{"" if segments else " tom"}" role="img" '
        f'aria-label="{escape(spoken)}">{segments}</div></td>{values}</tr>'
    )


def _segment(part: Part) -> str:
    hatched = ' class="skravert"' if part.ink.hatched else ""
    return (
        f'<span{hatched} title="{escape(part.label)}" style="width:{part.share:.3%};'
        f'background-color:{part.ink.fill};border-color:{part.ink.outline}"></span>'
    )
