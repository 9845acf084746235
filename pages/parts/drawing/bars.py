"""Horizontal bars as a table that learned to draw.

Each row is a heading, a stacked bar and its numbers in real table cells, so the figure is read
aloud, printed and copied like any table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from pages.parts.drawing.colours import Ink
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.wording.rates import Rate

_SWATCH: Final = Markup(
    '<span class="rute{hatched}" style="background-color:{fill};border-color:{outline}"></span>'
)
_TABLE: Final = Markup(
    '<table class="{kind}"{mark}><caption>{caption}</caption><thead><tr>'
    '<th scope="col">{first}</th><th scope="col"><span class="bare-hort">{shares}</span>{named}'
    "</th>{head}</tr></thead><tbody>{body}</tbody></table>"
)
_HEAD: Final = Markup('<th scope="col">{}</th>')
_LINE_NAME: Final = Markup('<i class="linjenavn" aria-hidden="true">{}</i>')
_LINE: Final = Markup(' style="--linje:{:.3%}"')
_ROW: Final = Markup(
    '<tr{style}><th scope="row">{heading}</th><td class="stolpe">'
    '<div class="stolpe-flate{empty}" role="{role}" aria-label="{spoken}">{segments}</div></td>'
    "{values}</tr>"
)
_VALUE: Final = Markup('<td class="tall">{}</td>')
_SPAN: Final = Markup('<i class="spenn" style="left:{:.3%};width:{:.3%}"></i>')
_DRAWN: Final = Markup(
    '{hatched} title="{label}" style="width:{share:.3%};'
    'background-color:{fill};border-color:{outline}"'
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
) -> Markup:
    """Return `rows` as an HTML table; `headings` name the first column and the values.

    A row without segments shows an outlined empty bar: silence is drawn, not left out. `line` draws
    a share to compare with, such as the country's, through every bar, and `line_name` says which.
    """
    return _TABLE.format(
        kind="stolper egne-linjer" if any(row.line is not None for row in rows) else "stolper",
        mark="" if line is None else _LINE.format(line),
        caption=caption,
        first=headings[0],
        shares=_("Fordeling"),
        named=_LINE_NAME.format(line_name) if line_name else "",
        head=Markup("").join(map(_HEAD.format, headings[1:])),
        body=Markup("").join(map(_row, rows)),
    )


def legend(entries: Sequence[tuple[Ink, str]]) -> Markup:
    """Return the key to the segments as an HTML list."""
    item = Markup("<li>{}{}</li>")
    items = Markup("").join(item.format(swatch(ink), text) for ink, text in entries)
    return Markup('<ul class="tegnforklaring">{}</ul>').format(items)


def swatch(ink: Ink) -> Markup:
    """Return a small square drawn as `ink`."""
    hatched = " skravert" if ink.hatched else ""
    return _SWATCH.format(hatched=hatched, fill=ink.fill, outline=ink.outline)


def _row(row: Bar) -> Markup:
    segments = Markup("").join(_segment(part) for part in row.parts if part.share > 0)
    values = Markup("").join(
        _VALUE.format(_linked(value, link))
        for value, link in zip_longest(row.values, row.value_links, fillvalue="")
    )
    style = Markup(' class="referanse"') if row.reference else Markup("")
    if row.line is not None:
        style += _LINE.format(row.line)
    # Links inside a picture would be out of reach, so segments that lead somewhere are a group.
    role = "group" if any(part.link for part in row.parts) else "img"
    spoken = ", ".join(part.label for part in row.parts if part.share > 0) or _("ingen svar")
    if row.rate and row.rate.span:
        segments += _span(row.rate.span)
        spoken += f"; {row.rate.if_all_answered}"
    return _ROW.format(
        style=style,
        heading=_linked(row.name, row.link),
        empty="" if segments else " tom",
        role=role,
        spoken=spoken,
        segments=segments,
        values=values,
    )


def _span(ends: tuple[float, float]) -> Markup:
    """Return the thin line between the lowest and the highest share that silence leaves open."""
    low, high = ends
    return _SPAN.format(low, high - low)


def _segment(part: Part) -> Markup:
    drawn = _DRAWN.format(
        hatched=Markup(' class="skravert"') if part.ink.hatched else "",
        label=part.label,
        share=part.share,
        fill=part.ink.fill,
        outline=part.ink.outline,
    )
    if not part.link:
        return Markup("<span{}></span>").format(drawn)
    # The keyboard reaches the same answers by the value after the bar, which no sliver hides.
    return Markup('<a href="{}" tabindex="-1"{}></a>').format(part.link, drawn)


def _linked(text: str, link: str) -> str:
    """Return `text`, as a link where it leads somewhere; it is escaped where it is put in."""
    return Markup('<a href="{}">{}</a>').format(link, text) if link else text
