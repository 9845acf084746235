"""The season decided stations are counted for, and those of them that are open in one only."""

from typing import Any

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import listed, whole
from pages.parts.wording.opening import Spot
from pages.parts.wording.station_words import seasons, when


def seasonal(reader: Reader) -> str:
    """Return which decided stations in the selection are seasonal, empty for none.

    Without a full stop. The season is the one that was announced with the decision. With a season
    chosen, how many are open then, who is left out, and that those who come in it are not counted.
    """
    season = reader.view.sesong
    everyone = _decided(reader)
    some = [row for row in everyone if row["sesong"]]
    if not season:
        if not some:
            return ""
        return ngettext(
            "{n} av de besluttede er åpent i én sesong, men er regnet med hele året: {names}",
            "{n} av de besluttede er åpne i én sesong, men er regnet med hele året: {names}",
            len(some),
        ).format(n=whole(len(some)), names=listed(map(_named, some)))
    if not everyone:
        return ""
    closed = closed_then(reader)
    says = ngettext(
        "{n} av {all} besluttet er åpent {when}",
        "{n} av {all} besluttede er åpne {when}",
        len(everyone),
    )
    if len(closed) == len(everyone):
        says = ngettext(
            "Det ene besluttede er ikke åpent {when}",
            "Ingen av de {all} besluttede er åpne {when}",
            len(everyone),
        )
    told = says.format(
        n=whole(len(everyone) - len(closed)), all=whole(len(everyone)), when=when()[season]
    )
    if closed:
        told += "; " + _("ikke regnet med: {names}").format(names=listed(map(_named, closed)))
    return told + ". " + _("Innbyggerne er de som bor der; hyttefolk og turister er ikke talt")


def closed_then(reader: Reader) -> list[dict[str, Any]]:
    """Return the decided stations in the selection that are not open in the season chosen."""
    open_then = set(reader.ask("plassering_besluttet")["sted_id"])
    return [row for row in _decided(reader) if row["sted_id"] not in open_then]


def closed_spots(reader: Reader) -> tuple[Spot, ...]:
    """Return the same as points, but for a municipality that has another that is open then."""
    lit = set(reader.ask("plassering_besluttet")["kommunenummer"])
    return tuple(
        Spot(row["kart_x"], row["kart_y"], row["kommunenummer"], hollow=True, closed=True)
        for row in closed_then(reader)
        if row["kommunenummer"] not in lit
    )


def counted(reader: Reader) -> str:
    """Return which decided stations are left out for the season, empty when none is chosen.

    Without a full stop, for the line a figure rests on.
    """
    season = reader.view.sesong
    if not season:
        return ""
    if season == "helaar":
        return _("Besluttede steder som er åpne i bare én sesong, er ikke regnet med")
    return _("Regnet {when}: besluttede steder som bare er åpne ellers, er ikke med").format(
        when=when()[season]
    )


def reach_basis(reader: Reader) -> str:
    """Return what reach rests on where decided stations count: distance, stations and season."""
    return ". ".join(filter(None, (distance(reader).reach_basis, counted(reader))))


def none_decided(reader: Reader) -> str:
    """Return that no decided station lies in the selection, or is open there in the season."""
    season = reader.view.sesong
    if not season:
        return _("Ingen av de 20 nye ligger i utvalget")
    return _("Ingen av de 20 nye i utvalget er åpne {when}").format(when=when()[season])


def _decided(reader: Reader) -> list[dict[str, Any]]:
    return reader.having(sesong=None).ask("plassering_besluttet").to_dicts()


def _named(row: dict[str, Any]) -> str:
    return _("{name} ({season})").format(name=row["navn"], season=seasons()[row["sesong"]])
