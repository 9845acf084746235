"""Groups of municipalities as stacked bars, and as the table of the same numbers."""

from collections.abc import Sequence
from typing import Final

from pages.parts.answers.ways import behind, every_answer, in_focus, opening
from pages.parts.drawing.bars import Bar, Part, legend
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column, Table, bound_columns, bounds
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.groups import FIELDS, SEGMENTS, SILENT, Group
from pages.parts.wording.numbers import whole
from pages.parts.wording.rates import Rate

# So many answers fill a bar that counts them one by one.
STEPS: Final = 25


def bar(
    group: Group,
    name: str,
    reader: Reader,
    link: str = "",
    *,
    reference: bool = False,
    gruppe: str | None = None,
) -> Bar:
    """Return `group` as one stacked bar with its share and how many answered.

    Each segment leads to the answers behind it, those in `gruppe` of the reader's selection.
    """
    labels = words.values(group.measure)
    field = FIELDS[group.measure]
    parts = tuple(
        Part(
            drawn(group.rate_of(value)),
            ink(group.measure, value, dark=reader.dark),
            f"{labels[value]}: {told(group.rate_of(value))}",
            opening(reader, f"{field}:{value}", gruppe).link,
        )
        for value in SEGMENTS[group.measure]
    )
    of = _("{n} av {all}").format(n=whole(group.svart_punkt), all=whole(group.kommuner))
    links = (
        opening(reader, in_focus(group.measure), gruppe).link if group.in_focus else "",
        opening(reader, every_answer(group.measure), gruppe).link if group.svart_punkt else "",
    )
    rate = group.rate
    return Bar(name, parts, (rate.text, of), link, reference, links, rate=rate)


def drawn(rate: Rate) -> float:
    """Return how long a segment is: its share, or of few answers one small step for each.

    One answer of one is no full bar: a length would say what the number beside it does not.
    """
    if rate.is_few:
        return rate.n / max(STEPS, rate.of)
    return rate.value or 0.0


def told(rate: Rate) -> str:
    """Return a segment's label: the share and the count, or of few answers the count alone."""
    return rate.text if rate.is_few else f"{rate.text} ({whole(rate.n)})"


def key(measure: str, reader: Reader) -> Markup:
    """Return the key to the segments of the bars, as HTML."""
    labels = words.values(measure)
    return legend([(ink(measure, v, dark=reader.dark), labels[v]) for v in SEGMENTS[measure]])


def headings(first: str, measure: str, reader: Reader) -> tuple[str, str, str]:
    """Return the headings over the bars, `first` over their names."""
    focus = {"onsker": _("Ønsker"), "lokaler": _("Tilbyr")}.get(measure, _("Ikke tilfreds"))
    return first, focus, said(reader)


def said(reader: Reader) -> str:
    """Return the heading over how many have answered a point, which statements do not."""
    return _("Uttalt seg") if reader.is_known else _("Svart")


def table(
    named: Sequence[tuple[str, Group]], heading: str, segments: Sequence[str], reader: Reader
) -> Table:
    """Return the groups as a table: every answer there is, and every way of not answering."""
    labels = words.values(named[0][1].measure)
    silent = _silent([g for _name, g in named])
    counted = any(g.counted for _name, g in named)
    return Table.of(
        [
            Column(heading),
            Column(_("Andel"), "share"),
            *bound_columns(),
            *(Column(labels[v], "whole") for v in segments),
            *(Column(labels[v], "whole") for v in silent),
            Column(said(reader), "whole"),
            Column(_("Kommuner"), "whole"),
            *(() if counted else (Column(_("Dekning, innbyggere"), "share"),)),
        ],
        [
            (
                name,
                g.rate,
                *bounds(g.rate),
                *(g.counts.get(v, 0) for v in segments),
                *(g.counts.get(v, 0) for v in silent),
                g.svart_punkt,
                g.kommuner,
                *(() if counted else (g.coverage,)),
            )
            for name, g in named
        ],
    )


def _silent(found: Sequence[Group]) -> list[str]:
    """Return the ways of not answering that occur, in their order."""
    return [v for v in SILENT if any(g.counts.get(v) for g in found)]


def ways_in(
    within: Sequence[tuple[Reader, str | None, Group]], segments: Sequence[str]
) -> dict[tuple[int, int], str]:
    """Return what opens each number of `table`, which has its rows in the order of `within`."""
    silent = _silent([g for _reader, _gruppe, g in within])
    found = {}
    for i, (reader, gruppe, g) in enumerate(within):
        numbers = [g.in_focus, *(g.counts.get(v, 0) for v in (*segments, *silent)), g.svart_punkt]
        codes = [
            in_focus(g.measure),
            *(behind(g.measure, v) for v in (*segments, *silent)),
            every_answer(g.measure),
        ]
        # The bounds beside the share count nobody who can be opened.
        places = (1, *range(4, 3 + len(codes)))
        for j, n, code in zip(places, numbers, codes, strict=True):
            if n:
                found[i, j] = opening(reader, code, gruppe).link
    return found
