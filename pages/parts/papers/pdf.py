"""The briefing as a PDF of one to four pages."""

from collections.abc import Sequence
from typing import Final

from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import BLANK, Ink
from pages.parts.drawing.table import Column, Table
from pages.parts.papers.briefing import Briefing, no_quotes, nothing, quoted
from pages.parts.papers.chart import Chart, beside, chart_of
from pages.parts.papers.source import Source
from pages.parts.papers.telling import (
    LIMITS,
    TOLD_BY,
    cells,
    chosen_columns,
    lead,
    left_out,
    listed,
    most_rows,
    no_rows,
    rests_on,
    weights,
)
from pages.parts.papers.text import CELL, clean
from pages.parts.papers.typesetting import typeset
from pages.parts.reading.language import _, spoken

ROWS: Final = 22
COLUMNS: Final = 8
# Lists that are whole or nothing.
WHOLE: Final = frozenset({"distriktskommuner", "distriktsrang", "kildefiler", "kilder"})
# A row of this many characters in a cell takes several lines.
LONG_CELL: Final = 60
LONG_ROWS: Final = 10
# Answers that a search has found, as many as on a page of the screen.
HITS: Final = 20
# Characters that stand side by side on a line, and how many of them a bar needs.
ROOM: Final = 100
BAR: Final = 24
# So few rows are kept on one page.
TOGETHER: Final = 13
# Letters of rows that take no more than half a page, though one of them is long.
HALF_PAGE: Final = 1000
# A cell of this many characters may be divided between pages.
BREAKABLE: Final = 1200


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
        "source": source.line.removesuffix(f" {source.version}."),
        # In one piece, so that a date is not divided.
        "version": f"{source.version}.",
        "url": source.url,
        "printed": source.printed,
        "linktext": _("Åpne i Tjenestested, slik tallene var da arket ble laget."),
        "page": _("Side {page} av {pages}"),
    }


def section(card: Card, source: Source, *, bars: bool = True) -> dict[str, object]:
    """Return `card` as a heading over its table, with `bars` where the screen has them."""
    table = listed(card)
    chart = chart_of(card) if bars and table is card.table else None
    drawn = chart if chart and chart.form != "lines" else None
    columns = chosen_columns(card, table, COLUMNS)
    if drawn and card.name not in TOLD_BY:
        columns = beside(card, drawn)
    whole = table is not card.table and card.name != "sok"
    shown = len(table.rows) if whole or card.name in WHOLE else _rows(card, table, columns)
    notes = [rests_on(card, source, 300), left_out(table, shown)]
    limit = LIMITS.get(card.name, CELL)
    return {
        "title": clean(card.title, 200),
        "lead": lead(card),
        "key": _key(drawn) if drawn else [],
        "note": ". ".join(note for note in notes if note),
        "none": no_rows(card),
        **grid(table, columns, shown, _parts(drawn) if drawn else None, limit=limit),
    }


def grid(
    table: Table,
    columns: Sequence[int],
    rows: int,
    parts: Sequence[Sequence[dict[str, object]]] | None = None,
    *,
    limit: int = CELL,
    room: int = ROOM,
) -> dict[str, object]:
    """Return the first `rows` of some columns as a template's table draws them."""
    written = cells(table, columns, rows, limit)
    chosen: list[Column] = [table.columns[i] for i in columns]
    headings = [clean(column.heading, 60) for column in chosen]
    wide = weights(headings, written, room - (BAR if parts is not None else 0))
    longest = max((len(text) for texts in written for text in texts), default=0)
    letters = sum(len(text) for texts in written for text in texts)
    return {
        "bars": parts is not None,
        "bar": _("Fordeling"),
        # As wide as what the columns leave of the line, and no narrower than a bar can be read in.
        "barwidth": float(max(BAR, room - sum(wide)) if parts is not None else 0),
        # What fits on a page is not divided between two.
        "together": len(written) <= TOGETHER and (longest <= LONG_CELL or letters <= HALF_PAGE),
        "breakable": longest > BREAKABLE,
        "columns": [
            {"name": heading, "right": column.is_number, "width": width}
            for heading, column, width in zip(headings, chosen, wide, strict=True)
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


def _rows(card: Card, table: Table, columns: Sequence[int]) -> int:
    """Return how many rows of the card a paper has room for; rows of long texts take more."""
    if card.name == "sok":
        return HITS
    long = any(len(str(row[i])) > LONG_CELL for row in table.rows for i in columns)
    return most_rows(card, LONG_ROWS if long else ROWS)


def _key(chart: Chart) -> list[dict[str, object]]:
    # What one bar is compared with stands in a column of its own, and is not drawn.
    if chart.form != "stacked" or len(chart.series) < 2:
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
