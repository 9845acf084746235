"""Every sentence a View is told in: of the page's opening, its figures and its cards."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from data.schemas import FYLKER, POLITIDISTRIKTER
from data.vocabulary import LOKALTYPE
from pages.parts.cards import CARDS
from pages.parts.drawing.card import Card
from pages.parts.openings import PAGES, at
from pages.parts.reading.reader import Reader
from pages.parts.wording.opening import Opening
from queries import View
from queries.choices import GRUNNLAG, MAAL, OM
from queries.weights import COUNTS

# A municipality of every kind is drawn, and words that many answers have, few, and none.
DRAWN: Final = (*PAGES, "kommune", "kommune")
SOUGHT: Final = ("", "politi", "ungdom rus", '"psykisk helse"', "vold -trafikk", "Steigen", "xyzzy")
# A siting problem takes its time to solve.
SLOW: Final = "plassering"


@dataclass(frozen=True)
class Told:
    """One page as a reader sees it: its opening, and its cards by name."""

    reader: Reader
    path: str

    @property
    def view(self) -> View:
        """Return what is chosen."""
        return self.reader.view

    @cached_property
    def opening(self) -> Opening:
        """Return what the page opens with."""
        return PAGES[self.path].opening(self.reader)

    @cached_property
    def cards(self) -> dict[str, Card]:
        """Return the page's cards."""
        return {name: CARDS[name](self.reader) for name in self.opening.cards}

    def sentences(self) -> Iterator[tuple[str, str]]:
        """Return every sentence with where it stands: the page, a figure, or a card by name."""
        under = filter(None, (self.opening.basis, self.opening.more))
        yield "side", " ".join((f"{self.opening.title}.", *under))
        for figure in self.opening.figures:
            yield "nøkkeltall", f"{figure.value} {figure.label}: {figure.basis}"
        for name, card in self.cards.items():
            yield name, card.title
            yield name, f"{card.lead}. {card.basis}"

    def __str__(self) -> str:
        return self.view.url(f"/{self.path}")


def page(reader: Reader, path: str) -> Told:
    """Return the page at `path` for `reader`, on a measure that it can be about."""
    return Told(at(reader, path), path)


def drawn(reader: Reader, seed: int) -> Told:
    """Return a page with a View drawn by chance, the same for the same `seed`."""
    chance = random.Random(seed)

    def some(values: tuple[str, ...], odds: float) -> tuple[str, ...]:
        picked = chance.sample(values, chance.choice((1, 1, 2)))
        return tuple(v for v in values if v in picked) if chance.random() < odds else ()

    numbers = reader.ask("kart")["kommunenummer"].to_list()
    path = chance.choice(DRAWN)
    if path == SLOW and chance.random() < 0.8:
        path = "bemanning"
    view = replace(
        reader.view,
        distrikt=some(POLITIDISTRIKTER, 0.4),
        fylke=some(FYLKER, 0.2),
        innbyggere=some(("liten", "middels", "stor"), 0.25),
        stasjon=chance.choice((None, None, "ja", "nei")),
        svart=chance.choice((None, None, None, "ja", "nei")),
        vis=chance.choice(MAAL),
        grense=chance.choice((5, 15, 15, 30, 45, 60)),
        om=chance.choice(OM),
        lokaltype=some(LOKALTYPE, 0.3),
        sok=chance.choice(("", "", "helse")) if path == "lokaler" else "",
        kandidater=chance.choice(("alle", "onsker", "tilbyr")),
        vekter="-".join(str(chance.randint(0, 5)) for _count in COUNTS),
        grunnlag=some(GRUNNLAG, 0.2),
        med=tuple(sorted(chance.sample(numbers, chance.choice((0, 0, 1, 3))))),
        kommune=chance.choice((*numbers, None)) if path == "kommune" else None,
        q=chance.choice(SOUGHT) if path == "sok" else "",
    )
    return page(replace(reader, view=view), path)
