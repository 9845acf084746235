"""The places that may get a station, ranked by the reader's weights, and the reasons in words."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import listed, whole
from queries import Version, View, ask
from queries.candidates import Score, Standing, counts, outdone, scores, standings
from queries.siting import Solution, best, problem
from queries.weights import COUNTS, Weights

# How many places the first sentence is about: as many as can be named in one.
FIRST: Final = 5
WISHES: Final = ("ja", "betinget")


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
        is_decided = self.row["besluttet"] is not None
        offers = self.row["lokaler"] in ("ja", "vurderes") or bool(self.row["lokaltyper"])
        found = (
            ("onsker", self.row["onsker"] in WISHES),
            ("tilbyr", offers),
            ("besluttet", is_decided),
        )
        return tuple(name for name, holds in found if holds)


@dataclass(frozen=True)
class Ranking:
    """All candidates of a selection, the highest score first, and which counts are in use."""

    places: tuple[Place, ...]
    in_use: tuple[str, ...]


def ranking(reader: Reader) -> Ranking:
    """Return the candidates in the reader's selection, ranked by her weights."""
    view = reader.view
    asked = View(
        data=view.data,
        distrikt=view.distrikt,
        fylke=view.fylke,
        innbyggere=view.innbyggere,
        stasjon=view.stasjon,
        svart=view.svart,
        forslag=view.forslag,
        grense=view.grense,
        antall=view.antall,
        vekter=view.vekter,
    )
    return _ranking(reader.version, asked)


def listed_places(reader: Reader) -> list[Place]:
    """Return the candidates that the list's own filters leave, in the reader's order.

    Those without a value come last whichever way the list is sorted.
    """
    view = reader.view
    word = view.navn.casefold()
    kept = [
        place
        for place in ranking(reader).places
        if (not view.grunnlag or _has_ground(place, view))
        and (not word or word in f"{place.row['navn']} {place.row['kommunenummer']}".casefold())
    ]
    by = view.rangering.removeprefix("-")
    keyed = [(_key(place, by), place) for place in kept]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=view.rangering.startswith("-"))
    return [place for _k, place in known] + [place for key, place in keyed if key is None]


def best_places(reader: Reader) -> tuple[Solution, dict[str, str]]:
    """Return the `FIRST` places that bring most people within the limit, and what each wishes.

    Of all municipalities in the selection, whether they are among the candidates or not.
    """
    return _best(reader.version, ranking_view(reader))


def ranking_view(reader: Reader) -> View:
    """Return what the model's own choice rests on: the selection and the limit."""
    view = reader.view
    return View(
        data=view.data,
        distrikt=view.distrikt,
        fylke=view.fylke,
        innbyggere=view.innbyggere,
        stasjon=view.stasjon,
        svart=view.svart,
        forslag=view.forslag,
        grense=view.grense,
    )


def names() -> dict[str, str]:
    """Return what each count is called, in the order of the weights."""
    return {
        "onske": _("Ønske"),
        "lokaler": _("Lokaler"),
        "avstand": _("Avstand"),
        "folk": _("Folk"),
        "misnoye": _("Misnøye"),
        "raad": _("Politiets råd"),
    }


def grounds() -> dict[str, str]:
    """Return why a municipality is among the candidates, as choices."""
    return {
        "onsker": _("Ønsker tjenestested"),
        "tilbyr": _("Tilbyr eller vurderer lokaler"),
        "langt": _("Ligger langt unna"),
        "besluttet": _("Fikk et av de 20 nye"),
    }


def advice() -> dict[str, str]:
    """Return what the police may have advised."""
    return {
        "anbefaler": _("Anbefaler"),
        "noytral": _("Nøytral"),
        "fraraader": _("Fraråder"),
    }


def reasons(place: Place, reader: Reader) -> str:
    """Return in a sentence what speaks for and against the place, and what nobody knows."""
    row, measure = place.row, distance(reader)
    said = []
    if row["onsker"] in (*WISHES, "nei"):
        wishes = {
            "ja": _("ønsker tjenestested"),
            "betinget": _("ønsker tjenestested med forbehold"),
            "nei": _("ønsker ikke tjenestested"),
        }
        said.append(wishes[row["onsker"]])
    if row["lokaler"] in ("ja", "vurderes") or row["lokaltyper"]:
        rooms = listed(inline(words.premises()[kind]) for kind in row["lokaltyper"])
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
        said.append(told[row["raad"]].format(who=row["raad_fra"]))
    if row["besluttet"]:
        said.append(_("besluttet: {where}").format(where=row["besluttet"]))
    text = ", ".join(said)
    sentence = f"{text[:1].upper()}{text[1:]}."
    if place.score.unknown:
        lacks = listed(inline(names()[count]) for count in place.score.unknown)
        sentence += " " + _("Ukjent: {what}.").format(what=lacks)
    if place.outdone_by:
        sentence += " " + _("{name} er minst like god på alt.").format(name=place.outdone_by)
    return sentence


def _has_ground(place: Place, view: View) -> bool:
    far = place.row["til_naermeste"]
    return bool(set(view.grunnlag) & set(place.grounds)) or (
        "langt" in view.grunnlag and far is not None and far > view.grense
    )


_ORDERS: Final[dict[str, dict[str, int]]] = {
    "onsker": {"nei": 0, "betinget": 1, "ja": 2},
    "lokaler": {"nei": 0, "vurderes": 1, "ja": 2},
    "raad": {"fraraader": 0, "noytral": 1, "anbefaler": 2},
}


def _key(place: Place, by: str) -> Any:
    """Return what a place is sorted by, None when that is not known of it."""
    if by in _ORDERS:
        return _ORDERS[by].get(place.row[by])
    if by == "poeng":
        return place.score.total
    if by == "blant":
        return place.standing.among_first
    return place.row[{"kommune": "navnerang", "km": "til_naermeste", "flere": "flere_innenfor"}[by]]


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
    return Ranking(tuple(made), in_use)


@lru_cache(maxsize=256)
def _best(version: Version, view: View) -> tuple[Solution, dict[str, str]]:
    task = problem(version, view, kandidater="alle", vekt="innbyggere", grense=view.grense)
    found = best(task, min(FIRST, len(task.candidates)), "dekning")
    everyone = ask(version, "plassering_kandidater", view, kandidater="alle")
    wishes = dict(everyone.select("kommunenummer", "onsker").rows())
    return found, {key: wishes[key] for key in found.chosen}
