"""Tables of a Word document: real ones, with a heading row that is repeated and read as one."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt
from docx.table import _Cell

from pages.parts.papers.hyphens import parts
from pages.parts.papers.telling import weights

FEW_COLUMNS: Final = 6
TOGETHER: Final = 14
# So few rows are not left at the end of a page, or carried to the next.
ALONE: Final = 2
# On either side of what stands in a cell.
MARGIN: Final = Pt(3)
INNER: Final = Cm(17)
# Characters that stand side by side on a line of a table.
ROOM: Final = 98


def draw_table(
    document: Any, headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]
) -> None:
    """Write a table whose first row is `headings`; the columns of numbers stand to the `right`.

    A short table stands on one page, and a long word is divided only as in speech.
    """
    table = document.add_table(rows=len(rows) + 1, cols=len(headings))
    table.style = "Table Grid"
    table.autofit = False
    _borders(table)
    widths = _widths(headings, rows)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    size = Pt(8 if len(headings) > FEW_COLUMNS else 8.5)
    # Asked for one by one, each cell would look through the whole table.
    cells_in_order = iter(table._cells)
    # Cells that look alike are copies of the first: to give each its looks takes longer than that.
    patterns: dict[tuple[int, bool, bool], Any] = {}
    for i, texts in enumerate([headings, *rows]):
        _mark_row(table.rows[i], head=not i)
        # A short table stands on one page, with its note; a long one leaves no row behind.
        alone = i <= ALONE or i > len(rows) - ALONE
        keep = len(rows) <= TOGETHER or alone
        for j, text in enumerate(texts):
            cell, look = next(cells_in_order), (j, not i, keep)
            if look not in patterns:
                _format(cell, widths[j], size, head=not i, keep=keep, right=right[j])
                patterns[look] = cell._tc
            copy = deepcopy(patterns[look])
            cell._tc.getparent().replace(cell._tc, copy)
            # A line with nothing on it is as high as the others.
            _write(_Cell(copy, table).paragraphs[0].runs[0], text or "\u00a0")


def _format(cell: Any, width: Length, size: Length, *, head: bool, keep: bool, right: bool) -> None:
    """Give an empty cell its looks, and a run for its text."""
    cell.width = width
    if head:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.keep_with_next = keep
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run()
    run.bold, run.font.size = head, size


def _write(run: Any, text: str) -> None:
    """Write `text` so that its long words may be divided where they are in speech.

    What is copied or read aloud is the text alone.
    """
    for i, part in enumerate(parts(text)):
        if i:
            run._r.append(OxmlElement("w:softHyphen"))
        run.add_text(part)


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Length]:
    """Return widths in proportion to what stands in the columns."""
    needs = weights(headings, rows, ROOM)
    return [Emu(int(INNER * need / sum(needs))) for need in needs]


def _mark_row(row: Any, *, head: bool) -> None:
    """Keep a row on one page, and let the heading row be repeated and read as one."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _borders(table: Any) -> None:
    """Leave only the lines between rows."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        shown = side in ("top", "bottom", "insideH")
        line.set(qn("w:val"), "single" if shown else "nil")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), "BBBCBD")
        borders.append(line)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(MARGIN.twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    # The schema has an order: borders stand before the layout of the table, margins after it.
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)
