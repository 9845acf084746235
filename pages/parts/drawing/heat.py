"""Municipalities against questions: a table where colour and word say the same."""

from collections.abc import Sequence
from typing import Any, Final

from pages.parts.answers.ways import Opening, behind_cell
from pages.parts.drawing.colours import Ink, ink
from pages.parts.drawing.table import Column
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answer_words import channels, inline
from pages.parts.wording.groups import FIELDS, SEGMENTS, SILENT
from pages.parts.wording.numbers import NONE
from queries.view import MAAL, SATISFACTION

Row = dict[str, Any]
_TABLE: Final = Markup(
    '<div class="{kind}" tabindex="0"><table><caption>{caption}</caption>'
    "<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
)
_ROW: Final = Markup('<tr><th scope="row"><a href="{link}">{name}</a></th>{cells}</tr>')
_CELL: Final = Markup('<td{named} class="svar{silent}">{said}</td>')
_SILENT: Final = Markup('<td colspan="{span}" class="svar taus">{stripe}{said}</td>')
_REST: Final = Markup('<td{right} data-navn="{name}">{text}</td>')
_HEAD: Final = Markup('<th scope="col"{order}{right}>{text}</th>')
_STRIPE: Final = Markup(
    '<i class="stripe{hatched}" style="background-color:{fill};border-color:{outline}"></i>'
)


def heat(
    reader: Reader,
    rows: Sequence[Row],
    caption: str,
    rest: Sequence[tuple[str, Column]],
    *,
    sorts: bool = False,
) -> Markup:
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
    return _TABLE.format(
        kind="tabell varme sorterbar" if sorts else "tabell varme",
        caption=caption,
        head=Markup("").join(
            _heading(reader, field, column, sorts=sorts) for field, column in columns
        ),
        body=Markup("").join(_row(reader, row, rest) for row in rows),
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
) -> Markup:
    """Return one coloured table cell that says `value` in a word, after `heading` where stacked.

    It opens the passage of the municipality with `kommunenummer`, unless nothing is said.
    """
    drawn = ink(measure, value, dark=reader.dark)
    said = _stripe(drawn, hatched=drawn.hatched) + short(measure, value)
    if kommunenummer and value not in SILENT:
        way = behind_cell(reader, f"{FIELDS[measure]}:{value}", kommunenummer)
        said = _linked(said, way)
    return _CELL.format(
        named=Markup(' data-navn="{}"').format(heading) if heading else "",
        silent=" taus" if value in SILENT else "",
        said=said,
    )


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


def _row(reader: Reader, row: Row, rest: Sequence[tuple[str, Column]]) -> Markup:
    names = headings()
    said = {row[m] for m in MAAL}
    if len(said) == 1 and said <= {"ikke_svart", "ikke_innhentet"}:
        drawn = ink(MAAL[0], row[MAAL[0]], dark=reader.dark)
        cells = _SILENT.format(
            span=len(MAAL),
            stripe=_stripe(drawn, hatched=True),
            said=words.values(MAAL[0])[row[MAAL[0]]],
        )
    else:
        cells = Markup("").join(
            cell(reader, m, row[m], names[m], row["kommunenummer"]) for m in MAAL
        )
    cells += Markup("").join(
        _REST.format(
            right=_right(column), name=column.heading, text=_more(reader, row, field, column)
        )
        for field, column in rest
    )
    link = reader.link("kommune", kommune=row["kommunenummer"])
    return _ROW.format(link=link, name=row["navn"], cells=cells)


def _heading(reader: Reader, field: str, column: Column, *, sorts: bool) -> Markup:
    by = {"til_naermeste": "km"}.get(field, field)
    if not sorts:
        return _HEAD.format(order="", right=_right(column), text=column.heading)
    now = reader.view.kolonne
    rising = now == by
    order = Markup(' aria-sort="{}"').format("ascending" if rising else "descending")
    link = reader.link(kolonne=f"-{by}" if rising else by)
    return _HEAD.format(
        order=order if now.removeprefix("-") == by else "",
        right=_right(column),
        text=Markup('<a href="{}">{}</a>').format(link, column.heading),
    )


def _more(reader: Reader, row: Row, field: str, column: Column) -> str:
    """Return what stands in a cell after the measures; coded channels each open their passage."""
    if field != "mer_av":
        return column.text(row[field])
    names = channels()
    return (
        Markup(", ").join(
            _linked(
                names[code] if i == 0 else inline(names[code]),
                behind_cell(reader, f"{code}:mer", row["kommunenummer"]),
            )
            for i, code in enumerate(row[field])
        )
        or NONE
    )


def _linked(text: str, way: Opening) -> Markup:
    current = Markup(' aria-current="true"') if way.is_open else ""
    return Markup('<a href="{}"{}>{}</a>').format(way.link, current, text)


def _place(row: Row, by: str) -> Any:
    """Return what a row is sorted by, None when the municipality has not answered the point."""
    if by in SEGMENTS:
        return None if row[by] in SILENT else SEGMENTS[by].index(row[by])
    if by == "mer_av":
        return len(row[by]) if row["har_svart"] else None
    return row[{"kommune": "navnerang", "km": "til_naermeste"}.get(by, by)]


def _stripe(drawn: Ink, *, hatched: bool) -> Markup:
    mark = " skravert" if hatched else ""
    return _STRIPE.format(hatched=mark, fill=drawn.fill, outline=drawn.outline)


def _right(column: Column) -> Markup:
    return Markup(' class="tall"') if column.is_number else Markup("")
