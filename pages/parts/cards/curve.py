"""The card of the tail: how many live farther from a station than each distance."""

from typing import Final

from pages.parts.cards.reach import STRUCTURES, by_structure
from pages.parts.drawing.card import Card
from pages.parts.drawing.charts import Figure, chart, chart_of, theme_of
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import many
from pages.parts.wording.seasonal import reach_basis

# The curve starts where nearly everyone is within reach; what matters is the tail.
CURVE_FROM: Final = 5
CURVE_TO: Final = 60
# The distance the title tells of, whatever the reader calls near.
FAR: Final = 30


def curve(reader: Reader) -> Card:
    """Return how many live farther away than each distance, for the three structures."""
    measure = distance(reader)
    names, found = station_words.structures(reader.view.sesong), _lines(reader)
    alt = _("Antall innbyggere lenger unna enn 0 til 60 for tre strukturer; se tabellen.")
    beyond = dict(found.get("i_dag", ())).get(FAR, 0)
    return Card(
        name="rekkevidde-kurve",
        query="rekkevidde_kurve",
        title=ngettext(
            "{n} innbygger har mer enn {limit} til et tjenestested i dag",
            "{n} innbyggere har mer enn {limit} til et tjenestested i dag",
            beyond,
        ).format(n=many(beyond), limit=measure.limit(FAR))
        if found
        else _("Ingen innbyggere i utvalget"),
        lead=_("Innbyggere som bor lenger unna enn avstanden på aksen"),
        source=station_words.sources(),
        basis=reach_basis(reader),
        table=Table.of(
            [
                Column(
                    _("Avstand ({unit})").format(unit="min" if measure.is_time else "km"), "whole"
                ),
                *(Column(_("Lenger unna: {s}").format(s=names[s].lower()), "whole") for s in found),
            ],
            [
                (grense, *(dict(line)[grense] for line in found.values()))
                for grense in range(0, 61, 5)
                if found
            ],
        ),
        figure=chart(tail(reader), alt),
        alt=alt,
    )


def tail(reader: Reader) -> Figure | None:
    """Return the chart: a line for each structure, and one where the reader calls it near."""
    found = _lines(reader)
    if not found:
        return None
    theme, names = theme_of(reader), station_words.structures(reader.view.sesong)
    style = {
        "foer_2017": (theme.faint, "dot"),
        "i_dag": (theme.text, "solid"),
        "med_nye": (theme.accent, "solid"),
    }
    lines = []
    for structure, line in found.items():
        colour, dash = style[structure]
        shown = [(x, y) for x, y in line if x >= CURVE_FROM]
        lines.append(
            {
                "type": "scatter",
                "x": [x for x, _y in shown],
                "y": [y for _x, y in shown],
                "mode": "lines",
                "name": names[structure],
                "line": {"color": colour, "dash": dash, "width": 2.5},
                "hovertemplate": "%{x}: %{y:,.0f}<extra>" + names[structure] + "</extra>",
            }
        )
    measure = distance(reader)
    limit = reader.view.grense
    # From the bottom of the chart to its top, whatever is highest there.
    upright = {"xref": "x", "yref": "y domain"}
    return chart_of(
        reader,
        lines,
        height=300,
        shapes=[
            {
                **upright,
                "type": "line",
                "x0": limit,
                "x1": limit,
                "y0": 0,
                "y1": 1,
                "line": {"color": theme.faint, "width": 1.5},
            }
        ],
        annotations=[
            {
                **upright,
                "x": limit,
                "y": 1,
                "xanchor": "left",
                "yanchor": "top",
                "showarrow": False,
                "text": _("nær: {limit}").format(limit=measure.text(limit)),
            }
        ],
        xaxis={
            "title": {
                "text": _("minutter") if measure.is_time else _("kilometer luftlinje"),
                "standoff": 15,
            },
            "range": [CURVE_FROM, CURVE_TO],
            "showgrid": False,
            "fixedrange": True,
            "automargin": True,
        },
        yaxis={
            "rangemode": "tozero",
            "gridcolor": theme.line,
            "fixedrange": True,
            "zeroline": False,
            "automargin": True,
            "tickformat": ",.0f",
        },
    )


def _lines(reader: Reader) -> dict[str, list[tuple[int, int]]]:
    """Return how many live farther away than each distance, by structure."""
    rows = reader.ask("rekkevidde_kurve").to_dicts()
    people = {r["struktur"]: r["innbyggere"] for r in by_structure(reader).values()}
    # A structure without any travel time has no line, rather than one along the axis.
    measured = {r["struktur"] for r in rows if r["andel"] is not None}
    return {
        s: [(r["grense"], people[s] - r["innenfor"]) for r in rows if r["struktur"] == s]
        for s in STRUCTURES
        if s in people and s in measured
    }
