"""The card that holds what is said against who says it: a tinted table, each cell a way in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from data.schemas import POLITIDISTRIKTER
from pages.parts.drawing.card import Card
from pages.parts.drawing.cross import Cross, cross
from pages.parts.drawing.table import Column, Table, bound_columns, bounds
from pages.parts.drawing.tinted import Cell, Heading, tinted
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.groups import Group
from pages.parts.wording.leading import Phrases, largest
from pages.parts.wording.numbers import FEW, whole
from pages.parts.wording.rates import Rate

ORDERS: Final[dict[str, Callable[[], Mapping[str, str]]]] = {
    "politidistrikt": lambda: {d: words.district_name(d) for d in POLITIDISTRIKTER},
    "storrelse": words.sizes,
    "avstand": words.distances,
}
COUNTRY: Final = "alle"


@dataclass(frozen=True)
class Subject:
    """What is counted: the query, the values with their labels, and the code each one opens."""

    query: str
    heading: str
    labels: Mapping[str, str]
    code: Callable[[str], str]
    bound: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Crossed:
    """A subject by group, beside the country."""

    subject: Subject
    groups: Cross
    country: Cross
    names: Mapping[str, str]
    # The values that are shown, those that most name first.
    values: tuple[str, ...]

    def as_groups(self, value: str) -> list[Group]:
        """Return the groups as findings rank them, by who says `value`."""
        return [
            Group(code, "nevnt", {"nevnt": self.groups.counts[code, value]}, every, n, n, 0, 0)
            for (code, n), every in zip(
                self.groups.answered.items(), self.groups.everyone.values(), strict=True
            )
        ]

    def country_rate(self, value: str) -> Rate:
        """Return how many in the whole country say `value`."""
        return self.country.rate(COUNTRY, value)


def crossed(reader: Reader, subject: Subject, grouping: str) -> Crossed:
    """Return `subject` by `grouping` for the reader's selection.

    All twelve districts are there whatever district is chosen: the filter marks, as in the bars.
    """
    asked = reader.having(distrikt=()) if grouping == "politidistrikt" else reader
    groups = cross(asked, subject.query, grouping, **subject.bound)
    country = cross(reader.country, subject.query, COUNTRY, **subject.bound)
    names = {c: name for c, name in ORDERS[grouping]().items() if c in groups.answered}
    said = [v for v in subject.labels if (COUNTRY, v) in country.counts]
    return Crossed(subject, groups, country, names, tuple(said))


def by_group(
    found: Crossed, reader: Reader, name: str, title: str, lead: str, ranked_by: str = ""
) -> Card:
    """Return `found` with a group per row and a value per column, the country last.

    Rows stand in the groups' own order, or by who says `ranked_by`, those with few answers last.
    """
    order = list(found.names)
    if ranked_by:
        order.sort(key=lambda g: _rank(found, g, ranked_by))
    rows = [(_group(found, g, reader), _cells(found, g, reader)) for g in order]
    rows.append((_country(found), _country_cells(found, reader)))
    columns = [Heading(found.subject.labels[v]) for v in found.values]
    corner = words.groupings()[found.groups.grouping]
    return _card(found, name, title, lead, tinted(title, corner, columns, rows))


def by_value(found: Crossed, reader: Reader, name: str, title: str, lead: str) -> Card:
    """Return `found` with a value per row and a group per column, the country last."""
    columns = [*(_group(found, g, reader) for g in found.names), _country(found)]
    by_column = [*(_cells(found, g, reader) for g in found.names), _country_cells(found, reader)]
    rows = [
        (Heading(found.subject.labels[v]), [cells[i] for cells in by_column])
        for i, v in enumerate(found.values)
    ]
    return _card(found, name, title, lead, tinted(title, found.subject.heading, columns, rows))


def where_most(found: Crossed, value: str, phrases: Phrases, *, beyond: bool) -> str:
    """Return in which group most say `value`, as far as the answers carry it.

    The groups go `beyond` the selection where a district is chosen and all are shown.
    """
    if (COUNTRY, value) not in found.country.counts:
        return _("For få svar til å sammenlikne gruppene")
    grouping = found.groups.grouping
    country = found.country_rate(value)
    return largest(found.as_groups(value), grouping, country, phrases, beyond=beyond)


def differs_most(found: Crossed) -> tuple[str, Rate, str, Rate, str] | None:
    """Return the value that differs most among those that answered: where most and where fewest.

    None when fewer than two groups have answers enough to compare, or none differ. No first place
    is claimed of it: silence could change which value differs most, and mostly does.
    """

    def ends(value: str) -> tuple[tuple[Rate, str], tuple[Rate, str]]:
        rates = [(found.groups.rate(g, value), g) for g in found.names]
        able = sorted((r for r in rates if not r[0].is_few), key=lambda r: r[0].value or 0)
        return able[-1], able[0]

    def width(value: str) -> float:
        (high, _g), (low, _h) = ends(value)
        return (high.value or 0) - (low.value or 0)

    enough = [g for g in found.names if found.groups.answered[g] >= FEW]
    if len(enough) < 2 or not found.values:
        return None
    most = max(found.values, key=width)
    (high, a), (low, b) = ends(most)
    return (most, high, a, low, b) if high.text != low.text else None


def _rank(found: Crossed, group: str, value: str) -> tuple[bool, float]:
    rate = found.groups.rate(group, value)
    return rate.is_few, -(rate.value or 0.0)


def _group(found: Crossed, code: str, reader: Reader) -> Heading:
    chosen = found.groups.grouping == "politidistrikt" and code in reader.view.distrikt
    return Heading(found.names[code], _answers(found.groups.answered[code]), marked=chosen)


def _country(found: Crossed) -> Heading:
    return Heading(_("Hele landet"), _answers(found.country.answered.get(COUNTRY, 0)), marked=True)


def _answers(n: int) -> str:
    return ngettext("{n} svar", "{n} svar", n).format(n=whole(n))


def _cells(found: Crossed, group: str, reader: Reader) -> list[Cell]:
    return [found.groups.cell(group, v, found.subject.code(v), reader) for v in found.values]


def _country_cells(found: Crossed, reader: Reader) -> list[Cell]:
    return [found.country.cell(COUNTRY, v, found.subject.code(v), reader) for v in found.values]


def _basis(found: Crossed) -> str:
    """Return how many answered, and what silence leaves open, as no bar shows it here."""
    of = sum(found.groups.answered.values())
    said = ngettext(
        "{n} kommune har svart på spørsmålet", "{n} kommuner har svart på spørsmålet", of
    ).format(n=whole(of))
    # The value that most name stands first, or the channel the letter asks of first.
    rate = found.country_rate(found.values[0]) if found.values else None
    if rate is None or not rate.between:
        return said
    what = found.subject.labels[found.values[0]]
    return _("{said}. {what} i hele landet: {between}").format(
        said=said, what=what, between=rate.if_all_answered
    )


def _card(found: Crossed, name: str, title: str, lead: str, figure: Markup) -> Card:
    lines = [
        (
            found.names[g],
            found.subject.labels[v],
            found.groups.counts[g, v],
            found.groups.answered[g],
            found.groups.rate(g, v),
            *bounds(found.groups.rate(g, v)),
        )
        for g in found.names
        for v in found.values
    ]
    return Card(
        name=name,
        query=found.subject.query,
        title=title,
        lead=lead,
        basis=_basis(found),
        table=Table.of(
            [
                Column(words.groupings()[found.groups.grouping]),
                Column(found.subject.heading),
                Column(_("Kommuner"), "whole"),
                Column(_("Av kommuner som svarte"), "whole"),
                Column(_("Andel"), "share"),
                *bound_columns(),
            ],
            lines,
        ),
        figure=figure,
    )
