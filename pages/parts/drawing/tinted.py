"""A table of shares: numbers in real cells, the larger the deeper the tint, never by tint alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pages.parts.reading.markup import Markup

_TABLE: Final = Markup(
    '<div class="tonet" tabindex="0"><table style="--kolonner:{count}">'
    "<caption>{caption}</caption>"
    '<thead><tr><th scope="col">{corner}</th>{head}</tr></thead>'
    "<tbody>{body}</tbody></table></div>"
)
_ROW: Final = Markup('<tr{mark}><th scope="row">{name}</th>{cells}</tr>')
_HEAD: Final = Markup('<th scope="col"{}>{}</th>')


@dataclass(frozen=True)
class Cell:
    """One number: how it is written, how deep its tint is from 0 to 1, and what lies behind it."""

    text: str
    strength: float = 0.0
    link: str = ""
    # The answers behind it are those that are open.
    chosen: bool = False
    # What silence could make of it, in words.
    about: str = ""


@dataclass(frozen=True)
class Heading:
    """The name of a row or a column, with what stands beside it in smaller type."""

    text: str
    under: str = ""
    # Set apart from the others: the country among districts, or what the reader has chosen.
    marked: bool = False


def tinted(
    caption: str,
    corner: str,
    columns: Sequence[Heading],
    rows: Sequence[tuple[Heading, Sequence[Cell]]],
) -> Markup:
    """Return `rows` as an HTML table with `corner` over their names. All text is escaped."""
    body = Markup("").join(
        _ROW.format(mark=_mark(name), name=_name(name), cells=Markup("").join(map(_cell, cells)))
        for name, cells in rows
    )
    return _TABLE.format(
        count=len(columns),
        caption=caption,
        corner=corner,
        head=Markup("").join(_HEAD.format(_mark(c), _name(c)) for c in columns),
        body=body,
    )


def _name(heading: Heading) -> Markup:
    under = Markup(" <small>{}</small>").format(heading.under) if heading.under else ""
    return Markup("{}{}").format(heading.text, under)


def _cell(cell: Cell) -> Markup:
    tint = Markup(' style="--styrke:{:.0%}"').format(cell.strength) if cell.strength else Markup("")
    tint += Markup(' title="{}"').format(cell.about) if cell.about else ""
    text: str = cell.text
    if cell.link:
        current = Markup(' aria-current="true"') if cell.chosen else ""
        text = Markup('<a href="{}"{}>{}</a>').format(cell.link, current, text)
    return Markup("<td{}>{}</td>").format(tint, text)


def _mark(heading: Heading) -> Markup:
    return Markup(' class="merket"') if heading.marked else Markup("")
