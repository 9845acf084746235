"""Groups of municipalities as stacked bars, and as the table of the same numbers."""

from collections.abc import Sequence

from pages.parts.answers.ways import behind, every_answer, in_focus, opening
from pages.parts.drawing.bars import Bar, Part, legend
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.groups import FIELDS, SEGMENTS, SILENT, Group
from pages.parts.wording.numbers import share, whole


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
            group.part(value),
            ink(group.measure, value, dark=reader.dark),
            f"{labels[value]}: {share(group.part(value))} ({group.counts.get(value, 0)})",
            opening(reader, f"{field}:{value}", gruppe).link,
        )
        for value in SEGMENTS[group.measure]
    )
    of = _("{n} av {all}").format(n=whole(group.svart_punkt), all=whole(group.kommuner))
    links = (
        opening(reader, in_focus(group.measure), gruppe).link if group.in_focus else "",
        opening(reader, every_answer(group.measure), gruppe).link if group.svart_punkt else "",
    )
    return Bar(name, parts, (share(group.share), of), link, reference, links)


def key(measure: str, reader: Reader) -> str:
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
    return Table.of(
        [
            Column(heading),
            Column(_("Andel"), "share"),
            *(Column(labels[v], "whole") for v in segments),
            *(Column(labels[v], "whole") for v in silent),
            Column(said(reader), "whole"),
            Column(_("Kommuner"), "whole"),
            Column(_("Dekning, innbyggere"), "share"),
        ],
        [
            (
                name,
                g.share,
                *(g.counts.get(v, 0) for v in segments),
                *(g.counts.get(v, 0) for v in silent),
                g.svart_punkt,
                g.kommuner,
                g.coverage,
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
        counted = [g.in_focus, *(g.counts.get(v, 0) for v in (*segments, *silent)), g.svart_punkt]
        codes = [
            in_focus(g.measure),
            *(behind(g.measure, v) for v in (*segments, *silent)),
            every_answer(g.measure),
        ]
        for j, (n, code) in enumerate(zip(counted, codes, strict=True), start=1):
            if n:
                found[i, j] = opening(reader, code, gruppe).link
    return found
