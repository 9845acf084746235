"""The card about how far away the satisfied and the dissatisfied are."""

from statistics import median
from typing import Any, Final

import polars as pl
from markupsafe import Markup

from pages.parts.answers.ways import behind_cell, behind_value
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.dots import Dot, Row, dots
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings, words
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.groups import FIELDS, FOCUS, SEGMENTS, everyone
from pages.parts.wording.numbers import FEW, whole

# Kilometres or minutes; the reach that the other pages start from.
FAR: Final = 15
# What the axis may count by, and how many marks it has room for.
STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MARKS: Final = 7


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
            _spoken(label, n, how.text(km)) for label, n, km, _median, _far in lines if n
        ),
    )


def _title(means: dict[str, float], focus: str, values: list[str], how: Distance) -> str:
    # The mean of a few says nothing of the others.
    if min(values.count(focus), values.count("tilfreds")) < FEW:
        return _("Tilfredshet og avstand til nærmeste tjenestested")
    return _(
        "De som ikke er tilfreds, har i snitt {far} til tjenestestedet, de tilfredse {near}"
    ).format(far=how.text(means[focus]), near=how.text(means["tilfreds"]))


def _figure(rows: list[dict[str, Any]], means: dict[str, float], reader: Reader) -> Markup:
    measure, how = reader.view.vis, distance(reader)
    labels = words.values(measure)
    drawn = []
    for value in (each for each in SEGMENTS[measure] if each in means):
        found = [row for row in rows if row["verdi"] == value]
        kode = f"{FIELDS[measure]}:{value}"
        spoken = _spoken(labels[value], len(found), how.text(means[value]))
        ways = [behind_cell(reader, kode, row["kommunenummer"]) for row in found]
        points = tuple(
            Dot(
                row["til_naermeste"],
                f"{row['navn']}, {how.text(row['til_naermeste'])}",
                way.link,
                way.is_open,
            )
            for row, way in zip(found, ways, strict=True)
        )
        drawn.append(
            Row(labels[value], spoken, ink(measure, value, dark=reader.dark), means[value], points)
        )
    farthest = max(row["til_naermeste"] for row in rows) or 1
    step = next(s for s in STEPS if farthest / s <= MARKS)
    marks = [step * i for i in range(int(farthest / step) + 1)]
    axis = _("Avstand til nærmeste tjenestested, {name}").format(name=how.name)
    return dots(drawn, axis, marks, farthest)


def _spoken(label: str, n: int, mean: str) -> str:
    text = ngettext("{label}: {n} kommune, i snitt {km}", "{label}: {n} kommuner, i snitt {km}", n)
    return text.format(label=label, n=whole(n), km=mean)
