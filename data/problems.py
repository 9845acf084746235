"""What can be wrong with a source file, said so that the one who made the file can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# One mistake is one line, also when the cell holds a page of text.
LONGEST: Final = 80


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one source file, placed by file, row and column.

    `rad` counts as a spreadsheet does: the heading is row 1. It is 0 where the whole file is meant.
    """

    fil: str
    rad: int
    kolonne: str
    verdi: str
    ventet: str

    def __str__(self) -> str:
        """Return the Norwegian sentence a case worker reads."""
        place = f"{self.fil}, rad {self.rad}" if self.rad else self.fil
        if self.kolonne:
            place += f", kolonne «{self.kolonne}»"
        shown = " ".join(self.verdi.split())
        if len(shown) > LONGEST:
            shown = shown[:LONGEST] + "…"
        found = f"fant «{shown}», " if shown else "fant ingenting, "
        if not self.kolonne:
            found = ""
        sentence = f"{place}: {found}ventet {self.ventet}"
        return sentence if sentence.endswith("?") else f"{sentence}."


class SourceError(Exception):
    """The sources have mistakes, so nothing was built; `problems` holds every one of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
