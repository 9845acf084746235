"""Every card there is: those about the data, and what moved on a page, which looks at them all."""

from collections.abc import Callable
from typing import Final

from pages.parts.cards import CARDS
from pages.parts.drawing.card import Card
from pages.parts.openings.moved_on_page import page_card
from pages.parts.reading.reader import Reader

EVERY_CARD: Final[dict[str, Callable[[Reader], Card]]] = CARDS | {"endringer-side": page_card}
