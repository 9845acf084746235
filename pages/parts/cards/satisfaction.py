"""Cards about satisfaction and wishes, compared between groups of municipalities."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pages.parts.answers.ways import behind_cell
from pages.parts.drawing.bars import bars
from pages.parts.drawing.card import Card
from pages.parts.drawing.group_bars import bar, headings, key, table, ways_in
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings, words
from pages.parts.wording.claims import Standing, claim
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import FIELDS, SEGMENTS, SILENT, Group, everyone, groups
from pages.parts.wording.leading import largest
from pages.parts.wording.numbers import many, whole
from queries.view import SATISFACTION

# Groupings whose groups have an order of their own; the others are ranked by what the title claims.
ORDERED: Final = {"storrelse": words.sizes, "avstand": words.distances}
LEAST_SATISFIED: Final = 15


def by_district(reader: Reader) -> Card:
    """Return the measure by police district; all twelve, the chosen ones marked.

    A district leader compares with the others, so the district filter marks and does not remove.
    """
    return _by(reader.having(distrikt=()), "politidistrikt", reader, chosen=reader.view.distrikt)


def by_county(reader: Reader) -> Card:
    """Return the measure by county, of those in the selection."""
    return _by(reader, "fylke", reader)


def by_size(reader: Reader) -> Card:
    """Return the measure by size of municipality."""
    return _by(reader, "storrelse", reader)


def by_distance(reader: Reader) -> Card:
    """Return the measure by distance to the nearest station."""
    return _by(reader, "avstand", reader)


def three_points(reader: Reader) -> Card:
    """Return the three points of question 2 beside each other, for the selection."""
    found = [everyone(reader, measure) for measure in SATISFACTION]
    names = words.measures()
    rows = [bar(g, names[g.measure], reader, reader.link(vis=g.measure)) for g in found]
    title = _worst(found)
    counted = table(
        [(names[g.measure], g) for g in found], _("Punkt"), SEGMENTS["bemanning"], reader
    )
    return Card(
        name="punkter",
        query="fordeling_gruppe",
        title=title,
        lead=_("Kommuner som har uttalt seg om punktet")
        if reader.is_known
        else _("Kommuner som svarte på punktet"),
        basis=findings.coverage(found[0], reader),
        table=counted,
        ways=ways_in([(reader, None, g) for g in found], SEGMENTS["bemanning"]),
        figure=key("bemanning", reader)
        + bars(rows, headings(_("Punkt"), "bemanning", reader), title),
    )


def least_satisfied(reader: Reader) -> Card:
    """Return the municipalities that are least satisfied, each one click from its answer."""
    rows = reader.ask("misnoye_kommune").to_dicts()
    names = words.measures()
    label = words.values("bemanning")
    unhappy = Table.of(
        [
            Column(_("Kommune")),
            Column(_("Politidistrikt")),
            *(Column(names[m]) for m in SATISFACTION),
            Column(_("Nytt tjenestested")),
            Column(_("Innbyggere"), "whole"),
            Column(_("Til tjenestested"), distance(reader).kind),
        ],
        [
            (
                row["navn"],
                words.district_name(row["politidistrikt"]),
                *(label[row[m]] for m in SATISFACTION),
                words.values("onsker")[row["onsker"]],
                row["innbyggere"],
                row["til_naermeste"],
            )
            for row in rows
        ],
    )
    all_three = sum(row["misnoye"] == 3 for row in rows)
    links = tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows)
    title = ngettext(
        "{n} kommune er ikke tilfreds med noen av de tre punktene",
        "{n} kommuner er ikke tilfreds med noen av de tre punktene",
        all_three,
    ).format(n=whole(all_three))
    if not all_three:
        title = unhappy_in_part(rows)
    first = min(LEAST_SATISFIED, len(rows))
    return Card(
        name="misnoye",
        query="misnoye_kommune",
        title=title if rows else _("Ingen svar i utvalget er kodet som misfornøyd"),
        lead=_("De {n} minst tilfredse; like tilfredse står etter avstand").format(n=first)
        if first > 1
        else "",
        basis=ngettext(
            "{n} kommune er misfornøyd med minst ett punkt",
            "{n} kommuner er misfornøyd med minst ett punkt",
            len(rows),
        ).format(n=many(len(rows))),
        table=unhappy,
        links=links,
        ways={
            (i, j): behind_cell(reader, f"{FIELDS[m]}:{row[m]}", row["kommunenummer"]).link
            for i, row in enumerate(rows[:LEAST_SATISFIED])
            for j, m in enumerate((*SATISFACTION, "onsker"), start=2)
            if row[m] not in SILENT
        },
        shown=LEAST_SATISFIED,
    )


def unhappy_in_part(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return how many are dissatisfied with all three points, where none is wholly so.

    To be satisfied in part is to be dissatisfied in part, as in the reasons that are given.
    """
    n = sum(all(row[m] in ("ikke_tilfreds", "delvis") for m in SATISFACTION) for row in rows)
    if not n:
        return _("Ingen kommuner er kodet som helt eller delvis misfornøyd med alle tre punktene")
    return ngettext(
        "{n} kommune er helt eller delvis misfornøyd med alle tre punktene",
        "{n} kommuner er helt eller delvis misfornøyd med alle tre punktene",
        n,
    ).format(n=whole(n))


def _worst(found: Sequence[Group]) -> str:
    """Return which of the three points most are dissatisfied with, as far as it is known."""
    what = words.measure_with()
    said = claim([Standing.of_rate(g.measure, g.rate) for g in found])
    if said.kind == "most":
        return _("Flest er misfornøyd med {what}").format(what=what[said.code])
    if said.kind == "among":
        rate = next(g.rate for g in found if g.measure == said.code)
        return _("Av dem som svarte, er flest misfornøyd med {what}: {share}").format(
            what=what[said.code], share=rate.text
        )
    if any(g.counts.get(value) for g in found for value in ("ikke_tilfreds", "delvis")) or not any(
        g.svart_punkt for g in found
    ):
        return _("Tilfredshet på de tre punktene i spørsmål 2")
    return _("Ingen i utvalget har sagt seg misfornøyd")


def _by(reader: Reader, grouping: str, asked: Reader, chosen: Sequence[str] = ()) -> Card:
    measure = reader.view.vis
    found = groups(reader, grouping, measure)
    if grouping in ORDERED:
        order = list(ORDERED[grouping]())
        found.sort(key=lambda g: order.index(g.code))
    else:
        found.sort(key=lambda g: (g.share is None, -(g.share or 0), -g.svart_punkt))
    country = everyone(reader.country, measure)
    title = largest(found, grouping, country.rate, beyond=bool(chosen))
    field = {"politidistrikt": "distrikt", "fylke": "fylke", "storrelse": "innbyggere"}.get(
        grouping
    )
    links = [asked.having(**{field: (g.code,)}).link() if field else "" for g in found]
    named = [(words.group(grouping, g.code), g) for g in found]
    within: list[tuple[Reader, str | None, Group]] = [
        (asked.having(fylke=(g.code,)), None, g)
        if grouping == "fylke"
        else (asked, f"{grouping}:{g.code}", g)
        for g in found
    ]
    rows = [
        bar(g, name, where, link, reference=g.code in chosen, gruppe=gruppe)
        for (name, _group), link, (where, gruppe, g) in zip(named, links, within, strict=True)
    ]
    rows.append(bar(country, _("Hele landet"), asked, reference=True, gruppe="landet"))
    named.append((_("Hele landet"), country))
    within.append((asked, "landet", country))
    heading = words.groupings()[grouping]
    of_whom = _(", andel av kommuner som svarte på punktet")
    if reader.is_known:
        of_whom = _(", andel av kommuner som har uttalt seg om punktet")
    line_name = "" if country.share is None else _("landet {s}").format(s=country.rate.text)
    figure = bars(rows, headings(heading, measure, reader), title, country.share, line_name)
    return Card(
        name=grouping,
        query="fordeling_gruppe",
        title=title,
        lead=words.measure_titles()[measure] + of_whom,
        basis=findings.coverage(everyone(reader, measure), asked),
        table=table(named, heading, SEGMENTS[measure], reader),
        figure=key(measure, reader) + figure,
        links=(*links, ""),
        ways=ways_in(within, SEGMENTS[measure]),
    )
