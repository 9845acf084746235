"""A table as a value: what a figure shows, ready for a screen reader, a spreadsheet or a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
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
_TABLE: Final = Markup(
    '<div class="tabell" tabindex="0"><table><caption>{caption}</caption>'
    "<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
)
_HEAD: Final = Markup('<th scope="col"{right}>{text}</th>')
_SITE: Final = Markup('<a href="{}" rel="noreferrer">{}</a>')
_LINK: Final = Markup('<a{kind} href="{link}">{text}</a>')
_NAME: Final = Markup('<th scope="row">{}</th>')
_CELL: Final = Markup('<td{right} data-navn="{name}">{text}</td>')


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

    def html(self, caption: str, links: Sequence[str] = (), ways: Ways = NOWHERE) -> Markup:
        """Return the table as HTML with the first column as row headings.

        `links` gives each row's heading an address, in the order of the rows, and `ways` single
        cells, by row and column. All text is escaped.
        """
        head = Markup("").join(
            _HEAD.format(right=_right(column), text=column.heading) for column in self.columns
        )
        body = Markup("").join(
            Markup("<tr>{}</tr>").format(self._row(row, {0: links[i]} if links else {}, i, ways))
            for i, row in enumerate(self.rows)
        )
        return _TABLE.format(caption=caption, head=head, body=body)

    def _row(self, row: tuple[Cell, ...], first: Mapping[int, str], at: int, ways: Ways) -> Markup:
        cells = []
        for i, (column, cell) in enumerate(zip(self.columns, row, strict=True)):
            text = column.text(cell)
            if column.kind == "link" and str(cell).startswith("https://"):
                text = _SITE.format(cell, urlsplit(str(cell)).netloc.removeprefix("www."))
            elif link := first.get(i) or ways.get((at, i)):
                text = _LINK.format(kind="" if i == 0 else " class=celle", link=link, text=text)
            if i == 0:
                cells.append(_NAME.format(text))
            else:
                if lang := attribute(cell):
                    # The heading in front is in the reader's own language.
                    text = Markup("<span{}>{}</span>").format(lang, text)
                # Narrow screens stack the cells, each with its heading in front.
                cells.append(_CELL.format(right=_right(column), name=column.heading, text=text))
        return Markup("").join(cells)


def bound_columns() -> tuple[Column, Column]:
    """Return the columns that say what silence could make of the share before them."""
    return Column(_("Lavest mulig"), "bound"), Column(_("Høyest mulig"), "bound")


def bounds(rate: Rate) -> tuple[Rate, Rate]:
    """Return the cells of `bound_columns`: as if all the silent had said one thing or other."""
    return rate.low, rate.high


def _right(column: Column) -> Markup:
    return Markup(' class="tall"') if column.is_number else Markup("")
