"""What a rule found, and how much it weighs against what other rules found."""

from dataclasses import dataclass
from typing import Final

from data.coding.sentences import Sentence

# How sure a suggestion is, by what its evidence weighs together.
CERTAIN: Final = ((7.0, 0.97), (6.0, 0.95), (5.0, 0.92), (4.0, 0.88), (3.0, 0.8), (2.0, 0.7))
LEAST: Final = 0.55


@dataclass(frozen=True)
class Evidence:
    """One place that gives `felt` the value `verdi`: `start` and `end` are in the plain text.

    `styrke` is the rule's own; `narrow` whether the place names just this field.
    """

    felt: str
    verdi: str
    sentence: Sentence
    start: int
    end: int
    regel: str
    styrke: int
    decided: bool = False
    narrow: bool = True
    at_home: bool = True

    @property
    def weight(self) -> float:
        """Return how much it weighs: how outright, how narrow, and where it is said."""
        return self.styrke + self.narrow + 1.5 * self.at_home + 2 * self.decided


def confidence(weight: float) -> float:
    """Return how sure a suggestion of this weight is, from 0 to 1."""
    return next((sure for least, sure in CERTAIN if weight >= least), LEAST)
