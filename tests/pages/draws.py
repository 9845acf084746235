"""A View drawn by chance: of each of its fields how, so that none of them is always left alone."""

import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from data import vocabulary as v
from data.schemas import FYLKER, POLITIDISTRIKTER
from pages.parts.reading.reader import Reader
from queries import View, choices
from queries.openings import GRUPPER, KODER, STORRELSER, of_municipality
from queries.page_names import PAGES
from queries.weights import COUNTS

# Words that many answers have, few, and none.
SOUGHT: Final = ("", "politi", "ungdom rus", '"psykisk helse"', "vold -trafikk", "Steigen", "xyzzy")


@dataclass(frozen=True)
class Chance:
    """What chance has to choose among in one data version."""

    dice: random.Random
    reader: Reader

    def rows(self, query: str, column: str) -> list[str]:
        """Return the values of `column` that there are to choose among, each once, in order."""
        return sorted({str(each) for each in self.reader.country.ask(query)[column].to_list()})

    def one(self, values: Sequence[str], odds: float) -> str | None:
        """Return one of `values`, or with the rest of the odds none."""
        return self.dice.choice(values) if self.dice.random() < odds else None

    def some(self, values: Sequence[str], odds: float, most: int = 2) -> tuple[str, ...]:
        """Return a few of `values` in their own order, or none of them."""
        few = min(len(values), self.dice.choice((1, 1, most)))
        picked = self.dice.sample(values, few)
        return tuple(x for x in values if x in picked) if self.dice.random() < odds else ()

    def ordered(self, values: Sequence[str], usual: str) -> str:
        """Return a column to sort by, either way around."""
        return self.dice.choice(("", "-")) + picked if (picked := self.one(values, 0.3)) else usual

    def municipalities(self, odds: float, but: Collection[str] = ()) -> tuple[str, ...]:
        """Return the numbers of up to three municipalities, or of none."""
        able = [each for each in self.rows("kart", "kommunenummer") if each not in but]
        return self.some(able, odds, 3)


# How each field is drawn, whatever the page; `said.drawn` leaves out what a page is not about.
FIELDS: Final[dict[str, Callable[[Chance], object]]] = {
    "data": lambda c: c.reader.view.data,
    "versjon": lambda c: c.one((c.reader.version.version,), 0.2),
    "distrikt": lambda c: c.some(POLITIDISTRIKTER, 0.4),
    "fylke": lambda c: c.some(FYLKER, 0.2),
    "innbyggere": lambda c: c.some(STORRELSER, 0.25),
    "stasjon": lambda c: c.one(choices.JA_NEI, 0.5),
    "svart": lambda c: c.one(choices.JA_NEI, 0.4),
    "forslag": lambda c: c.one(("nei",), 0.25) or "ja",
    "vis": lambda c: c.dice.choice(choices.MAAL),
    "kartform": lambda c: c.dice.choice(choices.KARTFORMER),
    "kommune": lambda c: c.one(c.rows("kart", "kommunenummer"), 0.9),
    "finn": lambda c: c.dice.choice(("", "", "ham")),
    "lokaltype": lambda c: c.some(v.LOKALTYPE, 0.3),
    "onsker": lambda c: c.some(v.STASJONSONSKE, 0.2),
    "sok": lambda c: c.dice.choice(("", "", "helse")),
    "sorter": lambda c: c.ordered(choices.SORTERING, "-km"),
    "valgt": lambda c: c.some(c.rows("lokaler", "lokale_id") or [""], 0.3, 5),
    "kolonne": lambda c: c.ordered(choices.KOLONNER, ""),
    "lag": lambda c: c.some(choices.LAG, 0.3) or choices.LAG,
    "sted": lambda c: c.one(c.rows("tjenestesteder", "sted_id"), 0.2),
    "grense": lambda c: c.dice.choice((5, 15, 15, 30, 45, 60)),
    "sesong": lambda c: c.one(choices.SESONG, 0.3),
    "antall": lambda c: c.dice.choice((1, 2, 10, 10, 17)),
    "kandidater": lambda c: c.dice.choice(choices.KANDIDATER),
    "vekt": lambda c: c.dice.choice(("innbyggere", *choices.VEKT)),
    "formaal": lambda c: c.dice.choice(("dekning", *choices.FORMAAL)),
    "festet": lambda c: c.one(("3-15-alle-innbyggere-dekning", "1-30-onsker-misnoye-avstand"), 0.2),
    "med": lambda c: c.municipalities(0.4),
    "uten": lambda c: c.municipalities(0.2),
    "grunnlag": lambda c: c.some(choices.GRUNNLAG, 0.25),
    "navn": lambda c: c.dice.choice(("", "", "", "ha", "xyzzy")),
    "vekter": lambda c: "-".join(str(c.dice.randint(0, 5)) for _count in COUNTS),
    "rangering": lambda c: c.ordered(choices.RANGERING, "-poeng"),
    "brev": lambda c: c.one(("D012", "D999"), 0.2),
    "brevstatus": lambda c: c.some(choices.BREVSTATUS, 0.2),
    "brevfelt": lambda c: c.some(tuple(v.FELT), 0.2),
    "sikkerhet": lambda c: c.some(choices.SIKKERHET, 0.2),
    "felter": lambda c: c.some(choices.ALLE_FELTER, 0.3, 5) or choices.FELTER,
    "liste": lambda c: c.municipalities(0.3),
    "kode": lambda c: c.one(KODER, 0.5),
    "samtidig": lambda c: c.one(KODER, 0.2),
    "gruppe": lambda c: c.one(
        (*GRUPPER, *map(of_municipality, c.rows("kart", "kommunenummer")[:9])), 0.4
    ),
    "om": lambda c: c.dice.choice(choices.OM),
    "q": lambda c: c.dice.choice(SOUGHT),
    "side": lambda c: c.dice.choice((1, 1, 2, 40)),
    "fra": lambda c: c.one(PAGES, 0.5),
    "lang": lambda c: c.dice.choice(choices.LANGUAGES),
}


def a_view(reader: Reader, dice: random.Random) -> View:
    """Return a View where every field is drawn, as a link would bring it."""
    chance = Chance(dice, reader)
    view = reader.view.having(**{field: draw(chance) for field, draw in FIELDS.items()})
    # What narrows the answers that are open says nothing where none are, nor does a code of itself.
    if not view.kode:
        return view.having(samtidig=None, gruppe=None)
    return view if view.samtidig != view.kode else view.having(samtidig=None)
