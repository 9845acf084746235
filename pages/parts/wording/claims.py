"""What may be claimed of a set of groups: every title, rank and superlative asks here first.

A first place is claimed only of one group among at least two with answers enough, with a value
above zero and, where there is one, above the whole. What the silent could have said is reckoned
with: «the largest» is the group whose lowest possible share lies above the highest possible one of
all the others; else it is only among the largest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Self, TypeAlias

from pages.parts.wording.numbers import share
from pages.parts.wording.rates import Rate

# What can be said of the first place: one group has it, one has it as far as is known, several
# share it, or nothing can be said.
Kind: TypeAlias = Literal["most", "among", "tied", "none"]


@dataclass(frozen=True)
class Standing:
    """One group as it is compared: its value, how readers see it, and what silence could make."""

    code: str
    value: float | None
    # Two that are written alike share a place: nobody can see that one is larger.
    text: str
    low: float
    high: float
    enough: bool = True

    @classmethod
    def of_rate(cls, code: str, rate: Rate) -> Self:
        """Return a group by a share of those that answered."""
        low, high = rate.low.value, rate.high.value
        return cls(
            code,
            rate.value,
            share(rate.value),
            0.0 if low is None else low,
            1.0 if high is None else high,
            enough=bool(rate.of) and not rate.is_few,
        )

    @classmethod
    def of_fact(cls, code: str, value: float | None, text: str) -> Self:
        """Return a group by something known of all of it, such as a distance."""
        known = value or 0.0
        return cls(code, value, text, known, known, enough=value is not None)


@dataclass(frozen=True)
class Claim:
    """What may be said of the first place, and of whom."""

    kind: Kind
    codes: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Return the one that stands first; empty when no one does."""
        return self.codes[0] if self.kind in ("most", "among") else ""


@dataclass(frozen=True)
class Place:
    """One group's rank among those with answers enough, and what silence could make of it."""

    rank: int
    of: int
    shared: bool
    best: int
    worst: int


NOTHING = Claim("none")


def claim(found: Sequence[Standing], whole: Standing | None = None) -> Claim:
    """Return what may be claimed of the largest of `found`; above `whole`, where it is given.

    A group with few answers is never first, and one that would be, takes the claim from the rest.
    """
    able = [s for s in found if s.enough]
    if len(able) < 2:
        return NOTHING
    first = max(able, key=_value)
    if _value(first) <= 0 or any(_value(s) > _value(first) for s in found):
        return NOTHING
    if whole is not None and (_value(first) <= _value(whole) or first.text == whole.text):
        return NOTHING
    equals = [s for s in found if s.value is not None and s.text == first.text]
    if len(equals) > 1:
        return Claim("tied", tuple(s.code for s in equals))
    sure = all(first.low > s.high for s in found if s is not first)
    return Claim("most" if sure else "among", (first.code,))


def places(found: Sequence[Standing]) -> dict[str, Place]:
    """Return the rank of each group with answers enough; none where all are alike, or zero."""
    able = [s for s in found if s.enough]
    if len({s.text for s in able}) < 2:
        return {}
    return {
        s.code: Place(
            rank=1 + sum(_value(o) > _value(s) and o.text != s.text for o in able),
            of=len(able),
            shared=any(o.text == s.text for o in able if o is not s),
            best=1 + sum(o.low > s.high for o in able if o is not s),
            worst=len(able) - sum(o.high < s.low for o in able if o is not s),
        )
        for s in able
    }


def compare(here: Rate, there: Rate) -> Literal["more", "less", ""]:
    """Return whether `here` is more or less than `there` whatever the silent think; else nothing.

    Of few answers nothing is claimed.
    """
    if here.is_few or there.is_few:
        return ""
    one, other = Standing.of_rate("", here), Standing.of_rate("", there)
    if one.low > other.high:
        return "more"
    return "less" if one.high < other.low else ""


def _value(standing: Standing) -> float:
    return -1.0 if standing.value is None else standing.value
