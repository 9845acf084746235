"""Native tables on a slide, written as large as there is room for without dividing a word."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.table import _Cell
from pptx.util import Emu, Inches, Length, Pt

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Table
from pages.parts.papers import slides
from pages.parts.papers.telling import LIMITS, cells, most_rows, weights
from pages.parts.papers.text import CELL, clean
from pages.parts.reading.language import _

COLUMNS: Final = 8
# Rows that can be read from the back of a room.
ROWS: Final = 16
# The longest text in a cell of a slide.
LONGEST: Final = 320
# Sizes to write a table in, in points, and how wide a letter is of its size.
SIZES: Final = (16, 14, 12, 11, 10, 9)
LETTER: Final = 0.62
# No program divides the words of a slide where they are divided in speech, so none is divided.
LONGEST_WORD: Final = 24
EMU_PER_POINT: Final = 12_700
# A table of so few columns keeps them all.
FEW: Final = 3
LEADING: Final = 1.25
PADDING: Final = 0.7
MARGIN: Final = Inches(0.07)
# What the numbers rest on stands below the table.
BASIS: Final = Inches(0.35)
_NO_GRID: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def draw_table(
    slide: Any,
    card: Card,
    table: Table,
    columns: Sequence[int],
    place: slides.Place,
    sizes: Sequence[float] = SIZES,
) -> int:
    """Draw some columns of `table` as a native table, and return how many rows there is room for.

    Few rows are written large, in the largest of `sizes` there is room for, and rows of long texts
    take as many lines as they need.
    """
    left, top, wide, high = place
    columns = _kept(card, table, columns, wide, sizes[-1])
    headings, rows = _texts(card, table, columns)
    size, widths, heights = _fitted(headings, rows, wide, Emu(high - BASIS), sizes)
    rows = rows[: len(heights) - 1]
    shape = slide.shapes.add_table(len(heights), len(columns), left, top, wide, Emu(sum(heights)))
    shape.name = _("Tabell")
    slides.describe(shape, clean(f"{card.title}. {card.basis}", 500))
    grid = shape.table
    grid.horz_banding = False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_GRID
    for j, width in enumerate(widths):
        grid.columns[j].width = width
    # Cells that look alike are copies of the first: to give each its looks takes longer than that.
    patterns: dict[tuple[bool, bool], Any] = {}
    for i, texts in enumerate([headings, *rows]):
        grid.rows[i].height = heights[i]
        for j, text in enumerate(texts):
            look = (not i, table.columns[columns[j]].is_number)
            cell = grid.cell(i, j)
            if look not in patterns:
                _format(cell, size, head=look[0], right=look[1])
                patterns[look] = cell._tc
            copy = deepcopy(patterns[look])
            cell._tc.getparent().replace(cell._tc, copy)
            _Cell(copy, grid).text_frame.paragraphs[0].runs[0].text = text
    return len(rows)


def height(card: Card, table: Table, columns: Sequence[int], wide: Length, size: float) -> Emu:
    """Return how high the table of all rows is at `size`, or 0 where it must be written smaller."""
    headings, rows = _texts(card, table, columns)
    if len(rows) < len(table.rows) or sum(_needs(headings, rows, wide, size)) > _room(wide, size):
        return Emu(0)
    _size, _widths, heights = _fitted(headings, rows, wide, slides.HEIGHT, (size,))
    return Emu(sum(heights))


def _texts(
    card: Card, table: Table, columns: Sequence[int]
) -> tuple[list[str], Sequence[Sequence[str]]]:
    """Return the headings of some columns, and as many rows of them as a slide may have."""
    limit = min(LONGEST, LIMITS.get(card.name, CELL))
    headings = [clean(table.columns[i].heading, 60) for i in columns]
    return headings, cells(table, columns, most_rows(card, ROWS), limit)


def _kept(
    card: Card, table: Table, columns: Sequence[int], wide: Length, size: float
) -> Sequence[int]:
    """Return as many of the columns as have room at `size` without dividing a word."""
    while len(columns) > FEW and sum(_needs(*_texts(card, table, columns), wide, size)) > _room(
        wide, size
    ):
        columns = columns[:-1]
    return columns


def _room(wide: Length, size: float) -> int:
    """Return how many characters stand side by side on `wide` at `size`."""
    return int(wide / (size * LETTER * EMU_PER_POINT))


def _needs(
    headings: Sequence[str], rows: Sequence[Sequence[str]], wide: Length, size: float
) -> list[float]:
    return weights(headings, rows, _room(wide, size), LONGEST_WORD)


def _fitted(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    wide: Length,
    high: Length,
    sizes: Sequence[float],
) -> tuple[float, list[Emu], list[Emu]]:
    """Return the size of the text, the widths of the columns and the heights of heading and rows.

    The largest of `sizes` at which all rows have room; at the smallest, the rows that have.
    """
    for size in sizes:
        room = _room(wide, size)
        needs = _needs(headings, rows, wide, size)
        widths = [Emu(int(wide * need / sum(needs))) for need in needs]
        widths[-1] = Emu(widths[-1] + wide - sum(widths))
        heights = [_height(texts, widths, size) for texts in (headings, *rows)]
        if sum(heights) <= high and sum(needs) <= room:
            return size, widths, heights
    while sum(heights) > high and len(heights) > 2:
        heights.pop()
    return size, widths, heights


def _height(texts: Sequence[str], widths: Sequence[Emu], size: float) -> Emu:
    """Return how high a row must be for its longest text."""
    lines = max(
        -(-int(len(text) * size * LETTER * EMU_PER_POINT) // max(1, width - 2 * MARGIN))
        for text, width in zip(texts, widths, strict=True)
    )
    return Emu(int((max(1, lines) * LEADING + PADDING) * size * EMU_PER_POINT))


def _format(cell: Any, size: float, *, head: bool, right: bool) -> None:
    """Give an empty cell its looks, and a run for its text."""
    cell.margin_left, cell.margin_right = MARGIN, MARGIN
    cell.margin_top = cell.margin_bottom = Inches(0.01)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    slides.run(paragraph, "", size=size - 1 if head else size, bold=head)
    _rule(cell, heavy=head)


def _rule(cell: Any, *, heavy: bool) -> None:
    """Draw the line below a cell; tables have no other."""
    properties = cell._tc.get_or_add_tcPr()
    line = properties.makeelement(qn("a:lnB"), {"w": str(Pt(1 if heavy else 0.5))})
    fill = line.makeelement(qn("a:solidFill"), {})
    colour = fill.makeelement(qn("a:srgbClr"), {"val": "292C30" if heavy else "BBBCBD"})
    fill.append(colour)
    line.append(fill)
    properties.insert(0, line)
