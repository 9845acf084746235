"""What can be wrong with a source file, said so that the one who made the file can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass


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
        found = f"fant «{self.verdi}», " if self.verdi else "tom verdi, "
        if not self.kolonne:
            found = ""
        return f"{place}: {found}ventet {self.ventet}."


class SourceError(Exception):
    """The sources have mistakes, so nothing was built; `problems` holds every one of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
