"""A table as a value: what a figure shows, ready for a screen reader, a spreadsheet or a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from pages.parts.reading.language import _
from pages.parts.reading.tongue import attribute
from pages.parts.wording import numbers
from pages.parts.wording.numbers import Kind
from pages.parts.wording.rates import Rate

Cell: TypeAlias = object
# The addresses behind cells, by row and column.
Ways: TypeAlias = Mapping[tuple[int, int], str]

NOWHERE: Final[Ways] = {}

_FORMATS: Final = {
    "whole": numbers.whole,
    "decimal": numbers.decimal,
    "share": numbers.share,
    "bound": numbers.share,
    "km": numbers.kilometres,
    "minutes": numbers.minutes,
    "m2": numbers.square_metres,
    "date": numbers.short_date,
}


@dataclass(frozen=True)
class Column:
    """One column: its heading in words, and how its cells are written."""

    heading: str
    kind: Kind = "text"

    @property
    def is_number(self) -> bool:
        """Return whether cells stand to the right, digit under digit."""
        return self.kind not in ("text", "link")

    def text(self, cell: Cell) -> str:
        """Return `cell` as readers see it."""
        if cell is None:
            return numbers.NONE
        if isinstance(cell, bool):
            return _("ja") if cell else _("nei")
        if isinstance(cell, list | tuple):
            return ", ".join(map(str, cell))
        if isinstance(cell, Rate):
            return cell.text
        write = _FORMATS.get(self.kind)
        return write(cell) if write else str(cell)  # type: ignore[operator]


@dataclass(frozen=True)
class Table:
    """Columns, and rows of raw cells in the order they are shown."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(cls, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> "Table":
        """Return the table with `columns` and `rows`, as values that never change."""
        return cls(tuple(columns), tuple(tuple(row) for row in rows))

    def html(self, caption: str, links: Sequence[str] = (), ways: Ways = NOWHERE) -> str:
        """Return the table as HTML with the first column as row headings.

        `links` gives each row's heading an address, in the order of the rows, and `ways` single
        cells, by row and column. All text is escaped.
        """
        head = "".join(f'<th scope="col"{_right(c)}>{escape(c.heading)}</th>' for c in self.columns)
        body = "".join(
            f"<tr>{self._row(row, {0: links[i]} if links else {}, i, ways)}</tr>"
            for i, row in enumerate(self.rows)
        )
        return (
            f'<div class="tabell" tabindex="0"><table><caption>{escape(caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def _row(self, row: tuple[Cell, ...], first: Mapping[int, str], at: int, ways: Ways) -> str:
        cells = []
        for i, (column, cell) in enumerate(zip(self.columns, row, strict=True)):
            text = escape(column.text(cell))
            if column.kind == "link" and str(cell).startswith("https://"):
                site = escape(urlsplit(str(cell)).netloc.removeprefix("www."))
                text = f'<a href="{escape(str(cell))}" rel="noreferrer">{site}</a>'
            elif link := first.get(i) or ways.get((at, i)):
                text = f'<a{"" if i == 0 else " class=celle"} href="{escape(link)}">{text}</a>'
            if i == 0:
                cells.append(f'<th scope="row">{text}</th>')
            else:
                # Narrow screens stack the cells, each with its heading in front.
                name = escape(column.heading)
                if lang := attribute(cell):
                    # The heading in front is in the reader's own language.
                    text = f"<span{lang}>{text}</span>"
                cells.append(f'<td{_right(column)} data-navn="{name}">{text}</td>')
        return "".join(cells)


def bound_columns() -> tuple[Column, Column]:
    """Return the columns that say what silence could make of the share before them."""
    return Column(_("Lavest mulig"), "bound"), Column(_("Høyest mulig"), "bound")


def bounds(rate: Rate) -> tuple[Rate, Rate]:
    """Return the cells of `bound_columns`: as if all the silent had said one thing or other."""
    return rate.low, rate.high


def _right(column: Column) -> str:
    return ' class="tall"' if column.is_number else ""
