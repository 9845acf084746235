"""Figures of agreement between a label and a machine: precision, recall, coverage, F1, alpha."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import krippendorff
from scipy.stats import binomtest

NOTHING: Final = "ingenting"


@dataclass(frozen=True)
class Judged:
    """One thing in one letter: what the label holds and what the machine said.

    `fasit` is empty where the label holds nothing, and holds several values where the letter's
    municipalities differ; `sagt` is empty where the machine said nothing. `told` is whether it said
    that it is in doubt, and `passage` whether its passage is the right one, None where there is
    none to judge.
    """

    letter: str
    felt: str
    fasit: frozenset[str]
    sagt: str
    told: bool = False
    passage: bool | None = None

    @property
    def right(self) -> bool:
        """Return whether the machine said what the label holds."""
        return self.sagt in self.fasit


@dataclass(frozen=True)
class Share:
    """`part` of `whole`; nothing of nothing has no value."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """Return the share from 0 to 1, None where there is nothing to share."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return the Wilson interval of 95 per cent, None where there is nothing to share.

        Source: Wilson (1927), as scipy computes it.
        """
        if not self.whole:
            return None
        found = binomtest(self.part, self.whole).proportion_ci(method="wilson")
        return float(found.low), float(found.high)


@dataclass(frozen=True)
class Tally:
    """What came of everything judged in one field.

    A value that the machine did not give counts against coverage and recall, never against
    precision; a value where the label holds nothing counts against precision alone.
    """

    labelled: int
    said: int
    answered: int
    right: int
    silently_wrong: int
    passages: Share

    @classmethod
    def of(cls, judged: Sequence[Judged]) -> "Tally":
        """Return the tally of `judged`, all of one field."""
        passages = [each.passage for each in judged if each.right and each.passage is not None]
        return cls(
            labelled=sum(bool(each.fasit) for each in judged),
            said=sum(bool(each.sagt) for each in judged),
            answered=sum(bool(each.fasit and each.sagt) for each in judged),
            right=sum(each.right for each in judged),
            silently_wrong=sum(
                bool(each.sagt) and not each.right and not each.told for each in judged
            ),
            passages=Share(sum(passages), len(passages)),
        )

    @property
    def precision(self) -> Share:
        """Return how much of what was said is right."""
        return Share(self.right, self.said)

    @property
    def recall(self) -> Share:
        """Return how much of what is labelled was said rightly."""
        return Share(self.right, self.labelled)

    @property
    def coverage(self) -> Share:
        """Return how much of what is labelled something was said of, right or wrong."""
        return Share(self.answered, self.labelled)

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall, None where neither is anything."""
        both = self.said + self.labelled
        return 2 * self.right / both if both else None


def alpha(judged: Sequence[Judged]) -> float | None:
    """Return Krippendorff's nominal alpha between label and machine, None where nothing varies.

    A letter that has no value is a value of its own, or silence would be no disagreement. Where the
    label holds several values the machine is held to the one it hit.
    """
    label = [_one(each) for each in judged]
    machine = [each.sagt or NOTHING for each in judged]
    if len({*label, *machine}) < 2:
        return None
    number = {value: place for place, value in enumerate(sorted({*label, *machine}))}
    data = [[number[value] for value in row] for row in (label, machine)]
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))


def confusions(judged: Iterable[Judged]) -> list[tuple[str, str, int]]:
    """Return (label, said, how often) of everything that is not right, the commonest first."""
    wrong = Counter(
        (_one(each), each.sagt or NOTHING)
        for each in judged
        if (each.fasit or each.sagt) and not each.right
    )
    return [(*pair, times) for pair, times in sorted(wrong.items(), key=lambda w: (-w[1], w[0]))]


def _one(judged: Judged) -> str:
    if judged.right:
        return judged.sagt
    return "/".join(sorted(judged.fasit)) or NOTHING
