"""What can be wrong with a source file, said so that the one who made the file can mend it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# One mistake is one line, also when the cell holds a page of text.
LONGEST: Final = 80
# A column that is wrong in every row is one mistake to mend, however many rows there are.
SHOWN: Final = 40


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


def told(problems: Sequence[Problem]) -> list[str]:
    """Return `problems` as lines for a screen: the first of each kind, and how many there are.

    All of them where they are few; else the kinds, a file and a column each, share the lines.
    """
    if len(problems) <= SHOWN:
        return [str(problem) for problem in problems]
    kinds = Counter((p.fil, p.kolonne) for p in problems)
    share = max(1, SHOWN // len(kinds))
    seen: Counter[tuple[str, str]] = Counter()
    lines: list[str] = []
    for problem in problems:
        kind = (problem.fil, problem.kolonne)
        seen[kind] += 1
        if seen[kind] <= share and len(lines) < SHOWN:
            lines.append(str(problem))
    lines.append(f"… og {len(problems) - len(lines)} til. I alt:")
    lines += [
        f"- {fil}{f', kolonne «{column}»' if column else ''}: {number} feil"
        for (fil, column), number in kinds.most_common(SHOWN // 4)
    ]
    return lines
