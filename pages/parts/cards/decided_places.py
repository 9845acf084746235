"""The decision beside what was said, advised and modelled, seen from both sides."""

from collections.abc import Iterable, Mapping, Sequence

from pages.parts.drawing.bars import Bar, Part, bars, legend, swatch
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.layout import joined
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import chosen_places, decided_against, words
from pages.parts.wording.decided_against import Weighed
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import NONE, whole
from pages.parts.wording.places import advice, station
from pages.parts.wording.seasonal import seasonal
from queries.choices import JA_NEI

# A place that nobody has advised about.
NO_ADVICE = "intet"


def decided(reader: Reader) -> Card:
    """Return the places that were decided beside what was said, advised and modelled of them."""
    rows, measure = decided_against.decided(reader), distance(reader)
    wishes, rooms = words.values("onsker"), words.values("lokaler")
    title = decided_against.finding(reader)
    table = Table.of(
        [
            Column(_("Kommune")),
            Column(_("Kommunen sa: ønsker")),
            Column(_("Kommunen sa: lokaler")),
            Column(_("Politiet rådet")),
            Column(_("Besluttet")),
            Column(_("Til nærmeste i dag"), measure.kind),
            Column(_("Flere innenfor"), "whole"),
            Column(_("Nummer etter dine vekter"), "whole"),
            Column(_("Modellen velger det")),
        ],
        [
            (
                place.row["navn"],
                wishes[place.row["onsker"]],
                rooms[place.row["lokaler"]],
                advice()[place.row["raad"]] if place.row["raad"] else None,
                station(place, reader),
                place.row["til_naermeste"],
                place.row["flere_innenfor"],
                place.score.rank,
                in_model,
            )
            for place, in_model in rows
        ],
    )
    return Card(
        name="kandidater-besluttet",
        query="kandidater",
        title=title,
        lead=". ".join(filter(None, (_three(), seasonal(reader) if reader.view.sesong else ""))),
        basis=chosen_places.basis_of(reader, [place for place, _model in rows]),
        table=table,
        figure=_both_ways(reader, title) + _beside(reader, rows) if rows else Markup(""),
        links=tuple(reader.link("kommune", kommune=p.score.kommunenummer) for p, _model in rows),
        aside=True,
    )


def _three() -> str:
    return _("Kommunen sa, politiet rådet, regjeringen besluttet: tre ulike ting")


def _both_ways(reader: Reader, title: str) -> Markup:
    """Return the decided by what was said, advised and modelled; and each of these by decision."""
    rows = decided_against.decided(reader)
    groups = decided_against.by_ground(reader)
    longest = max([len(rows), *(len(group.places) for group in groups)])
    labels = advice() | {NO_ADVICE: _("Intet råd kjent")}
    chosen = {"ja": _("Modellen velger det"), "nei": _("Modellen velger det ikke")}
    of = whole(len(rows))
    said = (
        (
            _("Kommunen sa"),
            "onsker",
            [place.row["onsker"] for place, _model in rows],
            words.values("onsker"),
        ),
        (
            _("Politiet rådet"),
            "raad",
            [place.row["raad"] or NO_ADVICE for place, _model in rows],
            labels,
        ),
        (_("Modellen"), "valgt", [JA_NEI[not model] for _place, model in rows], chosen),
    )
    drawn = [
        _bar(reader, name, measure, codes, names, longest, of)
        for name, measure, codes, names in said
    ]
    decision = {"ja": _("Besluttet"), "nei": _("Ikke besluttet")}
    back = [
        _bar(
            reader,
            group.name,
            "valgt",
            [JA_NEI[not each] for each in group.decided],
            decision,
            longest,
            _("{n} av {of}").format(n=whole(sum(group.decided)), of=whole(len(group.places))),
        )
        for group in groups
    ]
    first = ngettext("Den besluttede", "De {n} besluttede", len(rows)).format(n=of)
    keys = [
        legend(
            [
                (ink(measure, code, dark=reader.dark), _counted(names[code], codes.count(code)))
                for code in names
                if code in codes
            ]
        )
        for _title, measure, codes, names in said
    ]
    decided_or_not = [(ink("valgt", each, dark=reader.dark), decision[each]) for each in JA_NEI]
    return joined(
        bars(drawn, (first, _("Kommuner")), title),
        *keys,
        bars(back, (_("Den andre veien"), _("Besluttet")), _("Hvor mange som ble besluttet")),
        legend(decided_or_not),
    )


def _counted(label: str, n: int) -> str:
    return f"{label}: {whole(n)}"


def _bar(
    reader: Reader,
    name: str,
    measure: str,
    codes: Sequence[str],
    labels: Mapping[str, str],
    longest: int,
    value: str,
) -> Bar:
    """Return one bar where a municipality is as long as in every other."""
    parts = tuple(
        Part(
            codes.count(code) / longest,
            ink(measure, code, dark=reader.dark),
            _counted(label, codes.count(code)),
        )
        for code, label in labels.items()
        if code in codes
    )
    return Bar(name, parts, (value,))


def _beside(reader: Reader, rows: Iterable[Weighed]) -> Markup:
    """Return the decided places one by one: said, advised, decided, each with its mark."""
    wishes, labels = words.values("onsker"), advice()
    head = Markup("").join(
        Markup('<th scope="col">{}</th>').format(text)
        for text in (
            _("Kommune"),
            _("Kommunen sa"),
            _("Politiet rådet"),
            _("Besluttet"),
            _("Nummer"),
            _("Modellen"),
        )
    )
    body = Markup("").join(
        Markup(
            '<tr><th scope="row"><a href="{}">{}</a></th><td data-navn="{}">{}{}</td>'
            '<td data-navn="{}">{}</td><td data-navn="{}">{}</td>'
            '<td class="tall" data-navn="{}">{}</td><td data-navn="{}">{}</td></tr>'
        ).format(
            reader.link("kommune", kommune=place.score.kommunenummer),
            place.row["navn"],
            _("Kommunen sa"),
            swatch(ink("onsker", place.row["onsker"], dark=reader.dark)),
            wishes[place.row["onsker"]],
            _("Politiet rådet"),
            labels[place.row["raad"]] if place.row["raad"] else NONE,
            _("Besluttet"),
            station(place, reader),
            _("Nummer"),
            whole(place.score.rank),
            _("Modellen"),
            _("velger det") if in_model else NONE,
        )
        for place, in_model in rows
    )
    return Markup(
        '<div class="tabell tre-sider" tabindex="0"><table><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(_("De besluttede stedene"), head, body)
