"""The card of the tail: how many live farther from a station than each distance."""

from typing import Final

from markupsafe import Markup

from pages.parts.cards.reach import STRUCTURES, by_structure
from pages.parts.drawing.card import Card
from pages.parts.drawing.lines import Line, lines
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import whole

# The curve starts where nearly everyone is within reach; what matters is the tail.
CURVE_FROM: Final = 5
CURVE_TO: Final = 60
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
    found = {
        s: [(r["grense"], people[s] - r["innenfor"]) for r in rows if r["struktur"] == s]
        for s in STRUCTURES
        if s in people and s in measured
    }
    alt = _("Antall innbyggere lenger unna enn 0 til 60 for tre strukturer; se tabellen.")
    beyond = dict(found.get("i_dag", ())).get(FAR, 0)
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
                *(Column(_("Lenger unna: {s}").format(s=names[s].lower()), "whole") for s in found),
            ],
            [
                (grense, *(dict(line)[grense] for line in found.values()))
                for grense in range(0, 61, 5)
                if found
            ],
        ),
        figure=_curve(found, alt, reader) if total else "",
        alt=alt,
    )


def _curve(found: dict[str, list[tuple[int, int]]], alt: str, reader: Reader) -> Markup:
    names = station_words.structures()
    unit = _("minutter") if distance(reader).is_time else _("kilometer luftlinje")
    drawn = [
        Line(names[structure], structure, tuple((x, y) for x, y in line if x >= CURVE_FROM))
        for structure, line in found.items()
    ]
    marks = range(10, CURVE_TO + 1, 10)
    return lines(drawn, unit, alt, (CURVE_FROM, CURVE_TO), marks, reader.view.grense)
