"""The reader's choice, the best of as many, and the decision: measured alike, and said in words."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import listed, share, whole
from pages.parts.wording.places import (
    WISHES,
    Place,
    best_places,
    listed_places,
    names,
    ranking,
    ranking_view,
)
from queries import Version, View
from queries.siting import Effect, best, effect, problem
from queries.weights import COUNTS, Weights

_SILENT: Final = ("ikke_svart", "ikke_innhentet", "ikke_kodet", "ikke_besvart", "uklart")


@dataclass(frozen=True)
class Line:
    """One choice of places, by name, and what it changes."""

    name: str
    effect: Effect
    places: tuple[str, ...]


def headline(reader: Reader) -> str:
    """Return how many of the places that bring most people near have asked for a station."""
    found, wishes = best_places(reader)
    if not found.chosen:
        return _("Ingen nye steder ville gitt flere innbyggere kort vei")
    limit = distance(reader).limit(reader.view.grense)
    asked = sum(wish in WISHES for wish in wishes.values())
    if len(wishes) == 1:
        says = (
            _("Stedet som ville gitt flest innbyggere innen {limit}, har bedt om det")
            if asked
            else _("Stedet som ville gitt flest innbyggere innen {limit}, har ikke bedt om det")
        )
        return says.format(limit=limit)
    if not asked:
        says = _(
            "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, har ingen bedt om det"
        )
    elif asked == len(wishes):
        says = _(
            "Alle de {n} stedene som ville gitt flest innbyggere innen {limit}, har bedt om det"
        )
    else:
        says = ngettext(
            "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, har ett bedt om det",
            "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, har {m} bedt om det",
            asked,
        )
    return says.format(n=whole(len(wishes)), m=whole(asked), limit=limit)


def who_they_are(reader: Reader) -> str:
    """Return those places by name, each with what it answered, and what they give together."""
    found, wishes = best_places(reader)
    if not found.chosen:
        return ""
    called = _names(reader)
    labels = words.values("onsker")
    each = [
        _("{name} ({answer})").format(name=called[key], answer=inline(labels[wish]))
        for key, wish in wishes.items()
    ]
    return _("{places}. Til sammen {n} flere innen grensen.").format(
        places=listed(each), n=whole(found.covered - found.covered_before)
    )


def rule(reader: Reader) -> str:
    """Return the rule of the score in words, with the reader's weights."""
    weights, in_use = Weights.read(reader.view.vekter), ranking(reader).in_use
    total = sum(n for c, n in zip(COUNTS, weights.numbers, strict=True) if c in in_use)
    if not total:
        return _("Ingen grunn har vekt, så ingen steder får poeng")
    parts = [
        _("{what} {share}").format(what=inline(names()[count]), share=share(number / total))
        for count, number in zip(COUNTS, weights.numbers, strict=True)
        if number and count in in_use
    ]
    return _("Poengene er en sum: {parts}. Det som er ukjent, gir ingen poeng").format(
        parts=listed(parts)
    )


def basis(reader: Reader) -> str:
    """Return how many candidates there are, and how many of them have answered."""
    places = listed_places(reader)
    answered = sum(place.row["har_svart"] for place in places)
    return ngettext(
        "{n} av {all} sted {answered}. {how}", "{n} av {all} steder {answered}. {how}", len(places)
    ).format(
        n=whole(answered),
        all=whole(len(places)),
        answered=reader.answered,
        how=distance(reader).basis,
    )


def mark(kommunenummer: str, reader: Reader) -> str:
    """Return what the reader has said of a place: with, not with, or nothing."""
    view = reader.view
    if kommunenummer in view.med:
        return _("må med")
    return _("ikke med") if kommunenummer in view.uten else ""


def compared(reader: Reader) -> list[Line]:
    """Return today, and two by two of equal size: a choice, and the model's best of as many.

    The reader's choice when she has made one, then her choice filled up by the model, then the
    decision. Every place is the centre of its municipality, also where one was decided.
    """
    view = reader.view
    lines = [Line(_("I dag"), _effect(reader, ()), ())]
    filled = _filled(reader)
    for name, keys in (
        (_("Ditt valg"), view.med),
        (_("Ditt valg, fylt opp av modellen"), filled if filled != view.med else ()),
        (_("Besluttet 2022–2023"), _decided(reader)),
    ):
        done = _effect(reader, keys)
        if done.chosen:
            rival = _rival(len(done.chosen), reader)
            lines += [_line(name, done, reader), _line(_("Modellen, like mange"), rival, reader)]
    return lines


def finding(reader: Reader) -> str:
    """Return what the reader's choice gives beside the best of as many, or what to do."""
    if not reader.view.med:
        return _("Velg steder i listen eller på kartet, og se hva de gir")
    mine = _effect(reader, reader.view.med)
    if not mine.chosen:
        return _("Stedene du har valgt, ligger utenfor utvalget")
    rival = _rival(len(mine.chosen), reader)
    return ngettext(
        "Ditt sted gir {mine} flere innenfor; det beste stedet ville gitt {best}",
        "Dine {n} steder gir {mine} flere innenfor; de {n} beste ville gitt {best}",
        len(mine.chosen),
    ).format(
        n=whole(len(mine.chosen)),
        mine=whole(mine.covered - mine.covered_before),
        best=whole(rival.covered - rival.covered_before),
    )


def sides(reader: Reader) -> str:
    """Return how the choices are compared, and which of the chosen are outside the selection."""
    view = reader.view
    outside = set(view.med) - set(_effect(reader, view.med).chosen)
    told = _("Like mange steder, de samme innbyggerne og kommunesentre hele veien")
    if outside:
        told += ". " + ngettext(
            "{n} av dine steder ligger utenfor utvalget og er ikke regnet med",
            "{n} av dine steder ligger utenfor utvalget og er ikke regnet med",
            len(outside),
        ).format(n=whole(len(outside)))
    if len(view.med) > view.antall:
        told += ". " + _(
            "Du har valgt flere enn antallet, {n}, så modellen fyller ikke opp"
        ).format(n=whole(view.antall))
    return told


def decided(reader: Reader) -> list[tuple[Place, bool]]:
    """Return the candidates that were decided, and whether the model would choose as well."""
    keys = _decided(reader)
    model = set(_rival(len(keys), reader).chosen) if keys else set()
    return [
        (place, place.score.kommunenummer in model)
        for place in ranking(reader).places
        if place.score.kommunenummer in keys
    ]


def decided_finding(reader: Reader) -> str:
    """Return how many of the decided places wished for it, and how many the police advised."""
    rows = decided(reader)
    if not rows:
        return _("Ingen av de 20 nye ligger i utvalget")
    wished = sum(place.row["onsker"] in WISHES for place, _model in rows)
    silent = sum(place.row["onsker"] in _SILENT for place, _model in rows)
    alike = sum(in_model for _place, in_model in rows)
    return _(
        "Av {n} kommuner med besluttet sted ønsket {wished} det, {silent} har ikke sagt ja eller "
        "nei, og modellen velger {alike} av dem"
    ).format(n=whole(len(rows)), wished=whole(wished), silent=whole(silent), alike=whole(alike))


def _line(name: str, done: Effect, reader: Reader) -> Line:
    called = _names(reader)
    return Line(name, done, tuple(called[key] for key in done.chosen))


def _rival(count: int, reader: Reader) -> Effect:
    """Return the best there is of `count` places."""
    keys = _best_of(reader.version, ranking_view(reader), count, (), ())
    return _effect(reader, keys)


def _filled(reader: Reader) -> tuple[str, ...]:
    """Return the reader's places and the best beside them, as many as she has asked for."""
    view = reader.view
    if not view.med and not view.uten:
        return ()
    keys = _best_of(reader.version, ranking_view(reader), view.antall, view.med, view.uten)
    return tuple(sorted(keys))


def _names(reader: Reader) -> dict[str, str]:
    rows = reader.ask("plassering_kandidater", kandidater="alle")
    return dict(rows.select("kommunenummer", "navn").rows())


def _decided(reader: Reader) -> tuple[str, ...]:
    """Return the municipalities in the selection where a station was decided."""
    return tuple(sorted(set(reader.ask("plassering_besluttet")["kommunenummer"])))


def _effect(reader: Reader, keys: tuple[str, ...]) -> Effect:
    return _effect_of(reader.version, ranking_view(reader), keys)


@lru_cache(maxsize=512)
def _effect_of(version: Version, view: View, keys: tuple[str, ...]) -> Effect:
    task = problem(version, view, kandidater="alle", vekt="innbyggere", grense=view.grense)
    return effect(task, keys)


@lru_cache(maxsize=256)
def _best_of(
    version: Version, view: View, count: int, med: tuple[str, ...], uten: tuple[str, ...]
) -> tuple[str, ...]:
    task = problem(version, view, kandidater="alle", vekt="innbyggere", grense=view.grense)
    return best(task, min(count, len(task.candidates)), "dekning", med=med, uten=uten).chosen
