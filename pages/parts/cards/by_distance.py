"""The card about how far away the satisfied and the dissatisfied are."""

from statistics import median
from typing import Any, Final

import plotly.graph_objects as go
import polars as pl

from pages.parts.answers.ways import behind_cell, behind_value
from pages.parts.drawing.card import Card
from pages.parts.drawing.charts import base_layout, theme_of
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings, words
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.groups import FIELDS, FOCUS, SEGMENTS, everyone
from pages.parts.wording.numbers import FEW, whole
from queries.openings import of_municipality

# Kilometres or minutes; the reach that the other pages start from.
FAR: Final = 15
ROW_HEIGHT: Final = 58
# The diameter of a dot, and of the one whose answer is open.
DOT: Final = 9
OPEN: Final = 13
# Municipalities at the same distance are spread over this many lanes, so that each can be seen.
LANES: Final = 9


def municipalities_by_distance(reader: Reader) -> Card:
    """Return every municipality that answered, by what it answered and how far its station is."""
    measure = reader.view.vis
    labels = words.values(measure)
    how = distance(reader)
    answered = pl.col("i_utvalg"), pl.col("verdi").is_in(SEGMENTS[measure])
    rows = reader.ask("kart").filter(*answered, pl.col("til_naermeste").is_not_null())
    means = dict(rows.group_by("verdi").agg(pl.col("til_naermeste").mean()).rows())
    focus = FOCUS[measure][0]
    lines = []
    for value in SEGMENTS[measure]:
        km = rows.filter(verdi=value)["til_naermeste"].to_list()
        far = sum(k >= FAR for k in km)
        middle = median(km) if km else None
        lines.append((labels[value], len(km), means.get(value), middle, far))
    return Card(
        name="avstandspunkter",
        query="kart",
        title=_title(means, focus, rows["verdi"].to_list(), how),
        lead=_("Hver prikk er en kommune, og åpner det kommunen skrev; streken er gjennomsnittet"),
        picks=True,
        basis=findings.coverage(everyone(reader, measure), reader),
        table=Table.of(
            [
                Column(words.measure_titles()[measure]),
                Column(_("Kommuner"), "whole"),
                Column(_("Gjennomsnitt"), how.kind),
                Column(_("Median"), how.kind),
                Column(_("Kommuner {limit} eller mer unna").format(limit=how.limit(FAR)), "whole"),
            ],
            lines,
        ),
        # The keyboard's way: each value opens its municipalities, dot by dot.
        links=tuple(
            behind_value(reader, measure, value).link if n else ""
            for value, (_label, n, *_rest) in zip(SEGMENTS[measure], lines, strict=True)
        ),
        figure=_figure(rows.sort("til_naermeste").to_dicts(), means, reader) if rows.height else "",
        alt=". ".join(
            ngettext(
                "{label}: {n} kommune, i snitt {km}", "{label}: {n} kommuner, i snitt {km}", n
            ).format(label=label, n=whole(n), km=how.text(km))
            for label, n, km, _median, _far in lines
            if n
        ),
    )


def _title(means: dict[str, float], focus: str, values: list[str], how: Distance) -> str:
    # The mean of a few says nothing of the others.
    if min(values.count(focus), values.count("tilfreds")) < FEW:
        return _("Tilfredshet og avstand til nærmeste tjenestested")
    return _(
        "De som ikke er tilfreds, har i snitt {far} til tjenestestedet, de tilfredse {near}"
    ).format(far=how.text(means[focus]), near=how.text(means["tilfreds"]))


def _figure(rows: list[dict[str, Any]], means: dict[str, float], reader: Reader) -> go.Figure:
    measure = reader.view.vis
    labels = words.values(measure)
    # The first value stands on top, as in the bars.
    order = [value for value in reversed(SEGMENTS[measure]) if value in means]
    ink_of = {value: ink(measure, value, dark=reader.dark) for value in order}
    theme = theme_of(reader)
    farthest = max(row["til_naermeste"] for row in rows) or 1
    chart = go.Figure()
    for place, value in enumerate(order):
        found = [row for row in rows if row["verdi"] == value]
        kode = f"{FIELDS[measure]}:{value}"
        ways = [behind_cell(reader, kode, row["kommunenummer"]) for row in found]
        lanes = [place + 0.62 * (i % LANES - (LANES - 1) / 2) / LANES for i in range(len(found))]
        chart.add_scatter(
            x=[row["til_naermeste"] for row in found],
            y=lanes,
            mode="markers",
            marker={
                "size": [OPEN if way.is_open else DOT for way in ways],
                "color": ink_of[value].fill,
                "line": {
                    "width": [2.5 if way.is_open else 1 for way in ways],
                    "color": [theme.text if way.is_open else ink_of[value].outline for way in ways],
                },
            },
            # Which one is open is drawn from the View, not from what was last clicked.
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            customdata=[[kode, of_municipality(row["kommunenummer"])] for row in found],
            cliponaxis=False,
            text=[
                f"{row['navn']}<br>{distance(reader).text(row['til_naermeste'])}" for row in found
            ],
            hovertemplate="%{text}<extra></extra>",
        )
        chart.add_shape(
            type="line",
            x0=means[value],
            x1=means[value],
            y0=place - 0.42,
            y1=place + 0.42,
            line={"width": 2.5, "color": theme.text},
        )
    chart.update_layout(**base_layout(reader, height=ROW_HEIGHT * len(order) + 60))
    chart.update_xaxes(
        title=_("Avstand til nærmeste tjenestested, {name}").format(name=distance(reader).name),
        range=[-0.02 * farthest, 1.04 * farthest],
        gridcolor=theme.line,
        zeroline=False,
        fixedrange=True,
    )
    chart.update_yaxes(
        tickvals=list(range(len(order))),
        ticktext=[labels[value] for value in order],
        range=[-0.5, len(order) - 0.5],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
    return chart
