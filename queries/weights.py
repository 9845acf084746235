"""What may speak for a place, and how much each weighs: whole numbers the reader sets."""

import re
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
COUNTS: Final = ("onske", "lokaler", "avstand", "folk", "misnoye", "kriminalitet", "raad")
MOST: Final = 5
# The letter's three grounds, a local wish, geography and crime, before what else is known: premises
# and advice count where they are, and how dissatisfied a municipality is, counts least.
USUAL: Final = (3, 2, 2, 3, 1, 2, 1)
PATTERN: Final = re.compile(rf"[0-{MOST}](?:-[0-{MOST}]){{{len(COUNTS) - 1}}}")
WRITTEN: Final = "-".join(map(str, USUAL))


@dataclass(frozen=True)
class Weights:
    """One whole number from 0 to `MOST` for each count, in the order of `COUNTS`."""

    numbers: tuple[int, ...] = USUAL

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the weights that a link writes as «3-2-2-3-1-2-1», which matches `PATTERN`."""
        return cls(tuple(map(int, text.split("-"))))

    def __str__(self) -> str:
        """Return the weights as `read` takes them."""
        return "-".join(map(str, self.numbers))

    def having(self, count: str, number: int) -> Self:
        """Return the weights with another number for `count`."""
        at = COUNTS.index(count)
        return replace(self, numbers=(*self.numbers[:at], number, *self.numbers[at + 1 :]))

    def shares(self, in_use: Flags) -> Floats:
        """Return the weights of what is `in_use` divided by their sum; all nought when none is."""
        numbers = np.where(in_use, np.array(self.numbers, float), 0.0)
        total = numbers.sum()
        return numbers / total if total else numbers
