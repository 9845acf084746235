"""Cards about satisfaction and wishes, compared between groups of municipalities."""

from collections.abc import Sequence
from typing import Final

from pages.parts import findings, words
from pages.parts.bars import Bar, Part, bars, legend
from pages.parts.behind import opening
from pages.parts.card import Card
from pages.parts.colours import ink
from pages.parts.distance import distance
from pages.parts.groups import FIELDS, SEGMENTS, SILENT, Group, everyone, groups
from pages.parts.language import _
from pages.parts.numbers import share, whole
from pages.parts.reader import Reader
from pages.parts.table import Column, Table
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
    worst = max(found, key=lambda g: g.share or 0)
    if min(g.svart_punkt for g in found) < findings.FEW:
        title = _("Tilfredshet på de tre punktene i spørsmål 2")
    elif worst.in_focus:
        title = _("Flest er misfornøyd med {what}").format(what=words.measure_with()[worst.measure])
    else:
        title = _("Ingen i utvalget har sagt seg misfornøyd")
    table = _table([(names[g.measure], g) for g in found], _("Punkt"), SEGMENTS["bemanning"])
    return Card(
        name="punkter",
        query="fordeling_gruppe",
        title=title,
        lead=_("Kommuner som svarte på punktet"),
        basis=findings.coverage(found[0], reader),
        table=table,
        figure=_key("bemanning", reader) + bars(rows, _headings(_("Punkt"), "bemanning"), title),
    )


def reasons(reader: Reader) -> Card:
    """Return the reasons for being dissatisfied, selection against country."""
    labels = words.reasons()
    here = reader.ask("grunner").to_dicts()
    everywhere = {row["grunn"]: row["andel"] for row in reader.country.ask("grunner").to_dicts()}
    of = here[0]["misfornoyde"] if here else 0
    grey, blue = (ink("onsker", value, dark=reader.dark) for value in ("nei", "ja"))
    rows = [
        Bar(
            labels[row["grunn"]],
            (
                Part(
                    row["andel"],
                    blue,
                    f"{labels[row['grunn']]}: {share(row['andel'])}",
                    opening(reader, f"grunn:{row['grunn']}").link,
                ),
                Part(1 - row["andel"], grey, _("oppgir ikke grunnen")),
            ),
            (share(row["andel"]), whole(row["kommuner"]), share(everywhere[row["grunn"]])),
        )
        for row in here
    ]
    title = _("{reason} er den vanligste grunnen til misnøye").format(
        reason=labels[here[0]["grunn"]] if here else ""
    )
    headings = (_("Grunn"), _("Andel"), _("Kommuner"), _("Landet"))
    table = Table.of(
        [
            Column(_("Grunn")),
            Column(_("Kommuner"), "whole"),
            Column(_("Av misfornøyde kommuner"), "whole"),
            Column(_("Andel"), "share"),
            Column(_("Andel i hele landet"), "share"),
        ],
        [
            (
                labels[row["grunn"]],
                row["kommuner"],
                row["misfornoyde"],
                row["andel"],
                everywhere[row["grunn"]],
            )
            for row in here
        ],
    )
    return Card(
        name="grunner",
        query="grunner",
        title=title if here else _("Ingen grunner er oppgitt i utvalget"),
        lead=_("Andel av kommunene som er misfornøyd med minst ett punkt; flere grunner er mulig"),
        basis=_("{n} kommuner er helt eller delvis misfornøyd").format(n=whole(of)),
        table=table,
        figure=bars(rows, headings, title) if here else "",
    )


def least_satisfied(reader: Reader) -> Card:
    """Return the municipalities that are least satisfied, each one click from its answer."""
    rows = reader.ask("misnoye_kommune").to_dicts()
    names = words.measures()
    label = words.values("bemanning")
    table = Table.of(
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
    title = _("{n} kommuner er ikke tilfreds med noen av de tre punktene").format(
        n=whole(all_three)
    )
    return Card(
        name="misnoye",
        query="misnoye_kommune",
        title=title if rows else _("Ingen kommuner i utvalget er misfornøyd"),
        lead=_("De {n} minst tilfredse, så de som er lengst fra et tjenestested").format(
            n=min(LEAST_SATISFIED, len(rows))
        ),
        basis=_("{n} kommuner er misfornøyd med minst ett punkt").format(n=whole(len(rows))),
        table=table,
        links=links,
        shown=LEAST_SATISFIED,
    )


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
    return Bar(name, parts, (share(group.share), of), link, reference)


def _by(reader: Reader, grouping: str, asked: Reader, chosen: Sequence[str] = ()) -> Card:
    measure = reader.view.vis
    found = groups(reader, grouping, measure)
    if grouping in ORDERED:
        order = list(ORDERED[grouping]())
        found.sort(key=lambda g: order.index(g.code))
    else:
        found.sort(key=lambda g: (g.share is None, -(g.share or 0), -g.svart_punkt))
    country = everyone(reader.country, measure)
    title = findings.largest(found, grouping)
    field = {"politidistrikt": "distrikt", "fylke": "fylke", "storrelse": "innbyggere"}.get(
        grouping
    )
    links = [asked.having(**{field: (g.code,)}).link() if field else "" for g in found]
    named = [(words.group(grouping, g.code), g) for g in found]
    rows = [
        bar(
            g,
            name,
            asked.having(fylke=(g.code,)) if grouping == "fylke" else asked,
            link,
            reference=g.code in chosen,
            gruppe=None if grouping == "fylke" else f"{grouping}:{g.code}",
        )
        for (name, g), link in zip(named, links, strict=True)
    ]
    rows.append(bar(country, _("Hele landet"), asked, reference=True, gruppe="landet"))
    named.append((_("Hele landet"), country))
    heading = words.groupings()[grouping]
    figure = bars(rows, _headings(heading, measure), title, line=country.share)
    return Card(
        name=grouping,
        query="fordeling_gruppe",
        title=title,
        lead=words.measure_titles()[measure] + _(", andel av kommuner som svarte på punktet"),
        basis=findings.coverage(everyone(reader, measure), asked),
        table=_table(named, heading, SEGMENTS[measure]),
        figure=_key(measure, reader) + figure,
        links=(*links, ""),
    )


def _key(measure: str, reader: Reader) -> str:
    labels = words.values(measure)
    return legend([(ink(measure, v, dark=reader.dark), labels[v]) for v in SEGMENTS[measure]])


def _headings(first: str, measure: str) -> tuple[str, str, str]:
    focus = {"onsker": _("Ønsker"), "lokaler": _("Tilbyr")}.get(measure, _("Ikke tilfreds"))
    return first, focus, _("Svart")


def _table(named: Sequence[tuple[str, Group]], heading: str, segments: Sequence[str]) -> Table:
    labels = words.values(named[0][1].measure)
    silent = [v for v in SILENT if any(g.counts.get(v) for _name, g in named)]
    return Table.of(
        [
            Column(heading),
            Column(_("Andel"), "share"),
            *(Column(labels[v], "whole") for v in segments),
            *(Column(labels[v], "whole") for v in silent),
            Column(_("Svart på punktet"), "whole"),
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
