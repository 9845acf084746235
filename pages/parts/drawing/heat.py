"""Municipalities against questions: a table where colour and word say the same."""

from collections.abc import Sequence
from html import escape
from typing import Any

from pages.parts.answers.ways import Opening, behind_cell
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answer_words import channels, inline
from pages.parts.wording.groups import FIELDS, SEGMENTS, SILENT
from pages.parts.wording.numbers import NONE
from queries.view import MAAL, SATISFACTION

Row = dict[str, Any]


def heat(
    reader: Reader,
    rows: Sequence[Row],
    caption: str,
    rest: Sequence[tuple[str, Column]],
    *,
    sorts: bool = False,
) -> str:
    """Return `rows` as an HTML table of the five measures, each row a link to its municipality.

    Each measure opens the passage it rests on. `rest` are more fields of the rows, shown after the
    measures; those that hold codes open their passages too. A municipality that has said nothing
    has one hatched cell. With `sorts` every heading is a link that sorts, as `ordered` does.
    """
    names = headings()
    columns = [
        ("kommune", Column(_("Kommune"))),
        *((m, Column(names[m])) for m in MAAL),
        *rest,
    ]
    head = "".join(_heading(reader, field, column, sorts=sorts) for field, column in columns)
    body = "".join(_row(reader, row, rest) for row in rows)
    kind = "tabell varme sorterbar" if sorts else "tabell varme"
    return (
        f'<div class="{kind}" tabindex="0"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def ordered(rows: Sequence[Row], kolonne: str) -> list[Row]:
    """Return `rows` by the column in `kolonne`, from its end when that has a minus in front.

    Municipalities that have not answered the point come last either way; equals keep their order.
    """
    by = kolonne.removeprefix("-")
    if not by:
        return list(rows)
    found = [(_place(row, by), row) for row in rows]
    known = [each for each in found if each[0] is not None]
    known.sort(key=lambda each: each[0], reverse=kolonne.startswith("-"))
    return [row for _key, row in known] + [row for key, row in found if key is None]


def cell(
    reader: Reader, measure: str, value: str, heading: str = "", kommunenummer: str = ""
) -> str:
    """Return one coloured table cell that says `value` in a word, after `heading` where stacked.

    It opens the passage of the municipality with `kommunenummer`, unless nothing is said.
    """
    drawn = ink(measure, value, dark=reader.dark)
    hatched = " skravert" if drawn.hatched else ""
    named = f' data-navn="{escape(heading)}"' if heading else ""
    said = _stripe(drawn.fill, drawn.outline, hatched) + escape(short(measure, value))
    if kommunenummer and value not in SILENT:
        way = behind_cell(reader, f"{FIELDS[measure]}:{value}", kommunenummer)
        said = _linked(said, way)
    silent = " taus" if value in SILENT else ""
    return f'<td{named} class="svar{silent}">{said}</td>'


def headings() -> dict[str, str]:
    """Return the names of the measures as columns have them."""
    return words.measures()


def short(measure: str, value: str) -> str:
    """Return the word for `value` that fits a narrow cell."""
    shorter = {"delvis": _("Delvis"), "betinget": _("Forbehold")}
    return shorter.get(value) or words.values(measure)[value]


def dissatisfied(row: Row) -> int:
    """Return with how many of the three points the municipality of `row` is not satisfied."""
    return sum(row[m] == "ikke_tilfreds" for m in SATISFACTION)


def _row(reader: Reader, row: Row, rest: Sequence[tuple[str, Column]]) -> str:
    link = escape(reader.link("kommune", kommune=row["kommunenummer"]))
    names = headings()
    said = {row[m] for m in MAAL}
    if len(said) == 1 and said <= {"ikke_svart", "ikke_innhentet"}:
        drawn = ink(MAAL[0], row[MAAL[0]], dark=reader.dark)
        cells = (
            f'<td colspan="{len(MAAL)}" class="svar taus">'
            f"{_stripe(drawn.fill, drawn.outline, ' skravert')}"
            f"{escape(words.values(MAAL[0])[row[MAAL[0]]])}</td>"
        )
    else:
        cells = "".join(cell(reader, m, row[m], names[m], row["kommunenummer"]) for m in MAAL)
    cells += "".join(
        f'<td{_right(column)} data-navn="{escape(column.heading)}">'
        f"{_more(reader, row, field, column)}</td>"
        for field, column in rest
    )
    return f'<tr><th scope="row"><a href="{link}">{escape(row["navn"])}</a></th>{cells}</tr>'


def _heading(reader: Reader, field: str, column: Column, *, sorts: bool) -> str:
    by = {"til_naermeste": "km"}.get(field, field)
    text = escape(column.heading)
    if not sorts:
        return f'<th scope="col"{_right(column)}>{text}</th>'
    now = reader.view.kolonne
    rising = now == by
    order = f' aria-sort="{"ascending" if rising else "descending"}"'
    link = escape(reader.link(kolonne=f"-{by}" if rising else by))
    return (
        f'<th scope="col"{order if now.removeprefix("-") == by else ""}{_right(column)}>'
        f'<a href="{link}">{text}</a></th>'
    )


def _more(reader: Reader, row: Row, field: str, column: Column) -> str:
    """Return what stands in a cell after the measures; coded channels each open their passage."""
    if field != "mer_av":
        return escape(column.text(row[field]))
    names = channels()
    return (
        ", ".join(
            _linked(
                escape(names[code] if i == 0 else inline(names[code])),
                behind_cell(reader, f"{code}:mer", row["kommunenummer"]),
            )
            for i, code in enumerate(row[field])
        )
        or NONE
    )


def _linked(html: str, way: Opening) -> str:
    current = ' aria-current="true"' if way.is_open else ""
    return f'<a href="{escape(way.link)}"{current}>{html}</a>'


def _place(row: Row, by: str) -> Any:
    """Return what a row is sorted by, None when the municipality has not answered the point."""
    if by in SEGMENTS:
        return None if row[by] in SILENT else SEGMENTS[by].index(row[by])
    if by == "mer_av":
        return len(row[by]) if row["har_svart"] else None
    return row[{"kommune": "navnerang", "km": "til_naermeste"}.get(by, by)]


def _stripe(fill: str, outline: str, hatched: str) -> str:
    return f'<i class="stripe{hatched}" style="background-color:{fill};border-color:{outline}"></i>'


def _right(column: Column) -> str:
    return ' class="tall"' if column.is_number else ""
