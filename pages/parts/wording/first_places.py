"""The few places that would bring most people near a station, and whether they asked for one."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import listed, whole
from queries import Version, View, ask
from queries.choices import WISHES
from queries.siting import best, effect, equals, problem

# How many places the first sentence is about: as many as can be named in one.
FIRST: Final = 5


@dataclass(frozen=True)
class First:
    """The places by number, what each wishes, what they give, and who could stand for whom."""

    wishes: dict[str, str]
    gained: int
    # By chosen place those that would do as much in its place.
    equals: dict[str, tuple[str, ...]]

    @property
    def asked(self) -> int:
        """Return how many of the places have asked for a station."""
        return sum(wish in WISHES for wish in self.wishes.values())


def first_places(reader: Reader) -> First:
    """Return the `FIRST` places that bring most people within the limit together.

    Of all municipalities in the selection, whether they are among the candidates or not.
    """
    return _first(reader.version, model_view(reader))


def find_ahead(version: Version, district: str) -> None:
    """Find, so that it is remembered, the `FIRST` places in `district` with nothing else chosen."""
    _first(version, View(data=version.dataset, distrikt=(district,)).only("grense"))


def model_view(reader: Reader) -> View:
    """Return what the model's own choice rests on: the selection and the limit."""
    return reader.view.only("grense")


def place_names(reader: Reader) -> dict[str, str]:
    """Return the name of each municipality in the selection, by number."""
    rows = reader.ask("plassering_kandidater", kandidater="alle")
    return dict(rows.select("kommunenummer", "navn").rows())


def foretold(reader: Reader) -> str:
    """Return what Kandidater will say, or ask of a selection what it will answer.

    The model takes half as long again as all else on a page that leads there, and a selection is
    changed often; the country's answer is everybody's, and worked out once.
    """
    if reader.view.is_country:
        return headline(reader)
    return _(
        "Hvilke steder her ville gitt flest innbyggere innen {limit}, og har de bedt om det?"
    ).format(limit=distance(reader).limit(reader.view.grense))


def headline(reader: Reader) -> str:
    """Return how many of the places that bring most people near have asked for a station."""
    found = first_places(reader)
    limit = distance(reader).limit(reader.view.grense)
    n, asked = len(found.wishes), found.asked
    if not place_names(reader):
        return _("Ingen kommuner passer med filteret")
    if not n:
        return _("Ingen nye steder ville gitt flere innbyggere innen {limit}").format(limit=limit)
    says = _known(n, asked) if reader.is_known else _answered(n, asked)
    return says.format(n=whole(n), m=whole(asked), limit=limit)


def who_they_are(reader: Reader) -> str:
    """Return those places by name, each with what it answered, and what they give together.

    Places that would do as much as one of them are named too: what is said holds of them as well.
    """
    found = first_places(reader)
    if not found.wishes:
        return ""
    called, labels = place_names(reader), words.values("onsker")
    each = [
        _("{name} ({answer})").format(name=called[key], answer=inline(labels[wish]))
        for key, wish in found.wishes.items()
    ]
    told = [
        _("{places}. Til sammen {n} flere innen grensen.").format(
            places=listed(each), n=whole(found.gained)
        )
    ]
    told += [
        _("{others} ville gitt like mange som {name}.").format(
            others=listed(called[other] for other in others), name=called[key]
        )
        for key, others in found.equals.items()
        if others
    ]
    return " ".join(told)


def _answered(n: int, asked: int) -> str:
    """Return the sentence about `n` places of which `asked` have asked in their answers."""
    if n == 1:
        return (
            _("Stedet som ville gitt flest innbyggere innen {limit}, har bedt om det")
            if asked
            else _("Stedet som ville gitt flest innbyggere innen {limit}, har ikke bedt om det")
        )
    if not asked:
        return _(
            "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, har ingen bedt om det"
        )
    if asked == n:
        return _(
            "Alle de {n} stedene som ville gitt flest innbyggere innen {limit}, har bedt om det"
        )
    return ngettext(
        "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, har ett bedt om det",
        "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, har {m} bedt om det",
        asked,
    )


def _known(n: int, asked: int) -> str:
    """Return the same of known statements: that none is known, is not that none has asked."""
    if n == 1:
        return (
            _("Stedet som ville gitt flest innbyggere innen {limit}, er kjent for å ønske det")
            if asked
            else _(
                "Stedet som ville gitt flest innbyggere innen {limit}, er ikke kjent for å "
                "ønske det"
            )
        )
    if not asked:
        return _(
            "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, er ingen kjent for å "
            "ønske det"
        )
    if asked == n:
        return _(
            "Alle de {n} stedene som ville gitt flest innbyggere innen {limit}, er kjent for å "
            "ønske det"
        )
    return ngettext(
        "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, er ett kjent for å ønske "
        "det",
        "Av de {n} stedene som ville gitt flest innbyggere innen {limit}, er {m} kjent for å ønske "
        "det",
        asked,
    )


@lru_cache(maxsize=256)
def _first(version: Version, view: View) -> First:
    task = problem(version, view, kandidater="alle", vekt="innbyggere", grense=view.grense)
    chosen = best(task, min(FIRST, len(task.candidates)), "dekning").chosen
    everyone = ask(version, "plassering_kandidater", view, kandidater="alle")
    wishes = dict(everyone.select("kommunenummer", "onsker").rows())
    alike = equals(task, chosen)
    done = effect(task, chosen)
    return First(
        {key: wishes[key] for key in chosen},
        done.covered - done.covered_before,
        alike,
    )
