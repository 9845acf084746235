"""A table of shares: numbers in real cells, the larger the deeper the tint, never by tint alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


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
) -> str:
    """Return `rows` as an HTML table with `corner` over their names. All text is escaped."""
    head = "".join(f'<th scope="col"{_mark(c)}>{_name(c)}</th>' for c in columns)
    body = "".join(
        f'<tr{_mark(name)}><th scope="row">{_name(name)}</th>{"".join(map(_cell, cells))}</tr>'
        for name, cells in rows
    )
    return (
        f'<div class="tonet" tabindex="0"><table style="--kolonner:{len(columns)}">'
        f"<caption>{escape(caption)}</caption>"
        f'<thead><tr><th scope="col">{escape(corner)}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _name(heading: Heading) -> str:
    under = f" <small>{escape(heading.under)}</small>" if heading.under else ""
    return escape(heading.text) + under


def _cell(cell: Cell) -> str:
    tint = f' style="--styrke:{cell.strength:.0%}"' if cell.strength else ""
    text = escape(cell.text)
    tint += f' title="{escape(cell.about)}"' if cell.about else ""
    if not cell.link:
        return f"<td{tint}>{text}</td>"
    current = ' aria-current="true"' if cell.chosen else ""
    return f'<td{tint}><a href="{escape(cell.link)}"{current}>{text}</a></td>'


def _mark(heading: Heading) -> str:
    return ' class="merket"' if heading.marked else ""
