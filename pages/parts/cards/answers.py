"""Cards about who answered, what they wished for, and the answers behind the figures."""

from typing import Final

from pages.parts.answers.ways import behind, behind_cell, opening
from pages.parts.drawing.bars import bars, legend
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.group_bars import bar
from pages.parts.drawing.group_bars import said as said_by
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import quoted
from pages.parts.wording import findings, words
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import FIELDS, SEGMENTS, SILENT, everyone
from pages.parts.wording.numbers import some, whole
from queries.view import SATISFACTION

# All known statements are read through; of some two hundred answers the first rows tell the shape.
SHOWN_STATEMENTS: Final = 40
SHOWN_ANSWERS: Final = 10


def municipalities(reader: Reader) -> Card:
    """Return the municipalities of the map with the value each is coloured by."""
    group = everyone(reader, reader.view.vis)
    rows = reader.ask("kart").to_dicts()
    labels = words.values(reader.view.vis)
    shown = [row for row in rows if row["i_utvalg"]]
    return Card(
        name="kart",
        query="kart",
        title=findings.headline(group, reader),
        basis=f"{findings.coverage(group, reader)} {findings.people_behind(group)}".rstrip(),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Kommunenummer")),
                Column(_("Politidistrikt")),
                Column(words.measure_titles()[reader.view.vis]),
                Column(_("Innbyggere"), "whole"),
                Column(_("Nærmeste tjenestested i dag")),
                Column(_("Avstand"), distance(reader).kind),
            ],
            [
                (
                    row["navn"],
                    row["kommunenummer"],
                    words.district_name(row["politidistrikt"]),
                    labels[row["verdi"]],
                    row["innbyggere"],
                    row["naermeste_tjenestested"],
                    row["til_naermeste"],
                )
                for row in shown
            ],
        ),
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in shown),
    )


def wishes(reader: Reader) -> Card:
    """Return wishes for a station and offers of premises, for the selection."""
    found = [everyone(reader, measure) for measure in ("onsker", "lokaler")]
    names = words.measure_titles()
    title = findings.headline(found[0], reader)
    keys = [
        legend(
            [
                (ink(g.measure, v, dark=reader.dark), words.values(g.measure)[v])
                for v in SEGMENTS[g.measure]
            ]
        )
        + bars(
            [bar(g, names[g.measure], reader, reader.link(vis=g.measure))],
            (_("Spørsmål 5"), _("Andel"), said_by(reader)),
            names[g.measure],
        )
        for g in found
    ]
    said = [(g.measure, v) for g in found for v in words.values(g.measure) if g.counts.get(v)]
    count = {g.measure: g.counts for g in found}
    answered = [(names[m], words.values(m)[v], count[m][v]) for m, v in said]
    return Card(
        name="onsker",
        query="fordeling_gruppe",
        title=title,
        lead=_("Uttalelser om det som er spørsmål 5 i brevet, kommuner")
        if reader.is_known
        else _("Svar på spørsmål 5 i brevet, kommuner"),
        basis=findings.coverage(found[0], reader),
        table=Table.of(
            [Column(_("Tema")), Column(_("Svar")), Column(_("Kommuner"), "whole")], answered
        ),
        ways={
            (i, 2): opening(reader, behind(measure, value)).link
            for i, (measure, value) in enumerate(said)
        },
        figure=Markup("").join(keys),
    )


def submissions(reader: Reader) -> Card:
    """Return the answer that governs for each municipality, with date, source and evidence."""
    rows = reader.ask("innspill").to_dicts()
    known = reader.is_known
    grades = words.evidence()
    columns = [Column(_("Kommune")), Column(_("Politidistrikt")), Column(_("Dato"), "date")]
    columns += [Column(_("Belegg"))] if known else [Column(_("Avsender")), Column(_("Etter frist"))]
    columns += [Column(words.measures()[m]) for m in (*SATISFACTION, "onsker", "lokaler")]
    columns += [Column(_("Kilde"), "link")] if known else []
    columns += [Column(_("Merknad"))] if known else []
    table = Table.of(
        columns,
        [
            (
                row["navn"],
                words.district_name(row["politidistrikt"]),
                row["dato"],
                *((grades[row["belegg"]],) if known else (row["avsender"], row["etter_frist"])),
                *(words.values(m)[row[m]] for m in (*SATISFACTION, "onsker", "lokaler")),
                *((row["kilde"], quoted(row["merknad"])) if known else ()),
            )
            for row in rows
        ],
    )
    late = sum(bool(row["etter_frist"]) for row in rows)
    title = (
        ngettext(
            "{n} kommune har en kjent uttalelse", "{n} kommuner har en kjent uttalelse", len(rows)
        )
        if known
        else ngettext(
            "{n} kommune har svart, {late} av dem etter fristen",
            "{n} kommuner har svart, {late} av dem etter fristen",
            len(rows),
        )
    ).format(n=whole(len(rows)), late=some(late))
    links = tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows)
    shown = SHOWN_STATEMENTS if known else SHOWN_ANSWERS
    return Card(
        name="innspill",
        query="innspill",
        title=title
        if rows
        else _("Ingen kommuner i utvalget {answered}").format(answered=reader.answered),
        lead=_("Gradert etter hvor tett uttalelsen er knyttet til svaret på brevet")
        if known
        else "",
        basis=_selection(everyone(reader, "onsker").kommuner, reader),
        table=table,
        links=links,
        ways={
            (i, j): behind_cell(reader, f"{FIELDS[m]}:{row[m]}", row["kommunenummer"]).link
            for i, row in enumerate(rows[:shown])
            for j, m in enumerate((*SATISFACTION, "onsker", "lokaler"), start=4 if known else 5)
            if row[m] not in SILENT
        },
        shown=shown,
    )


def _selection(n: int, reader: Reader) -> str:
    """Return how many municipalities there are, and that an answer may speak for several."""
    said = ngettext("{n} kommune i utvalget", "{n} kommuner i utvalget", n).format(n=whole(n))
    if reader.is_known:
        return said
    return _("{said}. Et felles svar telles for hver kommune det gjelder").format(said=said)
