"""The briefing as a PDF of one to four pages."""

from collections.abc import Sequence
from typing import Final

from pages.parts.card import Card
from pages.parts.colours import BLANK, Ink
from pages.parts.language import _, spoken
from pages.parts.papers.briefing import (
    Briefing,
    cells,
    chosen_columns,
    lead,
    left_out,
    no_quotes,
    no_rows,
    nothing,
    quoted,
    rests_on,
    told,
)
from pages.parts.papers.chart import Chart, beside, chart_of
from pages.parts.papers.source import Source
from pages.parts.papers.text import clean
from pages.parts.papers.typesetting import typeset
from pages.parts.table import Column, Table

ROWS: Final = 22
COLUMNS: Final = 8
# Lists that are whole or nothing.
WHOLE: Final = frozenset({"distriktskommuner", "distriktsrang"})
# A row of this many characters in a cell takes several lines.
LONG_CELL: Final = 60
LONG_ROWS: Final = 10


def to_pdf(paper: Briefing) -> bytes:
    """Return `paper` as a tagged PDF: finding, key figures, map, tables, passages, offers."""
    data = about(paper.title, paper.source) | {
        "where": paper.source.where,
        "basis": nothing() if paper.empty else paper.basis,
        "missing": paper.missing,
        "figures": [
            {"value": f.value, "label": clean(f.label), "basis": clean(f.basis)}
            for f in paper.figures
        ],
        "map": {"alt": paper.picture.alt} if paper.picture else None,
        "sections": [section(card, paper.source) for card in paper.cards],
        "quotes": {
            "title": quoted(paper),
            "list": [{"text": f"«{q.text}»", "who": q.who} for q in paper.quotes],
            "none": no_quotes(),
        }
        if paper.has_quotes
        else None,
    }
    return typeset("notat", data, paper.picture.svg if paper.picture else "")


def about(title: str, source: Source) -> dict[str, object]:
    """Return what every template needs: title, language, source, link and page numbers."""
    return {
        "title": title,
        "lang": spoken(),
        "demo": source.demo,
        # Across the page.
        "mark": _("DEMODATA"),
        "source": source.line,
        "url": source.url,
        "printed": source.printed,
        "linktext": _("Åpne i Tjenestested, slik tallene var da arket ble laget."),
        "page": _("Side {page} av {pages}"),
    }


def section(card: Card, source: Source, *, bars: bool = True) -> dict[str, object]:
    """Return `card` as a heading over its table, with `bars` where the screen has them."""
    table = told(card)
    chart = chart_of(card) if bars and table is card.table else None
    drawn = (
        chart
        if chart and chart.form != "lines" and len(chart.categories) == len(table.rows)
        else None
    )
    columns = beside(card, drawn) if drawn else chosen_columns(card, table, COLUMNS)
    whole = table is not card.table or card.name in WHOLE
    shown = len(table.rows) if whole else _rows(table)
    notes = [rests_on(card, source, 300), "" if whole else left_out(table, shown)]
    return {
        "title": clean(card.title, 200),
        "lead": lead(card),
        "key": _key(drawn) if drawn else [],
        "note": ". ".join(note for note in notes if note),
        "none": no_rows(),
        **grid(table, columns, shown, _parts(drawn) if drawn else None),
    }


def grid(
    table: Table,
    columns: Sequence[int],
    rows: int,
    parts: Sequence[Sequence[dict[str, object]]] | None = None,
) -> dict[str, object]:
    """Return the first `rows` of some columns as a template's table draws them."""
    written = cells(table, columns, rows)
    chosen: list[Column] = [table.columns[i] for i in columns]
    return {
        "bars": parts is not None,
        "bar": _("Fordeling"),
        # Where texts are long, they share the width as they need it.
        "wide": parts is None and len(chosen) > 3,
        "columns": [
            {
                "name": clean(column.heading, 60),
                "right": column.is_number,
                "width": _width(column, [row[j] for row in written]),
            }
            for j, column in enumerate(chosen)
        ],
        "rows": [
            {
                "cells": texts,
                "parts": parts[i] if parts is not None else [],
                "strong": texts[0] == _("Hele landet"),
            }
            for i, texts in enumerate(written)
        ],
    }


def drawn_as(ink: Ink) -> dict[str, object]:
    """Return how a value is drawn, as the templates read it."""
    return {
        "fill": "" if ink.fill == BLANK else ink.fill,
        "outline": ink.outline,
        "hatched": ink.hatched,
    }


def _rows(table: Table) -> int:
    long = any(len(str(cell)) > LONG_CELL for row in table.rows for cell in row)
    return LONG_ROWS if long else ROWS


def _width(column: Column, texts: Sequence[str]) -> float:
    """Return the column's weight: its longest text, and the longest word of its heading."""
    word = max((len(word) for word in column.heading.split()), default=0)
    longest = max([min(len(text), 34) for text in texts], default=0)
    return float(max(longest, min(word, 14), 4) + 2)


def _key(chart: Chart) -> list[dict[str, object]]:
    if len(chart.series) < 2:
        return []
    return [{"ink": drawn_as(each.ink), "label": each.name} for each in chart.series]


def _parts(chart: Chart) -> list[list[dict[str, object]]]:
    """Return the segments of each bar as shares of its full width."""
    if chart.form == "stacked":
        totals = [
            sum(each.values[i] or 0 for each in chart.series) for i in range(len(chart.categories))
        ]
        drawn = chart.series
    else:
        # One bar a row; what it is compared with stands in the next column.
        drawn = chart.series[:1]
        most = max((value or 0 for value in drawn[0].values), default=0)
        totals = [1 if chart.kind == "share" else most or 1] * len(chart.categories)
    return [
        [
            {"share": (each.values[i] or 0) / total, "ink": drawn_as(each.ink)}
            for each in drawn
            if each.values[i] and total
        ]
        for i, total in enumerate(totals)
    ]
