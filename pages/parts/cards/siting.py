"""Cards about where new stations would help most, beside the ones that were decided."""

from math import isnan

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Cell, Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import scenario, station_words, words
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.numbers import decimal, listed, milliseconds, whole
from pages.parts.wording.scenario import Outcome, outcome
from pages.parts.wording.seasonal import none_decided, reach_basis, seasonal


def proposal(reader: Reader) -> Card:
    """Return the places the model proposes, the one that adds most first."""
    found, measure = outcome(reader), distance(reader)
    best = found.best
    rows: list[tuple[Cell, ...]] = []
    before = best.covered_before
    answers = reader.ask("plassering_kandidater", kandidater=reader.view.kandidater)
    wishes = dict(answers.select("kommunenummer", "onsker").rows())
    labels = words.values("onsker")
    for place, (key, (covered, mean)) in enumerate(zip(best.chosen, found.growth, strict=True), 1):
        name = found.candidates[key].navn
        rows.append((name, place, covered - before, covered, mean, labels[wishes[key]]))
        before = covered
    return Card(
        name="plassering",
        query="plassering_punkter",
        title=ngettext(
            "Modellens valg av {n} sted", "Modellens valg av {n} steder", len(rows)
        ).format(n=whole(len(rows)))
        if rows
        else scenario.why_none(best),
        lead=". ".join(filter(None, (scenario.sentence(reader.view), scenario.fixed(reader)))),
        source=station_words.sources(),
        basis=_proof(found, measure),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Nummer"), "whole"),
                Column(_("Flere innenfor"), "whole"),
                Column(_("Innenfor i alt"), "whole"),
                Column(_("Snitt per innbygger"), measure.kind),
                Column(_("Ønsker tjenestested")),
            ],
            rows,
        ),
        links=tuple(reader.link("kommune", kommune=key) for key in best.chosen),
        shown=len(rows),
    )


def order(reader: Reader) -> Card:
    """Return the greedy order: if only five, these five."""
    found, measure = outcome(reader), distance(reader)
    steps = found.order
    first = [step.navn for step in steps[:5]]
    return Card(
        name="plassering-rekkefolge",
        query="plassering_punkter",
        title=_("Hvis bare {n}: {names}").format(n=len(first), names=listed(first))
        if first
        else scenario.why_none(found.best) or _("Ingen steder gir mer enn i dag, målt slik"),
        lead=_(
            "Én om gangen, alltid den som da gir mest, og av like gode den som har bedt om det, så "
            "den med lavest kommunenummer. Rekkefølgen kan avvike fra det beste valget"
        ),
        source=station_words.sources(),
        basis=measure.reach_basis,
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Nummer"), "whole"),
                Column(_("Flere innenfor"), "whole"),
                Column(_("Innenfor i alt"), "whole"),
                Column(_("Snitt per innbygger"), measure.kind),
            ],
            [
                (step.navn, place, step.reached, step.covered, step.mean_after)
                for place, step in enumerate(steps, start=1)
            ],
        ),
        links=tuple(reader.link("kommune", kommune=step.kommunenummer) for step in steps),
        shown=len(steps),
    )


def comparison(reader: Reader) -> Card:
    """Return today, the decided stations, the best of as many, and the scenarios side by side."""
    found, measure = outcome(reader), distance(reader)
    total = found.total
    decided, rival = found.decided, found.rival
    lines: list[tuple[Cell, ...]] = [
        _line(_("I dag"), 0, decided.covered_before, decided.mean_before, total),
        _line(
            _("Besluttet 2022–2023"),
            len(decided.stations),
            decided.covered,
            decided.mean_after,
            total,
        ),
        _line(_rival(found), len(rival.chosen), rival.covered, rival.mean_after, total),
        _line(
            _("Modellens valg"),
            len(found.best.chosen),
            found.best.covered,
            found.best.mean_after,
            total,
        ),
    ]
    other = scenario.pinned(reader)
    if other:
        theirs = outcome(other)
        lines.append(
            _line(
                _("Festet: {what}").format(what=scenario.sentence(other.view)),
                len(theirs.best.chosen),
                theirs.best.covered,
                theirs.best.mean_after,
                theirs.total,
            )
        )
    return Card(
        name="plassering-sammenlikning",
        query="plassering_besluttet",
        title=_compared(found, reader),
        lead=". ".join(
            filter(None, (_agreed(found, measure.limit(reader.view.grense)), seasonal(reader)))
        ),
        source=station_words.sources(),
        basis=reach_basis(reader),
        table=Table.of(
            [
                Column(_("Valg")),
                Column(_("Nye"), "whole"),
                Column(_("Innbyggere innenfor"), "whole"),
                Column(_("Andel"), "share"),
                Column(_("Snitt per innbygger"), measure.kind),
            ],
            lines,
        ),
        shown=len(lines),
    )


def _line(name: str, stations: int, covered: int, mean: float, total: int) -> tuple[Cell, ...]:
    return (
        name,
        stations,
        covered,
        covered / total if total else None,
        None if isnan(mean) else mean,
    )


def _agreed(found: Outcome, limit: str) -> str:
    """Return how many of the decided lie where the model would choose as many, or near it.

    Nothing where the model chooses no place that they could lie in.
    """
    same, near = len(found.agreement.same_kommune), len(found.agreement.within_limit)
    n = len(found.decided.stations)
    if not n or not found.rival.chosen:
        return ""
    if n == 1:
        if same:
            return _("Den besluttede ligger i kommunen modellen velger")
        told = (
            _("Den besluttede ligger innen {limit} fra stedet modellen velger")
            if near
            else _("Den besluttede ligger ikke innen {limit} fra stedet modellen velger")
        )
        return told.format(limit=limit)
    if not same:
        told = (
            _(
                "Ingen av de {n} besluttede ligger i en kommune modellen velger, men {near} "
                "innen {limit} fra en"
            )
            if near
            else _(
                "Ingen av de {n} besluttede ligger i en kommune modellen velger, "
                "eller innen {limit} fra en"
            )
        )
    elif near:
        told = _(
            "{same} av {n} besluttede ligger i en kommune modellen velger, {near} til innen {limit}"
        )
    else:
        told = _(
            "{same} av {n} besluttede ligger i en kommune modellen velger, "
            "ingen andre innen {limit}"
        )
    return told.format(same=whole(same), n=whole(n), near=whole(near), limit=limit)


def _compared(found: Outcome, reader: Reader) -> str:
    """Return what the decided give: the model beside them stands in the table, not in a title."""
    if not found.decided.stations:
        return none_decided(reader)
    n, gained = len(found.decided.stations), found.decided.covered - found.decided.covered_before
    if not gained:
        return ngettext(
            "Den besluttede gir ingen flere innenfor, regnet fra kommunesenteret",
            "De {n} besluttede gir ingen flere innenfor, regnet fra kommunesentrene",
            n,
        ).format(n=whole(n))
    return ngettext(
        "Den besluttede gir {gained} flere innenfor, regnet fra kommunesenteret",
        "De {n} besluttede gir {gained} flere innenfor, regnet fra kommunesentrene",
        n,
    ).format(n=whole(n), gained=whole(gained))


def _rival(found: Outcome) -> str:
    """Return what the model's choice beside the decision is called: as many, or fewer."""
    if len(found.rival.chosen) == len(found.decided.stations):
        return _("Modellen, like mange")
    return _("Modellen, færre steder")


def _proof(found: Outcome, measure: Distance) -> str:
    best = found.best
    if not best.chosen:
        return measure.reach_basis
    how = (
        _("bevist best")
        if best.optimal
        else _("innen {gap} % av det beste").format(gap=decimal(100 * best.gap))
    )
    return _("{how}, regnet ut på {time} med HiGHS. {basis}").format(
        how=how.capitalize(), time=milliseconds(best.seconds), basis=measure.reach_basis
    )
