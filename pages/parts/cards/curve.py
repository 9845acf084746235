"""The card of the tail: how many live farther from a station than each distance."""

from typing import Final

import plotly.graph_objects as go

from pages.parts.cards.reach import STRUCTURES, by_structure
from pages.parts.drawing.card import Card
from pages.parts.drawing.charts import base_layout, theme_of
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import whole

# The curve starts where nearly everyone is within reach; what matters is the tail.
CURVE_FROM: Final = 5
# The distance the title tells of, whatever the reader calls near.
FAR: Final = 30


def curve(reader: Reader) -> Card:
    """Return how many live farther away than each distance, for the three structures."""
    measure = distance(reader)
    rows = reader.ask("rekkevidde_kurve").to_dicts()
    total = max((row["innenfor"] for row in rows), default=0)
    people = {r["struktur"]: r["innbyggere"] for r in by_structure(reader).values()}
    names = station_words.structures()
    # A structure without any travel time has no line, rather than one along the axis.
    measured = {r["struktur"] for r in rows if r["andel"] is not None}
    lines = {
        s: [(r["grense"], people[s] - r["innenfor"]) for r in rows if r["struktur"] == s]
        for s in STRUCTURES
        if s in people and s in measured
    }
    beyond = dict(lines.get("i_dag", ())).get(FAR, 0)
    return Card(
        name="rekkevidde-kurve",
        query="rekkevidde_kurve",
        title=ngettext(
            "{n} innbygger har mer enn {limit} til et tjenestested i dag",
            "{n} innbyggere har mer enn {limit} til et tjenestested i dag",
            beyond,
        ).format(n=whole(beyond), limit=measure.limit(FAR))
        if total
        else _("Ingen innbyggere i utvalget"),
        lead=_("Innbyggere som bor lenger unna enn avstanden på aksen"),
        source=station_words.sources(),
        basis=measure.reach_basis,
        table=Table.of(
            [
                Column(
                    _("Avstand ({unit})").format(unit="min" if measure.is_time else "km"), "whole"
                ),
                *(Column(_("Lenger unna: {s}").format(s=names[s].lower()), "whole") for s in lines),
            ],
            [
                (grense, *(dict(line)[grense] for line in lines.values()))
                for grense in range(0, 61, 5)
                if lines
            ],
        ),
        figure=_curve(lines, reader) if total else "",
        alt=_("Antall innbyggere lenger unna enn 0 til 60 for tre strukturer; se tabellen."),
    )


def _curve(lines: dict[str, list[tuple[int, int]]], reader: Reader) -> go.Figure:
    theme = theme_of(reader)
    style = {
        "foer_2017": (theme.faint, "dot"),
        "i_dag": (theme.text, "solid"),
        "med_nye": (theme.accent, "solid"),
    }
    names = station_words.structures()
    chart = go.Figure()
    for structure, line in lines.items():
        colour, dash = style[structure]
        shown = [(x, y) for x, y in line if x >= CURVE_FROM]
        chart.add_scatter(
            x=[x for x, _y in shown],
            y=[y for _x, y in shown],
            mode="lines",
            name=names[structure],
            line={"color": colour, "dash": dash, "width": 2.5},
            hovertemplate="%{x}: %{y:,.0f}<extra>" + names[structure] + "</extra>",
        )
    chart.add_vline(x=reader.view.grense, line={"color": theme.faint, "width": 1.5})
    chart.update_layout(**base_layout(reader, height=300))
    chart.update_layout(
        showlegend=True, legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0}
    )
    unit = _("minutter") if distance(reader).is_time else _("kilometer luftlinje")
    chart.update_xaxes(title=unit, range=[CURVE_FROM, 60], showgrid=False, fixedrange=True)
    chart.update_yaxes(
        rangemode="tozero",
        gridcolor=theme.line,
        fixedrange=True,
        zeroline=False,
        automargin=True,
        tickformat=",.0f",
    )
    return chart
