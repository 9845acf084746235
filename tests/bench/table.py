"""The table `make bench` prints: what was measured beside the empty application, must and aim."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

HEADS: Final = ("", "tom app", "vår", "forhold", "må", "mål", "")
WIDTHS: Final = (52, 9, 9, 9, 7, 7, 6)


@dataclass(frozen=True)
class Line:
    """One thing measured, here and in the empty application of the same run."""

    name: str
    empty: float
    ours: float
    # As a ratio to the empty application, or in the unit of the line where it is `plain`.
    must: float
    aim: float
    plain: bool = False
    # Whether more is better.
    more: bool = False

    @property
    def value(self) -> float:
        """Return what is held against must and aim."""
        return self.ours if self.plain else self.ours / self.empty

    @property
    def is_met(self) -> bool:
        """Return whether what must be reached is reached."""
        return self.value >= self.must if self.more else self.value <= self.must

    def cells(self) -> tuple[str, ...]:
        """Return the line as it is printed."""
        numbers = (self.empty, self.ours, self.value, self.must, self.aim)
        return (
            self.name,
            *(f"{number:.2f}" if abs(number) < 10 else f"{number:.0f}" for number in numbers),
            "" if self.is_met else "IKKE",
        )


def show(title: str, lines: Sequence[Line]) -> list[str]:
    """Print `lines` under `title`, and return the names of those that miss what they must."""
    print(f"\n{title}")
    for cells in (HEADS, *(line.cells() for line in lines)):
        first, *rest = (
            f"{cell:{'<' if i == 0 else '>'}{width}}"
            for i, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True))
        )
        print(first + "".join(rest))
    return [line.name for line in lines if not line.is_met]
