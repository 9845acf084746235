"""The card about how far away the satisfied and the dissatisfied are."""

from statistics import median
from typing import Final

import plotly.graph_objects as go
import polars as pl

from pages.parts.answers.ways import behind, behind_value, opening
from pages.parts.drawing.card import Card
from pages.parts.drawing.charts import chart, chart_of, theme_of
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings, words
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.groups import FOCUS, SEGMENTS, everyone
from pages.parts.wording.numbers import FEW, share, whole

# Kilometres or minutes; the reach that the other pages start from.
FAR: Final = 15
# The classes of distance, nearest first, as the chart shades them: the farther, the darker.
SHADES: Final = ("#d3e5f6", "#8fbce6", "#3f86c9", "#0b3d70")
DARK_SHADES: Final = ("#27435f", "#3a6ea3", "#5f9fdb", "#c4e0fb")
ROW_HEIGHT: Final = 52
# Shorter parts have no room for their number.
ROOM: Final = 0.05


def municipalities_by_distance(reader: Reader) -> Card:
    """Return every municipality that answered, by what it answered and how far its station is."""
    measure = reader.view.vis
    labels = words.values(measure)
    how = distance(reader)
    rows = _measured(reader)
    means = dict(rows.group_by("verdi").agg(pl.col("til_naermeste").mean()).rows())
    medians = dict(rows.group_by("verdi").agg(pl.col("til_naermeste").median()).rows())
    focus = FOCUS[measure][0]
    lines = []
    for value in SEGMENTS[measure]:
        km = rows.filter(verdi=value)["til_naermeste"].to_list()
        far = sum(k >= FAR for k in km)
        middle = median(km) if km else None
        lines.append((labels[value], len(km), means.get(value), middle, far))
    alt = ". ".join(
        ngettext(
            "{label}: {n} kommune, median {km}", "{label}: {n} kommuner, median {km}", n
        ).format(label=label, n=whole(n), km=how.text(km))
        for label, n, _mean, km, _far in lines
        if n
    )
    return Card(
        name="avstandspunkter",
        query="kart",
        title=_title(medians, focus, rows["verdi"].to_list(), how),
        lead=_("Andel av kommunene i hver avstandsklasse"),
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
        # The keyboard's way: each value opens its municipalities.
        links=tuple(
            behind_value(reader, measure, value).link if n else ""
            for value, (_label, n, *_rest) in zip(SEGMENTS[measure], lines, strict=True)
        ),
        figure=chart(spread(reader), alt),
        alt=alt,
    )


def _title(medians: dict[str, float], focus: str, values: list[str], how: Distance) -> str:
    # The median of a few says nothing of the others.
    if min(values.count(focus), values.count("tilfreds")) < FEW:
        return _("Tilfredshet og avstand til nærmeste tjenestested")
    return _(
        "Av dem som ikke er tilfreds, har halvparten {far} eller mer til tjenestestedet; "
        "av de tilfredse {near}"
    ).format(far=how.text(medians[focus]), near=how.text(medians["tilfreds"]))


def spread(reader: Reader) -> go.Figure | None:
    """Return the chart: of those who gave each answer, the share in each class of distance.

    One bar per answer, one part per class, each with its count; a class nobody is in has no part.
    """
    rows = _measured(reader)
    if rows.is_empty():
        return None
    measure, theme, how = reader.view.vis, theme_of(reader), distance(reader)
    labels, classes = words.values(measure), words.distances()
    # The first value stands on top, as in the bars.
    values = [v for v in reversed(SEGMENTS[measure]) if v in rows["verdi"]]
    of = {v: rows.filter(verdi=v) for v in values}
    names = [
        f"{labels[v]}<br>{_('median {km}').format(km=how.text(median(of[v]['til_naermeste'])))}"
        for v in values
    ]
    found = [c for c in classes if c in rows["avstandsgruppe"]]
    shades = dict(zip(found, DARK_SHADES if reader.dark else SHADES, strict=False))
    bars = []
    for name in found:
        counts = [of[v].filter(avstandsgruppe=name).height for v in values]
        parts = [n / of[v].height for n, v in zip(counts, values, strict=True)]
        bars.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": classes[name],
                "x": parts,
                "y": names,
                "marker": {
                    "color": shades[name],
                    "line": {"width": 1, "color": theme.ground},
                },
                "text": [share(part) if part >= ROOM else "" for part in parts],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "customdata": [
                    opening(reader, behind(measure, v), f"avstand:{name}").link for v in values
                ],
                "hovertext": [
                    f"{labels[v]}, {classes[name]}: {share(part)} ({whole(n)})"
                    for v, part, n in zip(values, parts, counts, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    return chart_of(
        reader,
        bars,
        height=ROW_HEIGHT * len(values) + 60,
        margin={"b": 8},
        barmode="stack",
        bargap=0.35,
        xaxis={"range": [0, 1], "visible": False, "fixedrange": True},
        yaxis={"showgrid": False, "fixedrange": True, "automargin": True},
    )


def _measured(reader: Reader) -> pl.DataFrame:
    """Return the municipalities of the selection that answered and whose distance is known."""
    answered = pl.col("i_utvalg"), pl.col("verdi").is_in(SEGMENTS[reader.view.vis])
    return reader.ask("kart").filter(*answered, pl.col("til_naermeste").is_not_null())
