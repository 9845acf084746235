"""Cards that draw how candidates rank: the parts of each score, and how sure its number is."""

from collections.abc import Sequence
from typing import Final

from pages.parts.drawing.bars import Bar, Part, bars, legend
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.ranges import Span, ranges
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import chosen_places
from pages.parts.wording.numbers import listed, whole
from pages.parts.wording.places import Place, between, in_draws, names, points, ranking
from queries.candidates import DRAWS

# In so many of the draws a place is among the first without doubt.
SURE: Final = 0.95
# So many that share first place are named.
NAMED: Final = 5


def first(reader: Reader) -> list[Place]:
    """Return the first places by the reader's weights, as many as she asks for, whatever sorts."""
    return list(ranking(reader).places[: reader.view.antall])


def parts(reader: Reader) -> Card:
    """Return the scores of the first places as bars of the parts they are the sum of."""
    rows, found = first(reader), ranking(reader)
    called = names()
    title = _leading(found.places)
    drawn = [
        Bar(
            place.row["navn"],
            tuple(
                Part(part, ink("grunn", count, dark=reader.dark), f"{called[count]} {points(part)}")
                for count, part in place.score.parts.items()
                if count in found.in_use
            ),
            (points(place.score.total), points(place.score.most)),
            reader.link("kommune", kommune=place.score.kommunenummer),
        )
        for place in rows
    ]
    key = legend([(ink("grunn", c, dark=reader.dark), called[c]) for c in found.in_use])
    headings = (_("Kommune"), _("Poeng"), _("Om alt ukjent taler for"))
    return Card(
        name="kandidater-poeng",
        query="kandidater",
        title=title,
        lead=chosen_places.rule(reader),
        basis=chosen_places.basis_of(reader, rows),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Nummer"), "whole"),
                *(Column(called[count], "decimal") for count in found.in_use),
                Column(_("Poeng av 100"), "decimal"),
                Column(_("Poeng om alt ukjent taler for"), "decimal"),
            ],
            [
                (
                    place.row["navn"],
                    place.score.rank,
                    *(100 * place.score.parts[count] for count in found.in_use),
                    100 * place.score.total,
                    100 * place.score.most,
                )
                for place in rows
            ],
        ),
        figure=key + bars(drawn, headings, title) if rows else Markup(""),
    )


def spans(reader: Reader) -> Card:
    """Return between which numbers the first places stand when the weights vary."""
    rows = first(reader)
    n = reader.view.antall
    title = _sure(rows, len(ranking(reader).places), n)
    drawn = [
        Span(
            place.row["navn"],
            place.score.rank,
            place.standing.best,
            place.standing.worst,
            (between(place), in_draws(place)),
            reader.link("kommune", kommune=place.score.kommunenummer),
        )
        for place in rows
    ]
    among = _("Blant de {n} første, av {draws}").format(n=n, draws=whole(DRAWS))
    headings = (_("Kommune"), _("Ni av ti trekk"), _("Nummer"), among)
    return Card(
        name="kandidater-nummer",
        query="kandidater",
        title=title,
        lead=_(
            "Vektene er trukket {draws} ganger nær dine. Streken er nummeret i ni av ti trekk, og "
            "punktet er nummeret med dine vekter"
        ).format(draws=whole(DRAWS)),
        basis=chosen_places.basis_of(reader, rows),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Nummer"), "whole"),
                Column(_("Beste nummer"), "whole"),
                Column(_("Dårligste nummer"), "whole"),
                Column(among, "whole"),
            ],
            [
                (
                    place.row["navn"],
                    place.score.rank,
                    place.standing.best,
                    place.standing.worst,
                    round(DRAWS * place.standing.among_first),
                )
                for place in rows
            ],
        ),
        figure=ranges(drawn, headings, title, ink("grunn", "folk", dark=reader.dark))
        if rows
        else Markup(""),
    )


def _leading(places: Sequence[Place]) -> str:
    """Return who of all candidates has most points; of several that have, all, or how many."""
    leaders = [place for place in places if place.score.rank == 1]
    if not leaders or not leaders[0].score.total:
        return _("Ingen steder har poeng")
    most = points(leaders[0].score.total)
    if len(places) == 1:
        return _("{name} har {points} poeng av 100").format(
            name=leaders[0].row["navn"], points=most
        )
    if len(leaders) == 1:
        return _("{names} har flest poeng: {points} av 100").format(
            names=leaders[0].row["navn"], points=most
        )
    if len(leaders) > NAMED:
        return _("{n} steder har like mange poeng og flest: {points} av 100").format(
            n=whole(len(leaders)), points=most
        )
    return _("{names} har like mange poeng og flest: {points} av 100").format(
        names=listed(place.row["navn"] for place in leaders), points=most
    )


def _sure(rows: list[Place], all_places: int, n: int) -> str:
    """Return how many of the first stay so by nearly all weights near the reader's."""
    if not rows:
        return _("Ingen steder har nummer")
    if all_places == 1:
        return _("Bare ett sted, så det har ingen å rangeres mot")
    if all_places <= n:
        return ngettext(
            "Det ene stedet er blant de {n} første",
            "Alle stedene er blant de {n} første",
            len(rows),
        ).format(n=whole(n))
    sure = sum(place.standing.among_first >= SURE for place in rows)
    if len(rows) == 1:
        return (
            _("Det første er først i minst 95 av 100 trekk av vekter")
            if sure
            else _("Det første er ikke alltid først når vektene varierer")
        )
    if not sure:
        says = _("Ingen av de {n} første holder seg blant dem i minst 95 av 100 trekk av vekter")
    elif sure == len(rows):
        says = _("Alle de {n} første holder seg blant dem i minst 95 av 100 trekk av vekter")
    else:
        says = _("{m} av de {n} første holder seg blant dem i minst 95 av 100 trekk av vekter")
    return says.format(m=whole(sure), n=whole(len(rows)))
