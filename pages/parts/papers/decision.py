"""The decision paper as a value: the places it is about, and what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pages.parts.answers.masking import mask
from pages.parts.cards import CARDS
from pages.parts.drawing.card import Card
from pages.parts.drawing.figures import unknown_to_the_model
from pages.parts.drawing.table import Cell, Column, Table
from pages.parts.openings import PAGES, at
from pages.parts.papers.briefing import Briefing
from pages.parts.papers.mapimage import map_picture
from pages.parts.papers.quotes import FIELDS
from pages.parts.papers.source import source
from pages.parts.papers.text import clean
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import chosen_places, words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.distance import distance
from pages.parts.wording.left_out import left_out
from pages.parts.wording.numbers import NONE, whole
from pages.parts.wording.places import (
    Place,
    advice,
    between,
    in_draws,
    points,
    ranking,
    reasons,
    station,
)
from queries.candidates import DRAWS

PASSAGE: Final = 260
# What a place is quoted on: its wish, else its rooms.
QUOTED: Final = ("onsker", "lokaler")


@dataclass(frozen=True)
class Told:
    """One place in the words of the paper: each line with its name, and why it is there."""

    name: str
    lines: tuple[tuple[str, str], ...]
    reasons: str
    passage: str


@dataclass(frozen=True)
class Decision:
    """The paper in all its forms: what they share, and each place by itself."""

    paper: Briefing
    places: tuple[Told, ...]


def decision(reader: Reader, origin: str) -> Decision:
    """Return the decision paper about the reader's choice; `origin` is the server's own address.

    Her places are those that must be with, else those on her list, else the first by her weights,
    as many as she has asked for. A place that is no candidate in the selection is told, not shown.
    """
    reader = at(reader, "kandidater")
    places, opening = chosen(reader), PAGES["kandidater"].opening(reader)
    quotes = {p.score.kommunenummer: _passage(reader, p) for p in places}
    cards = (
        _places(reader, places),
        _grounds(reader, places, quotes),
        CARDS["kandidater-valg"](_measured(reader, places)),
        _limits(),
    )
    about = source(reader, origin, cards)
    paper = Briefing(
        title=clean(_title(reader, places)),
        basis=clean(f"{opening.title}. {opening.basis} {CARDS['kandidater'](reader).lead}."),
        figures=(),
        picture=map_picture(
            reader,
            opening.title,
            size=(620, 520),
            outlined=[p.score.kommunenummer for p in places],
            spots=opening.spots,
            spot_names=opening.spot_names,
        )
        if places
        else None,
        cards=cards if places else (),
        quotes=(),
        has_quotes=False,
        source=about,
        dataset=reader.version.dataset,
        empty=not places,
        missing=clean(" ".join(filter(None, (left_out(reader), _no_candidates(reader))))),
    )
    told = (_told(reader, place, quotes[place.score.kommunenummer]) for place in places)
    return Decision(paper, tuple(told))


def chosen(reader: Reader) -> list[Place]:
    """Return the candidates that the paper is about, the highest score first."""
    view, places = reader.view, ranking(reader).places
    for wanted in (view.med, view.liste):
        if wanted:
            return [place for place in places if place.score.kommunenummer in wanted]
    return [p for p in places if p.score.kommunenummer not in view.uten][: view.antall]


def _measured(reader: Reader, places: list[Place]) -> Reader:
    """Return the reader with the places of the paper as her choice, and no more than them."""
    numbers = tuple(sorted(place.score.kommunenummer for place in places))
    return reader.having(med=numbers, uten=(), antall=max(1, len(numbers)))


def _title(reader: Reader, places: list[Place]) -> str:
    if not places:
        return _("Beslutningsgrunnlag")
    if reader.view.med or reader.view.liste:
        return ngettext(
            "Beslutningsgrunnlag: {n} valgt sted",
            "Beslutningsgrunnlag: {n} valgte steder",
            len(places),
        ).format(n=whole(len(places)))
    return ngettext(
        "Beslutningsgrunnlag: stedet med flest poeng",
        "Beslutningsgrunnlag: de {n} stedene med flest poeng",
        len(places),
    ).format(n=whole(len(places)))


def _no_candidates(reader: Reader) -> str:
    """Return how many in the selection that the reader chose are not among the candidates."""
    wanted = set(reader.view.med or reader.view.liste)
    inside = set(reader.ask("kart").filter(i_utvalg=True)["kommunenummer"])
    missing = (wanted & inside) - {p.score.kommunenummer for p in ranking(reader).places}
    if not missing:
        return ""
    return ngettext(
        "{n} valgt kommune har ingen grunn til å være på listen, og er ikke vist.",
        "{n} valgte kommuner har ingen grunn til å være på listen, og er ikke vist.",
        len(missing),
    ).format(n=whole(len(missing)))


def _told(reader: Reader, place: Place, passage: str) -> Told:
    row, measure = place.row, distance(reader)
    far = NONE
    if row["til_naermeste"] is not None:
        far = _("{far} til {station}; {n} flere innen {limit}; {saved} person-km spart").format(
            far=measure.text(row["til_naermeste"]),
            station=row["naermeste_tjenestested"],
            n=whole(row["flere_innenfor"]),
            limit=measure.limit(reader.view.grense),
            saved=whole(round(row["spart"])),
        )
    lines = (
        (_("Kommunen sa"), words.values("onsker")[row["onsker"]]),
        (_("Lokaler"), _rooms(place)),
        (_("Politiet rådet"), advice()[row["raad"]] if row["raad"] else _("Intet råd kjent")),
        (_("Besluttet"), _decided(reader, place)),
        (_("Rekkevidde"), far),
        (
            _("Følsomhet"),
            _("blant de {k} første i {n} av {draws} trekk av vekter; nummer {between}").format(
                k=whole(reader.view.antall),
                n=in_draws(place),
                draws=whole(DRAWS),
                between=between(place),
            ),
        ),
    )
    name = _("{rank}. {name}, {points} poeng av 100").format(
        rank=whole(place.score.rank), name=row["navn"], points=points(place.score.total)
    )
    return Told(
        clean(name, 90),
        tuple((head, clean(text, 170)) for head, text in lines),
        clean(reasons(place, reader), 420),
        passage,
    )


def _passage(reader: Reader, place: Place) -> str:
    """Return what the municipality's answer says of its wish, or else of its rooms; empty if none.

    Masked as everywhere: a person's particulars are not for a paper.
    """
    number = place.score.kommunenummer
    for measure in QUOTED:
        opened = reader.having(
            kode=f"{FIELDS[measure]}:{place.row[measure]}", samtidig=None, gruppe=None
        )
        if place.row[measure] not in ("ja", "betinget", "vurderes", "nei"):
            continue
        for row in opened.ask("kodede_svar").filter(kommunenummer=number).to_dicts():
            if row["utdrag"]:
                return clean(mask(row["utdrag"]), PASSAGE)
    return ""


def _places(reader: Reader, places: list[Place]) -> Card:
    """Return the places as the table on Kandidater has them: said, advised, decided, reach."""
    measure = distance(reader)
    among = _("Blant de {n} første, av {draws}").format(n=reader.view.antall, draws=whole(DRAWS))
    table = Table.of(
        [
            Column(_("Kommune")),
            Column(_("Poeng av 100"), "decimal"),
            Column(_("Kommunen sa")),
            Column(_("Politiet rådet")),
            Column(_("Besluttet")),
            Column(_("Til nærmeste"), measure.kind),
            Column(_("Flere innenfor"), "whole"),
            Column(among, "whole"),
        ],
        [
            (
                place.row["navn"],
                100 * place.score.total,
                words.values("onsker")[place.row["onsker"]],
                advice()[place.row["raad"]] if place.row["raad"] else None,
                station(place, reader) or None,
                place.row["til_naermeste"],
                place.row["flere_innenfor"],
                round(DRAWS * place.standing.among_first),
            )
            for place in places
        ],
    )
    return _told_of(reader, places, _("Sagt, rådet og besluttet"), table)


def _grounds(reader: Reader, places: list[Place], quotes: Mapping[str, str]) -> Card:
    """Return the premises, the range of the rank, the reasons and the passage of each place."""
    table = Table.of(
        [
            Column(_("Kommune")),
            Column(_("Lokaler")),
            Column(_("Nummer i ni av ti trekk")),
            Column(_("Begrunnelse")),
            Column(_("Slik står det i svaret")),
        ],
        [
            (
                place.row["navn"],
                _rooms(place),
                between(place),
                reasons(place, reader),
                quotes[place.score.kommunenummer] or None,
            )
            for place in places
        ],
    )
    return _told_of(reader, places, _("Begrunnelse"), table)


def _told_of(reader: Reader, places: list[Place], title: str, table: Table) -> Card:
    basis = chosen_places.basis_of(reader, places)
    return Card(name="kandidater", query="kandidater", title=title, basis=basis, table=table)


def _decided(reader: Reader, place: Place) -> str:
    """Return which station was decided, and the one season it is open in, where it has one."""
    return station(place, reader) or _("Ikke besluttet")


def _rooms(place: Place) -> str:
    """Return whether the municipality offers rooms, of which kind, and from when."""
    row = place.row
    types = words.premises() | {"annet": _("annet lokale")}
    kinds = ", ".join(inline(types[kind]) for kind in row["lokaltyper"])
    free = _("ledig fra {date}").format(date=Column("", "date").text(row["ledig_fra"]))
    said = words.values("lokaler")[row["lokaler"]]
    return "; ".join(filter(None, (said, kinds, free if row["ledig_fra"] else "")))


def _limits() -> Card:
    """Return what the model leaves out, a sentence in each row."""
    title, text = unknown_to_the_model()
    rows: list[tuple[Cell, ...]] = [(sentence.rstrip(".") + ".",) for sentence in text.split(". ")]
    table = Table.of([Column(_("Hva"))], rows)
    return Card(name="forbehold", query="plassering_punkter", title=title, basis="", table=table)
