"""The card about how far away the satisfied and the dissatisfied are."""

from collections import Counter
from statistics import fmean, median
from typing import Final

from pages.parts.answers.ways import behind, behind_value, opening
from pages.parts.drawing.card import Card
from pages.parts.drawing.charts import Figure, chart, chart_of, theme_of
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
# How far those who gave each answer have to go, and the class of distance each is in.
Measured = dict[str, list[tuple[float, str]]]


def municipalities_by_distance(reader: Reader) -> Card:
    """Return every municipality that answered, by what it answered and how far its station is."""
    measure = reader.view.vis
    labels = words.values(measure)
    how = distance(reader)
    measured = _measured(reader)
    medians = {value: median(km for km, _class in found) for value, found in measured.items()}
    counts = {value: len(found) for value, found in measured.items()}
    lines = []
    for value in SEGMENTS[measure]:
        km = [km for km, _class in measured.get(value, ())]
        far = sum(k >= FAR for k in km)
        mean = fmean(km) if km else None
        lines.append((labels[value], len(km), mean, medians.get(value), far))
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
        title=_title(medians, counts, reader, how),
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
        figure=chart(_spread(measured, reader), alt),
        alt=alt,
    )


def _title(medians: dict[str, float], counts: dict[str, int], reader: Reader, how: Distance) -> str:
    focus = FOCUS[reader.view.vis][0]
    # The median of a few says nothing of the others.
    if min(counts.get(focus, 0), counts.get("tilfreds", 0)) < FEW:
        return _("Tilfredshet og avstand til nærmeste tjenestested")
    return _(
        "Av dem som ikke er tilfreds, har halvparten {far} eller mer til tjenestestedet; "
        "av de tilfredse {near}"
    ).format(far=how.text(medians[focus]), near=how.text(medians["tilfreds"]))


def _spread(measured: Measured, reader: Reader) -> Figure | None:
    """Return the chart: of those who gave each answer, the share in each class of distance.

    One bar per answer, one part per class, each with its count; a class nobody is in has no part.
    """
    if not measured:
        return None
    measure, theme, how = reader.view.vis, theme_of(reader), distance(reader)
    labels, classes = words.values(measure), words.distances()
    # The first value stands on top, as in the bars.
    of = {v: measured[v] for v in reversed(SEGMENTS[measure]) if v in measured}
    middle = _("median {km}")
    names = [
        f"{labels[v]}<br>{middle.format(km=how.text(median(km for km, _class in found)))}"
        for v, found in of.items()
    ]
    counted = {v: Counter(each for _km, each in found) for v, found in of.items()}
    found = [c for c in classes if any(c in each for each in counted.values())]
    shades = dict(zip(found, DARK_SHADES if reader.dark else SHADES, strict=False))
    bars = []
    for name in found:
        counts = [each[name] for each in counted.values()]
        parts = [n / len(answers) for n, answers in zip(counts, of.values(), strict=True)]
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
                    opening(reader, behind(measure, v), f"avstand:{name}").link for v in of
                ],
                "hovertext": [
                    f"{labels[v]}, {classes[name]}: {share(part)} ({whole(n)})"
                    for v, part, n in zip(of, parts, counts, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    return chart_of(
        reader,
        bars,
        height=ROW_HEIGHT * len(of) + 60,
        margin={"b": 8},
        barmode="stack",
        bargap=0.35,
        xaxis={"range": [0, 1], "visible": False, "fixedrange": True},
        yaxis={"showgrid": False, "fixedrange": True, "automargin": True},
    )


def _measured(reader: Reader) -> Measured:
    """Return those of the selection that answered and whose distance is known."""
    rows = reader.ask("kart")
    columns = (rows[name] for name in ("i_utvalg", "verdi", "til_naermeste", "avstandsgruppe"))
    found: Measured = {}
    for is_chosen, value, km, name in zip(*columns, strict=True):
        if is_chosen and value in SEGMENTS[reader.view.vis] and km is not None:
            found.setdefault(value, []).append((km, name))
    return found
