"""The reader's choice, the best of as many, and the decision: measured alike, and said in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.answer_words import inline
from pages.parts.wording.answered import places_answered
from pages.parts.wording.distance import distance
from pages.parts.wording.first_places import model_view, place_names
from pages.parts.wording.left_out import left_out
from pages.parts.wording.numbers import listed, whole
from pages.parts.wording.places import (
    Place,
    listed_places,
    names,
    points,
    ranking,
)
from pages.parts.wording.seasonal import counted, seasonal
from queries import Version, View
from queries.siting import Effect, best, effect, problem


@dataclass(frozen=True)
class Line:
    """One choice of places, by name, and what it changes."""

    name: str
    effect: Effect
    places: tuple[str, ...]


def rule(reader: Reader) -> str:
    """Return the rule of the score in words, with the points that the reader's weights give."""
    found = {count: most for count, most in ranking(reader).points.items() if most}
    if not found:
        return _("Ingen grunn har vekt, så ingen steder får poeng")
    parts = [
        _("{what} ({points})").format(what=inline(names()[count]), points=points(most))
        for count, most in found.items()
    ]
    return _("De 100 poengene er delt på {parts}. Det som er ukjent, gir ingen").format(
        parts=listed(parts)
    )


def basis(reader: Reader) -> str:
    """Return how many candidates there are, and how many of them have answered."""
    return basis_of(reader, listed_places(reader))


def basis_of(reader: Reader, places: Sequence[Place]) -> str:
    """Return the same of `places`."""
    if not places:
        return ". ".join(filter(None, (distance(reader).basis, counted(reader))))
    answered = sum(place.row["har_svart"] for place in places)
    told = places_answered(answered, len(places), reader)
    return ". ".join(filter(None, (told, distance(reader).basis, counted(reader))))


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
        (_("Besluttet 2022–2023"), decided_numbers(reader)),
    ):
        done = _effect(reader, keys)
        if done.chosen:
            rival = best_of_as_many(len(done.chosen), reader)
            alike = len(rival.chosen) == len(done.chosen)
            called = _("Modellen, like mange") if alike else _("Modellen, færre steder")
            lines += [_line(name, done, reader), _line(called, rival, reader)]
    return lines


def finding(reader: Reader) -> str:
    """Return what the reader's choice gives beside the best of as many, or what to do."""
    if not reader.view.med and reader.view.uten:
        return _without(reader)
    if not reader.view.med:
        return _("Vedtaket og modellen, målt likt")
    mine = _effect(reader, reader.view.med)
    if not mine.chosen:
        return _("Stedene du har valgt, ligger utenfor utvalget")
    rival, n = best_of_as_many(len(mine.chosen), reader), len(mine.chosen)
    if _gained(mine):
        says = ngettext(
            "Ditt sted gir {mine} flere innenfor; det beste stedet ville gitt {best}",
            "Dine {n} steder gir {mine} flere innenfor; de {n} beste ville gitt {best}",
            n,
        )
    elif _gained(rival):
        says = ngettext(
            "Ditt sted gir ingen flere innenfor; det beste stedet ville gitt {best}",
            "Dine {n} steder gir ingen flere innenfor; de {n} beste ville gitt {best}",
            n,
        )
    else:
        says = ngettext(
            "Ditt sted gir ingen flere innenfor, og det gjør heller ikke det beste",
            "Dine {n} steder gir ingen flere innenfor, og det gjør heller ikke de {n} beste",
            n,
        )
    return says.format(**_beside(mine, rival))


def _without(reader: Reader) -> str:
    """Return what it costs that some places may not be chosen."""
    mine = _effect(reader, _filled(reader))
    rival = best_of_as_many(len(mine.chosen), reader)
    if not mine.chosen:
        return _("Ingen av stedene som er igjen, ville gitt flere innenfor")
    if not _gained(mine):
        return ngettext(
            "Uten det du har tatt ut, gir det beste stedet ingen flere innenfor; med {best}",
            "Uten det du har tatt ut, gir de {n} beste ingen flere innenfor; med {best}",
            len(mine.chosen),
        ).format(**_beside(mine, rival))
    return ngettext(
        "Uten det du har tatt ut, gir det beste stedet {mine} flere innenfor; med {best}",
        "Uten det du har tatt ut, gir de {n} beste {mine} flere innenfor; med {best}",
        len(mine.chosen),
    ).format(**_beside(mine, rival))


def _beside(mine: Effect, rival: Effect) -> dict[str, str]:
    """Return how many places one choice has, what it gives, and what another gives."""
    return {
        "n": whole(len(mine.chosen)),
        "mine": whole(_gained(mine)),
        "best": whole(_gained(rival)),
    }


def _gained(done: Effect) -> int:
    """Return how many more live within the limit."""
    return done.covered - done.covered_before


def sides(reader: Reader) -> str:
    """Return how the choices are compared, and which of the chosen are outside the selection."""
    view = reader.view
    told = _("Like mange steder, de samme innbyggerne og kommunesentre hele veien")
    if not view.med:
        told += "; " + _("velg steder i listen eller på kartet for å måle dine egne")
    if outside := left_out(reader):
        told += ". " + outside.removesuffix(".")
    if short := seasonal(reader):
        told += ". " + short
    if len(view.med) > view.antall:
        told += ". " + _(
            "Du har valgt flere enn antallet, {n}, så modellen fyller ikke opp"
        ).format(n=whole(view.antall))
    return told


def best_of_as_many(count: int, reader: Reader) -> Effect:
    """Return the best there is of `count` places."""
    keys = _best_of(reader.version, model_view(reader), count, (), ())
    return _effect(reader, keys)


def decided_numbers(reader: Reader) -> tuple[str, ...]:
    """Return the municipalities in the selection where a station was decided."""
    return tuple(sorted(set(reader.ask("plassering_besluttet")["kommunenummer"])))


def _line(name: str, done: Effect, reader: Reader) -> Line:
    called = place_names(reader)
    return Line(name, done, tuple(called[key] for key in done.chosen))


def _filled(reader: Reader) -> tuple[str, ...]:
    """Return the reader's places and the best beside them, as many as she has asked for."""
    view = reader.view
    if not view.med and not view.uten:
        return ()
    keys = _best_of(reader.version, model_view(reader), view.antall, view.med, view.uten)
    return tuple(sorted(keys))


def _effect(reader: Reader, keys: tuple[str, ...]) -> Effect:
    return _effect_of(reader.version, model_view(reader), keys)


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
