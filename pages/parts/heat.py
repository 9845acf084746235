"""Municipalities against questions: a table where colour and word say the same."""

from collections.abc import Sequence
from html import escape
from typing import Any

from pages.parts import words
from pages.parts.colours import ink
from pages.parts.groups import SILENT
from pages.parts.language import _
from pages.parts.reader import Reader
from pages.parts.table import Column
from queries.view import MAAL, SATISFACTION

Row = dict[str, Any]


def heat(
    reader: Reader,
    rows: Sequence[Row],
    caption: str,
    rest: Sequence[tuple[str, Column]],
) -> str:
    """Return `rows` as an HTML table of the five measures, each row a link to its municipality.

    `rest` are more fields of the rows, shown after the measures. A municipality that has said
    nothing has one hatched cell.
    """
    names = headings()
    head = "".join(
        f'<th scope="col"{_right(column)}>{escape(column.heading)}</th>'
        for column in [
            Column(_("Kommune")),
            *(Column(names[m]) for m in MAAL),
            *(column for _field, column in rest),
        ]
    )
    body = "".join(_row(reader, row, rest) for row in rows)
    return (
        f'<div class="tabell varme" tabindex="0"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def cell(reader: Reader, measure: str, value: str, heading: str = "") -> str:
    """Return one coloured table cell that says `value` in a word, after `heading` where stacked."""
    drawn = ink(measure, value, dark=reader.dark)
    hatched = " skravert" if drawn.hatched else ""
    named = f' data-navn="{escape(heading)}"' if heading else ""
    return (
        f"<td{named}{_silent(value)}>{_stripe(drawn.fill, drawn.outline, hatched)}"
        f"{escape(short(measure, value))}</td>"
    )


def headings() -> dict[str, str]:
    """Return the names of the measures that fit narrow columns."""
    return words.measures() | {
        "tjenestestedstruktur": _("Struktur"),
        "tjenestetilbud": _("Tilbud"),
    }


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
            f'<td colspan="{len(MAAL)}" class="taus">'
            f"{_stripe(drawn.fill, drawn.outline, ' skravert')}"
            f"{escape(words.values(MAAL[0])[row[MAAL[0]]])}</td>"
        )
    else:
        cells = "".join(cell(reader, m, row[m], names[m]) for m in MAAL)
    cells += "".join(
        f'<td{_right(column)} data-navn="{escape(column.heading)}">'
        f"{escape(column.text(row[field]))}</td>"
        for field, column in rest
    )
    return f'<tr><th scope="row"><a href="{link}">{escape(row["navn"])}</a></th>{cells}</tr>'


def _stripe(fill: str, outline: str, hatched: str) -> str:
    return f'<i class="stripe{hatched}" style="background-color:{fill};border-color:{outline}"></i>'


def _silent(value: str) -> str:
    return ' class="taus"' if value in SILENT else ""


def _right(column: Column) -> str:
    return ' class="tall"' if column.is_number else ""
