"""Every sentence a View is told in: of the page's opening, its figures and its cards."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from pages.parts.drawing.card import Card
from pages.parts.openings import PAGES, at
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.reader import Reader
from pages.parts.wording.opening import Opening
from queries import View
from tests.pages.draws import a_view

# A municipality of every kind is drawn.
DRAWN: Final = (*PAGES, "kommune", "kommune")
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
        """Return the page's cards, and the panel behind the number that is open."""
        behind = ("kodede",) if self.view.kode else ()
        return {name: EVERY_CARD[name](self.reader) for name in (*self.opening.cards, *behind)}

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


def drawn(reader: Reader, seed: int, lang: str = "nb") -> Told:
    """Return a page with a View drawn by chance, the same for the same `seed`."""
    dice = random.Random(seed)
    path = dice.choice(DRAWN)
    if path == SLOW and dice.random() < 0.8:
        path = "bemanning"
    view = a_view(reader, dice).having(lang=lang)
    if path != "kommune":
        # A municipality that is open has sentences of its own on every page; here on its own.
        view = view.having(kommune=None)
    return page(replace(reader, view=view), path)
