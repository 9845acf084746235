"""Openings of the pages about where things are: premises, stations, and where new ones may come."""

from math import isnan

from pages.parts.cards import premises as rooms
from pages.parts.cards import reach
from pages.parts.cards.stations import station_rows
from pages.parts.choosing import offers
from pages.parts.reading.language import _
from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings, key_figures, scenario
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import everyone
from pages.parts.wording.left_out import left_out
from pages.parts.wording.numbers import share, whole
from pages.parts.wording.opening import Figure, Opening, Spot
from pages.parts.wording.scenario import Outcome
from pages.parts.wording.seasonal import closed_spots, reach_basis


@remembered
def premises(reader: Reader) -> Opening:
    """Return what Lokaler opens with: who offers, and which room brings most people near."""
    group, rows = everyone(reader, "lokaler"), rooms.offer_rows(reader)
    total = reader.ask("nokkeltall").row(0, named=True)
    numbers = (
        key_figures.offers(total),
        key_figures.wishes(total),
        key_figures.silence(total, reader),
    )
    chosen = [row for row in rows if row["lokale_id"] in reader.view.valgt]
    is_narrowed = bool(reader.view.sok or reader.view.lokaltype or reader.view.onsker)
    return Opening(
        rooms.headline(rows, reader),
        " ".join(filter(None, (findings.coverage(group, reader), findings.people_behind(group)))),
        figures=numbers if group.kommuner else (),
        cards=("lokaler", *(("sammenlign",) if chosen else ())),
        more=" ".join(filter(None, (rooms.unnamed(rows, reader), rooms.best(rows, reader)))),
        outlined=tuple(dict.fromkeys(str(row["kommunenummer"]) for row in chosen)),
        spots=tuple(offers.on_map(rows, reader.ask("kart").to_dicts())),
        spot_names=("lokale",) if rows else (),
        lit=tuple(row["kommunenummer"] for row in rows) if is_narrowed else None,
        empty=not group.kommuner,
    )


@remembered
def stations(reader: Reader) -> Opening:
    """Return what Tjenestesteder opens with: how many live within reach of a station."""
    found, measure = reach.by_structure(reader), distance(reader)
    groups = ("rekkevidde", "rekkevidde-distrikt", "rekkevidde-fylke", "rekkevidde-innbyggere")
    lists = ("rekkevidde-kurve", "lengst-unna", "tjenestesteder")
    opened = [row for row in station_rows(reader) if row["sted_id"] == reader.view.sted]
    return Opening(
        reach.headline(found, reader),
        f"{reach_basis(reader)}.",
        figures=tuple(key_figures.reach(found, measure, reader.view.sesong)) if found else (),
        cards=(*groups, *lists) if found else (),
        outlined=tuple(row["kommunenummer"] for row in opened),
        lag=reader.view.lag,
        empty=not found,
        said=bool(reader.view.svart),
    )


@remembered
def siting(reader: Reader) -> Opening:
    """Return what Plassering opens with: what the model's choice gives, and where it is."""
    found, measure = scenario.outcome(reader), distance(reader)
    view = reader.view
    chosen = {key: found.candidates[key] for key in found.best.chosen}
    decided = tuple(
        Spot(c.kart_x, c.kart_y, c.kommunenummer, hollow=True) for c in found.decided.stations
    )
    return Opening(
        scenario.headline(found, reader, measure.limit(view.grense)),
        f"{reach_basis(reader)}.",
        more=" ".join(filter(None, (_told(found, reader), left_out(reader, view.kandidater)))),
        figures=_gains(found, reader),
        cards=("plassering-sammenlikning", "plassering", "plassering-rekkefolge"),
        outlined=tuple(chosen),
        spots=(
            *(closed := closed_spots(reader)),
            *decided,
            *(Spot(c.kart_x, c.kart_y, c.kommunenummer) for c in chosen.values()),
        ),
        spot_names=(
            *(["forslag"] if chosen else []),
            *(["besluttet"] if found.decided.stations else []),
            *(["stengt"] if closed else []),
        ),
        empty=not reader.ask("nokkeltall").row(0, named=True)["kommuner"],
        # Where the model may build, and whom it counts most, can rest on what was answered.
        said=bool(view.svart) or view.kandidater != "alle" or view.vekt != "innbyggere",
    )


def _told(found: Outcome, reader: Reader) -> str:
    """Return why nothing is proposed, and what the reader has said must be with or must not."""
    told = (scenario.why_none(found.best) if found.total else "", scenario.fixed(reader))
    return " ".join(f"{each}." for each in told if each)


def _gains(found: Outcome, reader: Reader) -> tuple[Figure, ...]:
    """Return how many are within the limit today, with what was decided, and with the choice."""
    measure = distance(reader)
    if not found.total:
        return ()
    limit = measure.limit(reader.view.grense)
    lines = (
        (found.decided.covered_before, _("innenfor {limit} i dag"), found.decided.mean_before),
        (found.decided.covered, _("med de besluttede"), found.decided.mean_after),
        (found.best.covered, _("med modellens valg"), found.best.mean_after),
    )
    return tuple(
        Figure(
            whole(covered),
            label.format(limit=limit),
            _("{share}, i snitt {mean}").format(
                share=share(covered / found.total), mean=measure.text(None if isnan(mean) else mean)
            ),
        )
        for covered, label, mean in lines
    )
