"""Cards about the places that may get a station: the list, the reader's choice, the decision."""

from collections.abc import Sequence
from math import isnan

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Cell, Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import chosen_places, reported, station_words, words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.chosen_places import Line
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import NONE, listed, whole
from pages.parts.wording.places import advice, listed_places, names, reasons, station
from pages.parts.wording.seasonal import reach_basis
from queries.candidates import DRAWS
from queries.choices import SATISFACTION
from queries.weights import COUNTS


def candidates(reader: Reader) -> Card:
    """Return every candidate the list shows, with the parts of its score."""
    places, measure = listed_places(reader), distance(reader)
    wishes, rooms = words.values("onsker"), words.values("lokaler")
    called = names()
    return Card(
        name="kandidater",
        query="kandidater",
        title=ngettext(
            "{n} sted kan komme på tale", "{n} steder kan komme på tale", len(places)
        ).format(n=whole(len(places)))
        if places
        else _("Ingen steder passer med filteret"),
        lead=chosen_places.rule(reader),
        basis=chosen_places.basis(reader),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Nummer"), "whole"),
                Column(_("Poeng av 100"), "decimal"),
                *(
                    Column(_("Poeng, {what}").format(what=inline(called[count])), "decimal")
                    for count in COUNTS
                ),
                Column(_("Poeng om alt ukjent taler for"), "decimal"),
                Column(_("Ønsker tjenestested")),
                Column(_("Lokaler")),
                Column(_("Til nærmeste tjenestested"), measure.kind),
                Column(_("Flere innenfor valgt avstand"), "whole"),
                Column(_("Spart i alt, person-km"), "whole"),
                *(Column(words.measures()[point]) for point in SATISFACTION),
                Column(_("Politiets råd")),
                Column(_("Besluttet")),
                Column(_("Nevner reiseliv og sesong")),
                Column(_("Felles svar med")),
                Column(_("Naboer som ønsker det")),
                Column(_("Anmeldt per 1 000"), "decimal"),
                *(Column(heading, "decimal") for heading in reported.bounds()),
                Column(
                    _("Blant de {n} første, av {draws}").format(
                        n=reader.view.antall, draws=whole(DRAWS)
                    ),
                    "whole",
                ),
                Column(_("Beste nummer"), "whole"),
                Column(_("Dårligste nummer"), "whole"),
                Column(_("Ditt valg")),
                Column(_("Politidistrikt")),
                Column(_("Begrunnelse")),
            ],
            [
                (
                    place.row["navn"],
                    place.score.rank,
                    100 * place.score.total,
                    *(100 * place.score.parts[count] for count in COUNTS),
                    100 * place.score.most,
                    wishes[place.row["onsker"]],
                    rooms[place.row["lokaler"]],
                    place.row["til_naermeste"],
                    place.row["flere_innenfor"],
                    place.row["spart"],
                    *(words.values(point)[place.row[point]] for point in SATISFACTION),
                    advice()[place.row["raad"]] if place.row["raad"] else None,
                    station(place, reader) or None,
                    place.row["nevner_sesong"],
                    place.row["samme_svar"],
                    place.row["naboer"],
                    place.row["anmeldt_per_tusen"],
                    place.row["anmeldt_lavest"],
                    place.row["anmeldt_hoyest"],
                    round(DRAWS * place.standing.among_first),
                    place.standing.best,
                    place.standing.worst,
                    chosen_places.mark(place.score.kommunenummer, reader),
                    words.district_name(place.row["politidistrikt"]),
                    reasons(place, reader),
                )
                for place in places
            ],
        ),
        links=tuple(reader.link("kommune", kommune=p.score.kommunenummer) for p in places),
    )


def choice(reader: Reader) -> Card:
    """Return the reader's choice beside today and the best of as many, by the same points."""
    lines, measure = chosen_places.compared(reader), distance(reader)
    title = chosen_places.finding(reader)
    columns = [
        Column(_("Valg")),
        Column(_("Nye"), "whole"),
        Column(_("Innbyggere innenfor"), "whole"),
        Column(_("Flere innenfor"), "whole"),
        Column(_("Får kortere vei"), "whole"),
        Column(_("Snitt per innbygger"), measure.kind),
    ]
    table = Table.of([*columns, Column(_("Steder"))], [_cells(line) for line in lines])
    seen = Table(tuple(columns), tuple(row[:-1] for row in table.rows))
    return Card(
        name="kandidater-valg",
        query="plassering_punkter",
        title=title,
        lead=chosen_places.sides(reader),
        source=station_words.sources(),
        basis=reach_basis(reader),
        table=table,
        figure=seen.html(title) + _places(lines),
        aside=True,
    )


def _places(lines: Sequence[Line]) -> Markup:
    """Return which places each line is, behind a button: twenty names are no column."""
    items = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(line.name, listed(line.places))
        for line in lines
        if line.places
    )
    return Markup('<details class="steder"><summary>{}</summary><dl>{}</dl></details>').format(
        _("Hvilke steder"), items
    )


def _cells(line: Line) -> tuple[Cell, ...]:
    done = line.effect
    return (
        line.name,
        len(done.chosen),
        done.covered,
        done.covered - done.covered_before,
        done.nearer,
        None if isnan(done.mean_after) else done.mean_after,
        listed(line.places) or NONE,
    )
