"""The places that may get a station, ranked by the reader's weights, and the reasons in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.advising import office
from pages.parts.wording.answer_words import inline
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import begun, decimal, listed, whole
from pages.parts.wording.station_words import closed, seasons, when
from queries import Version, View, ask
from queries.called import folded
from queries.candidates import (
    DRAWS,
    Score,
    Standing,
    apportioned,
    counts,
    outdone,
    scores,
    standings,
)
from queries.choices import SATISFACTION, WISHES
from queries.weights import COUNTS, Weights


@dataclass(frozen=True)
class Place:
    """One municipality that may get a station: what is known of it, and how it ranks."""

    # The row of query `kandidater`.
    row: dict[str, Any]
    score: Score
    standing: Standing
    # The name of a place that outdoes it on every count, or nothing.
    outdone_by: str

    @property
    def grounds(self) -> tuple[str, ...]:
        """Return why it is among the candidates but for its distance, in the order of choices."""
        offers = self.row["lokaler"] in ("ja", "vurderes") or bool(self.row["lokaltyper"])
        found = (
            ("onsker", self.row["onsker"] in WISHES),
            ("tilbyr", offers),
            ("besluttet", self.row["teller_besluttet"]),
            ("sesong", self.row["nevner_sesong"]),
        )
        return tuple(name for name, holds in found if holds)


@dataclass(frozen=True)
class Ranking:
    """All candidates of a selection, the highest score first, and which counts are in use."""

    places: tuple[Place, ...]
    in_use: tuple[str, ...]
    # How many points of a hundred each of them may give.
    points: dict[str, float]


def ranking(reader: Reader) -> Ranking:
    """Return the candidates in the reader's selection, ranked by her weights."""
    return _ranking(reader.version, reader.view.only("grense", "antall", "vekter", "sesong"))


def listed_places(reader: Reader) -> list[Place]:
    """Return the candidates that the list's own filters leave, in the reader's order.

    Those without a value come last whichever way the list is sorted.
    """
    view = reader.view
    called = _other_names(reader) if view.navn else {}
    kept = [
        place
        for place in ranking(reader).places
        if (not view.grunnlag or _has_ground(place, view))
        and (not view.navn or _is_called(place, view.navn, called))
    ]
    by = view.rangering.removeprefix("-")
    keyed = [(_key(place, by), place) for place in kept]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=view.rangering.startswith("-"))
    return [place for _k, place in known] + [place for key, place in keyed if key is None]


def _is_called(place: Place, sought: str, called: Mapping[str, str]) -> bool:
    """Return whether what is `sought` stands in the number of a place, or in a name of it."""
    number = place.row["kommunenummer"]
    if sought.casefold() in f"{place.row['navn']} {number}".casefold():
        return True
    return folded(sought) in folded(called.get(number, ""))


def _other_names(reader: Reader) -> dict[str, str]:
    """Return the Sámi and Kven names of each municipality that has any, by number."""
    called: dict[str, str] = {}
    for name, number in reader.ask("stedsnavn").select("navn", "kommunenummer").iter_rows():
        if number:
            called[number] = f"{called.get(number, '')} {name}"
    return called


def names() -> dict[str, str]:
    """Return what each count is called, in the order of the weights."""
    return {
        "onske": _("Ønske"),
        "lokaler": _("Lokaler"),
        "avstand": _("Avstand"),
        "folk": _("Folk"),
        "misnoye": _("Misnøye"),
        "kriminalitet": _("Kriminalitet"),
        "raad": _("Politiets råd"),
    }


def points(value: float) -> str:
    """Return a score, or a part of one, as points of a hundred."""
    return decimal(100 * value)


def in_draws(place: Place) -> str:
    """Return in how many of the draws the place is among the first."""
    return whole(DRAWS * place.standing.among_first)


def between(place: Place) -> str:
    """Return the numbers that nine of ten draws lie between: «3–8», or one number."""
    best, worst = place.standing.best, place.standing.worst
    return whole(best) if best == worst else f"{whole(best)}–{whole(worst)}"


def grounds(season: str | None = None) -> dict[str, str]:
    """Return what candidates may be chosen by; in a `season` the new are those open then."""
    return {
        "onsker": _("Ønsker tjenestested"),
        "tilbyr": _("Tilbyr eller vurderer lokaler"),
        "langt": _("Ligger langt unna"),
        "besluttet": _("Fikk et nytt, åpent {when}").format(when=when()[season])
        if season
        else _("Fikk et av de 20 nye"),
        "sesong": _("Nevner reiseliv og sesong"),
        "liste": _("På listen min"),
    }


def advice() -> dict[str, str]:
    """Return what the police may have advised."""
    return {
        "anbefaler": _("Anbefaler"),
        "noytral": _("Nøytral"),
        "fraraader": _("Fraråder"),
    }


def station(place: Place, reader: Reader) -> str:
    """Return what was decided there, with the season it is open in where it has one; or nothing.

    One that is not open in the season the reader has chosen, says so.
    """
    row, chosen = place.row, reader.view.sesong
    told = []
    for name, own in zip(row["besluttet"], row["sesonger"], strict=True):
        shut = closed(chosen) if chosen and name in row["stengte"] else ""
        season = ", ".join(filter(None, (seasons().get(own or ""), shut)))
        told.append(_("{name} ({season})").format(name=name, season=season) if season else name)
    return ", ".join(told)


def reasons(place: Place, reader: Reader) -> str:
    """Return in a sentence what speaks for and against the place, and what nobody knows."""
    row, measure = place.row, distance(reader)
    said = []
    if row["onsker"] in (*WISHES, "nei"):
        wishes = {
            "ja": _("ønsker et tjenestested"),
            "betinget": _("ønsker et tjenestested med forbehold"),
            "nei": _("ønsker ikke et tjenestested"),
        }
        said.append(wishes[row["onsker"]])
    if row["lokaler"] in ("ja", "vurderes") or row["lokaltyper"]:
        types = words.premises() | {"annet": _("annet lokale")}
        rooms = listed(inline(types[kind]) for kind in row["lokaltyper"])
        offer = _("vurderer {rooms}") if row["lokaler"] == "vurderes" else _("tilbyr {rooms}")
        said.append(offer.format(rooms=rooms or _("lokaler")))
    if row["til_naermeste"] is not None:
        said.append(_("{far} til nærmeste").format(far=measure.text(row["til_naermeste"])))
    if row["flere_innenfor"]:
        said.append(
            _("{n} flere innen {limit}").format(
                n=whole(row["flere_innenfor"]), limit=measure.limit(reader.view.grense)
            )
        )
    if row["samme_svar"]:
        said.append(_("felles svar med {names}").format(names=listed(row["samme_svar"])))
    elif row["naboer"]:
        said.append(_("også ønsket av {names}").format(names=listed(row["naboer"])))
    if row["raad"]:
        told = {
            "anbefaler": _("anbefalt av {who}"),
            "noytral": _("{who} er nøytral"),
            "fraraader": _("frarådd av {who}"),
        }
        said.append(told[row["raad"]].format(who=office(row["raad_fra"])))
    if row["besluttet"]:
        said.append(_("besluttet: {where}").format(where=station(place, reader)))
    if row["nevner_sesong"] and (reader.view.sesong or "sesong" in reader.view.grunnlag):
        said.append(_("nevner reiseliv og sesong"))
    text = ", ".join(said)
    sentence = f"{begun(text)}."
    if place.score.unknown:
        lacks = listed(inline(names()[count]) for count in place.score.unknown)
        sentence += " " + _("Ukjent: {what}.").format(what=lacks)
    if place.outdone_by:
        sentence += " " + _("Etter det som er kjent, er {name} minst like god på alt.").format(
            name=place.outdone_by
        )
    return sentence


def _has_ground(place: Place, view: View) -> bool:
    far = place.row["til_naermeste"]
    return (
        bool(set(view.grunnlag) & set(place.grounds))
        or ("langt" in view.grunnlag and far is not None and far > view.grense)
        or ("liste" in view.grunnlag and place.score.kommunenummer in view.liste)
    )


_ORDERS: Final[dict[str, dict[str, int]]] = {
    "onsker": {"nei": 0, "betinget": 1, "ja": 2},
    "lokaler": {"nei": 0, "vurderes": 1, "ja": 2},
    "raad": {"fraraader": 0, "noytral": 1, "anbefaler": 2},
    **{point: {"tilfreds": 0, "delvis": 1, "ikke_tilfreds": 2} for point in SATISFACTION},
}
# The field of a row that a column is sorted by, where it is called something else.
_FIELDS: Final = {
    "kommune": "navnerang",
    "km": "til_naermeste",
    "flere": "flere_innenfor",
    "kriminalitet": "anmeldt_per_tusen",
}


def _key(place: Place, by: str) -> Any:
    """Return what a place is sorted by, None when that is not known of it."""
    if by in _ORDERS:
        return _ORDERS[by].get(place.row[by])
    if by == "poeng":
        return place.score.total
    if by == "blant":
        return place.standing.among_first
    if by == "nummer":
        return place.standing.best, place.standing.worst
    if by == "besluttet":
        return ", ".join(place.row["besluttet"]) or None
    if by == "felles":
        return len(place.row["samme_svar"] or place.row["naboer"])
    return place.row[_FIELDS.get(by, by)]


@lru_cache(maxsize=256)
def _ranking(version: Version, view: View) -> Ranking:
    rows = ask(version, "kandidater", view)
    known = counts(rows, ask(version, "kandidater", view.country()))
    weights = Weights.read(view.vekter)
    beaten = outdone(known)
    made = [
        Place(row, score, standing, rows["navn"][int(by)] if by >= 0 else "")
        for row, score, standing, by in zip(
            rows.to_dicts(),
            scores(known, weights),
            standings(known, weights, view.antall),
            beaten,
            strict=True,
        )
    ]
    made.sort(key=lambda place: (place.score.rank, place.row["navnerang"]))
    in_use = tuple(name for name, used in zip(COUNTS, known.in_use, strict=True) if used)
    points = dict(zip(COUNTS, apportioned(weights.shares(known.in_use)).tolist(), strict=True))
    return Ranking(tuple(made), in_use, {count: points[count] for count in in_use})
