"""Horizontal bars as a table that learned to draw.

Each row is a heading, a stacked bar and its numbers in real table cells, so the figure is read
aloud, printed and copied like any table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import zip_longest
from typing import Final

from markupsafe import Markup

from pages.parts.drawing.colours import Ink
from pages.parts.reading.language import _
from pages.parts.wording.rates import Rate

_SWATCH: Final = Markup(
    '<span class="rute{hatched}" style="background-color:{fill};border-color:{outline}"></span>'
)


@dataclass(frozen=True)
class Part:
    """One segment of a bar: its share of the whole, how it is drawn and what it says."""

    share: float
    ink: Ink
    label: str
    # The address of the answers behind it.
    link: str = ""


@dataclass(frozen=True)
class Bar:
    """One row: a name, its segments, and the values written after it."""

    name: str
    parts: tuple[Part, ...]
    values: tuple[str, ...]
    link: str = ""
    # Set apart from the others, as the country is among districts.
    reference: bool = False
    # The addresses of the answers behind the values, in their order.
    value_links: tuple[str, ...] = ()
    # A share to compare this row alone with.
    line: float | None = None
    # What the first number is; what silence could make of it is drawn as a thin line.
    rate: Rate | None = None


def bars(
    rows: Sequence[Bar],
    headings: Sequence[str],
    caption: str,
    line: float | None = None,
    line_name: str = "",
) -> str:
    """Return `rows` as an HTML table; `headings` name the first column and the values.

    A row without segments shows an outlined empty bar: silence is drawn, not left out. `line` draws
    a share to compare with, such as the country's, through every bar, and `line_name` says which.
    """
    mark = "" if line is None else f' style="--linje:{line:.3%}"'
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in headings[1:])
    body = "".join(_row(row) for row in rows)
    named = f'<i class="linjenavn" aria-hidden="true">{escape(line_name)}</i>' if line_name else ""
    kind = "stolper egne-linjer" if any(row.line is not None for row in rows) else "stolper"
    return (
        f'<table class="{kind}"{mark}><caption>{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{escape(headings[0])}</th>'
        f'<th scope="col"><span class="bare-hort">{escape(_("Fordeling"))}</span>{named}</th>'
        f"{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def legend(entries: Sequence[tuple[Ink, str]]) -> str:
    """Return the key to the segments as an HTML list."""
    items = "".join(f"<li>{swatch(ink)}{escape(text)}</li>" for ink, text in entries)
    return f'<ul class="tegnforklaring">{items}</ul>'


def swatch(ink: Ink) -> Markup:
    """Return a small square drawn as `ink`."""
    hatched = " skravert" if ink.hatched else ""
    return _SWATCH.format(hatched=hatched, fill=ink.fill, outline=ink.outline)


def _row(row: Bar) -> str:
    heading = _linked(escape(row.name), row.link)
    segments = "".join(_segment(part) for part in row.parts if part.share > 0)
    values = "".join(
        f'<td class="tall">{_linked(escape(value), link)}</td>'
        for value, link in zip_longest(row.values, row.value_links, fillvalue="")
    )
    style = ' class="referanse"' if row.reference else ""
    if row.line is not None:
        style += f' style="--linje:{row.line:.3%}"'
    # Links inside a picture would be out of reach, so segments that lead somewhere are a group.
    role = "group" if any(part.link for part in row.parts) else "img"
    spoken = ", ".join(part.label for part in row.parts if part.share > 0) or _("ingen svar")
    if row.rate and row.rate.span:
        segments += _span(row.rate.span)
        spoken += f"; {row.rate.if_all_answered}"
    return (
        f'<tr{style}><th scope="row">{heading}</th><td class="stolpe">'
        f'<div class="stolpe-flate{"" if segments else " tom"}" role="{role}" '
        f'aria-label="{escape(spoken)}">{segments}</div></td>{values}</tr>'
    )


def _span(ends: tuple[float, float]) -> str:
    """Return the thin line between the lowest and the highest share that silence leaves open."""
    low, high = ends
    return f'<i class="spenn" style="left:{low:.3%};width:{high - low:.3%}"></i>'


def _segment(part: Part) -> str:
    hatched = ' class="skravert"' if part.ink.hatched else ""
    label = escape(part.label)
    drawn = (
        f'{hatched} title="{label}" style="width:{part.share:.3%};'
        f'background-color:{part.ink.fill};border-color:{part.ink.outline}"'
    )
    if not part.link:
        return f"<span{drawn}></span>"
    # The keyboard reaches the same answers by the value after the bar, which no sliver hides.
    return f'<a href="{escape(part.link)}" tabindex="-1"{drawn}></a>'


def _linked(text: str, link: str) -> str:
    return f'<a href="{escape(link)}">{text}</a>' if link else text
