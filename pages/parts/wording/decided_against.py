"""The decided places against what was asked for, advised and would be chosen, said in words."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.chosen_places import best_of_as_many, decided_numbers
from pages.parts.wording.numbers import some, whole
from pages.parts.wording.places import Place, ranking
from pages.parts.wording.seasonal import none_decided
from pages.parts.wording.station_words import when
from queries.choices import WISHES

_SILENT: Final = ("ikke_svart", "ikke_innhentet", "ikke_kodet", "ikke_besvart", "uklart")
# A place that was decided, and whether the model would choose it too.
Weighed: TypeAlias = tuple[Place, bool]


@dataclass(frozen=True)
class Ground:
    """The municipalities that one ground speaks for, and which of them were decided."""

    name: str
    places: tuple[str, ...]
    decided: tuple[bool, ...]


def decided(reader: Reader) -> list[Weighed]:
    """Return the candidates that were decided, and whether the model would choose as well."""
    keys = decided_numbers(reader)
    model = set(best_of_as_many(len(keys), reader).chosen) if keys else set()
    return [
        (place, place.score.kommunenummer in model)
        for place in ranking(reader).places
        if place.score.kommunenummer in keys
    ]


def by_ground(reader: Reader) -> list[Ground]:
    """Return those that asked, that the police advised, and that the model chooses, as many."""
    keys = decided_numbers(reader)
    places = ranking(reader).places
    model = best_of_as_many(len(keys), reader).chosen if keys else ()
    found = (
        (
            _("Kommunene som ønsket det"),
            [p.score.kommunenummer for p in places if p.row["onsker"] in WISHES],
        ),
        (
            _("De politiet anbefalte"),
            [p.score.kommunenummer for p in places if p.row["raad"] == "anbefaler"],
        ),
        (
            _("De politiet frarådet"),
            [p.score.kommunenummer for p in places if p.row["raad"] == "fraraader"],
        ),
        (_("De modellen velger"), list(model)),
    )
    return [
        Ground(name, tuple(numbers), tuple(number in keys for number in numbers))
        for name, numbers in found
        if numbers
    ]


def finding(reader: Reader) -> str:
    """Return how many of the decided places wished for it, and how many the police advised."""
    rows = decided(reader)
    if not rows:
        return none_decided(reader)
    if len(rows) == 1:
        return _of_one(reader, *rows[0])
    wished = sum(place.row["onsker"] in WISHES for place, _model in rows)
    silent = sum(place.row["onsker"] in _SILENT for place, _model in rows)
    alike = sum(in_model for _place, in_model in rows)
    return _(
        "Av {n} kommuner med {decided} ønsket {wished} det, {silent} sa verken ja eller nei, "
        "og modellen velger {alike} av dem"
    ).format(
        n=whole(len(rows)),
        decided=_decided_place(reader),
        wished=some(wished),
        silent=some(silent),
        alike=some(alike),
    )


def _of_one(reader: Reader, place: Place, in_model: bool) -> str:
    """Return what one municipality said, and whether the model agrees, where one was decided."""
    wish = place.row["onsker"]
    sentence = (
        _("{name} ønsket det, og modellen velger det"),
        _("{name} ønsket det, og modellen velger det ikke"),
        _("{name} har ikke sagt ja eller nei, og modellen velger det"),
        _("{name} har ikke sagt ja eller nei, og modellen velger det ikke"),
        _("{name} ønsket det ikke, og modellen velger det"),
        _("{name} ønsket det ikke, og modellen velger det ikke"),
    )[2 * (0 if wish in WISHES else 1 if wish in _SILENT else 2) + (not in_model)]
    only = _("Én kommune har {decided}").format(decided=_decided_place(reader))
    return f"{only}: {sentence.format(name=place.row['navn'])}"


def _decided_place(reader: Reader) -> str:
    """Return what was decided, in a season those that are open then."""
    season = reader.view.sesong
    return (
        _("besluttet sted åpent {when}").format(when=when()[season])
        if season
        else _("besluttet sted")
    )
