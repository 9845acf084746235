"""A rate: how many of those that answered say one thing, and what silence could make of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from pages.parts.reading.language import _, ngettext
from pages.parts.wording.numbers import FEW, NBSP, NONE, share, whole


@dataclass(frozen=True)
class Rate:
    """`n` of the `of` that answered, among `all` that could have.

    Where those asked are no sample, such as the known statements, everything is `counted`: there
    are no per cent.
    """

    n: int
    of: int
    all: int
    counted: bool = False

    @property
    def value(self) -> float | None:
        """Return the share of those that answered, None when nobody did."""
        return self.n / self.of if self.of else None

    @property
    def low(self) -> "Rate":
        """Return the rate if none of the silent had said the same."""
        return Rate(self.n, self.all, self.all, self.counted)

    @property
    def high(self) -> "Rate":
        """Return the rate if all of the silent had said the same."""
        return Rate(self.n + self.silent, self.all, self.all, self.counted)

    @property
    def silent(self) -> int:
        """Return how many did not answer."""
        return self.all - self.of

    @property
    def is_few(self) -> bool:
        """Return whether it is told as a count: the answers are few, or no sample."""
        return self.counted or self.of < FEW

    @property
    def text(self) -> str:
        """Return the share in per cent, or of few answers the count: «62 %», «4 av 8»."""
        if not self.of:
            return NONE
        return self.out_of if self.is_few else share(self.value)

    @property
    def out_of(self) -> str:
        """Return the count, such as «16 av 20»."""
        return _("{n} av {of}").format(n=whole(self.n), of=whole(self.of))

    @property
    def municipalities(self) -> str:
        """Return the count with what is counted, such as «16 av 20 kommuner»."""
        text = ngettext("{n} av {of} kommune", "{n} av {of} kommuner", self.of)
        return text.format(n=whole(self.n), of=whole(self.of))

    @property
    def span(self) -> tuple[float, float] | None:
        """Return the two ends of what the share can be, None where silence changes nothing."""
        low, high = self.low.value, self.high.value
        if self.is_few or not self.silent or low is None or high is None:
            return None
        return low, high

    @property
    def between(self) -> str:
        """Return what silence could change, empty where it could not: «mellom 39 og 90 %»."""
        if self.span is None:
            return ""
        low, high = map(share, self.span)
        # «mellom 39 og 90 %», but «mellom under 1 % og 40 %».
        bare = low.removesuffix("%").removesuffix(NBSP)
        return _("mellom {low} og {high}").format(low=bare if bare.isdigit() else low, high=high)

    @property
    def if_all_answered(self) -> str:
        """Return what silence could change as it follows a number, empty where it could not."""
        if not self.between:
            return ""
        return _("{between} med de tause").format(between=self.between)


def total(rates: Iterable[Rate]) -> Rate:
    """Return `rates` of groups that share nobody as one; nobody's where there are none."""
    found = list(rates)
    return Rate(
        sum(r.n for r in found),
        sum(r.of for r in found),
        sum(r.all for r in found),
        any(r.counted for r in found),
    )
