"""What the machine must reach on the half that no rule has seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from data import vocabulary as v
from tests.quality.measuring import Coded, Measured, passages
from tests.quality.scoring import Tally

WHO: Final = ("avsender", "kommunenumre", "avsendertype")
SENDER: Final = 0.99
IN_PLACE: Final = 0.95
# Fields a figure is drawn from as they stand: seldom wrong, and silent in at most one of five.
SURE: Final = (
    *tuple(f for f in v.FELT if f.startswith("tilfreds_")),
    "onsker_tjenestested",
    "tilbyr_lokaler",
)
PRECISION: Final = 0.97
COVERAGE: Final = 0.80
BROAD: Final = ("tema", "grunn", "samarbeid", *(f for f in v.FELT if f.startswith("kanal_")))
F1: Final = 0.85
PASSAGES: Final = 0.95


@dataclass(frozen=True)
class Goal:
    """One goal in Norwegian, what was reached, None where there was nothing to measure."""

    navn: str
    reached: float | None
    wanted: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Return whether the goal is reached; what cannot be measured is not."""
        if self.reached is None:
            return False
        return self.reached <= self.wanted if self.at_most else self.reached >= self.wanted


def goals(measured: Measured) -> Iterator[Goal]:
    """Yield every goal beside what `measured` reached on the machine's own split."""
    for felt in WHO:
        tally = Tally.of(measured.who[felt])
        yield Goal(f"{felt}: riktig", tally.recall.value, SENDER)
        yield Goal(f"{felt}: stille feil", tally.silently_wrong, 0, at_most=True)
    yield Goal("deling: tegn på rett plass", measured.in_place.value, IN_PLACE)
    yield Goal("deling: stille feil", measured.silently_astray, 0, at_most=True)
    yield from _of_codes(measured.own)


def _of_codes(coded: Coded) -> Iterator[Goal]:
    for felt in SURE:
        tally = Tally.of(coded.codes[felt])
        yield Goal(f"{felt}: presisjon", tally.precision.value, PRECISION)
        yield Goal(f"{felt}: dekning", tally.coverage.value, COVERAGE)
    rooms = Tally.of(coded.rooms["lokaltype"])
    yield Goal("lokaler: presisjon", rooms.precision.value, PRECISION)
    yield Goal("lokaler: dekning", rooms.coverage.value, COVERAGE)
    for felt in BROAD:
        yield Goal(f"{felt}: F1", Tally.of(coded.codes[felt]).f1, F1)
    yield Goal("utdrag: riktige", passages(coded).value, PASSAGES)
